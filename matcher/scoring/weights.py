"""From importance to weights: exact fractions, scaled to whole numbers that sum to 10,000."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.scoring.criterion import Criteria
from matcher.scoring.result import WeightedCriterion

WEIGHTS_SUM = 10_000

IMPORTANCE_FACTORS = {
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
    """
    whole = largest_remainder(exact_weights(preferences, criteria))
    weighted = [
        WeightedCriterion(
            wish.criterion, criteria.criterion(wish.criterion).group, whole[wish.criterion], row
        )
        for row, wish in enumerate(preferences.wishes)
        if whole.get(wish.criterion)
    ]
    return _heaviest_first(weighted)


def exact_weights(preferences: Preferences, criteria: Criteria) -> dict[str, Fraction]:
    """Return the exact weight of each wish that has any, before it is made whole.

    Returns
    -------
    dict
        By criterion, in questionnaire order; positive, in points of the groups, to any sum.

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
    names = [wish.criterion for wish in preferences.wishes]
    return {name: exact[name] for name in names if exact[name] > 0}


def with_weight(
    weighted: Sequence[WeightedCriterion], criterion_id: str, weight: int
) -> tuple[WeightedCriterion, ...]:
    """Return criteria of which one counts more or less, as a slider asks for.

    Parameters
    ----------
    weighted
        With weights that sum to 10,000.
    criterion_id
        Which one is moved.
    weight
        Its new weight, whole, 0..10,000. The others keep their proportions and share the rest.

    Returns
    -------
    tuple of WeightedCriterion
        Again 10,000 in all, heaviest first. One that is left with nothing is no longer named; when
        there is no other, the one asked for keeps all of it.

    Raises
    ------
    KeyError
        When the criterion is not among them: from nothing, the others' proportions are not known.
    """
    if all(criterion.id != criterion_id for criterion in weighted):
        raise KeyError(criterion_id)
    in_order = sorted(weighted, key=lambda criterion: criterion.row)
    others = {c.id: c.weight for c in in_order if c.id != criterion_id}
    if not others:
        return tuple(weighted)
    whole = largest_remainder(others, WEIGHTS_SUM - weight) | {criterion_id: weight}
    moved = [replace(criterion, weight=whole[criterion.id]) for criterion in in_order]
    return _heaviest_first([criterion for criterion in moved if criterion.weight])


def _heaviest_first(weighted: Sequence[WeightedCriterion]) -> tuple[WeightedCriterion, ...]:
    return tuple(sorted(weighted, key=lambda criterion: (-criterion.weight, criterion.row)))


def largest_remainder(
    shares: Mapping[str, Fraction] | Mapping[str, int], total: int = WEIGHTS_SUM
) -> dict[str, int]:
    """Scale positive shares to whole numbers that sum to `total`.

    The whole parts are given first, then one each to the largest remainders; equal remainders in
    the order of `shares`.
    """
    in_all = sum(shares.values())
    if not in_all:
        return {}
    parts = {name: divmod(share * total, in_all) for name, share in shares.items()}
    whole = {name: part for name, (part, _) in parts.items()}
    left = total - sum(whole.values())
    by_remainder = sorted(parts, key=lambda name: -parts[name][1])
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
        share * IMPORTANCE_FACTORS[wish.importance]
        for share, wish in zip(shares, asked, strict=True)
    ) / Fraction(sum(shares))
    points = Fraction(criteria.presets[wishes.preset][group]) * mean_factor
    return points * 2 if group in wishes.double else points


def _within_group(
    asked: Sequence[Wish], criteria: Criteria, points: Fraction
) -> dict[str, Fraction]:
    parts = {
        wish.criterion: criteria.criterion(wish.criterion).share
        * IMPORTANCE_FACTORS[wish.importance]
        * _strength(wish)
        for wish in asked
    }
    in_all = sum(parts.values())
    return {name: points * part / in_all for name, part in parts.items()}


def _strength(wish: Wish) -> int:
    return abs(wish.target) if isinstance(wish.target, int) else 1
