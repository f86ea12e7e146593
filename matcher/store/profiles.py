"""The repository of profiles: ask for them by need, tell it what sources state."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    func,
    select,
    true,
)

from matcher.directory.profile import Profile
from matcher.directory.record import ProfileRecord
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed
from matcher.errors import Message
from matcher.store.apart import pairs_apart, set_apart
from matcher.store.digests import (
    HAS_NO_DIGEST,
    StoredRow,
    all_that_is_stored,
    id_of,
    is_true,
    what_is_stored,
)
from matcher.store.intake import take_over
from matcher.store.merging import merge, moved_ids
from matcher.store.overview import Overview, overviews
from matcher.store.reach import is_of_these_rules, seen_in, those_seen_in
from matcher.store.recorder import act, is_kept
from matcher.store.records import record_of
from matcher.store.rows import faults_of, profile_of, profiles_of
from matcher.store.sql import as_bytes
from matcher.store.stored import Stored, as_it_is, is_readable, taken_apart, true_ones
from matcher.store.tables import FACT, PROFILE
from matcher.store.tally import Counts

__all__ = ["Counts", "Profiles"]

_CHUNK = 500


class LookedThrough(NamedTuple):
    """Profiles that are not what the program wrote.

    Attributes
    ----------
    ids
        As far as they can be read, sorted.
    keys
        The same as they are.
    unreadable
        Those keys of which not every part can be read.
    """

    ids: tuple[str, ...]
    keys: tuple[bytes, ...]
    unreadable: tuple[bytes, ...]


class Profiles:
    """Profiles of an open transaction.

    Parameters
    ----------
    connection
        Belongs to the unit of work, which ends the transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, profile_id: str) -> Profile | None:
        """Return the profile with this id as far as it can be read, or ``None``.

        It may have been changed outside the program: ask `is_true` before clients see it.
        """
        row = self._row_of(profile_id)
        return None if row is None else profile_of(self._taken_apart(row))

    def is_true(self, profile_id: str) -> bool:
        """Tell whether there is such a profile and it is what the program wrote."""
        row = self._row_of(profile_id)
        return row is not None and is_true(row)

    def look_through(self) -> LookedThrough:
        """Find the profiles that are not what the program wrote."""
        rows = chain(self._rows(all_that_is_stored()), self._rows(what_is_stored(HAS_NO_DIGEST)))
        changed = [
            (id_of(row), row[0] or b"", is_readable(row)) for row in rows if not is_true(row)
        ]
        return LookedThrough(
            tuple(profile_id for profile_id, _, _ in changed),
            tuple(raw for _, raw, _ in changed),
            tuple(raw for _, raw, readable in changed if not readable),
        )

    def all(self) -> Iterator[Profile]:
        """Give every profile that is true, published or not, sorted by id, a few at a time."""
        return map(profile_of, self._stored())

    def published(self, states: Collection[str] = ()) -> Iterator[Profile]:
        """Give every profile that clients see, sorted by id, a few at a time.

        Parameters
        ----------
        states
            Where the clients are, who need no others: ISO 3166-2 areas; left out, anywhere.
        """
        if states and not self.knows_states:
            return map(profile_of, those_seen_in(states, self._stored(PROFILE.c.published)))
        there = [seen_in(states)] if states else []
        return map(profile_of, self._stored(PROFILE.c.published, *there))

    @property
    def knows_states(self) -> bool:
        """Whether `published` is led to states; else it reads everybody, and finds the same."""
        return is_of_these_rules(self._connection)

    def records(self) -> Iterator[ProfileRecord]:
        """Give every profile with all that is kept of it, sorted by id, a few at a time."""
        return map(record_of, self._stored())

    def count(self) -> int:
        """Return how many profiles there are, published or not."""
        return self._connection.scalar(select(func.count()).select_from(PROFILE)) or 0

    def with_facts_on(self, fields: Iterable[str]) -> Iterator[Profile]:
        """Give every true profile with what is stated on these fields alone, sorted by id."""
        wanted = FACT.c.field.in_([*fields])
        query = _joined(wanted).where(_not_among(self.look_through().keys))
        return profiles_of(self._rows(query))

    def overviews(
        self, fields: Sequence[str], aging: Sequence[str], but: Sequence[bytes] = ()
    ) -> Iterator[Overview]:
        """Give every profile in short, sorted by id: see `matcher.store.overview.overviews`.

        Parameters
        ----------
        fields, aging
            What is wanted of them.
        but
            Keys of profiles that are left out, as those of which not every part can be read.
        """
        return overviews(self._connection, fields, aging, _not_among(but))

    def apply(self, statements: Iterable[Statement], deed: Deed | None = None) -> Counts:
        """Take over what sources state.

        Parameters
        ----------
        statements
            Of one file, in its order; read once, a batch at a time.
        deed
            What is being done, for the trail; left out, an import.

        Returns
        -------
        Counts
            What became of them, by net effect of the file, and the act that it was.
        """
        deed = deed or Deed()
        with act(self._connection, deed) as act_id:
            counts = take_over(self._connection, statements, act_id, deed.kind)
        return replace(counts, act_id=act_id) if is_kept(self._connection, act_id) else counts

    def merge(self, keep: str, drop: str, who: str = "") -> int:
        """Let one profile go into another: see `matcher.store.merging.merge`."""
        return merge(self._connection, keep, drop, who)

    def set_apart(self, one: str, other: str, who: str = "") -> int:
        """Note that two profiles are two people: see `matcher.store.apart.set_apart`."""
        return set_apart(self._connection, one, other, who)

    def apart(self) -> frozenset[tuple[str, str]]:
        """Return who was said to be two people: see `matcher.store.apart.pairs_apart`."""
        return pairs_apart(self._connection)

    def moved(self) -> Mapping[str, str]:
        """Return who went into whom: see `matcher.store.merging.moved_ids`."""
        return moved_ids(self._connection)

    def seen_among(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return which of some ids clients see a profile of, by the id it has now, sorted.

        Parameters
        ----------
        ids
            Any number of them; they are asked for a few at a time.
        """
        kept = self.moved()
        wanted = sorted({kept.get(each, each) for each in ids})
        found: list[str] = []
        for start in range(0, len(wanted), _CHUNK):
            some = PROFILE.c.id.in_(wanted[start : start + _CHUNK])
            query = select(PROFILE.c.id).where(PROFILE.c.published, some).order_by(PROFILE.c.id)
            found += self._connection.scalars(query)
        return tuple(found)

    def faults(self) -> Iterator[tuple[str, str, Message]]:
        """Give profile id, field and message of each stored part that is no longer known."""
        for stored in self._stored():
            for field, _, word in stored.words:
                for message in faults_of(field, word.value or ""):
                    yield stored.profile_id, field, message

    def _row_of(self, profile_id: str) -> StoredRow | None:
        query = what_is_stored(PROFILE.c.id == profile_id)
        return self._connection.execute(query).first()

    def _taken_apart(self, row: StoredRow) -> Stored:
        return taken_apart(self._connection, row) if is_true(row) else as_it_is(row)

    def _stored(self, *which: ColumnElement[bool]) -> Iterator[Stored]:
        return true_ones(self._connection, self._rows(all_that_is_stored(*which)))

    def _rows(self, query: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
        options = {"yield_per": _CHUNK}
        with self._connection.execute(query, execution_options=options) as result:
            yield from result


def _not_among(keys: Sequence[bytes]) -> ColumnElement[bool]:
    return as_bytes(PROFILE.c.id).not_in(keys) if keys else true()


def _joined(*which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Ask for every profile with those of its facts that stand and are wanted."""
    stands = and_(FACT.c.profile_id == PROFILE.c.id, FACT.c.value.is_not(None), *which)
    columns = (
        PROFILE.c.id,
        PROFILE.c.published,
        func.coalesce(FACT.c.field, ""),
        func.coalesce(FACT.c.source, ""),
        func.coalesce(FACT.c.value, ""),
        FACT.c.confirmed_on,
    )
    return select(*columns).outerjoin_from(PROFILE, FACT, stands).order_by(PROFILE.c.id)
