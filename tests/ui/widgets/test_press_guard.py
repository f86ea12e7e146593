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

    def tap(self, beside: int = 0) -> None:
        """Press the button with the pointer, so far beside its middle, and let go."""
        self._send_mouse(_KIND.MouseButtonPress, _LEFT, beside)
        self._send_mouse(_KIND.MouseButtonRelease, _NONE, beside)

    def press(self, key: Qt.Key = _KEY.Key_Space) -> None:
        """Press a key and let go as a finger does."""
        self.send_key(_KIND.KeyPress, key)
        self.now += 0.03
        self.send_key(_KIND.KeyRelease, key)

    def send_key(
        self, kind: QEvent.Type, key: Qt.Key, *, text: str = "", marked: bool = False
    ) -> bool:
        """Let a key go down or up, now; tell whether somebody has taken it."""
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, marked)
        event.setTimestamp(round(1000 * self.now))
        event.ignore()
        QApplication.sendEvent(self.window.windowHandle(), event)
        return event.isAccepted()

    def repeat(self, key: Qt.Key, *, text: str = "", marked: bool = False) -> None:
        """Let a key that is down repeat itself, as X tells of it."""
        self.send_key(_KIND.KeyRelease, key, marked=marked)
        self.send_key(_KIND.KeyPress, key, text=text, marked=marked)

    def _send_mouse(self, kind: QEvent.Type, buttons: Qt.MouseButton, beside: int) -> None:
        at = QPointF(self.button.mapTo(self.window, self.button.rect().center()))
        at += QPointF(beside, 0)
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


def test_key_when_another_one_is_pressed_between_then_the_same_presses_again_at_once(
    hands: _Hands,
) -> None:
    hands.press()
    hands.guard.note_change()
    hands.now += 0.05
    hands.press(_KEY.Key_Tab)
    hands.button.setFocus()

    hands.press()

    assert hands.pressed == 2


def test_key_when_only_shift_is_pressed_between_then_the_second_is_stopped_still(
    hands: _Hands,
) -> None:
    hands.press()
    hands.guard.note_change()
    hands.press(_KEY.Key_Shift)

    hands.press()

    assert hands.pressed == 1


@pytest.mark.parametrize(("beside", "count"), [(0, 1), (20, 1), (40, 2)])
def test_tap_when_two_are_slow_then_the_second_is_known_by_where_it_is(
    hands: _Hands, beside: int, count: int
) -> None:
    slow = hands.double + 0.1
    hands.guard.least = round(1000 * slow) + 100
    hands.tap()
    hands.guard.note_change()
    hands.now += slow
    hands.tap(beside)
    assert hands.pressed == count

    hands.now += 1
    hands.tap(beside)

    assert hands.pressed == count + 1


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "end and press at once"])
@pytest.mark.parametrize("key", [_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Space])
def test_key_when_it_is_held_then_it_presses_once(
    hands: _Hands, qtbot: QtBot, key: Qt.Key, marked: bool
) -> None:
    hands.send_key(_KIND.KeyPress, key)
    for _ in range(60):
        hands.now += 0.1
        hands.repeat(key, marked=marked)
        if hands.pressed:
            hands.guard.note_change()
    hands.send_key(_KIND.KeyRelease, key)
    qtbot.waitUntil(lambda: not hands.button.isDown())

    assert hands.pressed == 1


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "end and press at once"])
def test_button_when_its_key_is_held_then_it_is_down_until_that_is_let_go_of(
    hands: _Hands, qtbot: QtBot, marked: bool
) -> None:
    hands.send_key(_KIND.KeyPress, _KEY.Key_Space)
    hands.now += 0.66
    for _ in range(20):
        hands.repeat(_KEY.Key_Space, marked=marked)
        QApplication.processEvents()
        assert hands.button.isDown()
        hands.now += 0.04
    assert hands.pressed == 0

    hands.send_key(_KIND.KeyRelease, _KEY.Key_Space)

    qtbot.waitUntil(lambda: hands.pressed == 1)


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "end and press at once"])
def test_letter_when_it_is_held_then_it_repeats_only_where_it_writes(
    hands: _Hands, marked: bool
) -> None:
    typed: list[str] = []
    hands.window.keyPressEvent = lambda event: typed.append(event.text())  # type: ignore[method-assign]
    for place in (hands.button, hands.field):
        place.setFocus()
        hands.send_key(_KIND.KeyPress, _KEY.Key_C, text="c")
        for _ in range(3):
            hands.now += 0.4
            hands.repeat(_KEY.Key_C, text="c", marked=marked)
        hands.send_key(_KIND.KeyRelease, _KEY.Key_C)
        hands.now += 5

    assert (typed, hands.field.text()) == (["c"], "cccc")


def test_letter_when_it_is_the_second_of_two_quick_ones_then_what_came_does_not_take_it(
    hands: _Hands,
) -> None:
    typed: list[str] = []
    hands.window.keyPressEvent = lambda event: typed.append(event.text())  # type: ignore[method-assign]
    for apart in (0.15, hands.double + 0.1):
        hands.send_key(_KIND.KeyPress, _KEY.Key_C, text="c")
        hands.send_key(_KIND.KeyRelease, _KEY.Key_C)
        if len(typed) == 1:
            hands.guard.note_change()
        hands.now += apart
    hands.send_key(_KIND.KeyPress, _KEY.Key_C, text="c")

    assert typed == ["c", "c"]


@pytest.mark.parametrize("key", [_KEY.Key_F8, _KEY.Key_Escape])
@pytest.mark.parametrize("marked", [True, False], ids=["marked", "end and press at once"])
def test_shortcut_when_its_key_is_held_then_it_is_kept_from_it(
    hands: _Hands, key: Qt.Key, marked: bool
) -> None:
    """Qt asks whether somebody else has a use for the key; a shortcut takes it if nobody has."""
    hands.field.setFocus()
    first = hands.send_key(_KIND.ShortcutOverride, key)
    hands.now += 0.66
    hands.send_key(_KIND.KeyRelease, key, marked=marked)

    assert not first
    assert hands.send_key(_KIND.ShortcutOverride, key, marked=marked)


def test_key_when_a_shortcut_was_asked_for_before_then_it_still_presses_once(
    hands: _Hands,
) -> None:
    for _ in range(2):
        hands.send_key(_KIND.ShortcutOverride, _KEY.Key_Return)
        hands.send_key(_KIND.KeyPress, _KEY.Key_Return)
        hands.now += 0.03
        hands.send_key(_KIND.KeyRelease, _KEY.Key_Return)
        hands.guard.note_change()
        hands.now += 0.1
    assert hands.pressed == 1

    hands.now += hands.double
    hands.send_key(_KIND.ShortcutOverride, _KEY.Key_Return)
    hands.send_key(_KIND.KeyPress, _KEY.Key_Return)

    assert hands.pressed == 2


def test_key_when_an_arrow_is_held_then_it_repeats(hands: _Hands) -> None:
    hands.field.setText("rain")
    hands.field.setFocus()

    for repeated in (False, True, True):
        hands.send_key(_KIND.KeyPress, _KEY.Key_Left, marked=repeated)

    assert hands.field.cursorPosition() == 1
