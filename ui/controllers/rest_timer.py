"""Waits until changes rest; changes that go on and on do not put it off for ever."""

from PySide6.QtCore import QObject, QTimer, Signal

REST_MS = 800
"""How long nothing changes before it is told."""

LATEST_MS = 4000
"""How long after the first of changes that go on it is told all the same."""


class RestTimer(QObject):
    """Tells once after changes, as soon as they rest, or after a while of them.

    Signals
    -------
    rested
        What changed is to be kept now.
    """

    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rest = QTimer(self, singleShot=True, interval=REST_MS)
        self.latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        for timer in (self.rest, self.latest):
            timer.timeout.connect(self._tell)

    @property
    def is_waiting(self) -> bool:
        """Whether something changed that was not told yet."""
        return self.rest.isActive()

    def note_change(self) -> None:
        """Wait for a rest from now on, but no longer than was begun to be waited."""
        self.rest.start()
        if not self.latest.isActive():
            self.latest.start()

    def stop(self) -> None:
        """Tell nothing any more, until the next change."""
        self.rest.stop()
        self.latest.stop()

    def _tell(self) -> None:
        self.stop()
        self.rested.emit()
