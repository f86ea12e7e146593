"""How old a fact is, in one word."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.directory.field import AGE_LIMIT_DAYS, FRESH_DAYS
from matcher.directory.profile import Fact


class FactAge(StrEnum):
    """The age of a fact, the oldest first."""

    OLD = "old"
    """Past the limit: where it concerns availability or money, it no longer counts."""
    AGEING = "ageing"
    FRESH = "fresh"
    UNDATED = "undated"
    """Nobody noted when it was known to be so."""


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """Up to which age in days, that day included, a fact is fresh, and not yet old."""

    fresh_days: int = FRESH_DAYS
    limit_days: int = AGE_LIMIT_DAYS

    def age_of(self, fact: Fact, today: date) -> FactAge:
        """Return the age of a fact as of a day."""
        if fact.confirmed_on is None:
            return FactAge.UNDATED
        if fact.is_older_than(self.limit_days, today):
            return FactAge.OLD
        return FactAge.AGEING if fact.is_older_than(self.fresh_days, today) else FactAge.FRESH


COSTLY_FIRST = (
    "accepting",
    "payers",
    "fee_max",
    "fee_min",
    "times",
    "reduced_fee",
    "next_opening",
)
"""Fields that age, by what it costs a practitioner when theirs no longer counts: people who need
one of the first do not see them among those who fit."""
