"""How far one weight may move before somebody else comes first: exact, in closed form."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.ranking import Ranking
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.result import Group
from matcher.scoring.weights import WEIGHTS_SUM


@dataclass(frozen=True, slots=True)
class StabilityInterval:
    """The shares of the whole that a criterion may have while nobody's exact sum is higher.

    Whole points decide ranks: somebody within a fraction of a point may be level all the while.

    Attributes
    ----------
    criterion
        Which weight moves; the others keep their proportions.
    share
        What it has now, between 0 and 1, exact.
    low, high
        Within these, ends included, nobody in the group has a higher sum than the leader. 0 and 1
        where no share, however small or large, would change that.
    from_below, from_above
        The row of the profile that overtakes beyond `low` or `high`, or ``None``.
    """

    criterion: str
    share: Fraction
    low: Fraction
    high: Fraction
    from_below: int | None = None
    from_above: int | None = None


def leader_of(ranking: Ranking, group: Group) -> int | None:
    """Return the row with the highest exact sum of a group; equal ones by their shown order.

    Whole points may hide a difference: this is the profile that weights have to move to change who
    is ahead. ``None`` for an empty group or when there is nothing to rank by.
    """
    rows = ranking.evaluation.requirements.rows(group)
    if not len(rows) or not ranking.evaluation.criteria:
        return None
    score = ranking.evaluation.score
    best = score[rows].max()
    return next(row for row in ranking.rows(group) if score[row] == best)


def stability_intervals(ranking: Ranking, group: Group) -> tuple[StabilityInterval, ...]:
    """Return for each criterion how far its weight may move until somebody else leads a group.

    Returns
    -------
    tuple of StabilityInterval
        In the order of the criteria, heaviest first; empty when nobody leads.

    Notes
    -----
    With the other weights as they are, a rival b who is behind the leader a by the gap S_a - S_b
    is level at the weight w + gap / (v_b - v_a); the smallest of these above w and the largest
    below it end the interval. A weight x among others that sum to r is the share x / (r + x).
    (O'Shea et al. 2026 give the same for whole rankings.)
    """
    leader = leader_of(ranking, group)
    if leader is None:
        return ()
    evaluation = ranking.evaluation
    rows = evaluation.requirements.rows(group)
    gap = np.int64(evaluation.score[leader]) - evaluation.score[rows].astype(np.int64)
    return tuple(
        _interval(evaluation, position, leader, rows, gap)
        for position in range(len(evaluation.criteria))
    )


def _interval(
    evaluation: Evaluation,
    position: int,
    leader: int,
    rows: NDArray[np.intp],
    gap: NDArray[np.int64],
) -> StabilityInterval:
    criterion = evaluation.criteria[position]
    values = evaluation.low[criterion.row]
    lead = (values[rows] - values[leader]).astype(np.int64)
    above = _nearest(gap, lead, lead > 0)
    below = _nearest(gap, -lead, lead < 0)
    most = None if above is None else criterion.weight + above[1]
    least = Fraction(0) if below is None else max(criterion.weight - below[1], Fraction(0))
    overtakes_below = below is not None and criterion.weight > below[1]
    return StabilityInterval(
        criterion=criterion.id,
        share=Fraction(criterion.weight, WEIGHTS_SUM),
        low=share_of(least, criterion.weight),
        high=Fraction(1) if most is None else share_of(most, criterion.weight),
        from_below=int(rows[below[0]]) if below is not None and overtakes_below else None,
        from_above=None if above is None else int(rows[above[0]]),
    )


def share_of(weight: Fraction, now: int) -> Fraction:
    """Return the share of a criterion that is moved from its weight of 10,000 to another one.

    The only criterion there is has all of it, however much it counts; at 0 it has nothing.
    """
    others = WEIGHTS_SUM - now
    return weight / (others + weight) if weight else Fraction(0)


def _nearest(
    gap: NDArray[np.int64], lead: NDArray[np.int64], counts: NDArray[np.bool_]
) -> tuple[int, Fraction] | None:
    """Return where gap ÷ lead is smallest, and how much it is; ``None`` when nothing counts.

    Quotients of such whole numbers differ by more than a float can blur, so that the smallest
    float is the smallest fraction.
    """
    places = np.flatnonzero(counts)
    if not len(places):
        return None
    place = int(places[np.argmin(gap[places] / lead[places])])
    return place, Fraction(int(gap[place]), int(lead[place]))
