"""Reasons: strongest fits, costliest differences, most telling gaps."""

# ruff: noqa: E501 - one row of a table on one line

from datetime import date

from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers
from support.results import make_contribution, make_result

from matcher.questionnaire.response import Response, Times
from matcher.ranking.explanation import LEVEL_NAMED, explain
from matcher.ranking.ranking import rank
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import Contribution, Group
from matcher.services.matching.match import match

ASKED = make_answers(
    style_steer=-2, style_feelings=1, issues=("worry",), times=Times(good=("mon-late",)), goals="emerge"
)  # fmt: skip


def _ids(parts: tuple[Contribution, ...]) -> list[str]:
    return [part.criterion for part in parts]


def test_explain_when_some_fit_and_some_do_not_then_they_are_told_apart_in_order() -> None:
    person = make_profile(
        "p", accepting="yes", style_steer="-2", style_feelings="-2..-1", times="mon-late", goals="in_writing"
    )  # fmt: skip
    result = match(MemoryDirectory([person]), ASKED, seed=1).result_for("p")

    assert _ids(result.strongest) == ["style_steer", "times"]
    assert _ids(result.differences) == ["goals", "style_feelings"]
    assert _ids(result.unknowns) == ["issues"]
    assert (result.fits, result.asked) == (2, 5)


def test_differences_when_weights_differ_then_what_costs_most_in_points_comes_first() -> None:
    """40 × 0.4 is 16 points lost, 39 × 1 is 39, and 21 × 0.5 is 10.5."""
    result = make_result(
        make_contribution("style_steer", 600, weight=4000),
        make_contribution("issues", 0, weight=3900),
        make_contribution("goals", 500, weight=2100),
    )

    assert _ids(result.differences) == ["issues", "style_steer", "goals"]


def test_strongest_and_unknowns_when_weights_differ_then_by_points() -> None:
    """30 and 35 points are there; 12 and 14 could be added."""
    result = make_result(
        make_contribution("style_steer", 750, weight=4000),
        make_contribution("issues", 1000, weight=3500),
        make_contribution("goals", 0, 800, weight=1500),
        make_contribution("times", 0, 1000, weight=1400),
    )

    assert _ids(result.strongest) == ["issues", "style_steer"]
    assert _ids(result.unknowns) == ["times", "goals"]


def test_explain_when_some_are_level_then_they_are_named_in_shown_order() -> None:
    people = [make_profile(f"p-{n}", accepting="yes", style_steer="-2") for n in range(4)]
    people.append(make_profile("p-9", accepting="yes", style_steer="2"))
    found = match(MemoryDirectory(people), make_answers(style_steer=-2), seed=1)
    shown = [found.evaluation.snapshot.ids[row] for row in found.order(Group.MEETS_ALL, 4)]

    for name in shown:
        result = found.result_for(name)
        assert result.level_with == tuple(other for other in shown if other != name)
        assert (result.rank, result.level) == (1, 3)
    assert (found.result_for("p-9").rank, found.result_for("p-9").level_with) == (5, ())


def test_explain_when_a_fact_has_aged_out_then_it_is_not_offered() -> None:
    person = make_profile("p", confirmed_on=date(2025, 1, 1), times="mon-late", style_steer="-2")
    result = match(MemoryDirectory([person]), ASKED, seed=1).result_for("p")
    offered = {part.criterion: part.offered for part in result.contributions}

    assert offered["times"] is None
    assert offered["style_steer"] == "-2"


def test_explain_when_scoring_allowed_older_facts_then_they_are_offered() -> None:
    person = make_profile("p", confirmed_on=date(2025, 1, 1), times="mon-late")
    found = match(MemoryDirectory([person]), ASKED, seed=1)
    model = AdditiveValueModel(found.model, limit_days=1000)
    evaluation = model.evaluate(found.evaluation.snapshot, found.evaluation.preferences)

    result = explain(rank(evaluation, 1), 0, person, found.model)
    offered = {part.criterion: part.offered for part in result.contributions}

    assert offered["times"] == "mon-late"


def test_explain_when_everybody_is_level_then_names_are_bounded_and_the_number_is_told() -> None:
    people = [make_profile(f"p-{number:04}") for number in range(LEVEL_NAMED + 50)]
    result = match(MemoryDirectory(people), make_answers(), seed=1).result_for("p-0000")

    assert len(result.level_with) == LEVEL_NAMED
    assert result.level == LEVEL_NAMED + 49


def test_explain_when_nothing_was_asked_then_there_is_no_score() -> None:
    answers = make_answers({"style_steer": Response(0)})
    result = match(MemoryDirectory([make_profile("p")]), answers, seed=1).result_for("p")

    assert (result.score, result.high, result.known, result.could_fit_better) == (None,) * 3 + (
        False,
    )
