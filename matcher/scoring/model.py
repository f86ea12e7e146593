"""The model as one object: directory and preferences in, evaluation out."""

import numpy as np
from numpy.typing import NDArray

from matcher.directory.field import AGE_LIMIT_DAYS
from matcher.directory.snapshot import Snapshot
from matcher.preferences.preferences import Preferences
from matcher.scoring.criterion import Criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.facts import Facts
from matcher.scoring.performance import AskedCriterion, values
from matcher.scoring.requirements import check
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
        low, high = self._values(facts, preferences)
        return Evaluation(
            facts=facts,
            preferences=preferences,
            criteria=weigh(preferences, self.criteria),
            low=low,
            high=high,
            requirements=check(facts, preferences, self.criteria),
        )

    def _values(
        self, facts: Facts, preferences: Preferences
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        low = np.empty((len(preferences.wishes), facts.size), dtype=np.float32)
        high = np.empty_like(low)
        for row, wish in enumerate(preferences.wishes):
            criterion = self.criteria.criterion(wish.criterion)
            asked = AskedCriterion(criterion, wish.target, preferences, wish.starred)
            low[row], high[row] = values(facts, asked)
        return low, high
