"""Stops presses that nobody meant: a second quick one, and those of a key that is held."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.held_key import HeldKey

_KIND = QEvent.Type
_PRESSES = frozenset({_KIND.MouseButtonPress, _KIND.MouseButtonDblClick})
_KEYS = frozenset({_KIND.KeyPress, _KIND.KeyRelease})
_PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
"""The keys that press; all others may repeat themselves, as in lists and sliders."""


class PressGuard(QObject):
    """Lets no press through to what has only just come, nor any repetition of a key that presses.

    For as long as the system takes two clicks for one double click, something that has come takes
    no click, and not the key again that was pressed last. So who double-clicks by habit loses no
    page, and who leans on *Return* answers nothing.

    Parameters
    ----------
    window
        Not shown yet. Who is to hear of what is stopped here listens to its handle after this.
    clock
        Seconds since some moment.
    """

    def __init__(self, window: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._held = HeldKey(clock)
        self._came_at: float | None = None
        # What was pressed before something came, and when by the clock of whoever pressed it.
        self._before: dict[object, int] = {}
        self._last: tuple[object, int] = (None, 0)
        self._is_stopped = False
        window.installEventFilter(self)

    @property
    def takes_presses(self) -> bool:
        """Whether what is seen has been there long enough."""
        return not self._is_new(_double_click())

    def note_change(self) -> None:
        """Take note that something else is seen now."""
        self._came_at = self._clock()
        self._before = dict([self._last])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop those presses, and what ends them."""
        kind = event.type()
        if watched is self._window:
            handle = self._window.windowHandle()
            if kind == _KIND.WinIdChange and handle is not None:
                # What the system sends comes to the handle first, and little else does.
                handle.installEventFilter(self)
            return False
        if kind in _KEYS and isinstance(event, QKeyEvent):
            self._held.follow(event)
            if kind == _KIND.KeyPress and event.key() in _PRESSING:
                return self._held.is_there or self._stops(event.key(), event.timestamp())
            if kind == _KIND.KeyPress:  # whoever went somewhere with a key means what comes next
                self._before.clear()
            return False
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            self._is_stopped = self._stops(QMouseEvent, event.timestamp())
            return self._is_stopped
        if kind == _KIND.MouseButtonRelease and self._is_stopped:
            self._is_stopped = False
            return True
        return False

    def _stops(self, what: object, at: int) -> bool:
        """Tell whether a press comes too soon; else it is the last one."""
        within = _double_click()
        before = self._before.get(what)
        # On a slow computer something may come long after what was pressed twice.
        is_second = before is not None and 0 < at - before <= within
        is_known = what is QMouseEvent or before is not None
        if is_second or (is_known and self._is_new(within)):
            return True
        self._last = (what, at)
        return False

    def _is_new(self, within: int) -> bool:
        came_at = self._came_at
        return came_at is not None and 1000 * (self._clock() - came_at) <= within


def _double_click() -> int:
    """Return the milliseconds in which the system takes two clicks for one double click."""
    return QGuiApplication.styleHints().mouseDoubleClickInterval()
