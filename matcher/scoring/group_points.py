"""How much each group of wishes counts, as points of 100 that a person can move."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from matcher.preferences.preferences import Preferences
from matcher.questionnaire.response import WeightWishes
from matcher.scoring.criterion import Criteria
from matcher.scoring.weights import exact_weights, largest_remainder

POINTS_SUM = 100


def group_points(preferences: Preferences, criteria: Criteria) -> dict[str, int]:
    """Return how much each group in play counts, as whole points that sum to 100.

    A group is in play when something of it was asked for. Empty when nothing was, or when nothing
    that was asked for has any weight.
    """
    asked = {criteria.criterion(wish.criterion).group for wish in preferences.wishes}
    exact = {group.id: Fraction(0) for group in criteria.groups if group.id in asked}
    for criterion, weight in exact_weights(preferences, criteria).items():
        exact[criteria.criterion(criterion).group] += weight
    return largest_remainder(exact, POINTS_SUM)


def with_group(points: Mapping[str, int], group: str, wanted: int) -> dict[str, int]:
    """Return points of which one group has so many; the others keep their proportions.

    Parameters
    ----------
    points
        Of the groups in play, whole, 100 in all.
    wanted
        0..100; the only group in play keeps all of them. Others that had nothing share equally.
    """
    others = {each: had for each, had in points.items() if each != group}
    if not others:
        return {group: POINTS_SUM}
    if not any(others.values()):
        others = dict.fromkeys(others, 1)
    shared = largest_remainder(others, POINTS_SUM - wanted)
    return {each: shared.get(each, wanted) for each in points}


def own_points(
    points: Mapping[str, int], preferences: Preferences, criteria: Criteria
) -> WeightWishes:
    """Return the wishes of somebody who gave the groups in play these points.

    Groups that are not in play keep what they had, so that they count when something of them is
    asked for later. The preset and the doubled groups are kept beside, for the way back.
    """
    wishes = preferences.weights
    if wishes.points is not None:
        others = dict(wishes.points)
    else:
        preset = criteria.presets[wishes.preset]
        others = {
            group: min(POINTS_SUM, had * (2 if group in wishes.double else 1))
            for group, had in preset.items()
        }
    return replace(wishes, points=MappingProxyType({**others, **points}))
