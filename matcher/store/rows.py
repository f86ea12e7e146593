"""Rows of the database to profiles, statements to rows; nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from matcher.directory.cells import read_cell, write_cell
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.profile import Fact, Profile, Source, settle
from matcher.directory.statement import Statement
from matcher.directory.trail import Word
from matcher.errors import Message
from matcher.store.stored import Stored


class Entry(NamedTuple):
    """One source's word on one field; a `value` of ``None`` is a withdrawal."""

    value: str | None
    confirmed_on: date | None

    @property
    def day(self) -> date:
        """The date to compare by; an undated entry is older than any dated one."""
        return self.confirmed_on or date.min


class StoredFact(NamedTuple):
    """A row of all profiles joined with their facts; without any, `field` is ``""``."""

    profile_id: str
    published: bool
    field: str
    source: str
    value: str
    confirmed_on: date | None


def words_of(statement: Statement) -> Iterator[tuple[str, Word]]:
    """Give the field and the word on it of everything a statement speaks of."""
    day = statement.confirmed_on
    for field, value in statement.values.items():
        yield field, Word(None if value is None else write_cell(value), day)


def profiles_of(rows: Iterable[Sequence[Any]]) -> Iterator[Profile]:
    """Build profiles of rows with the columns of `StoredFact`, those of a profile together."""
    for profile_id, group in groupby(rows, key=itemgetter(0)):
        yield _profile_of(profile_id, [*group])


def faults_of(field: str, value: str) -> tuple[Message, ...]:
    """Say which parts of a stored value this version of the program does not know."""
    return read_cell(FIELDS[field], value).faults if field in FIELDS else ()


def profile_of(stored: Stored) -> Profile:
    """Build the profile that is stored so."""
    return Profile(
        stored.profile_id,
        *settle(_stated((field, source, *word) for field, source, word in stored.words)),
        stored.published,
    )


def _profile_of(profile_id: str, rows: Sequence[Sequence[Any]]) -> Profile:
    return Profile(profile_id, *settle(_stated(row[2:] for row in rows)), rows[0][1])


def _stated(words: Iterable[Sequence[Any]]) -> dict[str, tuple[Fact, ...]]:
    stated: dict[str, tuple[Fact, ...]] = {}
    for field, source, text, day in words:
        fact = None if text is None else _fact(field, source, text, day)
        if fact is not None:
            stated[field] = (*stated.get(field, ()), fact)
    return stated


def _fact(field: str, source: str, text: str, day: date | None) -> Fact | None:
    if field in _TEXTS:  # seldom twice the same
        return _read_fact(field, source, text, day)
    return _read_fact_again(field, source, text, day)


def _read_fact(field: str, source: str, text: str, day: date | None) -> Fact | None:
    value = read_cell(FIELDS[field], text).value if field in FIELDS else None
    return None if value is None else Fact(value, _SOURCES[source], day)


_read_fact_again = lru_cache(maxsize=1 << 16)(_read_fact)
"""Profiles share equal facts: they are read once, and take room once."""

_SOURCES = {source.value: source for source in Source}
_TEXTS = frozenset(field.name for field in FIELDS.values() if field.kind is FieldKind.TEXT)
