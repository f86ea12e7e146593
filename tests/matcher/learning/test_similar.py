"""People like one person: the nearest by exact arithmetic, with what differs."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.builders import make_profile
from support.directories import TODAY, make_answers
from support.strategies import directories, responses

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.learning.similar import similar_rows
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, ResponseSet
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import SCORE_UNIT, SHELVES, Group


def _evaluate(answers: ResponseSet, *profiles: Profile) -> Evaluation:
    preferences = elicit(answers, load_questionnaire(), TODAY)
    return AdditiveValueModel(load_criteria()).evaluate(build_snapshot(profiles), preferences)


def _exact_distance(evaluation: Evaluation, one: int, other: int) -> Fraction:
    gaps = (
        criterion.weight
        * sum(abs(int(side[criterion.row, one]) - int(side[criterion.row, other])) for side in
              (evaluation.low, evaluation.high))
        for criterion in evaluation.criteria
    )  # fmt: skip
    return Fraction(sum(gaps), 2 * SCORE_UNIT)


_STEERS = {"p-1": "-2", "p-2": "-1", "p-3": "0", "p-4": "2", "p-5": ""}
_ALL_STEERS = [make_profile(name, style_steer=cell) for name, cell in _STEERS.items()]


def test_people_when_compared_then_the_nearest_come_first_with_what_differs() -> None:
    evaluation = _evaluate(make_answers(style_steer=-2), *_ALL_STEERS)

    found = similar_rows(evaluation, 0, 4)

    assert [one.row for one in found][:1] == [1]
    assert [one.distance for one in found] == [25, 50, 50, 100]
    assert {one.row for one in found[1:3]} == {2, 4}
    (difference,) = found[0].differences
    assert (difference.criterion, difference.weight) == ("style_steer", 10_000)
    assert (difference.value, difference.other) == ((1000, 1000), (750, 750))


@pytest.mark.parametrize("cell", ["-2", "0", "2"])
def test_person_who_says_nothing_when_compared_then_half_a_full_difference_away(cell: str) -> None:
    silent, speaking = make_profile("p-1"), make_profile("p-2", style_steer=cell)
    evaluation = _evaluate(make_answers(style_steer=-2), silent, speaking)

    assert similar_rows(evaluation, 0)[0].distance == 50


def test_two_who_say_nothing_when_compared_then_they_are_alike() -> None:
    evaluation = _evaluate(make_answers(style_steer=-2), make_profile("p-1"), make_profile("p-2"))

    assert similar_rows(evaluation, 0)[0].differences == ()


def test_differences_when_listed_then_the_heaviest_comes_first() -> None:
    answers = make_answers(style_steer=-2, goals="in_writing")
    one = make_profile("p-1", style_steer="-2", goals="in_writing")
    other = make_profile("p-2", style_steer="-1", goals="emerge")

    (found,) = similar_rows(_evaluate(answers, one, other), 0)

    assert [difference.criterion for difference in found.differences] == ["goals", "style_steer"]


@pytest.mark.parametrize(
    ("answers", "profiles"),
    [
        pytest.param(make_answers(), _ALL_STEERS, id="nothing-asked"),
        pytest.param(make_answers(style_steer=-2), _ALL_STEERS[:1], id="nobody-else"),
    ],
)
def test_people_when_there_is_nothing_to_compare_then_none_are_found(
    answers: ResponseSet, profiles: list[Profile]
) -> None:
    assert similar_rows(_evaluate(answers, *profiles), 0) == ()


def test_people_when_they_take_nobody_on_then_they_are_not_suggested() -> None:
    closed = make_profile("p-2", style_steer="-2", accepting="no")
    evaluation = _evaluate(make_answers(style_steer=-2), make_profile("p-1"), closed)

    assert similar_rows(evaluation, 0) == ()
    assert [one.row for one in similar_rows(evaluation, 0, groups=[Group.NOT_ACCEPTING])] == [1]


def test_equally_near_when_the_seed_differs_then_chance_decides_who_is_told() -> None:
    same = [make_profile(f"p-{number}", style_steer="-2") for number in range(9)]
    evaluation = _evaluate(make_answers(style_steer=-2), *same)

    told = {similar_rows(evaluation, 0, 2, seed=seed)[0].row for seed in range(20)}

    assert len(told) > 3


@settings(max_examples=40)
@given(directories.filter(bool), responses(), st.integers(1, 4))
def test_people_when_anything_is_asked_then_none_nearer_is_left_out(
    profiles: list[Profile], given_: dict[str, Response], count: int
) -> None:
    evaluation = _evaluate(make_answers(given_), *profiles)

    found = similar_rows(evaluation, 0, count, groups=SHELVES)

    all_others = sorted(
        _exact_distance(evaluation, 0, row)
        for row in range(1, evaluation.snapshot.size)
        if row not in evaluation.requirements.rows(Group.HIDDEN)
    )
    expected = all_others[:count] if evaluation.criteria else []
    assert [one.distance for one in found] == expected
    assert [_exact_distance(evaluation, 0, one.row) for one in found] == expected
