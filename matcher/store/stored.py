"""What is stored of a profile, taken apart: once it is known to be true, or as far as it goes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, select

from matcher.directory.field import FIELDS
from matcher.directory.profile import Source
from matcher.directory.trail import PUBLISHED, Word
from matcher.store.digests import RECORD, UNIT, WITHDRAWN, StoredRow, id_of, is_true
from matcher.store.tables import FACT, PROFILE

_HEAD_UNITS, _TAIL_UNITS, _FACT_UNITS = 2, 2, 3
_PLACES = frozenset({*FIELDS, PUBLISHED})
_SOURCES = frozenset(source.value for source in Source)


StoredWord = tuple[str, str, Word]
"""Field, source, and what that source says of it."""


class Stored(NamedTuple):
    """A profile as it is stored, with its facts in the order of their key."""

    profile_id: str
    published: bool
    published_on: date | None
    words: Sequence[StoredWord]


def true_ones(connection: Connection, rows: Iterable[StoredRow]) -> Iterator[Stored]:
    """Give those that are as the program wrote them; the others are left out."""
    for row in rows:
        if is_true(row):
            yield taken_apart(connection, row)


def taken_apart(connection: Connection, row: StoredRow) -> Stored:
    """Take apart what is known to be true."""
    text = str(row[1], "utf-8")
    head, _, rest = text.partition(RECORD)
    facts, _, tail = rest.rpartition(RECORD)
    if not _is_plain(head, facts, tail):
        return _asked_for(connection, id_of(row))
    profile_id, published, since = head.split(UNIT)
    pieces = facts.split(RECORD) if facts else ()
    words = [
        (field, source, Word(None if value == WITHDRAWN else value, _day(day)))
        for field, source, day, value in (piece.split(UNIT) for piece in pieces)
    ]
    return Stored(profile_id, published != "0", _since(since), words)


def as_it_is(row: StoredRow) -> Stored:
    """Take apart what may be anything, as far as it can be read, for who is to put it right."""
    head, *pieces = str(row[1] or b"", "utf-8", "replace").split(RECORD)
    _, published, since, *_ = (*head.split(UNIT), "", "")
    parts = (piece.split(UNIT) for piece in pieces)
    known = (
        each
        for each in parts
        if len(each) == _FACT_UNITS + 1 and each[0] in _PLACES and each[1] in _SOURCES
    )
    return Stored(
        id_of(row),
        published == "1",
        _day_or_none(since.strip("'")),
        [_readable(each) for each in known],
    )


def is_readable(row: StoredRow) -> bool:
    """Tell whether each part of what is stored can be read, be it true or not."""
    try:
        head, *pieces, tail = str(row[1] or b"", "utf-8").split(RECORD)
        _, published, since = head.split(UNIT)
        _, _, types = tail.split(UNIT)
        _since(since)
        parts = [piece.split(UNIT) for piece in pieces]
        sources = {source for _, source, _, _ in parts}
        days = {day for _, _, day, _ in parts}
        return (
            published in {"0", "1"}
            and "blob" not in types
            and sources <= _SOURCES
            and all(_day(day) or not day for day in days)
        )
    except ValueError:
        return False


def _is_plain(head: str, facts: str, tail: str) -> bool:
    """Tell whether no text in it holds one of the signs that part it."""
    count, _, rest = tail.partition(UNIT)
    values, _, _ = rest.partition(UNIT)
    number = int(count)
    return (
        head.count(UNIT) == _HEAD_UNITS
        and tail.count(UNIT) == _TAIL_UNITS
        and facts.count(UNIT) == number * _FACT_UNITS
        and facts.count(RECORD) == max(number - 1, 0)
        and facts.count(WITHDRAWN) == number - int(values)
    )


def _asked_for(connection: Connection, profile_id: str) -> Stored:
    """Ask once more, column by column, for a profile with such signs in its texts."""
    about = select(PROFILE.c.id, PROFILE.c.published, PROFILE.c.published_on)
    whole = connection.execute(about.where(PROFILE.c.id == profile_id)).one()
    facts = select(FACT.c.field, FACT.c.source, FACT.c.value, FACT.c.confirmed_on)
    words = connection.execute(facts.where(FACT.c.profile_id == profile_id))
    return Stored(
        *whole, [(field, source, Word(value, day)) for field, source, value, day in words]
    )


def _readable(parts: list[str]) -> StoredWord:
    field, source, day, value = parts
    return field, source, Word(None if value == WITHDRAWN else value, _day_or_none(day))


@lru_cache(maxsize=1 << 12)
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_or_none(text: str) -> date | None:
    try:
        return _day(text)
    except ValueError:
        return None


def _since(quoted: str) -> date | None:
    return None if quoted == "NULL" else _day(quoted.strip("'"))
