"""Keep facts true: which are old, whom to ask today, and what was confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from matcher.directory.fact_age import COSTLY_FIRST, FactAge
from matcher.directory.profile import Profile, Source
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed, DeedKind
from matcher.errors import Message, StoreError
from matcher.services.directory.directory import no_profile
from matcher.services.staff.signed_in import NO_LOGIN, Doer
from matcher.services.upkeep.editing import refuse_outdated, refuse_unknown_fields
from matcher.services.upkeep.overtaken import Seen, refuse_overtaken

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.store import UnitOfWork

TODAY_COUNT = 10
"""How many profiles somebody is asked to confirm in a day."""


@dataclass(frozen=True, slots=True)
class AgedFact:
    """A fact that somebody should confirm."""

    field: str
    age: FactAge
    source: Source
    confirmed_on: date | None


@dataclass(frozen=True, slots=True)
class AgedProfile:
    """A published profile of which something should be confirmed.

    Attributes
    ----------
    facts
        What is to be confirmed, the costliest to leave first.
    """

    id: str
    name: str
    facts: tuple[AgedFact, ...]

    @property
    def urgency(self) -> tuple[int, date, str]:
        """Sort key: first what costs most to leave, then what is oldest."""
        oldest = min((fact.confirmed_on or date.max for fact in self.facts), default=date.max)
        return COSTLY_FIRST.index(self.facts[0].field), oldest, self.id


class Confirmed(NamedTuple):
    """The fields that were confirmed, and the act; 0 when all of it was known to be so."""

    fields: tuple[str, ...]
    act_id: int


class ConfirmingService:
    """What is old in a directory, and what is true again.

    Parameters
    ----------
    directory
        The directory in the database.
    """

    def __init__(self, directory: DirectoryService) -> None:
        self._directory = directory

    def stale(self, today: date) -> list[AgedProfile]:
        """Return whoever has facts that no longer count, the most urgent first."""
        return self._aged(today, {FactAge.OLD})

    def ten_for_today(
        self, today: date, stale: Sequence[AgedProfile] | None = None
    ) -> list[AgedProfile]:
        """Return ten to confirm: those with old facts, then with ageing, then with undated ones.

        The same directory and day give the same ten. What `stale` gave need not be looked for
        again.
        """
        old = self.stale(today) if stale is None else stale
        chosen = {profile.id: profile for profile in old[:TODAY_COUNT]}
        for age in (FactAge.AGEING, FactAge.UNDATED):
            for profile in self._aged(today, {age}) if len(chosen) < TODAY_COUNT else ():
                chosen.setdefault(profile.id, profile)
        return [*chosen.values()][:TODAY_COUNT]

    def confirm(
        self,
        profile_id: str,
        fields: Sequence[str],
        *,
        source: Source,
        day: date,
        who: Doer = NO_LOGIN,
    ) -> Confirmed:
        """Note that facts are still so, whatever the directory says of them by now.

        Parameters
        ----------
        profile_id
            Whose.
        fields
            Which; left empty, all stated ones that age.
        source, day
            Who said so, and when: what holds becomes that source's word.
        who
            For the trail.

        Returns
        -------
        Confirmed
            The fields that were confirmed, and the act.

        Raises
        ------
        StoreError
            When there is no such profile, one of the fields is not stated, or this source has
            said something else since.
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        refuse_unknown_fields(fields)
        with self._directory.changing(who) as work:
            profile = _profile(work, profile_id)
            asked = (*dict.fromkeys(fields),) or _stated(profile, COSTLY_FIRST)
            return _confirm(work, profile, asked, _Voice(source, day, who))

    def confirm_seen(
        self,
        profile_id: str,
        seen: Mapping[str, Seen],
        *,
        source: Source,
        day: date,
        who: Doer = NO_LOGIN,
    ) -> Confirmed:
        """Note that facts are still what somebody was shown, and asked about.

        Parameters
        ----------
        profile_id
            Whose.
        seen
            By field, what was shown.
        source, day, who
            As in `confirm`.

        Raises
        ------
        OvertakenError
            When something else is said on one of them by now; then none is confirmed.
        StoreError, SignedOutError
            As in `confirm`.
        """
        refuse_unknown_fields(seen)
        with self._directory.changing(who) as work:
            profile = _profile(work, profile_id)
            refuse_overtaken(work, profile, seen)
            return _confirm(work, profile, (*seen,), _Voice(source, day, who))

    def _aged(self, today: date, ages: set[FactAge]) -> list[AgedProfile]:
        with self._directory.database().reading() as work:
            profiles = work.profiles.with_facts_on(("name", *COSTLY_FIRST))
            return sorted(self._aged_of(profiles, today, ages), key=lambda each: each.urgency)

    def _aged_of(
        self, profiles: Iterable[Profile], today: date, ages: set[FactAge]
    ) -> Iterator[AgedProfile]:
        limits = self._directory.age_limits
        for profile in profiles:
            facts = tuple(
                AgedFact(field, age, fact.source, fact.confirmed_on)
                for field in _stated(profile, COSTLY_FIRST)
                if (age := limits.age_of(fact := profile.facts[field], today)) in ages
            )
            if facts and profile.published:
                yield AgedProfile(profile.id, profile.name, facts)


class _Voice(NamedTuple):
    source: Source
    day: date
    who: Doer


def _profile(work: UnitOfWork, profile_id: str) -> Profile:
    profile = work.profiles.get(profile_id)
    if profile is None:
        raise no_profile(profile_id)
    return profile


def _confirm(
    work: UnitOfWork, profile: Profile, fields: tuple[str, ...], voice: _Voice
) -> Confirmed:
    silent = [field for field in fields if field not in profile.facts]
    if silent or not fields:
        field = silent[0] if silent else COSTLY_FIRST[0]
        raise StoreError(Message("error.store.not_stated", id=profile.id, field=field))
    values = {field: profile.facts[field].value for field in fields}
    statement = Statement(profile.id, voice.source, voice.day, values)
    counts = work.profiles.apply([statement], Deed(DeedKind.CONFIRM, voice.who.name))
    refuse_outdated(counts, profile.id, voice.day)
    return Confirmed(fields, counts.act_id)


def _stated(profile: Profile, fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(field for field in fields if field in profile.facts)
