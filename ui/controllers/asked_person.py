"""Somebody to ask today, and how far that is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from matcher.directory.fact_age import FactAge
from matcher.directory.profile import Fact, Profile

if TYPE_CHECKING:
    from matcher.services.upkeep.confirming import AgedProfile


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A fact to ask about.

    Attributes
    ----------
    age
        How old it was when it came on the list.
    before, now
        What stood then, or when it was shown anew, and what stands now; ``None`` when it is no
        longer stated.
    anew
        How old it was when it was shown anew; ``None`` when it was not.
    """

    field: str
    age: FactAge
    before: Fact
    now: Fact | None
    anew: FactAge | None = None

    @property
    def is_settled(self) -> bool:
        """Whether somebody confirmed or changed it since."""
        return self.now != self.before

    @property
    def shown_age(self) -> FactAge:
        """How old the fact is that is asked about."""
        return self.anew or self.age


@dataclass(frozen=True, slots=True)
class AskedPerson:
    """Somebody to ask.

    Attributes
    ----------
    profile
        As it stands now.
    facts
        What to ask about, the costliest to leave first.
    """

    profile: Profile
    facts: tuple[AskedFact, ...]

    @property
    def id(self) -> str:
        """The id of the profile."""
        return self.profile.id

    @property
    def open_fields(self) -> tuple[str, ...]:
        """What is still to be asked."""
        return tuple(fact.field for fact in self.facts if not fact.is_settled)

    @property
    def is_no_longer_stale(self) -> bool:
        """Whether some of the facts did not count, and all of those are settled."""
        old = [fact for fact in self.facts if fact.age is FactAge.OLD]
        return bool(old) and all(
            fact.is_settled or fact.shown_age is not FactAge.OLD for fact in old
        )

    def standing(self, profile: Profile) -> AskedPerson:
        """Return the person as they stand now."""
        facts = (replace(fact, now=profile.facts.get(fact.field)) for fact in self.facts)
        return AskedPerson(profile, tuple(facts))

    def shown_anew(self, profile: Profile, ages: Mapping[str, FactAge]) -> AskedPerson:
        """Return the person as they stand now, to be asked about what stands there by now.

        Parameters
        ----------
        profile
            As it stands now.
        ages
            By field that was changed before an answer was there, and is stated, how old it is.
        """
        facts = (
            replace(fact, before=profile.facts[fact.field], anew=ages[fact.field])
            if fact.field in ages
            else fact
            for fact in self.facts
        )
        return AskedPerson(profile, tuple(facts)).standing(profile)


def asked_person(aged: AgedProfile, profile: Profile) -> AskedPerson:
    """Return somebody whose facts have aged, as they stand now."""
    facts = (
        AskedFact(fact.field, fact.age, profile.facts[fact.field], profile.facts[fact.field])
        for fact in aged.facts
        if fact.field in profile.facts
    )
    return AskedPerson(profile, tuple(facts))
