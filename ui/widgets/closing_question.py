"""Asks before a window is closed with something in it that would be lost."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class ClosingQuestion(QObject):
    """Keeps a window open for as long as closing it would lose something.

    Parameters
    ----------
    window
        What is to be closed.
    would_lose
        Tells whether something would be lost without a word.

    Signals
    -------
    asked
        The window was to be closed, and is still there.
    meant
        It closes.
    """

    asked = Signal()
    meant = Signal()

    def __init__(self, window: QWidget, would_lose: Callable[[], bool]) -> None:
        super().__init__(window)
        self._would_lose = would_lose
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the window open, and tell; or tell that it closes."""
        if event.type() != QEvent.Type.Close:
            return False
        if self._would_lose():
            event.ignore()
            self.asked.emit()
            return True
        self.meant.emit()
        return False
