"""The directory as arrays: what scoring reads, and what a kiosk's sitting is given."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.directory.area_list import NO_AREAS, AreaList
from matcher.directory.code_column import CodeColumn
from matcher.directory.week import CELLS

NO_NUMBER = -1
"""A number or day that is not stated."""

STEP_NOT_STATED = 127

TEXT_EMPTY, TEXT_STATED = 1, 2
"""States of a text field: stated to be none, and stated; 0 is not stated."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """All published profiles of a directory, column by column; no array can be written to.

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
        Per number field, shape (profiles,): cents, or hundredths of years; -1 where not stated.
    days
        Per date field and, as ``field:confirmed``, per fact that ages: ordinal days; -1.
    times
        Shape (profiles,): free cells as bits, by their position in the week.
    times_stated
        Shape (profiles,): whether times are stated, and all that is said of them was understood;
        elsewhere a cell that is not free is not stated.
    latitude, longitude
        Degrees, shape (profiles,), NaN where the place is not known.
    texts
        Per text field that scoring asks for: 0 not stated, 1 stated to be none, 2 stated.
    areas
        The clinic's own list, by which a client may say where they are.
    """

    revision: str
    ids: Sequence[str]
    names: Sequence[str]
    codes: Mapping[str, CodeColumn]
    steps: Mapping[str, NDArray[np.int8]]
    numbers: Mapping[str, NDArray[np.int32]]
    days: Mapping[str, NDArray[np.int32]]
    times: NDArray[np.uint64]
    times_stated: NDArray[np.bool_]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    texts: Mapping[str, NDArray[np.uint8]]
    areas: AreaList = NO_AREAS

    @property
    def size(self) -> int:
        """How many profiles there are."""
        return len(self.ids)

    def has(self, profile_id: str) -> bool:
        """Tell whether a profile is in the directory, without looking at all of them."""
        row = bisect_left(self.ids, profile_id)
        return row < self.size and self.ids[row] == profile_id

    def row_of(self, profile_id: str) -> int:
        """Return the row of a profile; `KeyError` when it is not in the directory."""
        row = bisect_left(self.ids, profile_id)
        if row >= self.size or self.ids[row] != profile_id:
            raise KeyError(profile_id)
        return row


def cell_bits(cells: Iterable[str]) -> int:
    """Return cells of the week as bits of one whole number."""
    return sum(1 << CELLS.index(cell) for cell in cells)
