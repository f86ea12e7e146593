from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from matcher.followup.search_log import LONGEST_LINE
from ui.widgets.own_line import OwnLine


def test_line_when_typed_then_told_without_spaces_around_and_no_longer_than_is_kept(
    qtbot: QtBot,
) -> None:
    line = OwnLine("line")
    qtbot.addWidget(line)
    told: list[str] = []
    line.written.connect(told.append)

    QTest.keyClicks(line.field, " ab ")

    assert told == ["", "a", "ab", "ab"]
    assert line.field.maxLength() == LONGEST_LINE


def test_line_when_the_same_words_are_shown_then_a_space_being_typed_stays(qtbot: QtBot) -> None:
    line = OwnLine("line")
    qtbot.addWidget(line)
    line.show_line("ab")
    QTest.keyClicks(line.field, " ")

    line.show_line("ab")

    assert line.field.text() == "ab "
    line.show_line("")
    assert not line.field.text()
