"""What controllers share that have something worked out for one page when it asks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.tasks import LatestJob


class AskingController(QObject):
    """Asks off the GUI thread; only the newest answer is told.

    Signals
    -------
    found
        With the answer last asked for.
    failed
        With the `MatcherError` that says why there is none.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = LatestJob(self)
        self._job.done.connect(self.found)
        self._job.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether an answer that is still wanted has yet to come."""
        return self._job.busy

    def forget(self) -> None:
        """Drop what is under way: its answer will not be told."""
        self._job.drop()

    def _ask(self, work: Callable[..., object], *inputs: object) -> None:
        """Have ``work(*inputs)`` done; what was asked before is dropped."""
        self._job.start(work, *inputs)
