from functools import partial
from pathlib import Path

import pytest
from support.personal import OTHER, PASSPHRASE, own_answers, quick_personal
from support.window import settle

from matcher.errors import Message, PersonalError
from matcher.services.personal.kept_documents import KeptDocuments
from matcher.services.personal.personal import PersonalService
from ui.controllers import personal_jobs as jobs
from ui.controllers.kept_notes import NO_NOTES
from ui.controllers.personal_controller import PersonalController
from ui.controllers.personal_jobs import WindowState

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def personal(tmp_path: Path) -> PersonalController:
    return PersonalController(partial(quick_personal, tmp_path))


def test_controller_when_created_and_saved_then_it_is_told_and_comes_back(
    personal: PersonalController,
) -> None:
    told: list[object] = []
    personal.code_made.connect(lambda code: told.append(len(code)))
    personal.kept.connect(lambda: told.append("kept"))
    personal.opened.connect(told.append)
    state = WindowState(own_answers(), ("a",), "fee", notes=NO_NOTES)
    personal.create(PASSPHRASE)
    assert personal.busy
    personal.create(OTHER)  # one thing at a time
    settle()
    assert personal.is_open
    personal.save(state)
    settle()
    personal.close()
    assert not personal.is_open
    personal.open(PASSPHRASE)
    settle()
    personal.close()

    assert told == [34, "kept", state]


def test_controller_when_a_save_still_waits_then_it_does_not_undo_a_newer_one(
    personal: PersonalController,
) -> None:
    told: list[object] = []
    personal.opened.connect(told.append)
    older, newer = (WindowState(own_answers(), (each,), "fee", notes=NO_NOTES) for each in "ab")
    personal.create(PASSPHRASE)
    settle()
    with personal._held.working():
        personal.save(older)
        assert personal.save_at_once(newer) is None
    settle()
    personal.close()
    personal.open(PASSPHRASE)
    settle()
    personal.close()

    assert told == [newer]


def test_controller_when_it_is_closed_then_a_save_that_still_waits_reaches_no_later_sitting(
    personal: PersonalController,
) -> None:
    personal.create(PASSPHRASE)
    settle()
    with personal._held.working():
        personal.save(WindowState(own_answers(), ("a",), "fee", notes=NO_NOTES))
        personal.close()
        jobs.open_(personal._held, PASSPHRASE)
    settle()

    assert jobs.open_(personal._held, PASSPHRASE) is None
    personal.close()


def test_controller_when_the_passphrase_is_wrong_then_it_is_refused_and_stays_closed(
    personal: PersonalController,
) -> None:
    refused: list[PersonalError] = []
    personal.refused.connect(refused.append)
    personal.create(PASSPHRASE)
    settle()
    personal.close()
    personal.open(OTHER)
    settle()

    assert [each.messages[0].key for each in refused] == ["personal.error.wrong_passphrase"]
    assert not personal.is_open
    assert personal.standing.exists


def test_controller_when_all_is_cleared_then_nothing_is_there(
    personal: PersonalController,
) -> None:
    told: list[str] = []
    personal.cleared.connect(lambda: told.append("cleared"))
    personal.create(PASSPHRASE)
    settle()
    personal.clear_all()
    settle()

    assert told == ["cleared"]
    assert not personal.is_open
    assert not personal.standing.exists


def test_controller_when_a_save_fails_at_once_then_the_reason_is_returned(
    personal: PersonalController, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = PersonalError(Message("personal.error.full", file="there"))

    def refuse(*_: object) -> None:
        raise error

    personal.create(PASSPHRASE)
    settle()
    state = WindowState(own_answers())
    assert personal.save_at_once(state) is None
    monkeypatch.setattr(KeptDocuments, "save_answers", refuse)
    assert personal.save_at_once(state) is error
    personal.close()


def test_controller_when_never_used_then_closing_makes_no_service() -> None:
    def never() -> PersonalService:
        raise AssertionError("nobody asked for it")

    PersonalController(never).close()
