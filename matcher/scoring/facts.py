"""The directory as it counts on one day: what is dated and too old is not stated."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.directory.field import AGE_LIMIT_DAYS, FIELDS
from matcher.directory.levels import NOT_STATED, Levels
from matcher.directory.snapshot import NO_NUMBER, Snapshot

_Cell = TypeVar("_Cell", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of a snapshot as of one day, for everybody or for some.

    Attributes
    ----------
    snapshot
        The directory.
    today
        The day ages are counted to.
    limit_days
        Age in days up to which a dated fact counts.
    rows
        Whose facts are read; ``None`` for everybody's.
    """

    snapshot: Snapshot
    today: date
    limit_days: int = AGE_LIMIT_DAYS
    rows: NDArray[np.intp] | None = None

    @property
    def size(self) -> int:
        """How many profiles are read."""
        return self.snapshot.size if self.rows is None else len(self.rows)

    def of(self, rows: NDArray[np.intp]) -> "Facts":
        """Return the facts of some profiles of the snapshot, in this order."""
        return replace(self, rows=rows)

    def is_aged(self, field: str) -> NDArray[np.bool_] | None:
        """Tell which profiles' fact is too old; ``None`` for fields that do not age."""
        if not FIELDS[field].ages:
            return None
        confirmed = self._read(self.snapshot.days[f"{field}:confirmed"])
        oldest = self.today.toordinal() - self.limit_days
        aged: NDArray[np.bool_] = (confirmed != NO_NUMBER) & (confirmed < oldest)
        return aged

    def levels(self, field: str, code: str) -> Levels:
        """Return what each profile says of one term; aged facts say nothing."""
        levels = self._read(self.snapshot.codes[field].levels(code))
        aged = self.is_aged(field)
        return levels if aged is None else np.where(aged, np.uint8(NOT_STATED), levels)

    def number(self, field: str) -> NDArray[np.int32]:
        """Return a number field (cents, hundredths of years), -1 where not stated or aged."""
        return self._fresh(field, self.snapshot.numbers[field])

    def day(self, field: str) -> NDArray[np.int32]:
        """Return a date field as ordinal days, -1 where not stated or aged."""
        return self._fresh(field, self.snapshot.days[field])

    def times(self) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
        """Return free cells as bits, and which profiles state all of their times."""
        free, stated = self._read(self.snapshot.times), self._read(self.snapshot.times_stated)
        aged = self.is_aged("times")
        assert aged is not None
        return np.where(aged, np.uint64(0), free), stated & ~aged

    def steps(self, field: str) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
        """Return both ends of a style axis' range, `STEP_NOT_STATED` where not stated."""
        low_end, high_end = self.snapshot.steps[field]
        return self._read(low_end), self._read(high_end)

    def coordinates(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return latitudes and longitudes in degrees, NaN where the place is not known."""
        return self._read(self.snapshot.latitude), self._read(self.snapshot.longitude)

    def text_states(self, field: str) -> NDArray[np.uint8]:
        """Return whether a text is stated, as of `Snapshot.texts`."""
        return self._read(self.snapshot.texts[field])

    def _fresh(self, field: str, column: NDArray[np.int32]) -> NDArray[np.int32]:
        column, aged = self._read(column), self.is_aged(field)
        return column if aged is None else np.where(aged, np.int32(NO_NUMBER), column)

    def _read(self, column: NDArray[_Cell]) -> NDArray[_Cell]:
        return column if self.rows is None else column[self.rows]
