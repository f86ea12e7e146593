"""A practitioner's public entry: facts, each with who said so and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from matcher.directory.field import FIELDS

FactValue = str | tuple[str, ...] | tuple[int, int] | Decimal | date
"""What a fact may hold; which of these, `matcher.directory.field.FieldKind` says."""

_PLACES = {name: place for place, name in enumerate(FIELDS)}


class Source(StrEnum):
    """Who stated a fact, the closest to the practitioner first."""

    THERAPIST = "therapist"
    CLINIC = "clinic"
    REGISTER = "register"

    @property
    def closeness(self) -> int:
        """Return 2 for the practitioner, 1 for the clinic, 0 for a register."""
        return _CLOSENESS[self]


_CLOSENESS = {source: place for place, source in enumerate(reversed(Source))}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a profile states.

    Attributes
    ----------
    value
        Never ``None``: what is not stated has no fact. ``""`` and ``()`` mean *stated: none*.
    source
        Who said so.
    confirmed_on
        When it was last known to be so; ``None`` when nobody noted a date.
    """

    value: FactValue
    source: Source
    confirmed_on: date | None = None

    def is_older_than(self, limit_days: int, today: date) -> bool:
        """Tell whether the fact is dated and its date lies more than `limit_days` back."""
        return self.confirmed_on is not None and (today - self.confirmed_on).days > limit_days

    @property
    def precedence(self) -> tuple[date, int]:
        """Sort key: newer facts win, then those closer to the practitioner."""
        return (self.confirmed_on or date.min, self.source.closeness)


@dataclass(frozen=True, slots=True)
class Profile:
    """A practitioner as the directory knows them.

    Attributes
    ----------
    id
        Stable id.
    facts
        The fact that holds for each field, by field name; read-only.
    superseded
        Facts of other sources that a newer or closer one outweighs, as (field, fact).
    published
        Whether clients see the profile.
    """

    id: str
    facts: Mapping[str, Fact]
    superseded: tuple[tuple[str, Fact], ...] = ()
    published: bool = True

    def value(self, field: str) -> FactValue | None:
        """Return what the profile states for `field`, or ``None`` when it states nothing."""
        fact = self.facts.get(field)
        return None if fact is None else fact.value

    def said(self, field: str) -> tuple[Fact, ...]:
        """Return what each source states of `field`, first what holds."""
        rest = tuple(fact for name, fact in self.superseded if name == field)
        return (self.facts[field], *rest) if field in self.facts else rest

    def counting(self, field: str, limit_days: int, today: date) -> Fact | None:
        """Return the fact on `field` unless it ages and has done so; then it is not stated."""
        fact = self.facts.get(field)
        if fact is None or (FIELDS[field].ages and fact.is_older_than(limit_days, today)):
            return None
        return fact

    def text(self, field: str) -> str:
        """Return a text fact, or ``""`` when it is not stated."""
        value = self.value(field)
        return value if isinstance(value, str) else ""

    def tokens(self, field: str) -> tuple[str, ...]:
        """Return a list fact, or ``()`` when it is not stated."""
        value = self.value(field)
        return tuple(str(token) for token in value) if isinstance(value, tuple) else ()

    @property
    def name(self) -> str:
        """The name as the practitioner wants it, or the id when none is stated."""
        return self.text("name") or self.id


def settle(
    statements: Mapping[str, tuple[Fact, ...]],
) -> tuple[Mapping[str, Fact], tuple[tuple[str, Fact], ...]]:
    """Decide which of several sources' facts holds for each field.

    Parameters
    ----------
    statements
        Per field, one fact of each source that stated it.

    Returns
    -------
    tuple
        The facts that hold, and the others as (field, fact), in field order. The newer date
        holds; with equal dates the source closer to the practitioner.
    """
    current: dict[str, Fact] = {}
    superseded: list[tuple[str, Fact]] = []
    for field, facts in sorted(statements.items(), key=_place_of_field):
        if len(facts) == 1:
            current[field] = facts[0]
            continue
        ordered = sorted(facts, key=lambda fact: fact.precedence, reverse=True)
        current[field] = ordered[0]
        superseded.extend((field, fact) for fact in ordered[1:])
    return MappingProxyType(current), tuple(superseded)


def _place_of_field(entry: tuple[str, object]) -> int:
    return _PLACES.get(entry[0], len(_PLACES))


def split_token(token: str) -> tuple[str, tuple[str, ...]]:
    """Split ``code:detail:detail`` of a list fact into its code and details."""
    code, *details = token.split(":")
    return code, tuple(details)
