"""Answers as they may be shown to others: without who the person is, and without earlier help.

What is not there cannot be told: sheets made from these answers hold nothing of what was left out,
neither as an answer, nor in a reason, nor by a question that an answer brought up.
"""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from matcher.checklist.asked import Asked
from matcher.checklist.selection import FEWEST, OfferedQuestion, Selection
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


def shared_picks(picks: Iterable[str], whole: Selection, shared: Selection) -> tuple[str, ...]:
    """Return what stands on the first page of a copy to share.

    Picks often are suggestions that were kept, and those tell what brought them up. So they count
    only as changes: what was added stands first, what was taken off goes, and all else is
    suggested from what may be told.

    Parameters
    ----------
    picks
        The ids that the person picked, in order; without one of the bank that is offered, the
        suggestion stays.
    whole
        What they picked from.
    shared
        What is offered without anything kept back.

    Returns
    -------
    tuple of str
        At least `FEWEST` ids. A question that a private answer brought up, or moved to the first
        page, is no addition, even where it is offered to everybody.
    """
    before = {each.id for each in whole.suggested}
    offered = before.union(each.id for each in whole.others)
    picked = [id_ for id_ in dict.fromkeys(picks) if id_ in offered]
    known = {(each.id, *_brought_up_by(each)) for each in whole.others}
    free = {each.id for each in shared.others if (each.id, *_brought_up_by(each)) in known}
    added = [id_ for id_ in picked if id_ in free]
    suggested = [each.id for each in shared.suggested]
    seen = {*suggested} if before.isdisjoint(picked) else before
    taken_off = [id_ for id_ in suggested if picked and id_ in seen and id_ not in picked]
    missing = FEWEST - len(added) - (len(suggested) - len(taken_off))
    gone = taken_off[max(0, missing) :]
    return (*added, *(id_ for id_ in suggested if id_ not in gone))


def _brought_up_by(offered: OfferedQuestion) -> tuple[str, str]:
    return offered.reason.trigger, offered.reason.subject
