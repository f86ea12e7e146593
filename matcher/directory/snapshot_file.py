"""A `Snapshot` in one file, mapped into memory: read through once for its digest, never copied."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.directory.array_file import map_arrays, write_arrays
from matcher.directory.bit_set import Bits, packed_size
from matcher.directory.code_column import CODE_FIELDS, CodeColumn, highest_state, is_open
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import (
    DAY_COLUMNS,
    NUMBER_FIELDS,
    STEP_FIELDS,
    TEXT_FIELDS,
)
from matcher.directory.term_states import BitPlanes, RowStates, TermStates
from matcher.directory.text_column import TextColumn
from matcher.errors import Message, SnapshotError

FORMAT = "rapport-snapshot/1"

_Array = NDArray[Any]
_Value = TypeVar("_Value")


def write_snapshot(snapshot: Snapshot, path: Path, stamp: str) -> str:
    """Write a snapshot to a file that appears whole or not at all, and return its digest.

    Parameters
    ----------
    snapshot
        What to write; published entries only, as everywhere.
    path
        An older file there is replaced.
    stamp
        Of which state of the directory it is; `open_snapshot` gives it back.

    Raises
    ------
    OSError
        When it cannot be written; nothing is left of it then.
    ValueError
        When its lists have more terms than a file can name.
    """
    metadata = {
        "format": FORMAT,
        "revision": snapshot.revision,
        "stamp": stamp,
        "profiles": str(snapshot.size),
    }
    return write_arrays(path, dict(_arrays_of(snapshot)), metadata)


def open_snapshot(path: Path, digest: str = "") -> tuple[Snapshot, str]:
    """Map a snapshot into memory, once its digest is found right.

    Parameters
    ----------
    digest
        The one it has to have; left out, any that is its own.

    Returns
    -------
    tuple
        The snapshot and the stamp it was written with.

    Raises
    ------
    SnapshotError
        When there is no such file, or it is another's, of another version, or damaged.
    """
    arrays, metadata = map_arrays(path, FORMAT, digest)
    try:
        return _snapshot_of(_Columns(arrays, metadata), metadata)
    except _UnfitError:
        raise SnapshotError(Message("error.snapshot.damaged", file=str(path))) from None


def _arrays_of(snapshot: Snapshot) -> Iterator[tuple[str, _Array]]:
    for name in ("ids", "names"):
        texts = getattr(snapshot, name)
        yield f"{name}.text", texts.blob
        yield f"{name}.offsets", texts.offsets
    for name in ("times", "times_stated", "latitude", "longitude"):
        yield name, getattr(snapshot, name)
    for name in ("steps", "numbers", "days", "texts"):
        for field, values in getattr(snapshot, name).items():
            yield f"{name}.{field}", values
    for field, column in snapshot.codes.items():
        if column.stated.any():
            yield f"stated.{field}", column.stated
        if column.empty.any():
            yield f"empty.{field}", column.empty
        for code, states in column.named.items():
            for part, values in _parts_of(states):
                yield f"codes.{field}.{part}.{code}", values


def _parts_of(states: TermStates) -> Iterator[tuple[str, _Array]]:
    if isinstance(states, RowStates):
        yield "rows", states.rows
        yield "states", states.states
    else:
        for position, plane in states.planes.items():
            yield f"bit{position}", plane


class _UnfitError(Exception):
    """The arrays of a file are not those of a snapshot."""


def _require(condition: object) -> None:
    if not condition:
        raise _UnfitError


class _Columns:
    """The arrays of a file, each given out once, in the type and shape it has to have."""

    def __init__(self, arrays: dict[str, _Array], metadata: Mapping[str, str]) -> None:
        self._arrays = arrays
        count = metadata.get("profiles", "")
        _require(count.isascii() and count.isdigit() and len(count) <= 10)
        self.size = int(count)

    def take(self, name: str, kind: str, *shape: int) -> _Array:
        """Give out one array; without a shape, one of any length."""
        values = self._arrays.pop(name, None)
        if values is None:
            raise _UnfitError
        _require(values.dtype == np.dtype(kind))
        _require(values.shape == shape if shape else values.ndim == 1)
        return values

    def texts(self, name: str) -> TextColumn:
        """Give out a column of texts."""
        blob, offsets = self.take(f"{name}.text", "u1"), self.take(f"{name}.offsets", "<u8")
        _require(len(offsets) == self.size + 1 and offsets[0] == 0 and offsets[-1] == len(blob))
        _require((offsets[1:] >= offsets[:-1]).all())
        return TextColumn(blob, offsets)

    def bits(self, name: str) -> Bits:
        """Give out the bits of all profiles; none is left out of the file."""
        if name not in self._arrays:
            bits = np.zeros(packed_size(self.size), dtype=np.uint8)
            bits.flags.writeable = False
            return bits
        return self.take(name, "u1", packed_size(self.size))

    def terms(self) -> dict[str, dict[str, TermStates]]:
        """Give out all that is left: terms by field and code."""
        parts: dict[tuple[str, str], dict[str, _Array]] = {}
        for name in [*self._arrays]:
            start, field, part, code = [*name.split(".", 3), "", "", ""][:4]
            _require(start == "codes" and field in CODE_FIELDS)
            values = self.take(name, "<u4" if part == "rows" else "u1")
            parts.setdefault((field, code), {})[part] = values
        terms: dict[str, dict[str, TermStates]] = {}
        for (field, code), found in parts.items():
            states = self._states(found)
            _require(states.highest <= highest_state(field))
            terms.setdefault(field, {})[code] = states
        return terms

    def _states(self, parts: dict[str, _Array]) -> TermStates:
        if parts.keys() == {"rows", "states"}:
            rows, states = parts["rows"], parts["states"]
            _require(len(rows) == len(states) and (rows[1:] > rows[:-1]).all())
            _require(len(rows) and rows[-1] < self.size)
            return RowStates(rows, states)
        _require(parts.keys() <= _POSITIONS.keys())
        _require(all(len(plane) == packed_size(self.size) for plane in parts.values()))
        return BitPlanes(MappingProxyType({_POSITIONS[part]: parts[part] for part in parts}))


_POSITIONS = {f"bit{position}": position for position in range(8)}


def _snapshot_of(columns: _Columns, metadata: Mapping[str, str]) -> tuple[Snapshot, str]:
    size = columns.size
    _require(metadata.keys() == {"format", "revision", "stamp", "profiles", "sha256"})
    snapshot = Snapshot(
        revision=metadata["revision"],
        ids=columns.texts("ids"),
        names=columns.texts("names"),
        steps=_by_name(STEP_FIELDS, lambda name: columns.take(f"steps.{name}", "i1", 2, size)),
        numbers=_by_name(NUMBER_FIELDS, lambda name: columns.take(f"numbers.{name}", "<i4", size)),
        days=_by_name(DAY_COLUMNS, lambda name: columns.take(f"days.{name}", "<i4", size)),
        times=columns.take("times", "<u8", size),
        times_stated=columns.take("times_stated", "?", size),
        latitude=columns.take("latitude", "<f8", size),
        longitude=columns.take("longitude", "<f8", size),
        texts=_by_name(TEXT_FIELDS, lambda name: columns.take(f"texts.{name}", "u1", size)),
        codes=_codes_of(columns),
    )
    _require((snapshot.times_stated.view(np.uint8) <= 1).all())
    return snapshot, metadata["stamp"]


def _codes_of(columns: _Columns) -> Mapping[str, CodeColumn]:
    """Take what a snapshot says of terms, which is all that is left of its arrays."""
    bits = {
        field: (columns.bits(f"stated.{field}"), columns.bits(f"empty.{field}"))
        for field in CODE_FIELDS
    }
    terms = columns.terms()
    return _by_name(
        CODE_FIELDS,
        lambda field: CodeColumn(
            columns.size, *bits[field], MappingProxyType(terms.get(field, {})), is_open(field)
        ),
    )


def _by_name(names: tuple[str, ...], value: Callable[[str], _Value]) -> Mapping[str, _Value]:
    return MappingProxyType({name: value(name) for name in names})
