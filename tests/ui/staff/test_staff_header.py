from pytestqt.qtbot import QtBot
from support.window import show

from matcher.services.staff.signed_in import LoggedIn
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.staff.staff_header import StaffHeader


def test_header_when_somebody_signs_in_then_it_says_who_and_offers_the_way_out(
    qtbot: QtBot, words: Language
) -> None:
    session = StaffSession(words)
    header = StaffHeader(words, session)
    qtbot.addWidget(header)
    show(header, 900, 64)
    assert not header._sign.isVisible()
    header.set_open(is_open=True)
    assert (header._who.plain, header._sign.text()) == ("Reading only", "Sign in to change")
    with qtbot.waitSignal(session.sign_in_requested):
        header._sign.click()

    session.sign_in(LoggedIn("Ana"))
    assert (header._who.plain, header._sign.text()) == ("Signed in: Ana", "Sign out")
    header._sign.click()
    assert not session.may_change


def test_header_when_it_is_of_a_kiosk_then_whoever_is_in_may_leave_it(
    qtbot: QtBot, words: Language
) -> None:
    header = StaffHeader(words, StaffSession(words))
    qtbot.addWidget(header)
    show(header, 900, 64)
    header.set_open(is_open=True)
    assert not header._leave.isVisible()

    header.offer_leaving()
    assert header._leave.isVisible()
    with qtbot.waitSignal(header.leave_requested):
        header._leave.click()

    header.set_open(is_open=False)
    assert not header._leave.isVisible()
