"""A practitioner's page with the language it is told in: the base of whatever says it."""

from dataclasses import dataclass

from matcher.i18n import Catalogue
from matcher.services.practitioner.page import PractitionerPage


@dataclass(frozen=True, slots=True)
class PageWords:
    """Says one page, or a part of it, in one language.

    Attributes
    ----------
    page
        Whose.
    words
        The reader's language.
    """

    page: PractitionerPage
    words: Catalogue

    def _text(self, key: str, **params: object) -> str:
        return self.words.text(f"practitioner.{key}", **params)
