"""Work off the GUI thread: a pure function of frozen inputs, answered by one queued signal."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TypeVarTuple

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from matcher.errors import MatcherError, Message
from matcher.trace import trace_of

Inputs = TypeVarTuple("Inputs")

_log = logging.getLogger(__name__)


class LatestJob(QObject):
    """Runs one kind of work; only the answer to the newest request is told.

    Signals
    -------
    done
        With what the work returned.
    failed
        With the `MatcherError` that says why there is no answer.
    moved
        With what the work told of itself while it was under way.
    """

    done = Signal(object)
    failed = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._awaited = 0
        self._mailbox = _Mailbox()
        self._mailbox.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._mailbox.told.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer that is still wanted has yet to come."""
        return self._awaited != 0

    def start(self, work: Callable[[*Inputs], object], *inputs: *Inputs) -> int:
        """Begin ``work(*inputs)``; an answer to an earlier request will be dropped.

        Parameters
        ----------
        work
            A function that touches nothing but its inputs.

        Returns
        -------
        int
            The number of the job.
        """
        number = self._begin()
        QThreadPool.globalInstance().start(_Job(number, work, inputs, self._mailbox))
        return number

    def start_telling(self, work: Callable[..., object], *inputs: object) -> int:
        """Begin ``work(tell, *inputs)``; what it calls ``tell`` with arrives by `moved`.

        Nothing of a job that was dropped arrives any more.
        """
        number = self._begin()
        tell = partial(self._mailbox.told.emit, number)
        QThreadPool.globalInstance().start(_Job(number, work, (tell, *inputs), self._mailbox))
        return number

    def drop(self) -> None:
        """Forget what is under way: its answer will not be told."""
        self._awaited = 0

    def _begin(self) -> int:
        self._number += 1
        self._awaited = self._number
        return self._number

    def _pass_on(self, number: int, news: object) -> None:
        if number == self._awaited:
            self.moved.emit(news)

    def _deliver(self, number: int, outcome: object) -> None:
        if number != self._awaited:
            return
        self._awaited = 0
        if isinstance(outcome, MatcherError):
            self.failed.emit(outcome)
        else:
            self.done.emit(outcome)


class _Mailbox(QObject):
    """Where answers are put down: lasts as long as the work, whatever became of who asked."""

    arrived = Signal(int, object)
    told = Signal(int, object)


class _Job:
    """One call with its inputs: holds no object that lives in the window."""

    def __init__(
        self,
        number: int,
        work: Callable[..., object],
        inputs: tuple[object, ...],
        mailbox: _Mailbox,
    ) -> None:
        self._number = number
        self._work = work
        self._inputs = inputs
        self._mailbox = mailbox

    def __call__(self) -> None:
        try:
            outcome = self._work(*self._inputs)
        except MatcherError as error:
            outcome = error
        except Exception as error:  # noqa: BLE001 - the window must hear of it, not wait for ever
            # Only the kind and the place are logged: its text could hold an answer.
            _log.error("a job failed: %s", trace_of(error))
            outcome = MatcherError(Message("error.unexpected"))
        self._mailbox.arrived.emit(self._number, outcome)
