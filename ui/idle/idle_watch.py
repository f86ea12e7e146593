"""How long nobody has given a sign of being there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.supervisor.idle_clock import idle_clock
from ui.supervisor.idle_times import LOOKS_APART
from ui.widgets.held_key import HeldKey

_KIND = QEvent.Type
_PRESSES = frozenset(
    {
        _KIND.MouseButtonPress,
        _KIND.TouchBegin,
        _KIND.TabletPress,
        _KIND.Wheel,
    }
)
_KEYS = frozenset({_KIND.KeyPress, _KIND.KeyRelease})
_OTHER_SIGNS = frozenset({_KIND.TouchUpdate, _KIND.TabletMove})


class IdleWatch(QObject):
    """Warns after a while without any sign, and tells when nobody answers that either.

    A press that answers the warning does nothing else.

    Parameters
    ----------
    window
        All of whose keys, touches and pointer movements are signs, and those of a menu that is open
        when it is looked. A screen reader sends none of them: there, the focus that goes from one
        thing to another is a sign, and `touch` is for what else it does. A key that is held down,
        or has something lying on it, is one sign: its repetitions are none, and neither is what
        they bring about.
    warns_after, clears_after
        Seconds from the last sign to the warning, and from the warning on.
    clock
        Seconds since some moment.

    Signals
    -------
    touched
        There was a sign.
    warned, resumed
        The first limit has passed; somebody has answered.
    looked
        With the seconds left to answer the warning, each time it is looked.
    expired
        Nobody has. Told once, until there is a sign again.
    """

    touched = Signal()
    warned = Signal()
    resumed = Signal()
    looked = Signal(float)
    expired = Signal()

    def __init__(
        self,
        window: QWidget,
        warns_after: float,
        clears_after: float,
        clock: Callable[[], float] = idle_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._warns_after = warns_after
        self._clears_after = clears_after
        self._clock = clock
        self._last = clock()
        self._pointer = QPointF()
        self._is_warned = False
        self._is_over = False
        self._held = HeldKey(clock)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(round(1000 * LOOKS_APART))
        # What the system sends comes here first, and nothing else does: much less than Qt's own
        # events, all of which would pass by a filter of the application.
        window.winId()
        self._handle = window.windowHandle()
        self._handle.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    @property
    def seconds_left(self) -> float:
        """How long there is to answer the warning."""
        idle = self._clock() - self._last
        return max(0.0, self._warns_after + self._clears_after - idle)

    def touch(self) -> None:
        """Count from now on: somebody is there, and it is not a key that repeats itself."""
        if self._held.is_there:
            return
        self._last = self._clock()
        self._is_over = False
        self.touched.emit()
        if self._is_warned:
            self._is_warned = False
            self.resumed.emit()

    def rest(self) -> None:
        """Wait for the next sign before counting again."""
        self._is_warned = False
        self._is_over = True

    def look(self) -> None:
        """See what the clock says; after a computer has slept for all of it, nobody is asked."""
        if menu := QApplication.activePopupWidget():
            # A window of its own, which takes what the other would hear; twice listening is once.
            menu.installEventFilter(self)
        idle = self._clock() - self._last
        if self._is_over or idle < self._warns_after:
            return
        if not self._is_warned:
            has_slept = idle >= self._warns_after + self._clears_after
            if not has_slept:
                # Whoever is only late has all the time there is to answer.
                self._last = self._clock() - self._warns_after
            self._is_warned = True
            self.warned.emit()
            if not has_slept or self._is_over:
                return
        self.looked.emit(self.seconds_left)
        if not self.seconds_left:
            self.expired.emit()
            self.rest()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The warning itself takes the focus.
        if new is not None and not self._is_warned:
            self.touch()

    def _sign(self) -> None:
        self._held.forget()
        self.touch()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take every press and movement for a sign."""
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            self._held.follow(event)
            return kind == _KIND.KeyPress and self._press(self.touch)
        if kind in _PRESSES:
            return self._press(self._sign)
        if kind == _KIND.MouseMove and isinstance(event, QMouseEvent):
            if event.globalPosition() != self._pointer:
                self._pointer = event.globalPosition()
                self._sign()
        elif kind in _OTHER_SIGNS:
            self._sign()
        return False

    def _press(self, sign: Callable[[], None]) -> bool:
        """Tell whether the press is used up."""
        was_warned = self._is_warned
        sign()
        return was_warned
