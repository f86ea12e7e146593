"""The audit as a whole: repeatable, complete, and not fooled."""

from dataclasses import replace

import pytest
from support.audited import Tables, changed_criteria, entry, hurry, kinder_training
from support.builders import make_profile
from support.directories import TODAY

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.learning.audit import Subject, audit
from matcher.learning.audit_report import AuditReport, Check
from matcher.learning.invented_clients import Crowd
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring import weights
from matcher.scoring.criteria import load_criteria
from matcher.scoring.criterion import Criteria
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import load_published

_CLIENTS = 8


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch, "goals", "issues")


def _subject(criteria: Criteria | None = None, *profiles: Profile) -> Subject:
    running = criteria or load_criteria()
    crowd = Crowd(load_questionnaire(), running, build_snapshot(profiles), TODAY)
    return Subject(AdditiveValueModel(running), load_published(), crowd, profiles)


def _audit(criteria: Criteria | None = None, *profiles: Profile) -> AuditReport:
    return audit(_subject(criteria, *profiles), clients=_CLIENTS)


_TWO = (make_profile("p-1", style_steer="-2", years="3"), make_profile("p-2", goals="emerge"))


def test_audit_when_run_twice_then_it_finds_the_same_and_tells_how_far_it_is() -> None:
    steps: list[tuple[int, int]] = []

    first = audit(_subject(None, *_TWO), clients=_CLIENTS, watch=lambda *step: steps.append(step))

    assert first == _audit(None, *_TWO)
    assert first.passed
    assert {*first.looked_at} == {*Check}
    assert [done for done, _ in steps] == [*range(1, len(steps) + 1)]
    assert {of for _, of in steps} == {len(steps)}


@pytest.mark.parametrize("profiles", [(), _TWO[:1]], ids=["nobody", "one"])
def test_audit_when_there_is_hardly_anybody_then_the_model_is_audited_all_the_same(
    profiles: tuple[Profile, ...],
) -> None:
    assert _audit(None, *profiles).passed
    assert not _audit(changed_criteria(kinder_training), *profiles).passed


def test_audit_when_a_criterion_is_gone_then_it_is_named_and_the_rest_is_audited() -> None:
    def drop_goals(raw: Tables, _presets: Tables) -> None:
        raw["criterion"].remove(entry(raw, "criterion", "goals"))

    report = _audit(changed_criteria(drop_goals), *_TWO)

    assert [one.subjects for one in report.failures] == [("goals",)]


def test_audit_when_a_criterion_moved_to_another_group_then_the_weights_fail() -> None:
    def move_goals(raw: Tables, _presets: Tables) -> None:
        entry(raw, "criterion", "goals")["group"] = "format"

    report = _audit(changed_criteria(move_goals), *_TWO)

    assert Check.WEIGHTS in {one.key for one in report.failures}


def test_audit_when_a_criterion_was_never_published_then_it_is_named() -> None:
    subject = _subject(None, *_TWO)
    shares = {name: share for name, share in subject.published.shares.items() if name != "goals"}
    unpublished = replace(subject, published=replace(subject.published, shares=shares))

    report = audit(unpublished, clients=_CLIENTS)

    assert (Check.PUBLISHED, ("goals",)) in {(one.key, one.subjects) for one in report.failures}


def test_audit_when_the_rule_of_weights_is_changed_then_weights_and_importance_fail(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(weights, "_strength", lambda _wish: 1)

    report = _audit(None, *_TWO)

    assert {one.key for one in report.failures} >= {Check.WEIGHTS}
    assert {one.key for one in report.failures} <= {Check.WEIGHTS, Check.IMPORTANCE}
    assert len(report.failures) == len({(one.key, one.subjects) for one in report.failures})
    assert all(one.numbers["times"] >= 1 for one in report.failures)
