"""The repository of profiles: ask for them by need, tell it what sources state."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, select

from matcher.directory.profile import Profile
from matcher.directory.record import ProfileRecord
from matcher.directory.statement import Statement
from matcher.errors import Message
from matcher.store.change import note_change
from matcher.store.intake import Counts, take_over
from matcher.store.records import all_records
from matcher.store.rows import FactRow, faults_of, profiles_of
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

    def apply(self, statements: Iterable[Statement]) -> Counts:
        """Take over what sources state.

        Parameters
        ----------
        statements
            Of one file, in its order; read once, a batch at a time.

        Returns
        -------
        Counts
            What became of them, by net effect of the file.
        """
        counts = take_over(self._connection, statements)
        if counts.added or counts.changed:
            note_change(self._connection)
        return counts

    def faults(self) -> Iterator[tuple[str, str, Message]]:
        """Give profile id, field and message of each stored part that is no longer known."""
        for row in map(FactRow._make, self._rows(_EVERYTHING)):
            for message in faults_of(row):
                yield row.profile_id, row.field, message

    def _rows(self, query: Select[*tuple[Any, ...]]) -> Iterator[Row[*tuple[Any, ...]]]:
        options = {"yield_per": _CHUNK}
        with self._connection.execute(query, execution_options=options) as result:
            yield from result


_EVERYTHING = (
    select(
        PROFILE.c.id,
        PROFILE.c.published,
        func.coalesce(FACT.c.field, ""),
        func.coalesce(FACT.c.source, ""),
        func.coalesce(FACT.c.value, ""),
        FACT.c.confirmed_on,
    )
    .outerjoin_from(
        PROFILE, FACT, and_(FACT.c.profile_id == PROFILE.c.id, FACT.c.value.is_not(None))
    )
    .order_by(PROFILE.c.id)
)
