"""Profiles to a `Snapshot`, one at a time: none of them is kept."""

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np

from matcher import __version__
from matcher.directory.area_list import NO_AREAS, AreaList
from matcher.directory.code_column import CODE_FIELDS
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.growing_column import GrowingCodes, GrowingNumbers, GrowingTexts, sealed
from matcher.directory.partly_read import lists_read_in_part
from matcher.directory.placing import place_of
from matcher.directory.profile import Profile
from matcher.directory.profile_json import RevisionDigest
from matcher.directory.snapshot import (
    NO_NUMBER,
    STEP_NOT_STATED,
    TEXT_EMPTY,
    TEXT_STATED,
    Snapshot,
    cell_bits,
)
from matcher.directory.vocabulary import load_vocabulary, vocabulary_names
from matcher.directory.week import free_cells

_Growing = TypeVar("_Growing")
_Column = TypeVar("_Column")

STEP_FIELDS = tuple(field.name for field in FIELDS.values() if field.kind is FieldKind.STEPS)
NUMBER_FIELDS = ("fee_min", "fee_max", "years")
TEXT_FIELDS = ("register", "supervisor")
_AGEING_FIELDS = tuple(field.name for field in FIELDS.values() if field.ages)
_READING = 2
"""To be counted up when the same profiles are read in another way than before."""
DAY_COLUMNS = ("next_opening", *(f"{name}:confirmed" for name in _AGEING_FIELDS))


def build_snapshot(profiles: Iterable[Profile], areas: AreaList = NO_AREAS) -> Snapshot:
    """Turn profiles into arrays; unpublished ones are left out.

    Parameters
    ----------
    profiles
        In any order; `SnapshotBuilder` takes more of them than fit into memory.
    areas
        The clinic's own.
    """
    builder = SnapshotBuilder(areas)
    for profile in sorted(profiles, key=attrgetter("id")):
        builder.add(profile)
    return builder.build()


@lru_cache(maxsize=1)
def reading_rules() -> str:
    """Return a SHA-256 of what decides how profiles are read: program, fields, vocabularies.

    A snapshot that was kept under other rules may say other things of the same directory.
    """
    vocabularies = [load_vocabulary(name) for name in vocabulary_names()]
    return sha256(repr((__version__, _READING, FIELDS, vocabularies)).encode()).hexdigest()


class SnapshotBuilder:
    """A snapshot in the making.

    Parameters
    ----------
    areas
        The clinic's own, by which some profiles have their place.
    """

    def __init__(self, areas: AreaList = NO_AREAS) -> None:
        self._areas = areas
        self._size = 0
        self._last_id: str | None = None
        self._digest = RevisionDigest(areas.digest)
        self._ids, self._names = GrowingTexts(), GrowingTexts()
        self._codes = {name: GrowingCodes(name) for name in CODE_FIELDS}
        self._steps = {name: (_steps(), _steps()) for name in STEP_FIELDS}
        self._numbers = {name: GrowingNumbers("i", NO_NUMBER) for name in NUMBER_FIELDS}
        self._days = {name: GrowingNumbers("i", NO_NUMBER) for name in DAY_COLUMNS}
        self._confirmed = {name: self._days[f"{name}:confirmed"] for name in _AGEING_FIELDS}
        self._times = GrowingNumbers("Q", 0)
        self._open_times = GrowingNumbers("B", 0)
        self._place = GrowingNumbers("d", np.nan), GrowingNumbers("d", np.nan)
        self._texts = {name: GrowingNumbers("B", 0) for name in TEXT_FIELDS}
        self._takers = self._all_takers()

    def add(self, profile: Profile) -> None:
        """Take in one profile, or leave it out when it is not published.

        Raises
        ------
        ValueError
            When its id does not come after the one before.
        """
        if self._last_id is not None and profile.id <= self._last_id:
            raise ValueError("profiles have to come in order of id")
        self._last_id = profile.id
        if not profile.published:
            return
        self._digest.add(profile)
        row = self._size
        self._ids.add(profile.id)
        self._names.add(profile.name)
        for name, fact in profile.facts.items():
            take = self._takers.get(name)
            if take is not None:
                take(row, fact.value)
            confirmed = self._confirmed.get(name)
            if confirmed is not None and fact.confirmed_on is not None:
                confirmed.put(row, fact.confirmed_on.toordinal())
        for name in lists_read_in_part(profile):
            self._leave_open(name, row)
        place = place_of(profile, self._areas)
        if place is not None:
            for cells, degrees in zip(self._place, place, strict=True):
                cells.put(row, degrees)
        self._size += 1

    def build(self) -> Snapshot:
        """Return the snapshot of all profiles so far."""
        size = self._size
        return Snapshot(
            revision=self._digest.revision,
            ids=self._ids.column(),
            names=self._names.column(),
            codes=_built(self._codes, lambda codes: codes.column(size)),
            steps=_built(
                self._steps, lambda ends: sealed(np.stack([e.column(size) for e in ends]))
            ),
            numbers=_built(self._numbers, lambda numbers: numbers.column(size)),
            days=_built(self._days, lambda days: days.column(size)),
            times=self._times.column(size),
            times_stated=sealed(self._times.is_put(size) & ~self._open_times.is_put(size)),
            latitude=self._place[0].column(size),
            longitude=self._place[1].column(size),
            texts=_built(self._texts, lambda states: states.column(size)),
            areas=self._areas,
        )

    def _leave_open(self, name: str, row: int) -> None:
        if name in self._codes:
            self._codes[name].leave_open(row)
        else:
            self._open_times.put(row, 1)

    def _all_takers(self) -> Mapping[str, Callable[[int, Any], None]]:
        takers: dict[str, Callable[[int, Any], None]] = {
            name: codes.put for name, codes in self._codes.items()
        }
        takers |= {name: _step_taker(*ends) for name, ends in self._steps.items()}
        takers |= {name: _number_taker(cells) for name, cells in self._numbers.items()}
        takers |= {name: _text_taker(cells) for name, cells in self._texts.items()}
        takers["times"] = lambda row, tokens: self._times.put(row, _free_bits(tokens))
        takers["next_opening"] = lambda row, day: self._days["next_opening"].put(
            row, day.toordinal()
        )
        return takers


def _steps() -> GrowingNumbers:
    return GrowingNumbers("b", STEP_NOT_STATED)


def _step_taker(low: GrowingNumbers, high: GrowingNumbers) -> Callable[[int, Any], None]:
    def take(row: int, steps: tuple[int, int]) -> None:
        low.put(row, steps[0])
        high.put(row, steps[1])

    return take


def _number_taker(cells: GrowingNumbers) -> Callable[[int, Any], None]:
    largest = np.iinfo(np.int32).max
    return lambda row, number: cells.put(row, min(_hundredths(number), largest))


def _hundredths(number: Decimal) -> int:
    return int((number * 100).to_integral_value(ROUND_HALF_UP))


def _text_taker(cells: GrowingNumbers) -> Callable[[int, Any], None]:
    return lambda row, text: cells.put(row, TEXT_STATED if text else TEXT_EMPTY)


@lru_cache(maxsize=1 << 14)
def _free_bits(tokens: tuple[str, ...]) -> int:
    return cell_bits(free_cells(tokens))


def _built(
    growing: Mapping[str, _Growing], build: Callable[[_Growing], _Column]
) -> Mapping[str, _Column]:
    return MappingProxyType({name: build(columns) for name, columns in growing.items()})
