"""The repository of profiles: ask for them by need, tell it what sources state."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from matcher.directory.profile import Profile
from matcher.directory.record import ProfileRecord
from matcher.directory.statement import Statement
from matcher.directory.trail import Deed
from matcher.errors import Message
from matcher.store.apart import pairs_apart, set_apart
from matcher.store.intake import Counts, take_over
from matcher.store.merging import merge
from matcher.store.overview import Overview, overviews
from matcher.store.recorder import act, is_kept
from matcher.store.records import all_records
from matcher.store.rows import StoredFact, faults_of, profiles_of
from matcher.store.tables import FACT, PROFILE

__all__ = ["Counts", "Profiles"]

_CHUNK = 5_000


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
        """Return the profile with this id, or ``None``."""
        rows = self._rows(_EVERYTHING.where(PROFILE.c.id == profile_id))
        return next(profiles_of(rows), None)

    def all(self) -> Iterator[Profile]:
        """Give every profile, published or not, sorted by id, a few at a time."""
        return profiles_of(self._rows(_EVERYTHING))

    def published(self) -> Iterator[Profile]:
        """Give every profile that clients see, sorted by id, a few at a time."""
        return profiles_of(self._rows(_EVERYTHING.where(PROFILE.c.published)))

    def records(self) -> Iterator[ProfileRecord]:
        """Give every profile with all that is kept of it, sorted by id, a few at a time."""
        return all_records(self._connection)

    def count(self) -> int:
        """Return how many profiles there are, published or not."""
        return self._connection.scalar(select(func.count()).select_from(PROFILE)) or 0

    def with_facts_on(self, fields: Iterable[str]) -> Iterator[Profile]:
        """Give every profile with what is stated on these fields alone, sorted by id."""
        wanted = FACT.c.field.in_([*fields])
        return profiles_of(self._rows(_joined(wanted)))

    def overviews(self, fields: Sequence[str], aging: Sequence[str]) -> Iterator[Overview]:
        """Give every profile in short, sorted by id: see `matcher.store.overview.overviews`."""
        return overviews(self._connection, fields, aging)

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
        with act(self._connection, deed or Deed()) as act_id:
            counts = take_over(self._connection, statements, act_id)
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

    def faults(self) -> Iterator[tuple[str, str, Message]]:
        """Give profile id, field and message of each stored part that is no longer known."""
        for row in map(StoredFact._make, self._rows(_EVERYTHING)):
            for message in faults_of(row):
                yield row.profile_id, row.field, message

    def _rows(self, query: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
        options = {"yield_per": _CHUNK}
        with self._connection.execute(query, execution_options=options) as result:
            yield from result


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


_EVERYTHING = _joined()
