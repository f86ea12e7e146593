import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.window import show

from matcher.checklist.wording import SHOWN_CHARACTERS
from ui.widgets.words_field import LONGEST, WordsField


@pytest.fixture
def field(qtbot: QtBot) -> WordsField:
    field = WordsField("first_meetings")
    qtbot.addWidget(field)
    field.set_words("What would help?", "For example: sleep", "Room for 300", "That is all")
    show(field)
    return field


def test_field_when_made_then_it_takes_as_much_as_a_sheet_prints() -> None:
    assert LONGEST == SHOWN_CHARACTERS


def test_field_when_written_in_then_the_words_are_told_without_spaces_around(
    field: WordsField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.words_changed) as told:
        field.field.setPlainText(" more sleep\n")

    assert told.args == ["more sleep"]
    assert field.text == "more sleep"


def test_field_when_too_much_is_pasted_then_the_rest_is_left_out_and_said(
    field: WordsField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.words_changed) as told:
        field.field.setPlainText("a" * (LONGEST + 5))

    assert told.args == ["a" * LONGEST]
    assert field.field.toPlainText() == "a" * LONGEST
    assert field.full.plain == "That is all"

    field.field.setPlainText("short")
    assert not field.full.plain


def test_field_when_too_much_is_pasted_in_front_then_the_words_stay_and_it_can_be_taken_back(
    field: WordsField, qtbot: QtBot
) -> None:
    before = "a" * (LONGEST - 5) + "end"
    field.show_text(before)
    with qtbot.waitSignal(field.words_changed) as told:
        _paste_in_front(field, "b" * LONGEST)
    assert told.args == [f"bb{before}"]
    assert field.full.plain == "That is all"
    assert field.room.isHidden()
    field.field.undo()
    assert field.text == before
    assert not field.full.plain


def test_field_when_more_is_kept_than_it_takes_then_nothing_of_that_is_cut(
    field: WordsField, qtbot: QtBot
) -> None:
    kept = "a" * LONGEST + " and the end"
    field.show_text(kept)
    with qtbot.assertNotEmitted(field.words_changed):
        _paste_in_front(field, "b")
    assert field.full.plain
    field.field.moveCursor(QTextCursor.MoveOperation.Start)
    field.field.textCursor().deleteChar()
    assert field.text == kept[1:]
    field.field.undo()
    assert field.text == kept


def _paste_in_front(field: WordsField, words: str) -> None:
    field.field.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.clipboard().setText(words)
    field.field.paste()


def test_field_when_signs_come_that_no_file_takes_then_they_are_left_out(
    field: WordsField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.words_changed) as told:
        field.field.setPlainText("sleep\u202e well\x07")

    assert told.args == ["sleep well"]


def test_field_when_shown_other_words_then_nothing_is_told(field: WordsField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.words_changed):
        field.show_text("calmer days")

    assert field.text == "calmer days"
