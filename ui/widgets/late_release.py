"""The end of a press that lasted: not told before it is sure that it is one."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from shiboken6 import isValid

_QUICK = 150
"""Milliseconds in which a press is over that no key repeats itself in."""

_SURE = 40
"""Milliseconds after which an end is one: a repetition comes at the same moment as its end."""


class LateRelease(QObject):
    """Keeps the end of a key back. X tells each repetition as an end and a new press.

    Who holds a button down with a key would be taken for letting go of it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._down: tuple[int, int] | None = None
        self._kept: tuple[QWindow, QKeyEvent] | None = None
        self._is_telling = False
        self._timer = QTimer(self, singleShot=True, interval=_SURE)
        self._timer.timeout.connect(self.tell)

    @property
    def is_telling(self) -> bool:
        """Whether what comes now is the end that was kept."""
        return self._is_telling

    def begin(self, event: QKeyEvent) -> None:
        """Take note of a key that goes down and does not repeat itself."""
        self.tell()
        self._down = (event.key(), event.timestamp())

    def repeat(self, key: int) -> None:
        """Take note that a key only repeats itself: it was not let go of."""
        if self._kept is not None and self._kept[1].key() == key:
            self._kept = None

    def keeps(self, window: QWindow, event: QKeyEvent) -> bool:
        """Tell whether the end of a key is kept back; if so, the window is told a little later."""
        self.tell()
        if self._down is None or self._down[0] != event.key():
            return False
        if event.isAutoRepeat():
            return True
        if event.timestamp() - self._down[1] <= _QUICK:
            return False
        self._kept = (window, event.clone())
        self._timer.start()
        return True

    def tell(self) -> None:
        """Tell of the end that was kept, if there is one."""
        kept, self._kept = self._kept, None
        if kept is None or not isValid(kept[0]):
            return
        self._is_telling = True
        try:
            QCoreApplication.sendEvent(*kept)
        finally:
            self._is_telling = False
