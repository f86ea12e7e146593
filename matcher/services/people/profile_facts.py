"""What a profile's page tells, in which order and under which name: on screen and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from matcher.directory.field import AGE_LIMIT_DAYS
from matcher.directory.profile import Fact, Profile
from matcher.i18n import Catalogue
from matcher.services.people.wording import (
    describe_name,
    describe_offered,
    describe_source,
    fact_of,
    fields_of,
)

SECTIONS = (
    (
        "work",
        (
            "style_steer", "style_plan", "style_feelings", "style_time", "style_challenge",
            "style_us", "style_talk", "style_words", "style_sharing", "style_pace",
            "approaches", "tools",
        ),
    ),
    ("experience", ("issues", "experience_years", "medication", "participants", "age_band")),
    ("times", ("accepting", "start", "times", "frequency", "session_length", "duration")),
    ("money", ("fee", "payers")),
    ("place", ("formats", "place", "access", "adjustments", "reminders")),
    (
        "culture",
        (
            "languages", "communities", "affirming", "shared_identity", "therapist_gender",
            "faith_stance", "family_role",
        ),
    ),
    ("agreement", ("goals", "feedback", "contact", "boundaries", "boundaries_text")),
    (
        "standing",
        (
            "title", "credential", "qualification", "register", "register_number", "licence",
            "supervisor", "supervision",
        ),
    ),
    ("reach", ("contact_by", "phone", "email", "website")),
)  # fmt: skip
"""What is shown, in order: criteria and requirements by their id, other facts by their field."""

_ONLY_WHEN_STATED = frozenset(
    {"title", "credential", "register_number", "supervisor", "supervision", "boundaries_text"}
    | {"phone", "email", "website"}
)


@dataclass(frozen=True, slots=True)
class ShownFact:
    """One row of a profile's page, as somebody sees it who asked for nothing.

    Attributes
    ----------
    subject, name
        A criterion, a requirement or a field, and what it is called.
    stated, source
        What is said of it, and who said so and when; ``""`` for what nobody stated.
    fact
        The fact that tells its source and day; ``None`` for what nobody stated.
    """

    subject: str
    name: str
    stated: str
    source: str
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class FactWording:
    """Says the facts of one profile.

    Attributes
    ----------
    profile, words
        Whose, and in which language.
    today, limit_days
        The day ages are counted to, and the age up to which a dated fact counts.
    """

    profile: Profile
    words: Catalogue
    today: date
    limit_days: int = AGE_LIMIT_DAYS

    def section(self, subjects: tuple[str, ...]) -> Iterator[ShownFact]:
        """Yield the rows of a section, those that nobody stated too."""
        for subject in shown_subjects(subjects, self.profile):
            yield self.fact(subject)

    def fact(self, subject: str) -> ShownFact:
        """Return one row."""
        fact, name = fact_of(subject, self.profile), subject_name(subject, self.words)
        if fact is None:
            return ShownFact(subject, name, self.words.text("profile.not_stated"), "", None)
        source = describe_source(fact.source.value, fact.confirmed_on, self.words)
        if has_aged(subject, self.profile, self.limit_days, self.today):
            source = self.words.text("profile.aged", said=source)
        stated = describe_offered(subject, self.profile, self.words)
        return ShownFact(subject, name, stated, source, fact)


def register_words(profile: Profile, words: Catalogue) -> str:
    """Say whether the practitioner is on a register, as far as the profile states it."""
    fact = profile.facts.get("register")
    if fact is None:
        return words.text("results.register.not_stated")
    if not fact.value:
        return words.text("results.register.none")
    checked = profile.value("register_checked_on")
    if checked is None:
        return words.text("results.register.undated")
    return words.text("results.register.checked", date=checked)


def shown_subjects(subjects: tuple[str, ...], profile: Profile) -> Iterator[str]:
    """Yield the subjects of a section that have a row, whether stated or not."""
    for subject in subjects:
        if subject not in _ONLY_WHEN_STATED or profile.text(subject):
            yield subject


def subject_name(subject: str, words: Catalogue) -> str:
    """Return what a row of a profile's page is called."""
    own = f"profile.fact.{subject}"
    return words.text(own) if words.has(own) else describe_name(subject, words)


def has_aged(subject: str, profile: Profile, limit_days: int, today: date) -> bool:
    """Tell whether what is stated of a subject is too old to count."""
    fields = [field for field in fields_of(subject) if field in profile.facts]
    return not any(profile.counting(field, limit_days, today) for field in fields)
