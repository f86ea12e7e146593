"""A directory held against one client's preferences: immutable, carrying what went in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.directory.snapshot import Snapshot
from matcher.preferences.preferences import Preferences
from matcher.scoring.additive import weighted_sum
from matcher.scoring.facts import Facts
from matcher.scoring.result import GROUPS, Group, WeightedCriterion


@dataclass(frozen=True, eq=False)
class Requirements:
    """All requirements of one client against all profiles.

    Attributes
    ----------
    items
        Ids, those of the application first.
    statuses
        Shape (requirements, profiles), positions in `matcher.scoring.result.STATUSES`.
    groups
        Shape (profiles,), positions in `matcher.scoring.result.GROUPS`.
    """

    items: tuple[str, ...]
    statuses: NDArray[np.uint8]
    groups: NDArray[np.uint8]

    def rows(self, group: Group) -> NDArray[np.intp]:
        """Return the rows of a group, in order of the directory."""
        return self._rows[group]

    @cached_property
    def counts(self) -> Mapping[Group, int]:
        """How many profiles stand in each group; the counts add up to the directory."""
        counted = np.bincount(self.groups, minlength=len(GROUPS))
        return {group: int(counted[number]) for number, group in enumerate(GROUPS)}

    @cached_property
    def _rows(self) -> Mapping[Group, NDArray[np.intp]]:
        return {group: np.flatnonzero(self.groups == n) for n, group in enumerate(GROUPS)}


@dataclass(frozen=True, eq=False)
class Evaluation:
    """All profiles of a directory against one client's preferences; knows no order.

    Attributes
    ----------
    facts
        The directory on the client's day.
    preferences
        What was asked.
    criteria
        What counts, heaviest first, then in questionnaire order.
    low, high
        Shape (wishes, profiles), whole values 0..1000: what is known, and what could be. Their
        rows are the wishes in questionnaire order, those without any weight too.
    requirements
        What has to be met, and the groups that follow from it.
    """

    facts: Facts
    preferences: Preferences
    criteria: tuple[WeightedCriterion, ...]
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    requirements: Requirements

    @property
    def snapshot(self) -> Snapshot:
        """The directory."""
        return self.facts.snapshot

    @property
    def groups(self) -> NDArray[np.uint8]:
        """Where each profile stands, shape (profiles,), positions in `GROUPS`."""
        return self.requirements.groups

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """The weight of each row of `low` and `high`, shape (wishes,)."""
        weights = np.zeros(len(self.low), dtype=np.float32)
        for criterion in self.criteria:
            weights[criterion.row] = criterion.weight
        return weights

    @cached_property
    def score(self) -> NDArray[np.float32]:
        """What is known to fit, shape (profiles,), whole, in units of 1/100,000 point."""
        return weighted_sum(self.weights, self.low)

    @cached_property
    def score_high(self) -> NDArray[np.float32]:
        """What could fit, as `score`."""
        return weighted_sum(self.weights, self.high)

    def values_of(self, criterion_id: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return what is known and what could be on one criterion, each of shape (profiles,).

        Raises
        ------
        KeyError
            When it was not asked for.
        """
        for row, wish in enumerate(self.preferences.wishes):
            if wish.criterion == criterion_id:
                return self.low[row], self.high[row]
        raise KeyError(criterion_id)

    def reweighted(self, criteria: tuple[WeightedCriterion, ...]) -> "Evaluation":
        """Return the same values and requirements under other weights, as a slider asks for.

        Parameters
        ----------
        criteria
            As of `matcher.scoring.weights.weigh` or `with_weight`.
        """
        return replace(self, criteria=criteria)
