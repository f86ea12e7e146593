from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from matcher.followup.reminders import Reminder, ReminderKind
from matcher.followup.search_log import Candidate, Contact
from ui.language import Language
from ui.widgets.reminder_list import ReminderList

pytestmark = pytest.mark.usefixtures("qapp")

_DAY = date(2026, 3, 2)


def _reminder(name: str) -> Reminder:
    one = Candidate(name.lower(), name, (Contact(_DAY),))
    return Reminder(ReminderKind.TRY_NEXT, one, one.contacts[0], _DAY)


def test_list_when_something_is_due_then_each_leads_to_whom_it_is_about(qtbot: QtBot) -> None:
    due = ReminderList()
    qtbot.addWidget(due)
    due.show_reminders((_reminder("Ana"), _reminder("Ben")), Language("en"))
    assert all(name in line for name, line in zip(("Ana", "Ben"), due.words, strict=True))
    assert due.buttons[1].accessibleName() == "Open what I noted on Ben"
    with qtbot.waitSignal(due.opened) as told:
        due.buttons[1].click()
    assert told.args == ["ben"]


def test_list_when_it_is_the_same_then_its_buttons_stay_and_when_nothing_is_due_it_goes(
    qtbot: QtBot,
) -> None:
    due = ReminderList()
    qtbot.addWidget(due)
    assert due.isHidden()
    due.show_reminders((_reminder("Ana"),), Language("en"))
    before = due.buttons
    due.show_reminders((_reminder("Ana"),), Language("en"))
    assert due.buttons == before
    due.show_reminders((_reminder("Ana"),), Language("es"))
    assert due.buttons[0].accessibleName() == "Abrir lo que anoté sobre Ana"
    due.show_reminders((), Language("en"))
    assert due.isHidden()
    assert due.words == ()
