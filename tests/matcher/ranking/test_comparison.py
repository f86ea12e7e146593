"""Side by side: where the difference comes from, adding up exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from support.directories import MemoryDirectory
from support.rankings import MODEL, competitions, make_ranking
from support.results import make_contribution, make_result
from support.strategies import directories, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.questionnaire.response import Response, WeightWishes
from matcher.ranking.comparison import Comparison, compare
from matcher.ranking.explanation import ProfileResult, explain


def _ana() -> ProfileResult:
    """Ana has 30 + 20 + 5 points."""
    return make_result(
        make_contribution("style_steer", 750, weight=4000),
        make_contribution("issues", 500, weight=4000),
        make_contribution("goals", 250, weight=2000),
    )


def _ben() -> ProfileResult:
    """Ben has 20 + 40 + 0 points, and goals could add 20."""
    return make_result(
        make_contribution("style_steer", 500, weight=4000),
        make_contribution("issues", 1000, weight=4000),
        make_contribution("goals", 0, 1000, weight=2000),
    )


def _cleo() -> ProfileResult:
    """Cleo has 40 + 0 + 5 points; issues could add 10."""
    return make_result(
        make_contribution("style_steer", 1000, weight=4000),
        make_contribution("issues", 0, 250, weight=4000),
        make_contribution("goals", 250, weight=2000),
    )


def test_compare_when_there_are_two_then_the_largest_difference_comes_first() -> None:
    compared = compare([_ana(), _ben()])

    assert [(each.criterion, each.differences) for each in compared.criteria] == [
        ("issues", (0, -20)),
        ("style_steer", (0, 10)),
        ("goals", (0, 5)),
    ]
    assert compared.differences == (0, -5)


def test_compare_when_there_are_three_then_each_is_compared_with_the_first() -> None:
    compared = compare([_ana(), _ben(), _cleo()])

    assert [(each.criterion, each.spread, each.differences) for each in compared.criteria] == [
        ("issues", 40, (0, -20, 20)),
        ("style_steer", 20, (0, 10, -10)),
        ("goals", 5, (0, 5, 0)),
    ]
    assert compared.differences == (0, -5, 10)


def test_could_differ_when_the_others_may_be_better_than_known_then_less_is_certain() -> None:
    could = {
        each.criterion: each.could_differ for each in compare([_ben(), _ana(), _cleo()]).criteria
    }

    assert could == {"issues": (0, 20, 30), "style_steer": (0, -10, -20), "goals": (0, -5, -5)}
    (goals,) = (e for e in compare([_ana(), _ben()]).criteria if e.criterion == "goals")
    assert goals.could_differ == (0, -15)


def test_compare_when_differences_are_equal_then_in_the_order_of_weights() -> None:
    parts = [("style_steer", 5000), ("goals", 3000), ("issues", 2000)]
    first = make_result(*(make_contribution(name, 600, weight=weight) for name, weight in parts))
    level = make_result(*(make_contribution(name, 600, weight=weight) for name, weight in parts))

    compared = compare([first, level])

    assert [each.criterion for each in compared.criteria] == ["style_steer", "goals", "issues"]
    assert {each.spread for each in compared.criteria} == {0}


@pytest.mark.parametrize("count", [0, 1])
def test_compare_when_there_are_fewer_than_two_then_value_error(count: int) -> None:
    with pytest.raises(ValueError, match="two"):
        compare([_ana()] * count)


def test_compare_when_nothing_was_asked_then_nothing_differs() -> None:
    assert compare([make_result(), make_result()]).differences == (0, 0)


def _compared(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> tuple[list[ProfileResult], Comparison]:
    directory, found = MemoryDirectory(people), make_ranking(people, asked, weights=weights)
    ids = found.evaluation.snapshot.ids
    results = [explain(found, row, directory.profile(ids[row]), MODEL) for row in range(len(ids))]
    return results, compare(results)


def _check(results: list[ProfileResult], compared: Comparison) -> None:
    scores = [result.score or Fraction(0) for result in results]
    assert [*compared.differences] == [scores[0] - score for score in scores]
    spreads = [each.spread for each in compared.criteria]
    assert spreads == sorted(spreads, reverse=True)
    for each in compared.criteria:
        assert each.spread == max(each.differences) - min(each.differences)
        assert all(c <= d for c, d in zip(each.could_differ, each.differences, strict=True))


@given(competitions().filter(lambda drawn: len(drawn[0]) > 1))
def test_compare_when_people_differ_then_differences_add_up_to_that_of_the_scores(
    drawn: tuple[list[Profile], dict[str, Response], WeightWishes],
) -> None:
    _check(*_compared(*drawn))


@given(directories.filter(lambda people: len(people) > 1), responses(), weight_wishes)
def test_compare_when_anything_is_asked_then_the_same_holds(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> None:
    _check(*_compared(people, asked, weights))
