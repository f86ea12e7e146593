from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import press, show, takes_taps

from ui.widgets.button import Button
from ui.widgets.press_pause import pause_presses


def _shown(qtbot: QtBot) -> tuple[QWidget, Button, list[bool]]:
    window, room = QWidget(), QWidget()
    button, pressed = Button("primary", "go"), list[bool]()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(room)
    QVBoxLayout(room).addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    show(window)
    return room, button, pressed


def _tap(button: Button) -> None:
    window = button.window()
    handle = window.windowHandle()
    assert handle is not None
    place = button.mapTo(window, button.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_presses_when_paused_then_a_tap_does_nothing_and_a_key_does(qtbot: QtBot) -> None:
    _, button, pressed = _shown(qtbot)

    pause_presses(button)
    assert not takes_taps(button)

    button.setFocus()
    press(Qt.Key.Key_Space)
    assert len(pressed) == 1


def test_presses_when_a_moment_has_passed_then_a_tap_does_what_it_says(qtbot: QtBot) -> None:
    room, button, pressed = _shown(qtbot)

    pause_presses(room)
    pause_presses(room)
    assert not takes_taps(button)
    qtbot.waitUntil(lambda: takes_taps(button))
    _tap(button)

    assert len(pressed) == 1
