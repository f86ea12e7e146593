"""Every example of the documentation, worked out by the model that ships."""

from datetime import date

import pytest

from matcher.scoring.criteria import load_criteria
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import ValueExample, load_published
from matcher.scoring.worked_example import example_preferences, example_profile, work_out

MODEL = AdditiveValueModel(load_criteria())


def _name(example: ValueExample) -> str:
    return f"{example.criterion} {example.asked} {dict(example.offered)}"


@pytest.mark.parametrize("example", load_published().examples, ids=_name)
def test_work_out_when_the_shipped_model_runs_then_the_published_value(
    example: ValueExample,
) -> None:
    assert work_out(example, MODEL) == (example.low, example.high)


def test_example_profile_when_a_cell_dates_the_others_then_every_fact_has_the_day() -> None:
    profile = example_profile({"languages": "es:native", "bio": "", "confirmed_on": "2026-01-02"})

    assert set(profile.facts) == {"languages"}
    assert profile.facts["languages"].confirmed_on == date(2026, 1, 2)


def test_example_preferences_when_other_answers_bear_on_it_then_they_are_asked_too() -> None:
    example = next(each for each in load_published().examples if each.others)
    preferences = example_preferences(example)

    assert {wish.criterion for wish in preferences.wishes} == {"formats", "place"}
    assert preferences.must_haves == ()
