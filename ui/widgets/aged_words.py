"""What a profile states, as clients are told it, and how old each fact is."""

from matcher.directory.profile import Profile
from matcher.questionnaire.loader import load_questionnaire
from matcher.services.people.wording import fact_of
from matcher.services.practitioner.page import PractitionerPage
from ui.language import Language
from ui.widgets.result_words import ResultWords


class AgedWords(ResultWords):
    """Says a page to whoever keeps it true.

    Parameters
    ----------
    words
        The language.
    page
        The profile as somebody meets it who asked for nothing.
    """

    def __init__(self, words: Language, page: PractitionerPage) -> None:
        super().__init__(words, page.match, load_questionnaire())
        self._page = page

    def source(self, subject: str, profile: Profile) -> str:
        """Say who stated a fact, when, and how old that makes it; ``""`` when nobody did."""
        source, fact = super().source(subject, profile), fact_of(subject, profile)
        if fact is None:
            return source
        return self._page.aged(source, fact, self.language.catalogue)
