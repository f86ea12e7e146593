import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.widgets.late_release import LateRelease

_DOWN, _UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_SPACE = Qt.Key.Key_Space


class _Window(QWindow):
    """Counts the keys that it is told are let go of."""

    def __init__(self) -> None:
        super().__init__()
        self.ended: list[int] = []

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - named by Qt
        self.ended.append(event.key())


def _event(
    kind: QEvent.Type, at: int, key: Qt.Key = _SPACE, *, is_marked: bool = False
) -> QKeyEvent:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", is_marked)
    event.setTimestamp(at)
    return event


@pytest.fixture
def window(qapp: object) -> _Window:
    return _Window()


@pytest.fixture
def release(window: _Window) -> LateRelease:
    release = LateRelease(window)
    release.begin(_event(_DOWN, 1000))
    return release


def test_end_when_the_press_was_quick_or_is_not_known_then_it_is_not_kept(
    release: LateRelease, window: _Window
) -> None:
    assert not release.keeps(window, _event(_UP, 1090))
    assert not release.keeps(window, _event(_UP, 2000, Qt.Key.Key_Tab))


def test_end_when_the_press_lasted_then_it_is_told_a_little_later(
    release: LateRelease, window: _Window, qtbot: QtBot
) -> None:
    assert release.keeps(window, _event(_UP, 1600))
    assert window.ended == []

    qtbot.waitUntil(lambda: window.ended == [_SPACE])


@pytest.mark.parametrize("is_marked", [True, False])
def test_end_when_the_key_only_repeats_itself_then_it_is_never_told(
    release: LateRelease, window: _Window, is_marked: bool
) -> None:
    assert release.keeps(window, _event(_UP, 1600, is_marked=is_marked))
    release.repeat(_SPACE)
    release.tell()

    assert window.ended == []


def test_end_when_another_key_goes_down_then_it_is_told_before(
    release: LateRelease, window: _Window
) -> None:
    release.keeps(window, _event(_UP, 1600))

    release.begin(_event(_DOWN, 1610, Qt.Key.Key_Tab))

    assert window.ended == [_SPACE]


def test_end_when_the_window_is_gone_then_nothing_happens(qapp: object) -> None:
    owner, window = QObject(), _Window()
    release = LateRelease(owner)
    release.begin(_event(_DOWN, 1000))
    release.keeps(window, _event(_UP, 1600))
    delete(window)

    release.tell()

    assert not release.is_telling
