"""Columns of a snapshot in the making: profile after profile, as numbers and bytes only."""

from __future__ import annotations

from array import array
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.directory.bit_set import pack_rows
from matcher.directory.code_column import CodeColumn, is_open, state_numbers
from matcher.directory.field import FIELDS, FieldKind
from matcher.directory.levels import NAMED
from matcher.directory.profile import split_token
from matcher.directory.term_states import TermStates, pack_states
from matcher.directory.text_column import TextColumn, encode_text

_Array = TypeVar("_Array", bound=NDArray[Any])
_GrowingTerm: TypeAlias = "tuple[array[int], array[int]]"
"""The rows that name a term, and the state of each."""


class GrowingTexts:
    """A `TextColumn` in the making."""

    def __init__(self) -> None:
        self._blob = bytearray()
        self._offsets = array("Q", [0])

    def add(self, text: str) -> None:
        """Take in the text of the next row."""
        self._blob += encode_text(text)
        self._offsets.append(len(self._blob))

    def column(self) -> TextColumn:
        """Return the texts so far."""
        blob = np.frombuffer(bytes(self._blob), dtype=np.uint8)
        return TextColumn(blob, sealed(np.array(self._offsets, dtype=np.uint64)))


class GrowingNumbers:
    """A column of numbers in the making: the rows that have one, and which.

    Parameters
    ----------
    typecode
        Of the numbers, as in `array.array`.
    missing
        What stands in the other rows.
    """

    def __init__(self, typecode: str, missing: float) -> None:
        self._rows = array("I")
        self._values = array(typecode)
        self._missing = missing

    def put(self, row: int, value: float) -> None:
        """Take in the number of a row."""
        self._rows.append(row)
        self._values.append(value)  # type: ignore[arg-type]

    def is_put(self, size: int) -> NDArray[np.bool_]:
        """Tell which rows have a number, shape (size,)."""
        flags = np.zeros(size, dtype=bool)
        flags[np.asarray(self._rows)] = True
        return flags

    def column(self, size: int) -> NDArray[Any]:
        """Return the numbers so far, shape (size,)."""
        values = np.asarray(self._values)
        column = np.full(size, self._missing, dtype=values.dtype)
        column[np.asarray(self._rows)] = values
        return sealed(column)


class GrowingCodes:
    """A `CodeColumn` in the making.

    Parameters
    ----------
    field
        Its name.
    """

    def __init__(self, field: str) -> None:
        self._field = field
        self._is_text = FIELDS[field].kind is FieldKind.TEXT
        self._stated, self._empty = array("I"), array("I")
        self._named: dict[str, _GrowingTerm] = {}
        self._understood: dict[str, tuple[_GrowingTerm, int]] = {}

    def put(self, row: int, value: str | tuple[str, ...]) -> None:
        """Take in what a row states."""
        self._stated.append(row)
        if not value:
            self._empty.append(row)
            return
        for token in (value,) if isinstance(value, str) else value:
            (rows, states), state = self._understood.get(token) or self._understand(token)
            rows.append(row)
            states.append(state)

    def leave_open(self, row: int) -> None:
        """Let what the list of a row does not name be not stated; it was taken in last."""
        if self._stated and self._stated[-1] == row:
            self._stated.pop()

    def _understand(self, token: str) -> tuple[_GrowingTerm, int]:
        code, details = (token, ()) if self._is_text else split_token(token)
        state = state_numbers(self._field).get(details[0], NAMED) if details else NAMED
        term = self._named.setdefault(code, (array("I"), array("B")))
        self._understood[token] = term, state
        return term, state

    def column(self, size: int) -> CodeColumn:
        """Return what `size` rows state."""
        stated, empty = (
            pack_rows(np.array(rows, dtype=np.uint32), size) for rows in (self._stated, self._empty)
        )
        named = {code: _term(*term, size) for code, term in sorted(self._named.items())}
        return CodeColumn(size, stated, empty, MappingProxyType(named), is_open(self._field))


def _term(rows: array[int], states: array[int], size: int) -> TermStates:
    naming = np.asarray(rows)
    last = np.append(naming[1:] != naming[:-1], True)  # the same term again: the later word holds
    return pack_states(sealed(naming[last]), sealed(np.asarray(states)[last]), size)


def sealed(values: _Array) -> _Array:
    """Return an array that can no longer be written to."""
    values.flags.writeable = False
    return values
