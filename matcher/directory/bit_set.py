"""A yes or no of every profile, one bit each."""

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint8]
"""Packed yeses, shape (ceil(profiles / 8),); row r is bit r % 8, counted from the lowest, of
byte r // 8, and the bits after the last row are 0."""


def packed_size(size: int) -> int:
    """Return how many bytes the bits of `size` rows take."""
    return (size + 7) // 8


def pack(flags: NDArray[np.bool_]) -> Bits:
    """Return flags, shape (profiles,), as bits that cannot be written to."""
    bits = np.packbits(flags, bitorder="little")
    bits.flags.writeable = False
    return bits


def unpack(bits: Bits, size: int) -> NDArray[np.uint8]:
    """Return bits as one 0 or 1 a row, shape (size,)."""
    return np.unpackbits(bits, count=size, bitorder="little")


def pack_rows(rows: NDArray[np.uint32], size: int) -> Bits:
    """Return the bits of `size` rows of which these are a yes."""
    flags = np.zeros(size, dtype=bool)
    flags[rows] = True
    return pack(flags)
