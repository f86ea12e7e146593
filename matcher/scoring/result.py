"""What scoring says: where a profile stands, and what one criterion adds to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

SCORE_UNIT = 100_000
"""Score units in one shown point: weight (sum 10,000) times value (up to 1,000)."""

FITS_FROM = 750
"""A wish fits from this value on."""

UNKNOWN_FROM = 500
"""A wish is not known when what could be lies this far above what is known."""


class Group(StrEnum):
    """Where a profile stands towards the requirements, in the order of the result."""

    MEETS_ALL = "meets_all"
    TO_CHECK = "to_check"
    NEAR_MISS = "near_miss"
    OTHER = "other"
    NOT_ACCEPTING = "not_accepting"
    HIDDEN = "hidden"


GROUPS: tuple[Group, ...] = (*Group,)
"""Groups by their number in `matcher.scoring.evaluation.Requirements.groups`."""

SHELVES: tuple[Group, ...] = tuple(group for group in Group if group is not Group.HIDDEN)
"""The groups that are shown, in the order of the result."""


class RequirementStatus(StrEnum):
    """Whether one profile meets one requirement."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_STATED = "not_stated"


STATUSES: tuple[RequirementStatus, ...] = (*RequirementStatus,)
"""Statuses by their number in `matcher.scoring.evaluation.Requirements.statuses`."""


class ValueStatus(StrEnum):
    """How much of a fact is known."""

    STATED = "stated"
    NOT_STATED = "not_stated"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class WeightedCriterion:
    """A criterion that was asked for.

    Attributes
    ----------
    weight
        Whole; all of them sum to 10,000.
    row
        Which row of an `Evaluation`'s values is its own.
    """

    id: str
    group: str
    weight: int
    row: int


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one criterion adds to one profile's score.

    Attributes
    ----------
    weight
        Whole, of 10,000.
    value, value_high
        Whole, 0..1000: known, and possible.
    asked, offered
        In the forms of the answers file and of the profile; ``offered`` is ``None`` when the
        profile states nothing (or only something that has aged out).
    source, confirmed_on
        Of the fact behind it.
    """

    criterion: str
    group: str
    weight: int
    value: int
    value_high: int
    asked: object
    offered: object
    source: str | None = None
    confirmed_on: date | None = None

    @property
    def status(self) -> ValueStatus:
        """Whether the fact behind it is stated, not stated, or partly."""
        if self.value == self.value_high:
            return ValueStatus.STATED
        if (self.value, self.value_high) == (0, 1000):
            return ValueStatus.NOT_STATED
        return ValueStatus.PARTLY

    @property
    def points(self) -> Fraction:
        """Points of 100 it adds for certain."""
        return Fraction(self.weight * self.value, SCORE_UNIT)

    @property
    def could_add(self) -> Fraction:
        """Points of 100 it could add besides."""
        return Fraction(self.weight * (self.value_high - self.value), SCORE_UNIT)

    @property
    def fits(self) -> bool:
        """Whether the wish is known to fit."""
        return self.value >= FITS_FROM

    @property
    def is_unknown(self) -> bool:
        """Whether too little is known to say."""
        return self.value_high - self.value >= UNKNOWN_FROM

    @property
    def fits_at_least_in_part(self) -> bool:
        """Whether it is known to fit in part, and not whether it fits better."""
        return self.is_unknown and self.value > 0
