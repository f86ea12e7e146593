import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.held_key import HeldKey

_DOWN, _UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


class _Keyboard:
    """Sends keys by a clock that only goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.held = HeldKey(lambda: self.now)

    def send(
        self,
        kind: QEvent.Type,
        seconds: float = 0.0,
        key: Qt.Key = Qt.Key.Key_Left,
        *,
        marked: bool = False,
    ) -> None:
        """Let some time pass, and a key go down or up."""
        self.now += seconds
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", marked)
        event.setTimestamp(round(1000 * self.now))
        self.held.follow(event)


@pytest.fixture
def keyboard() -> _Keyboard:
    return _Keyboard()


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "end and press at once"])
def test_key_when_it_repeats_itself_then_it_is_held_also_between(
    keyboard: _Keyboard, marked: bool
) -> None:
    keyboard.send(_DOWN)
    assert not keyboard.held.is_there

    for _ in range(3):
        keyboard.send(_UP, 0.04, marked=marked)
        keyboard.send(_DOWN, marked=marked)
        assert keyboard.held.is_there
    keyboard.send(_UP, 0.04, marked=marked)

    assert keyboard.held.is_there


def test_key_when_let_go_then_it_is_not_held_a_moment_later(keyboard: _Keyboard) -> None:
    keyboard.send(_DOWN, marked=True)
    keyboard.send(_UP)

    keyboard.now += 1

    assert not keyboard.held.is_there


def test_key_when_somebody_did_something_else_then_it_is_not_held(keyboard: _Keyboard) -> None:
    keyboard.send(_DOWN, marked=True)

    keyboard.held.forget()

    assert not keyboard.held.is_there


@pytest.mark.parametrize(
    ("seconds", "key"),
    [(0.03, Qt.Key.Key_Left), (0.0, Qt.Key.Key_Right)],
    ids=["a quick finger", "another key"],
)
def test_key_when_pressed_again_by_a_finger_then_it_is_not_held(
    keyboard: _Keyboard, seconds: float, key: Qt.Key
) -> None:
    keyboard.send(_DOWN, marked=True)
    keyboard.send(_UP)

    keyboard.send(_DOWN, seconds, key)

    assert not keyboard.held.is_there
