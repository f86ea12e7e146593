"""The model as one object: directory and preferences in, evaluation out."""

import numpy as np

from matcher.directory.snapshot import Snapshot
from matcher.preferences.preferences import Preferences
from matcher.scoring.additive import weighted_sum
from matcher.scoring.criterion import Criteria
from matcher.scoring.facts import AGE_LIMIT_DAYS, Facts
from matcher.scoring.performance import Asked, values
from matcher.scoring.requirements import check
from matcher.scoring.result import Evaluation, WeightedCriterion
from matcher.scoring.weights import weigh


class AdditiveValueModel:
    """A weighted sum of values on fixed scales, with requirements kept apart.

    Parameters
    ----------
    criteria
        Groups, criteria and presets.
    limit_days
        Age in days up to which a dated fact about availability or money counts.
    """

    def __init__(self, criteria: Criteria, limit_days: int = AGE_LIMIT_DAYS) -> None:
        self.criteria = criteria
        self.limit_days = limit_days

    def evaluate(self, snapshot: Snapshot, preferences: Preferences) -> Evaluation:
        """Evaluate every profile of a directory for one client.

        Parameters
        ----------
        snapshot
            The directory.
        preferences
            What the client asked for, with the day it is asked on.
        """
        facts = Facts(snapshot, preferences.today, self.limit_days)
        weighted = weigh(preferences, self.criteria)
        low, high = self._values(facts, preferences, weighted)
        weights = np.array([criterion.weight for criterion in weighted], dtype=np.float32)
        requirements = check(facts, preferences, self.criteria)
        return Evaluation(
            snapshot=snapshot,
            preferences=preferences,
            criteria=weighted,
            low=low,
            high=high,
            score=weighted_sum(weights, low),
            score_high=weighted_sum(weights, high),
            requirement_items=requirements.items,
            requirements=requirements.statuses,
            groups=requirements.groups,
            limit_days=self.limit_days,
        )

    def _values(
        self, facts: Facts, preferences: Preferences, weighted: tuple[WeightedCriterion, ...]
    ) -> tuple[np.ndarray, np.ndarray]:
        wishes = {wish.criterion: wish for wish in preferences.wishes}
        low = np.empty((len(weighted), facts.size), dtype=np.float32)
        high = np.empty_like(low)
        for row, criterion in enumerate(weighted):
            wish = wishes[criterion.id]
            asked = Asked(
                self.criteria.criterion(criterion.id), wish.target, preferences, wish.starred
            )
            low[row], high[row] = values(facts, asked)
        return low, high
