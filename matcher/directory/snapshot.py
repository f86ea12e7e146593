"""The directory as arrays: what scoring reads, and what a kiosk's sitting is given.

Codes are kept per term, so that only the terms a client asks about are ever touched; a term that
no profile names takes no room.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.geography import locate_postcode
from matcher.directory.levels import DENIED, FIRST_LEVEL, NAMED, Levels
from matcher.directory.profile import Profile, split_token
from matcher.directory.profile_json import revision_of
from matcher.directory.vocabulary import NO, load_vocabulary
from matcher.directory.week import CELLS, free_cells

NO_NUMBER = -1
"""A number or day that is not stated."""

_EMPTY, _STATED = 1, 2


@dataclass(frozen=True, slots=True, eq=False)
class CodeColumn:
    """One list (or single code) of every profile.

    Attributes
    ----------
    stated
        Shape (profiles,): 0 not stated, 1 stated to be none, 2 stated.
    named
        Per term that any profile names, shape (profiles,): 0 where it is not named, else
        `DENIED`, `NAMED` or a level.
    open
        Whether what a stated list does not name is not stated rather than a no.
    """

    stated: NDArray[np.uint8]
    named: Mapping[str, Levels]
    open: bool

    def levels(self, code: str) -> Levels:
        """Return what every profile says of one term, shape (profiles,)."""
        silent = self.stated == _EMPTY if self.open else self.stated > 0
        unnamed = silent.astype(np.uint8)
        named = self.named.get(code)
        return unnamed if named is None else np.where(named > 0, named, unnamed)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All published profiles of a directory, column by column.

    Attributes
    ----------
    revision
        SHA-256 of the directory it was made from.
    ids, names
        By row; rows are in order of id.
    codes
        Per list or code field.
    steps
        Per style axis, shape (2, profiles): the comfortable range; 127 where not stated.
    numbers
        Per number field, shape (profiles,): cents for fees, whole years; -1 where not stated.
    days
        Per date field and, as ``field:confirmed``, per fact that ages: ordinal days; -1.
    times
        Shape (profiles,): free cells as bits, by their position in the week.
    times_stated
        Shape (profiles,): whether times are stated.
    latitude, longitude
        Degrees, shape (profiles,), NaN where the place is not known.
    texts
        Per text field that scoring asks for: 0 not stated, 1 stated to be none, 2 stated.
    """

    revision: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    codes: Mapping[str, CodeColumn]
    steps: Mapping[str, NDArray[np.int8]]
    numbers: Mapping[str, NDArray[np.int32]]
    days: Mapping[str, NDArray[np.int32]]
    times: NDArray[np.uint64]
    times_stated: NDArray[np.bool_]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    texts: Mapping[str, NDArray[np.uint8]]

    @property
    def size(self) -> int:
        """How many profiles there are."""
        return len(self.ids)

    def row_of(self, profile_id: str) -> int:
        """Return the row of a profile; `KeyError` when it is not in the directory."""
        row = bisect_left(self.ids, profile_id)
        if row >= self.size or self.ids[row] != profile_id:
            raise KeyError(profile_id)
        return row

    def is_aged(self, field: str, today: date, limit_days: int) -> NDArray[np.bool_]:
        """Tell which profiles' fact is dated and older than the limit, shape (profiles,)."""
        confirmed = self.days.get(f"{field}:confirmed")
        if confirmed is None:
            return np.zeros(self.size, dtype=bool)
        too_old = today.toordinal() - confirmed > limit_days
        aged: NDArray[np.bool_] = (confirmed != NO_NUMBER) & too_old
        return aged


STEP_NOT_STATED = 127
_CENTS = frozenset({"fee_min", "fee_max"})
_NUMBERS = ("fee_min", "fee_max", "years")
_TEXTS = ("register", "supervisor")
_COMPARED_TEXTS = ("currency", "area")
"""Text fields that are compared with what the client named, as if they were codes."""


def build_snapshot(profiles: Iterable[Profile]) -> Snapshot:
    """Turn profiles into arrays; unpublished ones are left out.

    Parameters
    ----------
    profiles
        In any order.
    """
    published = sorted((p for p in profiles if p.published), key=lambda profile: profile.id)
    coordinates = np.array([_coordinates(p) for p in published]).reshape(-1, 2)
    kinds = {kind: [f for f in FIELDS.values() if f.kind is kind] for kind in FieldKind}
    code_fields = (
        kinds[FieldKind.CODE] + kinds[FieldKind.CODES] + [FIELDS[name] for name in _COMPARED_TEXTS]
    )
    return Snapshot(
        revision=revision_of(published),
        ids=tuple(profile.id for profile in published),
        names=tuple(profile.name for profile in published),
        codes=MappingProxyType({f.name: _code_column(f.name, published) for f in code_fields}),
        steps=MappingProxyType(
            {f.name: _steps_column(f.name, published) for f in kinds[FieldKind.STEPS]}
        ),
        numbers=MappingProxyType({name: _number_column(name, published) for name in _NUMBERS}),
        days=MappingProxyType(_day_columns(published)),
        times=_times_column(published),
        times_stated=np.array([p.value("times") is not None for p in published], dtype=bool),
        latitude=np.ascontiguousarray(coordinates[:, 0]),
        longitude=np.ascontiguousarray(coordinates[:, 1]),
        texts=MappingProxyType({name: _text_column(name, published) for name in _TEXTS}),
    )


def _coordinates(profile: Profile) -> tuple[float, float]:
    latitude, longitude = profile.value("latitude"), profile.value("longitude")
    if latitude is not None and longitude is not None:
        return float(latitude), float(longitude)  # type: ignore[arg-type]
    postcode = profile.text("postcode")
    place = locate_postcode(postcode, profile.text("country")) if postcode else None
    return place or (np.nan, np.nan)


def _code_column(name: str, profiles: list[Profile]) -> CodeColumn:
    field = FIELDS[name]
    vocabulary = load_vocabulary(field.vocabulary) if field.vocabulary else None
    level_numbers = {
        level: FIRST_LEVEL + position
        for position, level in enumerate(vocabulary.levels if vocabulary else ())
    }
    level_numbers[NO] = DENIED
    stated = np.zeros(len(profiles), dtype=np.uint8)
    named: dict[str, NDArray[np.uint8]] = {}
    for row, profile in enumerate(profiles):
        value = profile.value(name)
        if value is None:
            continue
        tokens = (value,) if isinstance(value, str) and value else value or ()
        stated[row] = _STATED if tokens else _EMPTY
        for token in map(str, tokens):  # type: ignore[arg-type]
            code, details = (token, ()) if field.kind is FieldKind.TEXT else split_token(token)
            column = named.setdefault(code, np.zeros(len(profiles), dtype=np.uint8))
            column[row] = level_numbers.get(details[0], NAMED) if details else NAMED
    return CodeColumn(stated, MappingProxyType(named), bool(vocabulary and vocabulary.open))


def _steps_column(name: str, profiles: list[Profile]) -> NDArray[np.int8]:
    column = np.full((2, len(profiles)), STEP_NOT_STATED, dtype=np.int8)
    for row, profile in enumerate(profiles):
        value = profile.value(name)
        if value is not None:
            column[:, row] = value  # type: ignore[assignment]
    return column


def _number_column(name: str, profiles: list[Profile]) -> NDArray[np.int32]:
    factor = 100 if name in _CENTS else 1
    column = np.full(len(profiles), NO_NUMBER, dtype=np.int32)
    for row, profile in enumerate(profiles):
        value = profile.value(name)
        if value is not None:
            column[row] = min(int(value * factor), np.iinfo(np.int32).max)  # type: ignore[operator, arg-type]
    return column


def _day_columns(profiles: list[Profile]) -> dict[str, NDArray[np.int32]]:
    columns = {"next_opening": np.full(len(profiles), NO_NUMBER, dtype=np.int32)}
    for field in FIELDS.values():
        if field.ages:
            columns[f"{field.name}:confirmed"] = np.full(len(profiles), NO_NUMBER, dtype=np.int32)
    for row, profile in enumerate(profiles):
        opening = profile.value("next_opening")
        if isinstance(opening, date):
            columns["next_opening"][row] = opening.toordinal()
        for name, fact in profile.facts.items():
            if FIELDS[name].ages and fact.confirmed_on:
                columns[f"{name}:confirmed"][row] = fact.confirmed_on.toordinal()
    return columns


def _times_column(profiles: list[Profile]) -> NDArray[np.uint64]:
    return np.array([cell_bits(free_cells(p.tokens("times"))) for p in profiles], dtype=np.uint64)


def cell_bits(cells: Iterable[str]) -> int:
    """Return cells of the week as bits of one whole number."""
    return sum(1 << CELLS.index(cell) for cell in cells)


def _text_column(name: str, profiles: list[Profile]) -> NDArray[np.uint8]:
    states = {None: 0, "": _EMPTY}
    return np.array(
        [states.get(profile.value(name), _STATED) for profile in profiles],  # type: ignore[arg-type]
        dtype=np.uint8,
    )
