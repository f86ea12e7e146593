"""Areas that somebody's own words may mean; the words are handed on and never kept."""

from dataclasses import dataclass

from matcher.i18n import Catalogue
from matcher.services.matching.suggestions import suggest_terms
from ui.controllers.asking_controller import AskingController

ITEM = "issues"
"""The item whose terms are looked for."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term that somebody's words may mean, and the words that led to it."""

    code: str
    fragments: tuple[str, ...]


class OwnWordsController(AskingController):
    """Looks for terms; the answer is a tuple of `FoundTerm`, the most like first."""

    def find(self, text: str, catalogue: Catalogue) -> None:
        """Look for the terms that words in the catalogue's language may mean."""
        self._ask(_find, text, catalogue)


def _find(text: str, catalogue: Catalogue) -> tuple[FoundTerm, ...]:
    return tuple(
        FoundTerm(each.code, tuple(dict.fromkeys(text[start:end] for start, end in each.fragments)))
        for each in suggest_terms(text, ITEM, catalogue)
    )
