"""The smallest change of one weight, or of one fact, that would put somebody ahead of another."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from matcher.ranking.ranking import Ranking
from matcher.ranking.stability import share_of
from matcher.scoring import value_functions as vf
from matcher.scoring.criterion import Criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.needed_fact import NeededFact, needed_fact
from matcher.scoring.performance import AskedCriterion
from matcher.scoring.result import SCORE_UNIT, WeightedCriterion
from matcher.scoring.weights import WEIGHTS_SUM


@dataclass(frozen=True, slots=True)
class WeightChange:
    """A criterion that would have to count more, or less.

    Attributes
    ----------
    share, needed
        Of the whole, 0..1, exact: what it has, and from where on the order is another one while
        the other criteria keep their proportions.
    """

    criterion: str
    share: Fraction
    needed: Fraction


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that would have to be better.

    Attributes
    ----------
    value, needed
        0..1000: what it is worth for certain, and what it would have to be worth.
    may_be_so
        Whether the fact is open enough that it may be so already: a matter of asking.
    fact
        The smallest statement that is worth as much.
    """

    criterion: str
    value: int
    needed: int
    may_be_so: bool
    fact: NeededFact


@dataclass(frozen=True, slots=True)
class Swap:
    """What separates a profile from one that is ahead of it, by their exact sums.

    Whole points decide ranks: whoever gains only a fraction more may still be level.

    Attributes
    ----------
    ahead, behind
        Rows in the directory.
    gap
        Points of 100 between them, exact; 0 or less when only chance lists one before the other.
    weight, fact
        The smallest change of each kind that puts `behind` ahead; ``None`` when no single one does.
    """

    ahead: int
    behind: int
    gap: Fraction
    weight: WeightChange | None
    fact: FactChange | None


def smallest_swap(evaluation: Evaluation, ahead: int, behind: int, criteria: Criteria) -> Swap:
    """Return the smallest changes that put one profile ahead of another.

    Parameters
    ----------
    evaluation
        Both profiles' values.
    ahead, behind
        Rows of the profile that is ahead, and of the one that is to pass it.
    criteria
        The model.

    Notes
    -----
    With d = v_behind - v_ahead on a criterion of weight w, the two are level at the weight
    w + gap ÷ d; the change is measured by how far the criterion's share of the whole moves. A fact
    must rise by more than gap ÷ w; the change is measured by that rise.
    """
    gap = int(evaluation.score[ahead]) - int(evaluation.score[behind])
    if gap < 0:
        return Swap(ahead, behind, Fraction(gap, SCORE_UNIT), None, None)
    changes = [*_weight_changes(evaluation, ahead, behind, gap)]
    weight = min(changes, key=lambda change: abs(change.needed - change.share), default=None)
    fact = _fact_change(evaluation, behind, gap, criteria)
    return Swap(ahead, behind, Fraction(gap, SCORE_UNIT), weight, fact)


def next_ahead(ranking: Ranking, row: int) -> int | None:
    """Return who of the same group has the fewest points above this profile's whole points.

    Equal ones by their shown order, the last first; ``None`` when nobody has a better rank.
    """
    group = ranking.group(row)
    place = ranking.rank(row) - 1
    if not place:
        return None
    better = ranking.first_rows(group, place)
    score = ranking.evaluation.score[better]
    return better[place - 1 - int(np.argmin(score[::-1]))]


def _weight_changes(
    evaluation: Evaluation, ahead: int, behind: int, gap: int
) -> Iterator[WeightChange]:
    for criterion in evaluation.criteria:
        values = evaluation.low[criterion.row]
        lead = int(values[behind]) - int(values[ahead])
        if not lead:
            continue
        weight = criterion.weight + Fraction(gap, lead)
        # At no weight the two would be level, never the other way round; the only criterion there
        # is would have to go down to that.
        if weight > 0:
            share = Fraction(criterion.weight, WEIGHTS_SUM)
            yield WeightChange(criterion.id, share, share_of(weight, criterion.weight))


def _fact_change(
    evaluation: Evaluation, row: int, gap: int, criteria: Criteria
) -> FactChange | None:
    # The heavier a criterion, the less it has to rise, and they are in order of their weights.
    for criterion in evaluation.criteria:
        value, high = (int(side[criterion.row, row]) for side in (evaluation.low, evaluation.high))
        needed = value + gap // criterion.weight + 1
        asked = _asked(evaluation, criterion, criteria)
        fact = needed_fact(evaluation.facts, asked, row, needed) if needed <= vf.FULL else None
        if fact is not None:
            return FactChange(criterion.id, value, needed, needed <= high, fact)
    return None


def _asked(
    evaluation: Evaluation, criterion: WeightedCriterion, criteria: Criteria
) -> AskedCriterion:
    wish = evaluation.preferences.wishes[criterion.row]
    model = criteria.criterion(criterion.id)
    return AskedCriterion(model, wish.target, evaluation.preferences, wish.starred)
