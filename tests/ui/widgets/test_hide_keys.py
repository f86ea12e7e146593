import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import settle, show

from ui.widgets.hide_keys import HideKeys

_F9 = (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
_CTRL_H = (Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window, room = QWidget(), QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(room)
    QVBoxLayout(room).addWidget(QLineEdit())
    room.setObjectName("room")
    show(window)
    return window


def _listening(window: QWidget) -> tuple[HideKeys, QWidget]:
    room = window.findChild(QWidget, "room")
    assert room is not None
    return HideKeys(window, room), room


@pytest.mark.parametrize("key", [_F9, _CTRL_H], ids=["f9", "ctrl_h"])
@pytest.mark.parametrize("in_dialog", [False, True])
def test_keys_when_pressed_then_they_are_heard_wherever_the_focus_is(
    qtbot: QtBot, window: QWidget, key: tuple[Qt.Key, Qt.KeyboardModifier], in_dialog: bool
) -> None:
    keys, room = _listening(window)
    field = room.findChild(QLineEdit)
    if in_dialog:
        dialog = QDialog(room)
        field = QLineEdit(dialog)
        dialog.open()
        settle()
    assert field is not None
    field.setFocus()

    with qtbot.waitSignal(keys.pressed):
        QTest.keyClick(field, *key)


def test_keys_when_the_room_is_not_seen_then_they_are_not_heard(
    qtbot: QtBot, window: QWidget
) -> None:
    keys, room = _listening(window)
    room.hide()

    with qtbot.assertNotEmitted(keys.pressed):
        QTest.keyClick(window, *_F9)
