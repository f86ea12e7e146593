import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.services.settings.options import LONGEST_NAME, OPTIONS
from ui.language import Language
from ui.staff.name_row import NameRow


@pytest.fixture
def row(qtbot: QtBot, words: Language) -> NameRow:
    row = NameRow(OPTIONS["kiosk_name"], words)
    qtbot.addWidget(row)
    row.retranslate()
    row.show_value("")
    show(row)
    return row


def test_row_when_nothing_is_written_then_it_says_what_holds(row: NameRow) -> None:
    assert row.field.placeholderText() == "the name of the computer"
    assert row.field.accessibleName() == "Name of this kiosk"
    assert "the name of the computer" in row.field.accessibleDescription()
    assert row.first() is row.field
    assert not row.is_wrong


def test_row_when_a_name_is_written_then_it_is_told_without_spaces_around_it(
    row: NameRow, qtbot: QtBot
) -> None:
    told: list[tuple[str, object]] = []
    row.value_changed.connect(lambda key, value: told.append((key, value)))

    QTest.keyClicks(row.field, " Hall ")
    row.show_value("Hall")

    assert told[-1] == ("kiosk_name", "Hall")
    assert row.field.text() == " Hall ", "nothing moves while somebody writes"
    row.show_value("Attic")
    assert row.field.text() == "Attic"
    assert row.field.maxLength() == LONGEST_NAME


def test_row_when_what_is_written_is_no_name_then_it_says_so_until_it_is(
    row: NameRow, qtbot: QtBot
) -> None:
    told: list[object] = []
    row.value_changed.connect(lambda _, value: told.append(value))
    row.field.setText("Ha\u202ell")
    row.field.textEdited.emit(row.field.text())

    assert told == [None]
    assert row.is_wrong
    assert row.say_wrong() is row
    assert str(LONGEST_NAME) in row.error.plain
    assert row.error.plain in row.field.accessibleDescription()
    row.retranslate()
    assert row.error.plain

    row.field.clear()
    QTest.keyClicks(row.field, "Hall")
    assert row.error.plain == ""
    assert told[-1] == "Hall"
