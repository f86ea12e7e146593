"""A criterion carries only what the resources say."""

import pytest

from matcher.scoring.criterion import Criteria, Criterion


def test_criterion_when_nothing_is_said_of_levels_then_being_named_is_all() -> None:
    criterion = Criterion("tools", "approach", 1, "mean", ("tools",))

    assert (dict(criterion.values), criterion.scale, criterion.at_least) == ({}, (), False)


def test_criteria_when_asked_for_an_id_then_that_criterion() -> None:
    criterion = Criterion("tools", "approach", 1, "mean", ("tools",))
    criteria = Criteria("additive/1", (), (criterion,), {})

    assert criteria.criterion("tools") is criterion


def test_fields_of_when_asked_for_a_criterion_or_a_standing_need_then_what_answers_it() -> None:
    criterion = Criterion("fee", "scheduling", 4, "fee", ("fee_max", "fee_min"))
    criteria = Criteria("additive/1", (), (criterion,), {}, {"licence": ("licensed_areas",)})

    assert criteria.fields_of("fee") == ("fee_max", "fee_min")
    assert criteria.fields_of("licence") == ("licensed_areas",)
    assert "fee" in criteria
    assert "licence" not in criteria
    with pytest.raises(KeyError, match="stars"):
        criteria.fields_of("stars")


def test_criterion_when_nothing_is_said_of_needs_then_any_of_what_was_asked_is_enough() -> None:
    criterion = Criterion("tools", "approach", 1, "mean", ("tools",))

    assert (criterion.need, criterion.need_level, criterion.any_code) == ("any", "", False)
