"""Work that changes something: one piece after the other, and each of them answered."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.tasks import LatestJob


class InTurn(QObject):
    """Runs work off the GUI thread in the order in which it was asked for; none is dropped.

    Signals
    -------
    done
        With what a piece of work returned.
    failed
        With the `MatcherError` that says why there is no answer; what waits goes on.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[tuple[Callable[..., object], tuple[object, ...]]] = deque()
        self._job = LatestJob(self)
        self._job.done.connect(self._end)
        self._job.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        """Whether something is under way or waits."""
        return self._job.busy or bool(self._waiting)

    def start(self, work: Callable[..., object], *inputs: object) -> None:
        """Begin ``work(*inputs)`` as soon as what was asked for before is done."""
        self._waiting.append((work, inputs))
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self._job.busy:
            work, inputs = self._waiting.popleft()
            self._job.start(work, *inputs)

    def _end(self, outcome: object) -> None:
        self.done.emit(outcome)
        self._go_on()

    def _fail(self, error: object) -> None:
        self.failed.emit(error)
        self._go_on()
