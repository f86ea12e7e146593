"""Asks for the match of a sitting off the GUI thread and keeps the newest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from matcher.questionnaire.response import ResponseSet
from ui.tasks import LatestJob


class MatchingController(QObject):
    """One owner of what the directory says about the answers.

    Parameters
    ----------
    work
        Makes a `Match` of answers: a function without a view of the window, such as the
        matching service on one directory. Runs off the GUI thread.

    Signals
    -------
    matched
        With the newest `Match`.
    failed
        With the `MatcherError` that says why there is none.
    """

    matched = Signal(object)
    failed = Signal(object)

    def __init__(
        self, work: Callable[[ResponseSet], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._asked: ResponseSet | None = None
        self._match: object | None = None
        self._job = LatestJob(self)
        self._job.done.connect(self._keep)
        self._job.failed.connect(self._give_up)

    @property
    def match(self) -> object | None:
        """The match of the answers last asked about; ``None`` while it is being made."""
        return self._match

    @property
    def busy(self) -> bool:
        """Whether a match is being made."""
        return self._job.busy

    def request(self, answers: ResponseSet) -> None:
        """Ask for the match of these answers; told by `matched`, at once when it is known."""
        if answers == self._asked and self._match is not None:
            self.matched.emit(self._match)
            return
        self._asked, self._match = answers, None
        self._job.start(self._work, answers)

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        self._job.drop()
        self._asked = self._match = None

    def _keep(self, match: object) -> None:
        self._match = match
        self.matched.emit(match)

    def _give_up(self, error: MatcherError) -> None:
        self._asked = None
        self.failed.emit(error)
