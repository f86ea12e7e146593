"""One text of every profile, kept as one piece of UTF-8 and read when it is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

_ENCODING, _LONE_HALVES = "utf-8", "surrogatepass"


class TextColumn(Sequence[str]):
    """Texts by row; read-only.

    Parameters
    ----------
    blob
        All texts one after the other, in UTF-8.
    offsets
        Where each begins, and where the last one ends: shape (texts + 1,), never falling.
    """

    __slots__ = ("_bytes", "_places", "blob", "offsets")

    def __init__(self, blob: NDArray[np.uint8], offsets: NDArray[np.uint64]) -> None:
        self.blob = blob
        self.offsets = offsets
        # Numbers come out of a memoryview four times as fast as out of an array.
        self._bytes = np.ascontiguousarray(blob).data
        self._places = np.ascontiguousarray(offsets, dtype=np.uint64).data

    def __len__(self) -> int:
        return len(self._places) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        if isinstance(index, slice):
            return tuple(self[row] for row in range(len(self))[index])
        row = index if index >= 0 else index + len(self)
        if row < 0:
            raise IndexError(index)
        return _decoded(self._bytes[self._places[row] : self._places[row + 1]])

    def __iter__(self) -> Iterator[str]:
        begin, *ends = self._places
        for end in ends:
            yield _decoded(self._bytes[begin:end])
            begin = end

    def __repr__(self) -> str:
        return f"TextColumn({len(self)} texts)"


def encode_text(text: str) -> bytes:
    """Return a text as a `TextColumn` keeps it; half a sign that came in alone is kept too."""
    return text.encode(_ENCODING, _LONE_HALVES)


def make_text_column(texts: Iterable[str]) -> TextColumn:
    """Keep texts by row."""
    encoded = [encode_text(text) for text in texts]
    offsets = np.zeros(len(encoded) + 1, dtype=np.uint64)
    offsets[1:] = np.cumsum([len(text) for text in encoded], dtype=np.uint64)
    return TextColumn(np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets)


def _decoded(text: memoryview) -> str:
    try:
        return str(text, _ENCODING, _LONE_HALVES)
    except UnicodeDecodeError:  # only a foreign file can hold this
        return str(text, _ENCODING, "replace")
