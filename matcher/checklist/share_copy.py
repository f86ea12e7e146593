"""Answers as they may be shown to others: without who the person is, and without earlier help.

What is not there cannot be told: sheets made from these answers hold nothing of what was left out,
neither as an answer, nor in a reason, nor by a question that an answer brought up.
"""

from dataclasses import replace
from types import MappingProxyType

from matcher.checklist.asked import Asked
from matcher.questionnaire.definition import Questionnaire
from matcher.questionnaire.response import ResponseSet

_IDENTITY = frozenset({"age_band", "answered_by", "hide_people", "names_pronouns", "place"})
"""What tells who somebody is without being private in the questionnaire."""


def kept_back(questionnaire: Questionnaire) -> frozenset[str]:
    """Return the items of which nothing stands on a copy to share."""
    return _IDENTITY.union(item.id for item in questionnaire if item.private)


def shareable(asked: Asked) -> ResponseSet:
    """Return the answers without those that are kept back.

    A group of weights with something private in it does not count double any more, for that alone
    would tell of it.
    """
    hidden = kept_back(asked.questionnaire)
    responses = {
        item: response for item, response in asked.answers.responses.items() if item not in hidden
    }
    telling = {group for item, group in asked.groups.items() if item in hidden - _IDENTITY}
    double = tuple(group for group in asked.answers.weights.double if group not in telling)
    return replace(
        asked.answers,
        responses=MappingProxyType(responses),
        weights=replace(asked.answers.weights, double=double),
    )
