from pytestqt.qtbot import QtBot
from support.window import show

from matcher.services.kiosks.kiosk_words import KioskWords
from ui.staff.kiosk_entry import KioskEntry


def test_entry_when_all_is_well_then_it_shows_what_is_known_and_no_notice(qtbot: QtBot) -> None:
    entry = KioskEntry(0, KioskWords("Hall <b>2</b>", ("One.", "Two.")))
    qtbot.addWidget(entry)
    show(entry)

    assert entry.name.plain == "Hall <b>2</b>"
    assert entry.name.accessibleName() == "Hall <b>2</b>"
    assert [line.plain for line in entry.lines] == ["One.", "Two."]
    assert entry.notice.isHidden()


def test_entry_when_there_is_something_to_look_after_then_it_stands_below(qtbot: QtBot) -> None:
    entry = KioskEntry(0, KioskWords("Hall", ("One.",), ("Look.", "And there.")))
    qtbot.addWidget(entry)
    show(entry)

    assert entry.notice.isVisible()
    assert entry.notice.words == ("Look.", "And there.")
    assert entry.notice.y() > entry.lines[-1].y()
