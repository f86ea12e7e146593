"""Who may change the directory."""

from pytestqt.qtbot import QtBot

from matcher.errors import Message, SignedOutError, StaffError
from matcher.services.staff.signed_in import LoggedIn
from ui.controllers.staff_session import StaffSession


def test_session_when_nobody_signed_in_then_it_only_reads(qtbot: QtBot) -> None:
    session = StaffSession()

    assert not session.may_change
    assert session.who.name == ""


def test_session_when_somebody_signs_in_and_out_then_each_is_told(qtbot: QtBot) -> None:
    session = StaffSession()
    seen: list[tuple[str, bool]] = []
    session.changed.connect(lambda: seen.append((session.who.name, session.may_change)))

    session.sign_in(LoggedIn("rosa"))
    session.sign_out()

    assert seen == [("rosa", True), ("", False)]


def test_session_when_something_is_to_be_changed_then_signing_in_is_asked_for_only_if_nobody_did(
    qtbot: QtBot,
) -> None:
    session = StaffSession()
    with qtbot.waitSignal(session.sign_in_requested):
        assert not session.ask_to_change()

    session.sign_in(LoggedIn("rosa"))

    with qtbot.assertNotEmitted(session.sign_in_requested):
        assert session.ask_to_change()


def test_error_when_it_says_who_is_signed_in_may_no_longer_then_they_are_asked_again(
    qtbot: QtBot,
) -> None:
    session = StaffSession()
    session.sign_in(LoggedIn("Kim"))
    session.heed(StaffError(Message("staff.error.no_pin")))
    assert session.may_change

    with qtbot.waitSignal(session.sign_in_requested):
        session.heed(SignedOutError(Message("staff.error.signed_out", name="Kim")))

    assert not session.may_change
