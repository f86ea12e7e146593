"""The directory as it counts on one day: what is dated and too old is not stated."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from matcher.directory.field import FIELDS
from matcher.directory.levels import NOT_STATED, Levels
from matcher.directory.snapshot import NO_NUMBER, Snapshot

AGE_LIMIT_DAYS = 180
"""A dated fact about availability or money that is older than this counts as not stated."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of a snapshot as of one day.

    Attributes
    ----------
    snapshot
        The directory.
    today
        The day ages are counted to.
    limit_days
        Age in days up to which a dated fact counts.
    """

    snapshot: Snapshot
    today: date
    limit_days: int = AGE_LIMIT_DAYS

    @property
    def size(self) -> int:
        """How many profiles there are."""
        return self.snapshot.size

    def is_aged(self, field: str) -> NDArray[np.bool_] | None:
        """Tell which profiles' fact is too old; ``None`` for fields that do not age."""
        if not FIELDS[field].ages:
            return None
        return self.snapshot.is_aged(field, self.today, self.limit_days)

    def levels(self, field: str, code: str) -> Levels:
        """Return what each profile says of one term; aged facts say nothing."""
        levels = self.snapshot.codes[field].levels(code)
        aged = self.is_aged(field)
        return levels if aged is None else np.where(aged, NOT_STATED, levels).astype(np.uint8)

    def number(self, field: str) -> NDArray[np.int32]:
        """Return a number field (cents, years), -1 where not stated or aged."""
        return self._fresh(field, self.snapshot.numbers[field])

    def day(self, field: str) -> NDArray[np.int32]:
        """Return a date field as ordinal days, -1 where not stated or aged."""
        return self._fresh(field, self.snapshot.days[field])

    def times(self) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
        """Return free cells as bits, and which profiles state their times."""
        stated = self.snapshot.times_stated & ~self.snapshot.is_aged(
            "times", self.today, self.limit_days
        )
        return self.snapshot.times, stated

    def _fresh(self, field: str, column: NDArray[np.int32]) -> NDArray[np.int32]:
        aged = self.is_aged(field)
        return column if aged is None else np.where(aged, NO_NUMBER, column)
