"""What is open between one person and one profile: not stated, stated otherwise, or not decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from matcher.checklist.asked import Asked
from matcher.checklist.question import Trigger
from matcher.checklist.wording import fields_of
from matcher.directory.field import FIELDS
from matcher.directory.profile import Profile
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import RequirementStatus

OF_A_REQUIREMENT = 10_000
"""A requirement weighs as much as all wishes together."""

_OF_NEEDS = {
    RequirementStatus.NOT_STATED: Trigger.NOT_STATED,
    RequirementStatus.NOT_MET: Trigger.DIFFERENT,
}


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is open.

    Attributes
    ----------
    trigger
        `Trigger.NOT_STATED`, `Trigger.DIFFERENT` or `Trigger.NOT_SURE`.
    subject
        The criterion, requirement or item.
    weight
        Of the criterion, out of 10,000.
    is_requirement
        Whether it is a need and not a wish.
    is_old
        Whether the profile does state it, but too long ago to count.
    """

    trigger: Trigger
    subject: str
    weight: int = 0
    is_requirement: bool = False
    is_old: bool = False


def find_gaps(asked: Asked, result: ProfileResult, profile: Profile) -> Iterator[Gap]:
    """Yield what is open, needs first.

    Parameters
    ----------
    asked
        What the person answered.
    result
        How the profile stands to it.
    profile
        The profile itself, for what is asked without being a wish: licence and register.
    """
    for need in result.requirements:
        trigger = _OF_NEEDS.get(need.status)
        if trigger is not None:
            is_old = need.offered is None and _was_stated(need.item, profile)
            yield Gap(trigger, need.item, OF_A_REQUIREMENT, True, is_old)
    for part in result.unknowns:
        is_old = part.offered is None and _was_stated(part.criterion, profile)
        yield Gap(Trigger.NOT_STATED, part.criterion, part.weight, is_old=is_old)
    for part in result.differences:
        yield Gap(Trigger.DIFFERENT, part.criterion, part.weight)
    for item in asked.not_sure():
        yield Gap(Trigger.NOT_SURE, item)
    yield from _silent_standing(asked, result, profile)


def _silent_standing(asked: Asked, result: ProfileResult, profile: Profile) -> Iterator[Gap]:
    """Yield licence and register where a profile is silent: no need missed, only a question."""
    checked = {need.item for need in result.requirements}
    if "register" not in checked and profile.value("register") is None:
        yield Gap(Trigger.NOT_STATED, "register")
    place = asked.answers.value("place")
    asks_licence = bool(getattr(place, "licence_area", None))
    if asks_licence and "licence" not in checked and profile.value("licensed_areas") is None:
        yield Gap(Trigger.NOT_STATED, "licence")


def _was_stated(subject: str, profile: Profile) -> bool:
    """Tell whether a profile states something here that may have aged out."""
    facts = (profile.facts.get(field) for field in fields_of(subject) if FIELDS[field].ages)
    return any(fact is not None and fact.confirmed_on is not None for fact in facts)
