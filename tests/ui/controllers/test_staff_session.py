"""Who may change the directory."""

from pytestqt.qtbot import QtBot

from ui.controllers.staff_session import StaffSession


def test_session_when_nobody_signed_in_then_it_only_reads(qtbot: QtBot) -> None:
    session = StaffSession()

    assert not session.may_change
    assert session.who == ""


def test_session_when_somebody_signs_in_and_out_then_each_is_told(qtbot: QtBot) -> None:
    session = StaffSession()
    seen: list[tuple[str, bool]] = []
    session.changed.connect(lambda: seen.append((session.who, session.may_change)))

    session.sign_in("rosa")
    session.sign_out()

    assert seen == [("rosa", True), ("", False)]
