"""Asks for the match of a sitting off the GUI thread and keeps the newest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from matcher.questionnaire.response import ResponseSet
from ui.tasks import LatestJob

if TYPE_CHECKING:  # numpy comes with it: not before the first page is painted
    from matcher.services.matching.match import Match


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

    def __init__(self, work: Callable[[ResponseSet], Match], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._asked: ResponseSet | None = None
        self._match: Match | None = None
        self._last: Match | None = None
        self._job = LatestJob(self)
        self._job.done.connect(self._keep)
        self._job.failed.connect(self._give_up)

    @property
    def match(self) -> Match | None:
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
        last = self._last
        self._asked, self._match = answers, None
        if last is not None and differ_in_weights(answers, last.answers):
            # So little work that it is done before a job would have begun.
            self._job.drop()
            self._keep(last.with_weights(answers.weights))
        else:
            self._job.start(self._work, answers)

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        self._job.drop()
        self._asked = self._match = self._last = None

    def _keep(self, match: Match) -> None:
        self._match = self._last = match
        self.matched.emit(match)

    def _give_up(self, error: MatcherError) -> None:
        self._asked = None
        self.failed.emit(error)


def differ_in_weights(one: ResponseSet, other: ResponseSet) -> bool:
    """Tell whether two sets of answers are the same but for how much the groups count."""
    return one != other and replace(one, weights=other.weights) == other
