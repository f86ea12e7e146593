"""The audit of a directory, as a window or the command line asks for it."""

import pytest
from support.audited import changed_criteria, heavier_goals, hurry, kinder_training, more_style

from matcher.learning.audit_report import Check
from matcher.scoring import value_functions
from matcher.scoring.criterion import Criteria
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.matching.audit import audit_directory


def _failures(criteria: Criteria | None = None) -> set[tuple[Check, str]]:
    report = audit_directory(sample_directory(), criteria=criteria)
    assert report.profiles == sample_directory().snapshot.size
    return {(one.key, one.subjects[0]) for one in report.failures}  # type: ignore[misc]


def test_sample_when_audited_then_the_model_does_what_is_published() -> None:
    assert _failures() == set()


def test_model_when_a_share_is_changed_then_numbers_weights_and_importance_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hurry(monkeypatch, "goals", "issues")

    found = _failures(changed_criteria(heavier_goals))

    assert found >= {
        (Check.PUBLISHED, "goals"),
        (Check.WEIGHTS, "goals"),
        (Check.IMPORTANCE, "goals"),
    }
    assert not {key for key, _ in found} & {Check.EXAMPLES, Check.DEPENDENCE, Check.SUMS}


def test_model_when_points_are_moved_then_the_groups_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hurry(monkeypatch)

    assert _failures(changed_criteria(more_style)) >= {
        (Check.PUBLISHED, "style"),
        (Check.PUBLISHED, "format"),
    }


def test_model_when_a_level_counts_otherwise_then_values_fail_and_weights_do_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hurry(monkeypatch, "goals", "issues")

    assert _failures(changed_criteria(kinder_training)) == {
        (Check.EXAMPLES, "issues"),
        (Check.DEPENDENCE, "issues"),
    }


def test_model_when_a_value_function_is_changed_then_its_criterion_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hurry(monkeypatch, "goals", "times")
    monkeypatch.setattr(value_functions, "_POSSIBLE_CELL_VALUE", 500)

    assert _failures() == {(Check.EXAMPLES, "times"), (Check.DEPENDENCE, "times")}
