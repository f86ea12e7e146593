"""Stops presses that nobody meant: a second quick one, and those of a key that is held."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.held_key import HeldKey
from ui.widgets.late_release import LateRelease

_KIND, _KEY = QEvent.Type, Qt.Key
_PRESSES = frozenset({_KIND.MouseButtonPress, _KIND.MouseButtonDblClick})
_KEYS = frozenset({_KIND.ShortcutOverride, _KIND.KeyPress, _KIND.KeyRelease})
_PRESSING = frozenset({_KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Space})
_MOVING = frozenset({
    _KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down,
    _KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp, _KEY.Key_PageDown,
    _KEY.Key_Tab, _KEY.Key_Backtab, _KEY.Key_Backspace, _KEY.Key_Delete,
})  # fmt: skip
"""The keys that may repeat themselves, as in lists and sliders."""

_BESIDE = frozenset({
    _KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr, _KEY.Key_Meta,
})  # fmt: skip
"""The keys that do nothing by themselves."""

_NEAR = 24
"""Pixels that the clicks of one double click are apart at most, of a hand that trembles, too."""


class PressGuard(QObject):
    """Lets no press through to what has only just come, nor any repetition of a key that presses.

    For as long as the system takes two clicks for one double click, something that has come takes
    no click, and not the key again that was pressed last. So who double-clicks by habit loses no
    page, and who leans on *Return* answers nothing. Every key presses that neither leads somewhere
    nor writes: a letter does where nothing is written.

    Parameters
    ----------
    window
        Not shown yet. Who is to hear of what is stopped here listens to its handle after this.
    clock
        Seconds since some moment.

    Attributes
    ----------
    least
        Milliseconds for which a click in the place of the last one is taken for its second, where
        the system takes less for a double click.
    """

    def __init__(self, window: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self.least = 0
        self._held = HeldKey(clock)
        self._release = LateRelease(self)
        self._came_at: float | None = None
        # What was pressed before something came, and when by the clock of whoever pressed it.
        self._before: dict[object, int] = {}
        self._last: tuple[object, int] = (None, 0)
        self._clicked = QPointF()
        self._is_stopped = self._is_key_stopped = False
        self._asked: tuple[int, int] | None = None
        window.installEventFilter(self)

    @property
    def takes_presses(self) -> bool:
        """Whether what is seen has been there long enough."""
        return not self._is_new(max(_double_click(), self.least))

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
        if kind in _KEYS and isinstance(event, QKeyEvent) and isinstance(watched, QWindow):
            return self._stops_key(watched, event)
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            self._is_stopped = self._stops_click(event)
            return self._is_stopped
        if kind == _KIND.MouseButtonRelease and self._is_stopped:
            self._is_stopped = False
            return True
        return False

    def _stops_key(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._release.is_telling or event.key() in _BESIDE:
            return False
        if event.type() == _KIND.KeyRelease:
            self._held.follow(event)
            return self._release.keeps(window, event)
        # Before a key goes down Qt asks whether it is to be a shortcut; then it never does.
        press = (event.key(), event.timestamp())
        is_asked = event.type() == _KIND.ShortcutOverride
        if is_asked or self._asked != press:
            self._is_key_stopped = self._is_for_nothing(event)
        self._asked = press if is_asked else None
        if self._is_key_stopped:
            event.accept()  # no shortcut is to have it either
        return self._is_key_stopped

    def _is_for_nothing(self, event: QKeyEvent) -> bool:
        self._held.follow(event)
        is_press = _presses(event)
        if is_press and self._held.is_there:
            self._release.repeat(event.key())
            return True
        self._release.begin(event)
        key = event.key() if is_press else None
        if key not in self._before:  # whoever went somewhere with a key means what comes next
            self._before.clear()
        return key is not None and self._stops(key, event.timestamp(), _double_click())

    def _stops_click(self, event: QMouseEvent) -> bool:
        within, at = _double_click(), event.globalPosition()
        if (at - self._clicked).manhattanLength() <= _NEAR:
            within = max(within, self.least)
        is_stopped = self._stops(QMouseEvent, event.timestamp(), within)
        if not is_stopped:
            self._clicked = at
        return is_stopped

    def _stops(self, what: object, at: int, within: int) -> bool:
        """Tell whether a press comes too soon; else it is the last one."""
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


def _presses(event: QKeyEvent) -> bool:
    """Tell whether a key does something where the focus is, and is not to do it again and again."""
    if event.key() in _PRESSING:
        return True
    focused = QApplication.focusWidget()
    can_write = focused is not None and focused.testAttribute(
        Qt.WidgetAttribute.WA_InputMethodEnabled
    )
    writes = can_write and bool(event.text()) and event.text().isprintable()
    return event.key() not in _MOVING and not writes


def _double_click() -> int:
    """Return the milliseconds in which the system takes two clicks for one double click."""
    return QGuiApplication.styleHints().mouseDoubleClickInterval()
