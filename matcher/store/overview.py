"""What takes looking through all facts of everybody: one row a profile, put together by SQL."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    select,
)

from matcher.directory.profile import Source
from matcher.store.sql import names_of
from matcher.store.tables import FACT, PROFILE

_CHUNK = 500


class Overview(NamedTuple):
    """A profile, and its facts that stand taken together.

    Attributes
    ----------
    newest
        The newest date of all facts, or ``None``.
    sources
        Whoever states anything, the closest to the practitioner first.
    differs
        Whether two of them state different things on one field.
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
    differs: bool
    cells: tuple[str | None, ...]
    days: tuple[str | None, ...]


def overviews(
    connection: Connection,
    fields: Sequence[str],
    aging: Sequence[str],
    which: ColumnElement[bool] | None = None,
) -> Iterator[Overview]:
    """Give every profile, published or not, sorted by id, a few at a time.

    Parameters
    ----------
    fields
        Of which the cells are wanted.
    aging
        Of which the days are wanted.
    which
        Of which profiles; left out, of all.
    """
    question = _question(fields, aging)
    if which is not None:
        question = question.where(which)
    options = {"yield_per": _CHUNK}
    with connection.execute(question, execution_options=options) as rows:
        for profile_id, published, newest, sources, differs, *rest in rows:
            cells, days = tuple(rest[: len(fields)]), tuple(rest[len(fields) :])
            yield Overview(
                profile_id, published, newest, _sources(sources), bool(differs), cells, days
            )


@cache
def _sources(names: str | None) -> tuple[Source, ...]:
    named = names.split(",") if names else ()
    return tuple(source for source in Source if source.value in named)


def _question(fields: Sequence[str], aging: Sequence[str]) -> Select[*tuple[Any, ...]]:
    """Ask in one walk over all facts; what few profiles or few facts tell is looked up.

    To look for a field of a profile takes less than to ask each fact whether it is that field.
    """
    stands = and_(FACT.c.profile_id == PROFILE.c.id, FACT.c.value.is_not(None))
    first, last = func.min(FACT.c.source), func.max(FACT.c.source)
    columns: list[ColumnElement[Any]] = [
        PROFILE.c.id,
        PROFILE.c.published,
        func.max(FACT.c.confirmed_on),
        case((first == last, first), else_=_all_sources()),
        case((first != last, _differs())),
        *(case((first == last, _cell(field)), else_=_ranked_cell(field)) for field in fields),
        *map(_day, aging),
    ]
    return (
        select(*columns)
        .outerjoin_from(PROFILE, FACT, stands)
        .group_by(PROFILE.c.id)
        .order_by(PROFILE.c.id)
    )


_OWN = FACT.alias("own")
_STANDS = and_(_OWN.c.profile_id == PROFILE.c.id, _OWN.c.value.is_not(None))
_DAY = func.coalesce(cast(_OWN.c.confirmed_on, Text), "")
_CLOSENESS = case({source.value: source.closeness for source in Source}, value=_OWN.c.source)


def _all_sources() -> ScalarSelect[str]:
    names = names_of(_OWN.c.source)
    return select(names).where(_STANDS).correlate(PROFILE).scalar_subquery()


def _differs() -> ColumnElement[bool]:
    said = func.min(_OWN.c.value) < func.max(_OWN.c.value)
    fields = select(_OWN.c.field).where(_STANDS).group_by(_OWN.c.field).having(said)
    return fields.correlate(PROFILE).exists()


def _cell(field: str) -> ScalarSelect[str | None]:
    """Ask for the cell where one source alone says anything: there is nothing to rank."""
    return _standing(_OWN.c.value, field).scalar_subquery()


def _ranked_cell(field: str) -> ScalarSelect[str | None]:
    """Ask for the cell that holds: the newest, then the closest to the practitioner."""
    by_rank = (_DAY.desc(), _CLOSENESS.desc())
    return _standing(_OWN.c.value, field).order_by(*by_rank).limit(1).scalar_subquery()


def _day(field: str) -> ScalarSelect[str]:
    return _standing(func.max(_DAY), field).scalar_subquery()


def _standing(what: ColumnElement[Any], field: str) -> Select[*tuple[Any, ...]]:
    return select(what).where(_STANDS, _OWN.c.field == field).correlate(PROFILE)
