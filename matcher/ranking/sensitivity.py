"""How firm an order is: in how many small changes somebody stays first, or in the first three."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.ranking import Ranking
from matcher.scoring.result import Group
from matcher.scoring.weights import WEIGHTS_SUM

DRAWS = 1000
CONCENTRATION = 200
"""How closely drawn weights keep to the client's own (Dirichlet)."""

MOST_CANDIDATES = 1000
"""Above this many in a group, the half ahead by score and the half ahead by what could be."""

_BATCH = 50
_TOP = 3


@dataclass(frozen=True, slots=True)
class Firmness:
    """Shares of the draws, 0..1, in which a profile comes first and among the first three."""

    first: float
    top_three: float


def firmness(ranking: Ranking, group: Group) -> Mapping[int, Firmness]:
    """Return the firmness of the candidates of one group, by row.

    Parameters
    ----------
    ranking
        The order; its seed makes the draws repeatable.
    group
        Profiles are compared inside this group only.

    Returns
    -------
    mapping
        Empty when there is nothing to rank by. In a group of more than `MOST_CANDIDATES` only
        those who are ahead, or could be, have an entry.

    Notes
    -----
    1,000 draws: weights from a Dirichlet distribution around the client's own, each rounded to sum
    10,000; each value that is not fully known uniform between its low and its high.
    """
    evaluation = ranking.evaluation
    rows = _candidates(ranking, group)
    if not evaluation.criteria or not rows:
        return {}
    random = np.random.default_rng(abs(ranking.seed))
    low = evaluation.low[:, rows]
    span = evaluation.high[:, rows] - low
    weights = np.array([criterion.weight for criterion in evaluation.criteria])
    first = np.zeros(len(rows), dtype=np.int64)
    top_three = np.zeros(len(rows), dtype=np.int64)
    for _ in range(DRAWS // _BATCH):
        for drawn in _draw_weights(random, weights, _BATCH):
            values = low + np.floor(random.random(span.shape, dtype=np.float32) * (span + 1))
            ahead = np.argsort(-(drawn @ np.minimum(values, low + span)), kind="stable")[:_TOP]
            first[ahead[0]] += 1
            top_three[ahead] += 1
    return {
        row: Firmness(int(first[position]) / DRAWS, int(top_three[position]) / DRAWS)
        for position, row in enumerate(rows)
    }


def _candidates(ranking: Ranking, group: Group) -> list[int]:
    if ranking.count(group) <= MOST_CANDIDATES:
        return list(ranking.rows(group))
    ahead = ranking.first_rows(group, MOST_CANDIDATES // 2)
    could_be = ranking.evaluation.score_high
    others = np.setdiff1d(np.fromiter(ranking.rows(group), dtype=np.intp), ahead)
    best = np.argsort(-could_be[others], kind="stable")[: MOST_CANDIDATES - len(ahead)]
    return [*ahead, *map(int, others[best])]


def _draw_weights(
    random: np.random.Generator, weights: NDArray[np.int64], count: int
) -> NDArray[np.float32]:
    """Return `count` rows of whole weights near the client's own, each summing to 10,000."""
    drawn = random.dirichlet(CONCENTRATION * weights / WEIGHTS_SUM, count) * WEIGHTS_SUM
    whole = np.floor(drawn)
    left = (WEIGHTS_SUM - whole.sum(axis=1)).astype(np.int64)
    places = np.argsort(np.argsort(whole - drawn, axis=1, kind="stable"), axis=1, kind="stable")
    rounded: NDArray[np.float32] = (whole + (places < left[:, None])).astype(np.float32)
    return rounded
