from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.window import show

from ui.widgets.button import Button
from ui.widgets.press_guard import PressGuard

_KIND, _KEY = QEvent.Type, Qt.Key
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class _Hands:
    """Presses a button in a window, by a clock that only goes when it is told to."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 1000.0
        self.pressed = 0
        self.window = QWidget()
        self.guard = PressGuard(self.window, lambda: self.now)
        self.button, self.field = Button("primary", "go"), QLineEdit()
        room = QVBoxLayout(self.window)
        room.addWidget(self.button)
        room.addWidget(self.field)
        self.button.clicked.connect(self._count)
        qtbot.addWidget(self.window)
        show(self.window, 300, 120)
        self.button.setFocus()

    @property
    def double(self) -> float:
        """Seconds within which the system takes two clicks for one double click."""
        return QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000

    def tap(self) -> None:
        """Press the button with the pointer and let go."""
        self._send_mouse(_KIND.MouseButtonPress, _LEFT)
        self._send_mouse(_KIND.MouseButtonRelease, _NONE)

    def press(self, key: Qt.Key = _KEY.Key_Space) -> None:
        """Press a key and let go as a finger does."""
        self.send_key(_KIND.KeyPress, key)
        self.now += 0.03
        self.send_key(_KIND.KeyRelease, key)

    def send_key(self, kind: QEvent.Type, key: Qt.Key, *, marked: bool = False) -> None:
        """Let a key go down or up, now."""
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", marked)
        event.setTimestamp(round(1000 * self.now))
        QApplication.sendEvent(self.window.windowHandle(), event)

    def _send_mouse(self, kind: QEvent.Type, buttons: Qt.MouseButton) -> None:
        at = QPointF(self.button.mapTo(self.window, self.button.rect().center()))
        over = QPointF(self.window.mapToGlobal(at))
        event = QMouseEvent(kind, at, over, _LEFT, buttons, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(round(1000 * self.now))
        QApplication.sendEvent(self.window.windowHandle(), event)

    def _count(self) -> None:
        self.pressed += 1


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[_Hands]:
    return _Hands(qtbot)


@pytest.mark.parametrize("how", ["tap", "press"])
def test_press_when_nothing_came_since_the_last_then_both_press(hands: _Hands, how: str) -> None:
    for _ in range(2):
        getattr(hands, how)()
        hands.now += 0.1

    assert hands.pressed == 2


@pytest.mark.parametrize("how", ["tap", "press"])
@pytest.mark.parametrize("apart", [0.08, 0.25])
def test_press_when_it_is_the_second_of_two_quick_ones_then_what_came_between_does_not_take_it(
    hands: _Hands, how: str, apart: float
) -> None:
    getattr(hands, how)()
    hands.guard.note_change()
    hands.now += apart
    getattr(hands, how)()
    assert hands.pressed == 1

    hands.now += hands.double
    getattr(hands, how)()

    assert hands.pressed == 2


def test_tap_when_what_came_took_long_then_the_second_of_two_is_known_by_when_it_was_made(
    hands: _Hands,
) -> None:
    hands.tap()
    hands.now += 0.2
    hands.guard.note_change()
    # Made then, and heard of long after.
    hands.guard._clock = lambda: hands.now + 5
    hands.tap()

    assert hands.pressed == 1


def test_tap_when_something_comes_by_itself_then_it_takes_none_for_a_moment(hands: _Hands) -> None:
    hands.tap()
    hands.now += 60
    hands.guard.note_change()

    hands.tap()
    hands.now += 2 * hands.double
    hands.tap()

    assert hands.pressed == 2


def test_key_when_it_is_another_one_then_what_came_takes_it_at_once(hands: _Hands) -> None:
    hands.tap()
    hands.press(_KEY.Key_Tab)
    hands.guard.note_change()
    hands.button.setFocus()

    hands.press()

    assert hands.pressed == 2


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "end and press at once"])
@pytest.mark.parametrize("key", [_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Space])
def test_key_when_it_is_held_then_it_presses_once(hands: _Hands, key: Qt.Key, marked: bool) -> None:
    hands.send_key(_KIND.KeyPress, key)
    for _ in range(60):
        hands.now += 0.1
        hands.send_key(_KIND.KeyRelease, key, marked=marked)
        hands.send_key(_KIND.KeyPress, key, marked=marked)
        if hands.pressed:
            hands.guard.note_change()
    hands.send_key(_KIND.KeyRelease, key)

    assert hands.pressed == 1


def test_key_when_an_arrow_is_held_then_it_repeats(hands: _Hands) -> None:
    hands.field.setText("rain")
    hands.field.setFocus()

    for repeated in (False, True, True):
        hands.send_key(_KIND.KeyPress, _KEY.Key_Left, marked=repeated)

    assert hands.field.cursorPosition() == 1
