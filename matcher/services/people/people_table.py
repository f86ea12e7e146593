"""Everybody in the directory as columns: what a table shows, is searched by and sorted by."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from operator import not_
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matcher.directory.cells import read_cell, read_text
from matcher.directory.fact_age import COSTLY_FIRST, AgeLimits
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Source
from matcher.letters import folded
from matcher.services.people.people_wish import CHOICES, PeopleColumn

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.store import Overview

PORTION = 128
"""After how many people the reader is told how far it is."""

LAST = np.iinfo(np.int32).max
"""The place of what is not stated, among the places of a column."""

_FIELDS = ("accepting", "name", "credential", "city", "postcode", "register_number")
_KEY_BYTES = 48
_ACCEPTING, _AGES = CHOICES[PeopleColumn.ACCEPTING], CHOICES[PeopleColumn.AGE]
_SOURCES = (*Source,)
_SUMMANDS = {source: 1 << place for place, source in enumerate(Source)}
_SLICE = 5_000

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class PeopleTable:
    """All people, published or not, one row each, sorted by id.

    Attributes
    ----------
    stamp, as_of
        Of which state of the directory, and as of which day, the ages are told.
    texts
        By column of words, what is shown; ``""`` when it is not stated.
    spellings
        What a search looks through: name, place, id and register number, folded.
    confirmed_on
        The newest day of all facts as an ordinal; 0 when there is none.
    said_by
        Who states anything: the sum of 1 for the first `Source`, 2 for the second, 4.
    codes
        By column of `CHOICES`, the place of what holds; of sources, the closest one.
    places_of
        By column, the place of each row in its order; `LAST` when there is nothing to sort by.
    changed_outside
        Ids of profiles that are not what the program wrote; clients do not see them. Those of
        which not every part can be read have no row.
    """

    stamp: str
    as_of: date
    texts: Mapping[PeopleColumn, tuple[str, ...]]
    spellings: tuple[str, ...]
    confirmed_on: Codes
    said_by: Codes
    codes: Mapping[PeopleColumn, Codes]
    places_of: Mapping[PeopleColumn, Codes]
    changed_outside: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all, in their order."""
        return self.texts[PeopleColumn.ID]

    @property
    def size(self) -> int:
        """How many people there are."""
        return len(self.ids)


def read_people(
    directory: DirectoryService,
    today: date,
    known: PeopleTable | None = None,
    on_way: Callable[[int], object] = lambda _count: None,
) -> PeopleTable:
    """Read everybody, as of one moment.

    Parameters
    ----------
    today
        The day as of which facts are old.
    known
        What was read before; given back when it still holds.
    on_way
        Called with how many people were read so far, every `PORTION`.

    Returns
    -------
    PeopleTable
        Without anybody when there is no directory yet.

    Raises
    ------
    StoreError
        When the database cannot be used, saying why.
    """
    if not directory.exists:
        return _put_together("", today, _People(today, AgeLimits()))
    limits = directory.age_limits
    with directory.database().reading() as work:
        stamp = work.stamp
        if known is not None and (known.stamp, known.as_of) == (stamp, today):
            return known
        people = _People(today, limits)
        through = work.profiles.look_through()
        overviews = work.profiles.overviews(_FIELDS, COSTLY_FIRST, through.unreadable)
        while portion := [*islice(overviews, PORTION)]:
            people.add(portion)
            on_way(len(people.ids))
    return replace(_put_together(stamp, today, people), changed_outside=through.ids)


class _People:
    """What was read so far, column by column: numbers as numbers, which take little room."""

    def __init__(self, today: date, limits: AgeLimits) -> None:
        self.ids: list[str] = []
        self.names: list[str] = []
        self.credentials: list[str] = []
        self.places: list[str] = []
        self.spellings: list[str] = []
        self.confirmed_on = array("i")
        self.said_by = array("i")
        self.codes = {column: array("i") for column in CHOICES}

        @lru_cache(maxsize=1 << 12)
        def age_of(day: str) -> int:
            noted = date.fromisoformat(day) if day else None
            return _AGES.index(limits.age_of(Fact("", Source.CLINIC, noted), today))

        self._age_of = age_of

    def add(self, portion: Sequence[Overview]) -> None:
        """Add some people."""
        ids, published, newest, sources, differs, cells, days = zip(*portion, strict=True)
        accepting, *others = zip(*cells, strict=True)
        worded = ([read_text(cell) if cell else "" for cell in column] for column in others)
        names, credentials, cities, postcodes, numbers = worded
        spelt = zip(names, cities, postcodes, ids, numbers, strict=True)
        self.ids += ids
        self.names += [name or one for name, one in zip(names, ids, strict=True)]
        self.credentials += credentials
        self.places += map(_place, cities, postcodes)
        self.spellings += map(folded, map("\n".join, spelt))
        self.confirmed_on.extend(day.toordinal() if day else 0 for day in newest)
        self.said_by.extend(sum(map(_SUMMANDS.__getitem__, each)) for each in sources)
        self._codes_of(PeopleColumn.ACCEPTING, map(_accepting, accepting))
        self._codes_of(PeopleColumn.AGE, map(self._oldest, days))
        self._codes_of(PeopleColumn.SOURCE, map(_closest, sources))
        self._codes_of(PeopleColumn.CONFLICTS, map(not_, differs))
        self._codes_of(PeopleColumn.PUBLISHED, map(not_, published))

    def _codes_of(self, column: PeopleColumn, codes: Iterable[int]) -> None:
        self.codes[column].extend(codes)

    def _oldest(self, days: tuple[str | None, ...]) -> int:
        """Return the place of the age that somebody should look at first."""
        ages = [self._age_of(day) for day in {*days} if day is not None]
        return min(ages) if ages else _AGES.index("nothing")


def _place(city: str, postcode: str) -> str:
    return f"{city}, {postcode}" if city and postcode else city or postcode


@cache
def _accepting(cell: str | None) -> int:
    value = read_cell(FIELDS["accepting"], cell or "").value
    return _ACCEPTING.index(value if isinstance(value, str) and value else "not_stated")


def _closest(sources: tuple[Source, ...]) -> int:
    return _SOURCES.index(sources[0]) if sources else len(_SOURCES)


def _put_together(stamp: str, today: date, people: _People) -> PeopleTable:
    codes = {column: np.array(values, np.int32) for column, values in people.codes.items()}
    confirmed_on = np.array(people.confirmed_on, np.int32)
    places_of = codes | {
        PeopleColumn.NAME: _in_order(people.names),
        PeopleColumn.CREDENTIAL: _in_order(people.credentials),
        PeopleColumn.PLACE: _in_order(people.places),
        PeopleColumn.ID: np.arange(len(people.ids), dtype=np.int32),
        PeopleColumn.CONFIRMED_ON: np.where(confirmed_on > 0, confirmed_on, LAST),
    }
    return PeopleTable(
        stamp,
        today,
        MappingProxyType(
            {
                PeopleColumn.NAME: tuple(people.names),
                PeopleColumn.CREDENTIAL: tuple(people.credentials),
                PeopleColumn.PLACE: tuple(people.places),
                PeopleColumn.ID: tuple(people.ids),
            }
        ),
        tuple(people.spellings),
        confirmed_on,
        np.array(people.said_by, np.int32),
        MappingProxyType(codes),
        MappingProxyType(places_of),
    )


def _in_order(texts: Sequence[str]) -> Codes:
    """Return the place of each text among all, the same for the same; empty ones stand last.

    Letters count, not their accents. The texts are compared as bytes, by which numpy sorts
    without holding up other threads.
    """
    if not texts:
        return np.empty(0, np.int32)
    different = [*dict.fromkeys(texts)]
    keys = np.empty(len(different), f"S{_KEY_BYTES}")
    for start in range(0, len(different), _SLICE):
        part = different[start : start + _SLICE]
        keys[start : start + _SLICE] = [folded(text).encode()[:_KEY_BYTES] for text in part]
    order = keys.argsort(kind="stable")
    in_order = keys[order]
    is_another = np.concatenate(([False], in_order[1:] != in_order[:-1]))
    found = np.empty(len(different), np.int32)
    found[order] = np.cumsum(is_another)
    found[keys == b""] = LAST
    place_of = dict(zip(different, found.tolist(), strict=True))
    return np.fromiter(map(place_of.__getitem__, texts), np.int32, len(texts))
