"""The order of profiles in each group; no arithmetic, no words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.ties import by_chance
from matcher.scoring.additive import whole_points
from matcher.scoring.result import GROUPS, Evaluation, Group


@dataclass(frozen=True)
class Ranking:
    """An evaluation put in order.

    Attributes
    ----------
    evaluation
        What is ordered.
    seed
        Decides who is listed first among level profiles.

    Notes
    -----
    Whole points (half up) are compared inside each group; equal points share a rank (1, 1, 3).
    Everything is worked out when first asked for: to show the first ten of a million profiles, only
    the levels they stand on are put in order.
    """

    evaluation: Evaluation
    seed: int

    @cached_property
    def points(self) -> NDArray[np.uint8]:
        """Whole points 0..100 of each profile, shape (profiles,)."""
        return whole_points(self.evaluation.score)

    def count(self, group: Group) -> int:
        """Return how many profiles are in a group."""
        return self.evaluation.counts[group]

    def rows(self, group: Group) -> Iterator[int]:
        """Yield the rows of a group in shown order."""
        counts = np.bincount(self.points[self._rows(group)], minlength=1)
        for points in np.flatnonzero(counts)[::-1].tolist():
            yield from self._level(group, points)

    def first_rows(self, group: Group, count: int) -> list[int]:
        """Return the first rows of a group in shown order."""
        return list(islice(self.rows(group), count))

    def rank(self, row: int) -> int:
        """Return a profile's rank in its group, from 1."""
        levels = self.points[self._rows(self.group(row))]
        return 1 + int(np.count_nonzero(levels > self.points[row]))

    def group(self, row: int) -> Group:
        """Return the group a profile is in."""
        return GROUPS[int(self.evaluation.groups[row])]

    def level_with(self, row: int) -> list[int]:
        """Return the other rows of the same group with the same rank, in shown order."""
        level = self._level(self.group(row), int(self.points[row]))
        return [other for other in level if other != row]

    def _level(self, group: Group, points: int) -> list[int]:
        """Return the rows of a group with these whole points, by chance."""
        level = self._levels.get((group, points))
        if level is None:
            rows = self._rows(group)
            of_points = self.points[rows] == points
            level = by_chance(self.seed, rows[of_points].tolist(), self.evaluation.snapshot.ids)
            self._levels[group, points] = level
        return level

    def _rows(self, group: Group) -> NDArray[np.intp]:
        rows = self._groups.get(group)
        if rows is None:
            rows = np.flatnonzero(self.evaluation.groups == GROUPS.index(group))
            self._groups[group] = rows
        return rows

    @cached_property
    def _groups(self) -> dict[Group, NDArray[np.intp]]:
        return {}

    @cached_property
    def _levels(self) -> dict[tuple[Group, int], list[int]]:
        return {}


def rank(evaluation: Evaluation, seed: int) -> Ranking:
    """Put an evaluation in order.

    Parameters
    ----------
    evaluation
        What scoring said.
    seed
        Any whole number; the same one gives the same order.
    """
    return Ranking(evaluation, seed)
