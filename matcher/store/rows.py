"""Rows of the database to profiles, statements to rows; nothing else."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from matcher.directory.cells import CellReading, read_cell, write_cell
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Profile, Source, settle
from matcher.directory.statement import Statement
from matcher.errors import Message


class Entry(NamedTuple):
    """One source's word on one field; a `value` of ``None`` is a withdrawal."""

    value: str | None
    confirmed_on: date | None

    @property
    def day(self) -> date:
        """The date to compare by; an undated entry is older than any dated one."""
        return self.confirmed_on or date.min


class FactRow(NamedTuple):
    """A row of all profiles joined with their facts; without any, `field` is ``""``."""

    profile_id: str
    published: bool
    field: str
    source: str
    value: str
    confirmed_on: date | None


def entries_of(statement: Statement) -> Iterator[tuple[str, Entry]]:
    """Give the field and the entry of everything a statement speaks of."""
    day = statement.confirmed_on
    for field, value in statement.values.items():
        yield field, Entry(None if value is None else write_cell(value), day)


def profiles_of(rows: Iterable[FactRow]) -> Iterator[Profile]:
    """Build profiles of rows that lie together by profile."""
    for profile_id, group in groupby(rows, key=itemgetter(0)):
        yield _profile_of(profile_id, [*group])


def faults_of(row: FactRow) -> tuple[Message, ...]:
    """Say which parts of a stored value this version of the program does not know."""
    return _read(row.field, row.value).faults if row.field in FIELDS else ()


def _profile_of(profile_id: str, rows: list[FactRow]) -> Profile:
    stated: dict[str, list[Fact]] = {}
    for _, _, field, source, text, day in rows:
        value = _read(field, text).value if field in FIELDS else None
        if value is not None:
            stated.setdefault(field, []).append(Fact(value, _SOURCES[source], day))
    current, superseded = settle(
        {field: tuple(stated[field]) for field in FIELDS if field in stated}
    )
    return Profile(profile_id, current, superseded, rows[0].published)


_SOURCES = {source.value: source for source in Source}


def _read(field: str, text: str) -> CellReading:
    column = FIELDS[field]
    return read_cell(column, text) if column.kind is FieldKind.TEXT else _read_again(field, text)


@lru_cache(maxsize=1 << 14)
def _read_again(field: str, text: str) -> CellReading:
    return read_cell(FIELDS[field], text)
