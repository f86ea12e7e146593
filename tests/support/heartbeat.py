"""How long the event loop of a window was away: the longest time between two of its turns."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication


class Heartbeat:
    """Beats in each turn of the event loop and remembers the longest pause.

    Attributes
    ----------
    busiest
        The most milliseconds of the processor between two beats: what a pause would be on a machine
        with nothing else to do.
    """

    def __init__(self) -> None:
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.busiest = 0.0
        self._last = self._last_busy = 0.0
        self._longest = 0.0

    def longest_pause(
        self, action: Callable[[], object], is_over: Callable[[], bool], most_seconds: float = 20
    ) -> float:
        """Return the longest pause in milliseconds from an action until it is over.

        Parameters
        ----------
        action
            Called in a turn of its own.
        is_over
            Tells that everything the action led to is done.
        """
        self._longest, self._last = 0.0, time.perf_counter()
        self.busiest, self._last_busy = 0.0, time.thread_time()
        self._timer.start()
        QTimer.singleShot(0, action)
        end = time.perf_counter() + most_seconds
        self._turn()
        while not is_over():
            assert time.perf_counter() < end, "it took too long"
            self._turn()
        # What comes after may ask for more; that is not waited for.
        for _ in range(5):
            self._turn()
        self._timer.stop()
        return self._longest * 1000

    def _turn(self) -> None:
        # To wait, rather than to look again and again, leaves other threads their time.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _beat(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self._longest = max(self._longest, now - self._last)
        self.busiest = max(self.busiest, (busy - self._last_busy) * 1000)
        self._last, self._last_busy = now, busy
