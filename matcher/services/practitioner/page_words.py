"""A practitioner's page with the language it is told in: the base of whatever says it."""

from dataclasses import dataclass

from matcher.checklist.subject import fields_of
from matcher.directory.profile import Fact
from matcher.forms.profile_form import field_name
from matcher.i18n import Catalogue
from matcher.services.people.profile_facts import subject_name
from matcher.services.people.wording import describe_source
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

    def _name(self, subject: str) -> str:
        """Call a thing what the form calls it, which says *you*, where one field of it is meant."""
        fields = fields_of(subject)
        if len(fields) == 1:
            return field_name(fields[0], self.words)
        return subject_name(subject, self.words)

    def _source(self, fact: Fact) -> str:
        """Say who stated a fact and when, in short: it stands below or beside every fact."""
        return describe_source(fact.source.value, fact.confirmed_on, self.words, is_short=True)
