import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.words_edit import WordsEdit

_BEFORE = "🎈abcdend"


@pytest.fixture
def edit(qtbot: QtBot) -> WordsEdit:
    edit = WordsEdit(len(_BEFORE) + 3)
    qtbot.addWidget(edit)
    edit.setPlainText(_BEFORE)
    show(edit)
    return edit


def _go_to(edit: WordsEdit, place: int, chosen: int = 0) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place + chosen, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def _paste(edit: WordsEdit, words: str) -> None:
    source = QMimeData()
    source.setText(words)
    edit.insertFromMimeData(source)


@pytest.mark.parametrize(
    ("place", "chosen", "after"),
    [
        (0, 0, "x🎈y🎈abcdend"),
        (2, 0, "🎈x🎈yabcdend"),  # Qt counts the balloon as two
        (2, 2, "🎈x🎈yx🎈cdend"),
        (9, 0, "🎈abcdendx🎈y"),
    ],
)
def test_edit_when_too_much_is_pasted_then_what_was_there_stays_and_the_step_can_be_taken_back(
    edit: WordsEdit, qtbot: QtBot, place: int, chosen: int, after: str
) -> None:
    _go_to(edit, place, chosen)
    with qtbot.waitSignal(edit.refused):
        _paste(edit, "x🎈y" * 9)
    assert edit.toPlainText() == after
    edit.undo()
    assert edit.toPlainText() == _BEFORE
    edit.redo()
    assert edit.toPlainText() == after


def test_edit_when_the_clipboard_is_pasted_then_it_goes_the_same_way(edit: WordsEdit) -> None:
    QApplication.clipboard().setText("x\u202ey\x07\r\nzzz")
    _go_to(edit, 0)
    edit.paste()
    assert edit.toPlainText() == f"xy\n{_BEFORE}"


def test_edit_when_a_key_has_no_room_then_nothing_is_pushed_out(
    edit: WordsEdit, qtbot: QtBot
) -> None:
    _go_to(edit, 0)
    QTest.keyClicks(edit, "123")
    for key in (Qt.Key.Key_4, Qt.Key.Key_Return):
        with qtbot.waitSignal(edit.refused):
            QTest.keyClick(edit, key)
    assert edit.toPlainText() == f"123{_BEFORE}"
    with qtbot.assertNotEmitted(edit.refused):
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
        QTest.keyClick(edit, Qt.Key.Key_Right)
        QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(edit, Qt.Key.Key_5)
    assert edit.toPlainText() == "5"
    edit.undo()
    assert edit.toPlainText() == f"12{_BEFORE}"


def test_edit_when_words_are_put_together_from_keys_then_what_has_room_comes_in(
    edit: WordsEdit, qtbot: QtBot
) -> None:
    _go_to(edit, 0)
    with qtbot.waitSignal(edit.refused):
        event = QInputMethodEvent()
        event.setCommitString("日本語です")
        QApplication.sendEvent(edit, event)
    assert edit.toPlainText() == f"日本語{_BEFORE}"


def test_edit_when_a_sign_no_file_takes_is_typed_then_it_does_not_come_in(edit: WordsEdit) -> None:
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, edit, Qt.Key.Key_unknown, "\u202e", Qt.KeyboardModifier.NoModifier
    )
    assert edit.toPlainText() == _BEFORE
