"""A criterion carries only what the resources say."""

from matcher.scoring.criterion import Criteria, Criterion


def test_criterion_when_nothing_is_said_of_levels_then_being_named_is_all() -> None:
    criterion = Criterion("tools", "approach", 1, "mean", ("tools",))

    assert (dict(criterion.values), criterion.scale, criterion.at_least) == ({}, (), False)


def test_criteria_when_asked_for_an_id_then_that_criterion() -> None:
    criterion = Criterion("tools", "approach", 1, "mean", ("tools",))
    criteria = Criteria("additive/1", (), (criterion,), {})

    assert criteria.criterion("tools") is criterion
