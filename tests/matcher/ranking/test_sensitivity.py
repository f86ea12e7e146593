"""Firmness: repeatable, in range, and certain where nothing can change."""

import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.ranking import sensitivity
from matcher.ranking.sensitivity import Firmness, firmness
from matcher.scoring.result import Group
from matcher.services.matching import Match, match

PEOPLE = [
    make_profile("p-1", accepting="yes", style_steer="2", goals="emerge"),
    make_profile("p-2", accepting="yes", style_steer="1", goals="talked_over"),
    make_profile("p-3", accepting="yes", style_steer="-2", goals="talked_over"),
    make_profile("p-4", accepting="yes", style_steer="-2", goals="in_writing"),
    make_profile("p-5", accepting="yes", style_steer="-2"),
]


def _match(people: list = PEOPLE) -> Match:  # type: ignore[type-arg]
    return match(MemoryDirectory(people), make_answers(style_steer=2, goals="emerge"), seed=5)


def test_firmness_when_one_is_ahead_on_everything_then_first_in_every_draw() -> None:
    found = firmness(_match().ranking, Group.MEETS_ALL)

    assert found[0] == Firmness(1.0, 1.0)
    assert found[1].first == 0
    assert sum(entry.first for entry in found.values()) == pytest.approx(1)
    assert sum(entry.top_three for entry in found.values()) == pytest.approx(3)


def test_firmness_when_something_is_not_known_then_it_is_drawn() -> None:
    found = firmness(_match().ranking, Group.MEETS_ALL)

    assert 0 < found[4].top_three < 1


def test_firmness_when_repeated_then_the_same() -> None:
    assert firmness(_match().ranking, Group.MEETS_ALL) == firmness(
        _match().ranking, Group.MEETS_ALL
    )


def test_firmness_when_the_seed_is_negative_then_it_is_a_seed_like_others() -> None:
    found = match(MemoryDirectory(PEOPLE), make_answers(style_steer=2), seed=-7)

    assert firmness(found.ranking, Group.MEETS_ALL)


def test_firmness_when_nothing_is_asked_then_nothing_is_said() -> None:
    found = match(MemoryDirectory(PEOPLE), make_answers(), seed=1)

    assert firmness(found.ranking, Group.MEETS_ALL) == {}


def test_firmness_when_the_group_is_large_then_those_ahead_have_an_entry(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sensitivity, "MOST_CANDIDATES", 2)

    assert sorted(firmness(_match().ranking, Group.MEETS_ALL)) == [0, 1]
