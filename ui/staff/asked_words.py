"""What the card of somebody to ask says."""

from datetime import date
from decimal import Decimal

from matcher.checklist.wording import clipped
from matcher.directory.fact_age import FactAge
from matcher.directory.profile import Profile
from matcher.services.people.fact_words import field_name, field_value
from matcher.services.people.wording import describe_source
from ui.controllers.asked_person import AskedFact
from ui.language import Language

_FEES = frozenset({"fee_min", "fee_max"})
_MONTH, _YEAR = 30.44, 365.25
_FROM_MONTHS, _FROM_YEARS = 60, 730
"""Days from which on a time is told in months, and in years."""


def ago(day: date, today: date, words: Language) -> str:
    """Say how long ago a day was: *8 months ago*."""
    days = max(0, (today - day).days)
    if days < _FROM_MONTHS:
        return words.text("upkeep.confirm.ago.day", n=days)
    if days < _FROM_YEARS:
        return words.text("upkeep.confirm.ago.month", n=int(days / _MONTH))
    return words.text("upkeep.confirm.ago.year", n=int(days / _YEAR))


def fact_stated(fact: AskedFact, profile: Profile, words: Language) -> str:
    """Say what stands now, in full."""
    if fact.now is None:
        return words.text("upkeep.confirm.fact.gone")
    currency = profile.text("currency")
    if fact.field in _FEES and isinstance(fact.now.value, Decimal) and currency:
        return words.catalogue.money(fact.now.value, currency)
    return field_value(fact.field, fact.now, words.catalogue)


def fact_age(fact: AskedFact, today: date, words: Language) -> str:
    """Say who stated a fact and since when, or that it is settled."""
    if fact.now is None:
        return ""
    day = fact.now.confirmed_on
    source = describe_source(fact.now.source.value, day, words.catalogue)
    if fact.is_settled:
        return words.text("upkeep.confirm.fact.settled", source=source)
    if day is None or fact.shown_age is FactAge.UNDATED:
        return words.text("upkeep.confirm.fact.undated", source=source)
    since = ago(day, today, words)
    return words.text(f"upkeep.confirm.fact.{fact.shown_age}", source=source, ago=since)


def fact_title(fact: AskedFact, words: Language) -> str:
    """Say what a fact is called."""
    return field_name(fact.field, words.catalogue)


def ways(profile: Profile) -> tuple[tuple[str, str], ...]:
    """Return how somebody is reached, as field and text; the website where nothing else is."""
    return _stated(profile, "phone", "email") or _stated(profile, "website")


def wanted(profile: Profile, words: Language) -> str:
    """Say in which ways somebody wants to be reached; ``""`` when they do not say."""
    fact = profile.facts.get("contact_by")
    if fact is None or not fact.value:
        return ""
    said = field_value("contact_by", fact, words.catalogue)
    return words.text("upkeep.confirm.person.wants", ways=said)


def _stated(profile: Profile, *fields: str) -> tuple[tuple[str, str], ...]:
    found = ((field, clipped(profile.text(field))) for field in fields)
    return tuple((field, value) for field, value in found if value)
