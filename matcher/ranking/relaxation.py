"""Which need, let go, would bring how many more: only for money, times, distance, start, format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.questionnaire.response import Money, Place
from matcher.scoring.facts import Facts
from matcher.scoring.performance import distances, prices
from matcher.scoring.result import GROUPS, STATUSES, Evaluation, Group, RequirementStatus

RELAXABLE = ("fee", "payers", "times", "place", "start", "formats")
"""In order of mention. For access, language, identity and culture nothing is ever suggested."""

_NOT_MET = STATUSES.index(RequirementStatus.NOT_MET)
_MISSING = tuple(GROUPS.index(group) for group in (Group.NEAR_MISS, Group.OTHER))


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One smallest set of needs that would bring somebody.

    Attributes
    ----------
    drop
        The items to relax.
    adds
        How many profiles more would meet all needs or need only asking, at `to`.
    to
        For numbers, the smallest new limit that brings somebody: money in units of the currency,
        distance in kilometres.
    """

    drop: tuple[str, ...]
    adds: int
    to: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))


def smallest_relaxations(evaluation: Evaluation, facts: Facts) -> tuple[Relaxation, ...]:
    """Return the smallest relaxations, by size, then in the order of `RELAXABLE`.

    Parameters
    ----------
    evaluation
        With the requirements of every profile.
    facts
        The same directory on the same day.

    Notes
    -----
    Each profile has a bit mask of the relaxable needs it does not meet; profiles that fail
    anything else are out. A set is smallest when some profile fails exactly it and none fails a
    part of it.
    """
    masks = _masks(evaluation)
    counts = np.bincount(masks, minlength=1 << len(RELAXABLE))
    present = [mask for mask in range(1, len(counts)) if counts[mask]]
    smallest = [m for m in present if not any(o != m and o & m == o for o in present)]
    smallest.sort(key=lambda mask: (mask.bit_count(), _items(mask)))
    return tuple(_relaxation(mask, masks == mask, evaluation, facts) for mask in smallest)


def _items(mask: int) -> tuple[int, ...]:
    return tuple(bit for bit in range(len(RELAXABLE)) if mask >> bit & 1)


def _masks(evaluation: Evaluation) -> NDArray[np.intp]:
    """Return per profile the needs it does not meet as bits, 0 where relaxing cannot help."""
    masks = np.zeros(evaluation.snapshot.size, dtype=np.intp)
    blocked = ~np.isin(evaluation.groups, _MISSING)
    for item, statuses in zip(evaluation.requirement_items, evaluation.requirements, strict=True):
        fails = statuses == _NOT_MET
        if item in RELAXABLE:
            masks |= fails.astype(np.intp) << RELAXABLE.index(item)
        else:
            blocked |= fails
    masks[blocked] = 0
    return masks


def _relaxation(
    mask: int, candidates: NDArray[np.bool_], evaluation: Evaluation, facts: Facts
) -> Relaxation:
    drop = tuple(RELAXABLE[bit] for bit in _items(mask))
    targets = {must.item: must.target for must in evaluation.preferences.must_haves}
    to: dict[str, Decimal] = {}
    for item in drop:
        amounts, per_unit = _amounts(targets[item], facts)
        if amounts is not None:
            limit = int(amounts[candidates].min())
            candidates = candidates & (amounts <= limit)
            to[item] = Decimal(limit) / per_unit
    return Relaxation(drop, int(candidates.sum()), MappingProxyType(to))


def _amounts(target: object, facts: Facts) -> tuple[NDArray[np.int64] | None, int]:
    """Return what each profile needs of a number, as whole parts, and how many make one unit."""
    if isinstance(target, Money):
        _, cheap = prices(facts, target.currency)
        return cheap.astype(np.int64), 100
    if isinstance(target, Place):
        km = distances(facts, target)
        return np.rint(np.where(np.isnan(km), 0, km) * 10).astype(np.int64), 10
    return None, 1
