"""Reasons: strongest fits, costliest differences, most telling gaps."""

# ruff: noqa: E501 - one row of a table on one line

from datetime import date

from support.builders import make_profile
from support.directories import MemoryDirectory, make_answers

from matcher.questionnaire.response import Response, Times
from matcher.ranking.explanation import LEVEL_NAMED, explain
from matcher.ranking.ranking import rank
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import Contribution
from matcher.services.matching import match

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
