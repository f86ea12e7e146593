"""Areas that somebody's own words may mean; the words are handed on and never kept."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from matcher.i18n import Catalogue
from matcher.services.suggestions import suggest_terms
from ui.tasks import LatestJob

ITEM = "issues"
"""The item whose terms are looked for."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term that somebody's words may mean, and the words that led to it."""

    code: str
    fragments: tuple[str, ...]


class OwnWordsController(QObject):
    """Looks for terms off the GUI thread, and only when somebody asks.

    Signals
    -------
    found
        With the `FoundTerm`s for the words last asked about, the most like first.
    failed
        With the `MatcherError` that says why there are none.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = LatestJob(self)
        self._job.done.connect(self.found)
        self._job.failed.connect(self.failed)

    def find(self, text: str, catalogue: Catalogue) -> None:
        """Look for the terms that words in the catalogue's language may mean."""
        self._job.start(_find, text, catalogue)

    def forget(self) -> None:
        """Drop what is under way: its answer will not be told."""
        self._job.drop()


def _find(text: str, catalogue: Catalogue) -> tuple[FoundTerm, ...]:
    return tuple(
        FoundTerm(each.code, tuple(dict.fromkeys(text[start:end] for start, end in each.fragments)))
        for each in suggest_terms(text, ITEM, catalogue)
    )
