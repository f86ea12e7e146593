import pytest
from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.questionnaire.response import WeightWishes
from matcher.ranking.movement import Movement, movement
from matcher.scoring.result import Group
from matcher.services.matching.match import Match, match

_SPREAD = [("-2", "2026-12-31"), ("-1", "2026-12-01"), ("0", "2026-11-25"), ("1", "2026-11-22")]
"""Whoever fits the style best is free last."""


def _match(style: int) -> Match:
    profiles = [
        make_profile(f"p-{n}", accepting="yes", style_steer=axis, next_opening=day)
        for n, (axis, day) in enumerate(_SPREAD)
    ]
    answers = make_answers(
        style_steer=-2,
        start="this_week",
        weights=WeightWishes(points={"style": style, "scheduling": 100 - style}),
    )
    return match(MemoryDirectory(profiles), answers, seed=1)


def test_movement_when_the_weights_stay_then_there_is_none() -> None:
    assert movement(_match(90).ranking, _match(90).ranking) is None


def test_movement_when_the_order_turns_then_leader_and_farthest_are_told() -> None:
    before, after = _match(100), _match(0)

    found = movement(before.ranking, after.ranking)

    assert found is not None
    old, new = (each.order(Group.MEETS_ALL) for each in (before, after))
    assert found.group is Group.MEETS_ALL
    assert found.first == new[0] != old[0]
    assert found.moved is not None
    assert old[found.before - 1] == found.moved == new[found.after - 1]
    assert found.moved != found.first


@pytest.mark.parametrize("style", [0, 25, 50, 75, 100])
def test_movement_when_told_then_nobody_went_farther(style: int) -> None:
    before, after = _match(100), _match(style)
    found = movement(before.ranking, after.ranking)
    old, new = (each.order(Group.MEETS_ALL) for each in (before, after))

    if found is None:
        assert old == new
        return
    shifts = [abs(old.index(row) - new.index(row)) for row in old if row != found.first]
    assert abs(found.before - found.after) == max(shifts)


def test_movement_when_only_the_leader_is_looked_at_elsewhere_then_nobody_else_moved() -> None:
    assert Movement(Group.MEETS_ALL, 3).moved is None
