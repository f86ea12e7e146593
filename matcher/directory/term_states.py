"""What every profile says of one term, in as few bytes as it takes.

A state is a small number of `matcher.directory.levels`; 0 is a profile that does not name the
term. A term that many name is kept as bit planes, a rare one as the rows that name it, so that
even a list of thousands of codes costs no more than its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.directory.bit_set import Bits, pack, packed_size, unpack
from matcher.directory.levels import DENIED, Levels

Rows = NDArray[np.uint32]
States = NDArray[np.uint8]

_ROW_BYTES = 5
"""What one row of `RowStates` takes."""


@dataclass(frozen=True, slots=True, eq=False)
class BitPlanes:
    """The states of a term, bit by bit.

    Attributes
    ----------
    planes
        By position of the bit in the state; a bit that no state has is left out.
    """

    planes: Mapping[int, Bits]

    def levels(self, denied: Bits, size: int) -> Levels:
        """Return all states, shape (size,); `denied` speaks for those who do not name the term."""
        # Merged while packed, eight profiles at a time.
        named = reduce(np.bitwise_or, self.planes.values())
        lowest = self.planes.get(0)
        implied = denied & ~named
        levels = unpack(implied if lowest is None else implied | lowest, size)
        for position, plane in self.planes.items():
            if position:
                levels |= unpack(plane, size) << position
        return levels

    @property
    def highest(self) -> int:
        """The highest state there is."""
        highest = 0
        among: Bits | None = None
        for position, plane in sorted(self.planes.items(), reverse=True):
            hit = plane if among is None else plane & among
            if hit.any():
                highest |= 1 << position
                among = hit
        return highest


@dataclass(frozen=True, slots=True, eq=False)
class RowStates:
    """The states of a term that few name.

    Attributes
    ----------
    rows
        The rows that name it, ascending.
    states
        What each of them says.
    """

    rows: Rows
    states: States

    def levels(self, denied: Bits, size: int) -> Levels:
        """Return all states, shape (size,); `denied` speaks for those who do not name the term."""
        levels = unpack(denied, size)
        levels[self.rows] = self.states
        return levels

    @property
    def highest(self) -> int:
        """The highest state there is."""
        return int(self.states.max(initial=0))


TermStates = BitPlanes | RowStates

assert DENIED == 1, "what a list implies is merged into the lowest bit plane"


def pack_states(rows: Rows, states: States, size: int) -> TermStates:
    """Keep the states of a term in the form that takes less room.

    Parameters
    ----------
    rows
        The rows that name the term, ascending.
    states
        What each of them says; none is 0.
    size
        How many rows there are.
    """
    used = int(np.bitwise_or.reduce(states))
    if _ROW_BYTES * len(rows) < used.bit_count() * packed_size(size):
        return RowStates(rows, states)
    dense = np.zeros(size, dtype=np.uint8)
    dense[rows] = states
    planes = {
        position: pack((dense >> position & 1).astype(bool))
        for position in range(used.bit_length())
        if used >> position & 1
    }
    return BitPlanes(MappingProxyType(planes))
