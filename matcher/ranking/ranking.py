"""The order of profiles in each group; no arithmetic, no words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.ties import by_chance
from matcher.scoring.additive import least_score, whole_points
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.result import GROUPS, Group

_LEVELS_AT_ONCE = 8
"""How many levels of whole points are picked out of a group at a time."""


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

    def count(self, group: Group) -> int:
        """Return how many profiles are in a group."""
        return self.evaluation.requirements.counts[group]

    def rows(self, group: Group) -> Iterator[int]:
        """Yield the rows of a group in shown order."""
        scores = self._scores(group)
        highest = int(whole_points(scores.max(initial=0)))
        for top in range(highest, -1, -_LEVELS_AT_ONCE):
            bottom = max(top - _LEVELS_AT_ONCE, -1)
            near = np.flatnonzero(scores >= least_score(bottom + 1))
            levels = whole_points(scores[near])
            for level in range(top, bottom, -1):
                yield from self._level(group, level, near[levels == level])

    def first_rows(self, group: Group, count: int) -> list[int]:
        """Return the first rows of a group in shown order."""
        return list(islice(self.rows(group), min(count, self.count(group))))

    def points(self, row: int) -> int:
        """Return a profile's whole points, 0..100."""
        return int(whole_points(self.evaluation.score[row]))

    def rank(self, row: int) -> int:
        """Return a profile's rank in its group, from 1."""
        better = self._scores(self.group(row)) >= least_score(self.points(row) + 1)
        return 1 + int(np.count_nonzero(better))

    def group(self, row: int) -> Group:
        """Return the group a profile is in."""
        return GROUPS[int(self.evaluation.requirements.groups[row])]

    def level_with(self, row: int) -> list[int]:
        """Return the other rows of the same group with the same rank, in shown order."""
        group, points = self.group(row), self.points(row)
        places = np.flatnonzero(whole_points(self._scores(group)) == points)
        return [other for other in self._level(group, points, places) if other != row]

    def _level(self, group: Group, points: int, places: NDArray[np.intp]) -> list[int]:
        """Return the rows at these places of a group, all with the same points, by chance."""
        level = self._levels.get((group, points))
        if level is None:
            level = self.evaluation.requirements.rows(group)[places].tolist()
            if len(level) > 1:
                level = by_chance(self.seed, level, self.evaluation.snapshot.ids)
            self._levels[group, points] = level
        return level

    def _scores(self, group: Group) -> NDArray[np.float32]:
        """Return the scores of a group's profiles, in order of the directory.

        Only they are compared: the others are left out before anything is put in order.
        """
        scores = self._scores_of.get(group)
        if scores is None:
            scores = self.evaluation.score[self.evaluation.requirements.rows(group)]
            self._scores_of[group] = scores
        return scores

    @cached_property
    def _scores_of(self) -> dict[Group, NDArray[np.float32]]:
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
