"""One practitioner's page as clients see it, and what its silence costs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from matcher.directory.fact_age import AgeLimits
from matcher.directory.profile import Fact, Profile, split_token
from matcher.i18n import Catalogue
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import ResponseSet
from matcher.ranking.explanation import ProfileResult
from matcher.services.matching.match import Match, match
from matcher.services.people.one_profile import OneProfile
from matcher.services.people.profile_facts import SECTIONS, FactWording, ShownFact
from matcher.services.practitioner.silence import Silence, silence_of
from matcher.services.practitioner.usual_client import UsualClient

WAYS_TO_REACH = ("contact_by", "phone", "email", "website")
"""Fields of which a page needs one, so that anybody can get in touch."""

_ASKED_FOR_LEVELS = ("issues",)


@dataclass(frozen=True, slots=True)
class PractitionerPage:
    """All that a practitioner is shown of their own profile.

    Attributes
    ----------
    profile
        As it is stored, published or not.
    today, limits
        The day ages are counted to, and the ages that part fresh facts from old ones.
    match
        The profile as somebody meets it who asked for nothing.
    silence
        What it leaves open, and what that costs.
    """

    profile: Profile
    today: date
    limits: AgeLimits
    match: Match
    silence: Silence

    @property
    def result(self) -> ProfileResult:
        """The profile for somebody who asked for nothing; not what the program asks of it."""
        return replace(self.match.result_for(self.profile.id), requirements=())

    @property
    def can_be_reached(self) -> bool:
        """Whether the page names a way to get in touch."""
        return any(self.profile.value(field) for field in WAYS_TO_REACH)

    @property
    def lacking_levels(self) -> frozenset[str]:
        """Fields that name something without the level of experience that clients then ask for."""
        return frozenset(
            field
            for field in _ASKED_FOR_LEVELS
            if any(not split_token(token)[1] for token in self.profile.tokens(field))
        )

    def aged(self, source: str, fact: Fact, words: Catalogue) -> str:
        """Say who stated a fact and when, and how old that makes it."""
        if fact.confirmed_on is None:
            return source
        days = max(0, (self.today - fact.confirmed_on).days)
        age = words.text(f"practitioner.age.{self.limits.age_of(fact, self.today)}", n=days)
        return words.text("practitioner.aged", source=source, age=age)

    def wording(self, words: Catalogue) -> FactWording:
        """Return what says the facts of the page in a language."""
        return FactWording(self.profile, words, self.today, self.limits.limit_days)

    def sections(self, words: Catalogue) -> Iterator[tuple[str, tuple[ShownFact, ...]]]:
        """Yield each section of the page with its rows, those that nobody stated too."""
        wording = self.wording(words)
        for section, subjects in SECTIONS:
            yield section, tuple(wording.section(subjects))


def practitioner_page(
    profile: Profile, today: date, limits: AgeLimits, words: Catalogue
) -> PractitionerPage:
    """Return the page of a profile as of a day.

    Parameters
    ----------
    profile
        Of the directory, published or not.
    today, limits
        As of `PractitionerPage`.
    words
        Whose language and region the clients of its figures have.
    """
    nothing = ResponseSet(
        load_questionnaire().id, language=words.language, region=words.region, today=today
    )
    return PractitionerPage(
        profile,
        today,
        limits,
        match(OneProfile(profile, today, limits.limit_days), nothing),
        silence_of(UsualClient(profile, today, words.language, words.region), limits),
    )
