"""From importance to weights: exact fractions, scaled to whole numbers that sum to 10,000."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.scoring.criterion import Criteria
from matcher.scoring.result import WeightedCriterion

WEIGHTS_SUM = 10_000

_FACTORS = {
    Importance.A_LITTLE: Fraction(1, 2),
    Importance.MATTERS: Fraction(1),
    Importance.MATTERS_A_LOT: Fraction(2),
}


def weigh(preferences: Preferences, criteria: Criteria) -> tuple[WeightedCriterion, ...]:
    """Return the criteria asked for with whole weights, heaviest first.

    Parameters
    ----------
    preferences
        Wishes in questionnaire order, which decides equal weights and equal remainders.
    criteria
        The model.

    Returns
    -------
    tuple of WeightedCriterion
        Weights sum to 10,000; empty when nothing asked for has any weight.

    Notes
    -----
    A group has G = points × (2 when the client doubled it) × Σ s·m ÷ Σ s over its asked criteria,
    with share s and importance factor m (a little ½, matters 1, matters a lot 2); with own points,
    G is the client's points. A criterion has G × s·m·k ÷ Σ s·m·k, with k the strength of an answer
    on a style axis (1 or 2), else 1.
    """
    exact: dict[str, Fraction] = {}
    for group in criteria.groups:
        asked = [w for w in preferences.wishes if criteria.criterion(w.criterion).group == group.id]
        if asked:
            exact |= _within_group(
                asked, criteria, _group_points(group.id, asked, preferences, criteria)
            )
    in_order = {
        wish.criterion: exact[wish.criterion]
        for wish in preferences.wishes
        if exact[wish.criterion] > 0
    }
    whole = largest_remainder(in_order)
    weighted = [
        WeightedCriterion(name, criteria.criterion(name).group, weight)
        for name, weight in whole.items()
    ]
    return tuple(sorted(weighted, key=lambda criterion: -criterion.weight))


def largest_remainder(shares: Mapping[str, Fraction], total: int = WEIGHTS_SUM) -> dict[str, int]:
    """Scale positive shares to whole numbers that sum to `total`.

    The whole parts are given first, then one each to the largest remainders; equal remainders in
    the order of `shares`.
    """
    in_all = sum(shares.values())
    if not in_all:
        return {}
    scaled = {name: share * total / in_all for name, share in shares.items()}
    whole = {name: int(share) for name, share in scaled.items()}
    left = total - sum(whole.values())
    by_remainder = sorted(scaled, key=lambda name: whole[name] - scaled[name])
    for name in by_remainder[:left]:
        whole[name] += 1
    return whole


def _group_points(
    group: str, asked: Sequence[Wish], preferences: Preferences, criteria: Criteria
) -> Fraction:
    wishes = preferences.weights
    if wishes.points is not None:
        return Fraction(wishes.points.get(group, 0))
    shares = [criteria.criterion(wish.criterion).share for wish in asked]
    mean_factor = sum(
        share * _FACTORS[wish.importance] for share, wish in zip(shares, asked, strict=True)
    ) / Fraction(sum(shares))
    points = Fraction(criteria.presets[wishes.preset][group]) * mean_factor
    return points * 2 if group in wishes.double else points


def _within_group(
    asked: Sequence[Wish], criteria: Criteria, points: Fraction
) -> dict[str, Fraction]:
    parts = {
        wish.criterion: criteria.criterion(wish.criterion).share
        * _FACTORS[wish.importance]
        * _strength(wish)
        for wish in asked
    }
    in_all = sum(parts.values())
    return {name: points * part / in_all for name, part in parts.items()}


def _strength(wish: Wish) -> int:
    return abs(wish.target) if isinstance(wish.target, int) else 1
