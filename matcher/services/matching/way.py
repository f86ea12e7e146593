"""How far somebody is from where the client is."""

from decimal import Decimal

import numpy as np

from matcher.questionnaire.response import Place
from matcher.region import Distance
from matcher.scoring.performance import distances
from matcher.services.matching.match import Match

_NEAR_KM = 1
"""Kilometres from which a way is told: a postcode stands for its middle, no finer than that."""


def way_to(match: Match, profile_id: str) -> Distance | None:
    """Return how far somebody is, as far as the answers and the profile tell.

    Parameters
    ----------
    profile_id
        Somebody of the directory that was matched.

    Returns
    -------
    Distance | None
        Kilometres as the crow flies, in tenths, from 1 up; a catalogue writes them in the unit of
        its region. ``None`` when no place was answered, when it is not known where one of the two
        is, and below 1 km, where postcodes tell no more.

    Raises
    ------
    KeyError
        When a place was answered, and nobody in the directory has this id.
    """
    place = match.answers.value("place")
    if not isinstance(place, Place):
        return None
    evaluation = match.evaluation
    row = np.array([evaluation.snapshot.row_of(profile_id)])
    km = float(distances(evaluation.facts.of(row), place)[0])
    return Distance(Decimal(str(km))) if km >= _NEAR_KM else None
