"""How far somebody is from where the client is."""

from decimal import Decimal

import numpy as np

from matcher.questionnaire.response import Place
from matcher.region import Distance
from matcher.scoring.performance import distances
from matcher.services.matching import Match

_NEAR_KM = 1


def way_to(match: Match, profile_id: str) -> Distance | None:
    """Return how far somebody is, as far as the answers and the profile tell.

    Returns
    -------
    Distance | None
        ``None`` where it is not known, and where it is so near that postcodes tell no more.
    """
    place = match.answers.value("place")
    if not isinstance(place, Place):
        return None
    evaluation = match.evaluation
    row = np.array([evaluation.snapshot.row_of(profile_id)])
    km = float(distances(evaluation.facts.of(row), place)[0])
    return Distance(Decimal(str(km))) if km >= _NEAR_KM else None
