"""Which need, let go, would bring how many more: only for money, times, distance, start, format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.questionnaire.response import Money, Place
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.facts import Facts
from matcher.scoring.performance import distances, prices
from matcher.scoring.result import GROUPS, STATUSES, Group, RequirementStatus

RELAXABLE = ("fee", "payers", "times", "place", "start", "formats")
"""In order of mention. For access, language, identity and culture nothing is ever suggested."""

_SETS = 1 << len(RELAXABLE)
_NOT_MET = STATUSES.index(RequirementStatus.NOT_MET)
_IS_MISSING = np.array([group in {Group.NEAR_MISS, Group.OTHER} for group in GROUPS])


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


def smallest_relaxations(evaluation: Evaluation) -> tuple[Relaxation, ...]:
    """Return the smallest relaxations, by size, then in the order of `RELAXABLE`.

    Parameters
    ----------
    evaluation
        With the requirements of every profile.

    Notes
    -----
    Each profile has a bit mask of the relaxable needs it does not meet; profiles that fail
    anything else are out. Counts per mask, summed over subsets along each bit, tell for every set
    of needs how many profiles letting go of it brings. A set is smallest when it brings somebody
    and none of its parts does: then all whom it brings fail exactly it.
    """
    masks = _masks(evaluation)
    alone = np.bincount(masks, minlength=_SETS)
    alone[0] = 0
    brought = alone.copy()
    for bit in range(len(RELAXABLE)):
        halves = brought.reshape(-1, 2, 1 << bit)
        halves[:, 1] += halves[:, 0]
    smallest = [mask for mask in np.flatnonzero(alone).tolist() if brought[mask] == alone[mask]]
    smallest.sort(key=lambda mask: (mask.bit_count(), _bits(mask)))
    return tuple(_relaxation(mask, np.flatnonzero(masks == mask), evaluation) for mask in smallest)


def _bits(mask: int) -> tuple[int, ...]:
    return tuple(bit for bit in range(len(RELAXABLE)) if mask >> bit & 1)


def _masks(evaluation: Evaluation) -> NDArray[np.uint8]:
    """Return per profile the needs it does not meet as bits, 0 where relaxing cannot help."""
    requirements = evaluation.requirements
    masks = np.zeros(evaluation.facts.size, dtype=np.uint8)
    is_open = _IS_MISSING[requirements.groups]
    for item, statuses in zip(requirements.items, requirements.statuses, strict=True):
        fails = statuses == _NOT_MET
        if item in RELAXABLE:
            masks |= fails.view(np.uint8) << np.uint8(RELAXABLE.index(item))
        else:
            is_open &= ~fails
    return masks * is_open.view(np.uint8)


def _relaxation(mask: int, rows: NDArray[np.intp], evaluation: Evaluation) -> Relaxation:
    drop = tuple(RELAXABLE[bit] for bit in _bits(mask))
    targets = {must.item: must.target for must in evaluation.preferences.must_haves}
    to: dict[str, Decimal] = {}
    for item in drop:
        amounts, per_unit = _amounts(targets[item], evaluation.facts.of(rows))
        if amounts is not None:
            limit = int(amounts.min())
            rows = rows[amounts <= limit]
            to[item] = Decimal(limit) / per_unit
    return Relaxation(drop, len(rows), MappingProxyType(to))


def _amounts(target: object, facts: Facts) -> tuple[NDArray[np.int64] | None, int]:
    """Return what each profile needs of a number, as whole parts, and how many make one unit."""
    if isinstance(target, Money):
        _, cheap = prices(facts, target.currency)
        return cheap.astype(np.int64), 100
    if isinstance(target, Place):
        km = distances(facts, target)
        return np.rint(np.where(np.isnan(km), 0, km) * 10).astype(np.int64), 10
    return None, 1
