from pytestqt.qtbot import QtBot
from support.window import show

from ui.staff.people_notice import PeopleNotice


def test_notice_when_it_has_something_to_say_then_its_button_leads_on(qtbot: QtBot) -> None:
    notice = PeopleNotice()
    qtbot.addWidget(notice)
    notice.say("Nobody found", "Try fewer words.", "Clear")
    show(notice)

    assert notice.why.plain == "Try fewer words."
    with qtbot.waitSignal(notice.lead_requested):
        notice.lead.click()


def test_notice_when_there_is_nothing_to_do_then_it_has_no_button(qtbot: QtBot) -> None:
    notice = PeopleNotice()
    qtbot.addWidget(notice)
    notice.say("Reading")
    show(notice)

    assert notice.lead.isHidden()
    assert notice.why.isHidden()
    notice.say("")
    assert notice.isHidden()
