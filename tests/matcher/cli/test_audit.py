"""``rapport audit``: plain words, a document, and an exit code that can be relied on."""

import sys

import pytest
from support.audited import changed_criteria, heavier_goals, hurry
from support.commands import Rapport

from matcher.services.matching import audit as service


def test_audit_when_there_is_no_directory_then_the_sample_is_audited_and_that_is_said(
    rapport: Rapport,
) -> None:
    done = rapport("audit")

    assert (done.code, done.err) == (0, "")
    first, second, *_ = done.out.splitlines()
    assert (
        first == "There is no directory yet, so the sample was looked at. Its people are invented."
    )
    assert second == ("The model does what “How this works” says of weights, values and points.")


def test_audit_when_asked_for_json_then_one_document_says_all(
    with_sample: Rapport, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, "goals")

    done = with_sample("audit", "--json")

    assert (done.code, done.err) == (0, "")
    document = done.document
    assert (document["format"], document["passed"], document["sample"]) == (
        "rapport-audit/1",
        True,
        False,
    )
    assert document["failures"] == []
    assert {check["status"] for check in document["checks"]} == {"ok"}
    assert all({*note} == {"id", "subjects", "numbers", "message"} for note in document["notes"])


def test_audit_when_a_weight_was_changed_then_it_names_it_and_ends_with_1(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    monkeypatch.setattr(service, "load_criteria", lambda: changed_criteria(heavier_goals))

    done = rapport("audit")

    assert done.code == 1
    assert "Goals: 3 is printed, and 9 is used." in done.out
    assert "The model does not do what “How this works” says." in done.out


def test_audit_when_it_takes_long_on_a_terminal_then_a_bar_is_shown(
    rapport: Rapport, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch)
    monkeypatch.setattr("matcher.cli.audit._QUIET_SECONDS", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    done = rapport("audit")

    assert done.code == 0
    assert "Checking the model" in done.err
    assert "Checking the model" not in done.out
