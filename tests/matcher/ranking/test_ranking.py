"""Order inside a group: whole points, shared ranks, and chance among equals."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.rankings import competitions, make_ranking, rankings
from support.strategies import directories, hiding, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.questionnaire.response import Response, WeightWishes
from matcher.ranking import ranking as module
from matcher.ranking.ranking import Ranking, rank
from matcher.scoring.result import Group

STEPS = ["2", "1", "2", "", "1", "-2"]
"""Worth 1000, 750, 1000, nothing for certain, 750, nothing."""


def _people(steps: list[str] = STEPS) -> list[Profile]:
    return [make_profile(f"p-{n}", accepting="yes", style_steer=s) for n, s in enumerate(steps)]


def test_rank_when_some_are_level_then_they_share_a_rank_and_the_next_is_left_out() -> None:
    found = make_ranking(_people(), style_steer=2)

    assert [found.rank(row) for row in range(6)] == [1, 3, 1, 5, 3, 5]
    assert [found.points(row) for row in range(6)] == [100, 75, 100, 0, 75, 0]


def test_rank_when_sums_differ_by_less_than_a_point_then_level() -> None:
    """9,960 of 10,000 parts of 1000, and 9,940: 99.6 and 99.4 points are 100 and 99, half up."""
    weights = WeightWishes(points={"style": 9940, "agreement": 20, "experience": 40})
    cells = [
        {"goals": "emerge"},
        {"goals": "talked_over"},
        {"goals": "in_writing"},
        {"goals": "emerge", "years": "5"},
    ]
    people = [
        make_profile(f"p-{n}", accepting="yes", style_steer="2", **c) for n, c in enumerate(cells)
    ]

    found = make_ranking(
        people, weights=weights, style_steer=2, goals="emerge", experience_years="yes"
    )

    assert [int(score) // 1000 for score in found.evaluation.score] == [9960, 9950, 9940, 9980]
    assert [found.points(row) for row in range(4)] == [100, 100, 99, 100]
    assert [found.rank(row) for row in range(4)] == [1, 1, 4, 1]


def test_level_with_when_some_are_level_then_the_others_of_the_group_in_shown_order() -> None:
    elsewhere = make_profile("p-9", accepting="no", style_steer="2")
    found = make_ranking([*_people(["2", "2", "2", "1"]), elsewhere], style_steer=2)
    shown = found.first_rows(Group.MEETS_ALL, 3)

    for row in range(3):
        assert found.level_with(row) == [other for other in shown if other != row]
    assert found.level_with(3) == []
    assert found.level_with(4) == []


def test_rank_when_called_then_a_ranking_of_that_evaluation_and_seed() -> None:
    evaluation = make_ranking(_people(), style_steer=2).evaluation

    assert rank(evaluation, 5) == Ranking(evaluation, 5)


def test_first_rows_when_the_first_few_are_asked_for_then_only_their_levels_are_ordered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = make_ranking(_people(), style_steer=2)
    ordered: list[set[int]] = []

    def by_chance(seed: int, rows: list[int], ids: list[str]) -> list[int]:
        ordered.append({*rows})
        return [*rows]

    monkeypatch.setattr(module, "by_chance", by_chance)

    assert {*found.first_rows(Group.MEETS_ALL, 2)} == {0, 2}
    assert [rows for rows in ordered if rows] == [{0, 2}]
    assert found.first_rows(Group.MEETS_ALL, 0) == []
    assert [*found.rows(Group.HIDDEN)] == []


def _check_plain_sort(found: Ranking) -> None:
    """Compare with a plain sort, its sums worked out one by one in whole numbers."""
    evaluation = found.evaluation
    ids = evaluation.snapshot.ids

    def points(row: int) -> int:
        parts = [c.weight * int(evaluation.low[c.row, row]) for c in evaluation.criteria]
        return (2 * sum(parts) + 100_000) // 200_000

    def place(row: int) -> tuple[int, bytes]:
        return -points(row), sha256(f"{found.seed}:{ids[row]}".encode()).digest()

    for group in Group:
        rows = sorted((row for row in range(len(ids)) if found.group(row) is group), key=place)
        assert [*found.rows(group)] == rows
        assert found.count(group) == len(rows)
        for count in range(len(rows) + 2):
            assert found.first_rows(group, count) == rows[:count]
        for row in rows:
            assert found.points(row) == points(row)
            assert found.rank(row) == 1 + sum(points(other) > points(row) for other in rows)
            level = [other for other in rows if other != row and points(other) == points(row)]
            assert found.level_with(row) == level


@given(rankings())
def test_rows_when_people_compete_then_as_a_plain_sort_has_them(found: Ranking) -> None:
    _check_plain_sort(found)


@given(directories, responses(), hiding, weight_wishes, st.integers(-5, 5))
def test_rows_when_anything_is_asked_then_as_a_plain_sort_has_them(
    people: list[Profile],
    asked: dict[str, Response],
    hidden: dict[str, Response],
    weights: WeightWishes,
    seed: int,
) -> None:
    _check_plain_sort(make_ranking(people, asked | hidden, weights=weights, seed=seed))


@given(competitions(), st.randoms(use_true_random=False))
def test_rows_when_profiles_come_in_another_order_then_nothing_changes(
    drawn: tuple[list[Profile], dict[str, Response], WeightWishes], chance: object
) -> None:
    people, asked, weights = drawn
    mixed = [*people]
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    one, other = (make_ranking(each, asked, weights=weights) for each in (people, mixed))

    assert [*one.rows(Group.MEETS_ALL)] == [*other.rows(Group.MEETS_ALL)]
