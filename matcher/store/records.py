"""Everything the database keeps of the profiles, for copies of the directory."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, func, select

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.directory.record import ProfileRecord, Withdrawal
from matcher.store.rows import profiles_of
from matcher.store.tables import FACT, PROFILE

_CHUNK = 5_000

_EVERYTHING = (
    select(
        PROFILE.c.id,
        PROFILE.c.published,
        func.coalesce(FACT.c.field, ""),
        func.coalesce(FACT.c.source, ""),
        FACT.c.value,
        FACT.c.confirmed_on,
        PROFILE.c.published_on,
    )
    .outerjoin_from(PROFILE, FACT, FACT.c.profile_id == PROFILE.c.id)
    .order_by(PROFILE.c.id)
)
_PLACES = {name: place for place, name in enumerate(FIELDS)}


def all_records(connection: Connection) -> Iterator[ProfileRecord]:
    """Give every profile with what was withdrawn, sorted by id, a few at a time."""
    with connection.execute(_EVERYTHING, execution_options={"yield_per": _CHUNK}) as rows:
        for _, group in groupby(rows, key=itemgetter(0)):
            yield _record_of([*group])


def _record_of(rows: Sequence[Sequence[Any]]) -> ProfileRecord:
    stated = [
        (profile_id, published, field, source, value or "", day)
        for profile_id, published, field, source, value, day, _ in rows
        if value is not None or not field
    ]
    profile_id, published, *_, published_on = rows[0]
    alone = (profile_id, published, "", "", "", None)
    withdrawn = [
        Withdrawal(field, Source(source), day)
        for _, _, field, source, value, day, _ in rows
        if value is None and field in FIELDS and day is not None
    ]
    withdrawn.sort(key=_place)
    profile = next(profiles_of(stated or [alone]))
    return ProfileRecord(profile, tuple(withdrawn), published_on)


def _place(withdrawal: Withdrawal) -> tuple[int, int]:
    return _PLACES[withdrawal.field], -withdrawal.source.closeness
