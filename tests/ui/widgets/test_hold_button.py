import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support.window import press, show

from ui.widgets.hold_button import HoldButton

_SHORT, _NEVER = 20, 60_000


def _button(qtbot: QtBot, milliseconds: int) -> HoldButton:
    button = HoldButton("hold", milliseconds)
    button.set_words("Hold")
    qtbot.addWidget(button)
    show(button, 200, 60)
    button.setFocus()
    return button


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_button_when_held_by_key_then_it_tells_and_letting_go_is_no_click(
    qtbot: QtBot, key: Qt.Key
) -> None:
    button = _button(qtbot, _SHORT)

    with qtbot.assertNotEmitted(button.clicked):
        with qtbot.waitSignal(button.held):
            QTest.keyPress(button, key)
        QTest.keyRelease(button, key)


def test_button_when_held_by_pointer_then_it_tells(qtbot: QtBot) -> None:
    button = _button(qtbot, _SHORT)

    with qtbot.assertNotEmitted(button.clicked):
        with qtbot.waitSignal(button.held):
            qtbot.mousePress(button, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_button_when_pressed_and_let_go_then_it_is_a_click(qtbot: QtBot, key: Qt.Key) -> None:
    button = _button(qtbot, _NEVER)

    with qtbot.assertNotEmitted(button.held), qtbot.waitSignal(button.clicked):
        press(key)

    assert button.progress == 0


def test_button_when_held_then_how_long_still_is_seen(qtbot: QtBot) -> None:
    button = _button(qtbot, 400)
    before = button.grab().toImage()

    QTest.keyPress(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: button.progress > 0.3)
    half = button.grab().toImage()
    QTest.keyRelease(button, Qt.Key.Key_Space)

    line = before.height() - 9
    assert half.pixel(20, line) != before.pixel(20, line)
    assert button.progress == 0
