"""Finds people like one person, on what a client asked for, and says in what they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from sklearn.neighbors import NearestNeighbors

from matcher.ranking.ties import by_chance
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.result import SCORE_UNIT, Group, WeightedCriterion

SHOWN_GROUPS = (Group.MEETS_ALL, Group.TO_CHECK)
"""Where similar people are looked for, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What two people differ in on one wish.

    Attributes
    ----------
    weight
        Of the criterion, of 10,000.
    value, other
        Known and possible value, 0..1000, of the person and of the one like them.
    """

    criterion: str
    weight: int
    value: tuple[int, int]
    other: tuple[int, int]

    @property
    def points(self) -> Fraction:
        """Points of 100 by which they are apart on it, never negative."""
        gaps = (abs(one - two) for one, two in zip(self.value, self.other, strict=True))
        return Fraction(self.weight * sum(gaps), 2 * SCORE_UNIT)


@dataclass(frozen=True, slots=True)
class Similar:
    """Somebody like a person.

    Attributes
    ----------
    row
        Their row in the directory.
    differences
        The wishes on which the two differ, the heaviest difference first.
    """

    row: int
    differences: tuple[Difference, ...]

    @property
    def distance(self) -> Fraction:
        """Points of 100 by which they are apart in all: 0 is no difference on anything asked."""
        return sum((difference.points for difference in self.differences), Fraction())


def similar_rows(
    evaluation: Evaluation,
    row: int,
    count: int = 3,
    *,
    groups: Sequence[Group] = SHOWN_GROUPS,
    seed: int = 0,
) -> tuple[Similar, ...]:
    """Return the people most like one person, the most like first.

    Parameters
    ----------
    evaluation
        The directory for one client.
    row
        The person, of whichever group.
    count
        The most people wanted.
    groups
        Where to look; the person is never among those found.
    seed
        Decides the order of people who are equally like them.

    Returns
    -------
    tuple of Similar
        Empty when nothing was asked for that counts, or when nobody else is there.

    Notes
    -----
    The distance is the city-block one: Σ weight × (|Δ known| + |Δ possible|) ÷ 2. So two who both
    say nothing about a wish are alike on it, and one who says nothing is half a full difference
    away from everybody who does, whatever they say.
    """
    rows = _others(evaluation, row, groups)
    if not evaluation.criteria or not rows.size or count < 1:
        return ()
    neighbours = NearestNeighbors(
        metric="minkowski", p=1, algorithm="brute", metric_params={"w": _weights(evaluation)}
    ).fit(_points(evaluation, rows))
    person = _points(evaluation, np.array([row]))
    reach, _ = neighbours.kneighbors(person, min(count, rows.size))
    # All who are as near as the last one: who of them is told is left to chance, not to the id.
    distances, places = neighbours.radius_neighbors(person, radius=float(reach.max()))
    nearest = dict(zip(rows[places[0]].tolist(), distances[0].tolist(), strict=True))
    mixed = by_chance(seed, nearest, evaluation.snapshot.ids)
    order = sorted(mixed, key=nearest.__getitem__)
    return tuple(Similar(other, _differences(evaluation, row, other)) for other in order[:count])


def _others(evaluation: Evaluation, row: int, groups: Iterable[Group]) -> NDArray[np.intp]:
    rows = np.concatenate([evaluation.requirements.rows(group) for group in groups])
    return np.sort(rows[rows != row])


def _weights(evaluation: Evaluation) -> NDArray[np.float64]:
    weights = [float(criterion.weight) for criterion in evaluation.criteria]
    return np.array([*weights, *weights])


def _points(evaluation: Evaluation, rows: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return known and possible values side by side, shape (rows, twice the criteria)."""
    wishes = np.ix_(np.array([criterion.row for criterion in evaluation.criteria]), rows)
    return np.vstack([evaluation.low[wishes], evaluation.high[wishes]]).T.astype(np.float64)


def _differences(evaluation: Evaluation, row: int, other: int) -> tuple[Difference, ...]:
    found = [_difference(evaluation, criterion, row, other) for criterion in evaluation.criteria]
    apart = [difference for difference in found if difference.points]
    return tuple(sorted(apart, key=lambda difference: -difference.points))


def _difference(
    evaluation: Evaluation, criterion: WeightedCriterion, row: int, other: int
) -> Difference:
    value, others = (
        (int(evaluation.low[criterion.row, one]), int(evaluation.high[criterion.row, one]))
        for one in (row, other)
    )
    return Difference(criterion.id, criterion.weight, value, others)
