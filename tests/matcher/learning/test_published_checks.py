"""The model that runs beside what is published of it."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from support.audited import (
    Tables,
    changed_criteria,
    entry,
    heavier_goals,
    kinder_training,
    more_style,
    other_preset,
)
from support.builders import make_profile
from support.directories import TODAY, make_answers
from support.strategies import directories, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.learning.audit_report import ABSENT
from matcher.learning.published_checks import (
    example_findings,
    number_count,
    number_findings,
    published_weights,
    sums_hold,
    weight_findings,
)
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, WeightWishes
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import load_published
from matcher.scoring.result import WeightedCriterion

_PUBLISHED = load_published()


def _drop_goals(raw: Tables, _presets: Tables) -> None:
    raw["criterion"].remove(entry(raw, "criterion", "goals"))


def _evaluate(criteria: object = None, **values: object) -> Evaluation:
    preferences = elicit(make_answers(**values), load_questionnaire(), TODAY)
    snapshot = build_snapshot([make_profile("p-1", style_steer="-1"), make_profile("p-2")])
    return AdditiveValueModel(criteria or load_criteria()).evaluate(snapshot, preferences)  # type: ignore[arg-type]


def test_model_when_it_is_the_one_that_runs_then_it_is_as_published() -> None:
    assert [*number_findings(load_criteria(), _PUBLISHED)] == []
    assert [*example_findings(AdditiveValueModel(load_criteria()), _PUBLISHED)] == []
    assert number_count(_PUBLISHED) == 7 + len(load_criteria().criteria) + 4 * 7


@pytest.mark.parametrize(
    ("change", "subjects", "published", "found"),
    [
        pytest.param(heavier_goals, [("goals",)], 3, 9, id="share"),
        pytest.param(other_preset, [("practical_first", "style")], 15, 16, id="preset"),
        pytest.param(_drop_goals, [("goals",)], 3, ABSENT, id="criterion-gone"),
        pytest.param(
            more_style,
            [("style",), ("format",), ("balanced", "style"), ("balanced", "format")],
            24,
            25,
            id="points",
        ),
    ],
)
def test_number_when_changed_then_it_is_named_with_both_numbers(
    change: object, subjects: list[tuple[str, ...]], published: int, found: int
) -> None:
    criteria = changed_criteria(change)  # type: ignore[arg-type]

    findings = [*number_findings(criteria, _PUBLISHED)]

    assert [one.subjects for one in findings] == subjects
    assert (findings[0].numbers["published"], findings[0].numbers["found"]) == (published, found)


def test_value_when_changed_then_its_criterion_is_named_once() -> None:
    model = AdditiveValueModel(changed_criteria(kinder_training))

    (found,) = example_findings(model, _PUBLISHED)

    assert found.subjects == ("issues",)
    assert (found.numbers["published_low"], found.numbers["found_low"]) == (300, 400)
    assert found.numbers["examples"] >= 2


def test_weights_when_three_groups_are_asked_then_they_are_those_of_the_documentation() -> None:
    evaluation = _evaluate(style_steer=-1, medication="yes", start="month")

    exact = published_weights(evaluation.preferences, _PUBLISHED)

    assert sum(exact.values()) == 10_000
    assert exact["style_steer"] / exact["start"] == Fraction(24, 14)
    assert exact["style_steer"] / exact["medication"] == Fraction(24, 10)


def test_weights_when_a_share_was_changed_then_they_are_found() -> None:
    evaluation = _evaluate(changed_criteria(heavier_goals), goals="emerge", feedback="every_time")

    exact = published_weights(evaluation.preferences, _PUBLISHED)

    assert {one.subjects for one in weight_findings(evaluation, exact)} == {
        ("goals",),
        ("feedback",),
    }


@settings(max_examples=60)
@given(directories, responses(), weight_wishes)
def test_weights_when_anything_is_asked_then_the_model_weighs_as_published(
    profiles: list[Profile], given_: dict[str, Response], weights: WeightWishes
) -> None:
    preferences = elicit(make_answers(given_, weights=weights), load_questionnaire(), TODAY)
    evaluation = AdditiveValueModel(load_criteria()).evaluate(build_snapshot(profiles), preferences)

    exact = published_weights(preferences, _PUBLISHED)

    assert weight_findings(evaluation, exact) == []
    assert sums_hold(evaluation)


def test_sums_when_weights_are_not_ten_thousand_then_they_do_not_hold() -> None:
    evaluation = _evaluate(style_steer=-2)
    light = evaluation.reweighted((WeightedCriterion("style_steer", "style", 9_999, 0),))

    assert sums_hold(evaluation)
    assert not sums_hold(light)


def test_sums_when_a_value_lies_above_what_could_be_then_they_do_not_hold() -> None:
    evaluation = _evaluate(style_steer=-2)
    evaluation.low[0, 1], evaluation.high[0, 1] = 900, 100

    assert not sums_hold(evaluation)
