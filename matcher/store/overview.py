"""What takes looking through all facts of everybody: one row a profile, put together by SQL."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Text, and_, case, cast, func, select

from matcher.directory.profile import Source
from matcher.store.tables import FACT, PROFILE

_CHUNK = 500
_DAY = len("2026-11-21")
_NO_DAY = " " * _DAY


class Overview(NamedTuple):
    """A profile, and its facts that stand taken together.

    Attributes
    ----------
    newest
        The newest date of all facts, or ``None``.
    sources
        Whoever states anything, the closest to the practitioner first.
    cells
        For each wanted field the cell that holds, or ``None`` when it is not stated.
    days
        For each wanted aging field the day of the fact that holds: ``""`` when nobody noted it,
        ``None`` when the field is not stated.
    """

    profile_id: str
    published: bool
    newest: date | None
    sources: tuple[Source, ...]
    cells: tuple[str | None, ...]
    days: tuple[str | None, ...]


def overviews(
    connection: Connection, fields: Sequence[str], aging: Sequence[str]
) -> Iterator[Overview]:
    """Give every profile, published or not, sorted by id, a few at a time.

    Parameters
    ----------
    fields
        Of which the cells are wanted.
    aging
        Of which the days are wanted.
    """
    options = {"yield_per": _CHUNK}
    first_cell = 3 + len(Source)
    first_day = first_cell + len(fields)
    with connection.execute(_question(fields, aging), execution_options=options) as rows:
        for row in rows:
            says = zip(Source, row[3:first_cell], strict=True)
            cells = (held and held[_DAY + 1 :] for held in row[first_cell:first_day])
            days = (day and day.strip() for day in row[first_day:])
            sources = tuple(source for source, does in says if does)
            yield Overview(row[0], row[1], row[2], sources, tuple(cells), tuple(days))


def contradicted(connection: Connection) -> frozenset[str]:
    """Return the profiles of which two sources state different things on one field."""
    one, other = FACT.alias("one"), FACT.alias("other")
    # Looked at first, and cheap: whoever is known by one source alone cannot be among them.
    by_several = (
        select(FACT.c.profile_id)
        .group_by(FACT.c.profile_id)
        .having(func.min(FACT.c.source) != func.max(FACT.c.source))
    )
    same_field = and_(
        one.c.profile_id == other.c.profile_id,
        one.c.field == other.c.field,
        one.c.source < other.c.source,
        one.c.value != other.c.value,
    )
    question = (
        select(one.c.profile_id)
        .distinct()
        .join_from(one, other, same_field)
        .where(one.c.profile_id.in_(by_several))
    )
    return frozenset(connection.scalars(question))


def _question(fields: Sequence[str], aging: Sequence[str]) -> Select[*tuple[Any, ...]]:
    stands = and_(FACT.c.profile_id == PROFILE.c.id, FACT.c.value.is_not(None))
    day = func.coalesce(cast(FACT.c.confirmed_on, Text), _NO_DAY)
    closeness = case(
        {source.value: str(source.closeness) for source in Source}, value=FACT.c.source
    )
    # The largest is the one that holds: the newest, then the closest to the practitioner.
    held = day + closeness + FACT.c.value
    columns: list[ColumnElement[Any]] = [
        PROFILE.c.id,
        PROFILE.c.published,
        func.max(FACT.c.confirmed_on),
        *(func.max(source.value == FACT.c.source) for source in Source),
        *(func.max(case((FACT.c.field == field, held))) for field in fields),
        *(func.max(case((FACT.c.field == field, day))) for field in aging),
    ]
    return (
        select(*columns)
        .outerjoin_from(PROFILE, FACT, stands)
        .group_by(PROFILE.c.id)
        .order_by(PROFILE.c.id)
    )
