"""What is open between one person and one profile: not stated, stated otherwise, or not decided."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from matcher.checklist.asked import Asked
from matcher.checklist.hours import hours_asked_for
from matcher.checklist.question import Trigger
from matcher.checklist.subject import fields_of
from matcher.directory.field import FIELDS
from matcher.directory.profile import Profile, split_token
from matcher.questionnaire.response import Times
from matcher.ranking.explanation import ProfileResult, RequirementReason
from matcher.scoring.result import Contribution, RequirementStatus

OF_A_REQUIREMENT = 10_000
"""A requirement weighs as much as all wishes together."""

_OF_NEEDS = {
    RequirementStatus.NOT_STATED: Trigger.NOT_STATED,
    RequirementStatus.NOT_MET: Trigger.DIFFERENT,
}

_QUOTED = {
    "fee": ("fee_min", "fee_max"),
    "place": ("area", "city", "postcode"),
    "start": ("next_opening",),
}
"""What is said briefly enough to be read back, by the fields of which one has to be stated."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a profile states without settling what was asked, to be read back in the question.

    Attributes
    ----------
    profile
        Whose words these are.
    asked
        What the person asked for.
    """

    profile: Profile
    asked: object


@dataclass(frozen=True, slots=True)
class Stated:
    """What a profile states of something that is open all the same; at first nothing.

    Attributes
    ----------
    is_old
        Whether the profile does state it, but too long ago to count.
    is_unclear
        Whether the profile states something here that leaves it open.
    is_listed
        Whether it names there what was asked for, and leaves open how far it goes.
    is_partial
        Whether the profile fits this wish, but only in part.
    quote
        What it states, where that can be read back.
    """

    is_old: bool = False
    is_unclear: bool = False
    is_listed: bool = False
    is_partial: bool = False
    quote: Quote | None = None


NOTHING_STATED = Stated()


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
    stated
        What the profile says of it.
    """

    trigger: Trigger
    subject: str
    weight: int = 0
    is_requirement: bool = False
    stated: Stated = NOTHING_STATED


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
        if trigger is Trigger.NOT_STATED:
            gap = Gap(trigger, need.item, OF_A_REQUIREMENT, True)
            yield _with_what_is_said(gap, need, profile)
        elif trigger is not None:
            yield Gap(trigger, need.item, OF_A_REQUIREMENT, True)
    for part in result.unknowns:
        gap = Gap(Trigger.NOT_STATED, part.criterion, part.weight)
        yield _with_what_is_said(gap, part, profile)
    for part in result.differences:
        yield Gap(
            Trigger.DIFFERENT, part.criterion, part.weight, stated=Stated(is_partial=part.value > 0)
        )
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


def _with_what_is_said(gap: Gap, about: RequirementReason | Contribution, profile: Profile) -> Gap:
    """Tell what a profile does say, though it leaves this open, from silence."""
    is_old = about.offered is None and _was_stated(gap.subject, profile)
    is_unclear = about.offered is not None
    quote = None
    if (is_old or is_unclear) and _can_be_quoted(gap.subject, about.asked, profile):
        quote = Quote(profile, about.asked)
    is_listed = is_unclear and _names_any(gap.subject, about.asked, profile)
    return replace(gap, stated=Stated(is_old, is_unclear, is_listed, quote=quote))


def _names_any(subject: str, asked: object, profile: Profile) -> bool:
    named = {split_token(token)[0] for token in profile.tokens(subject)}
    return isinstance(asked, tuple) and not named.isdisjoint(asked)


def _can_be_quoted(subject: str, asked: object, profile: Profile) -> bool:
    if isinstance(asked, Times):
        return bool(hours_asked_for(asked, profile.tokens("times")))
    return any(profile.value(field) is not None for field in _QUOTED.get(subject, ()))


def _was_stated(subject: str, profile: Profile) -> bool:
    """Tell whether a profile states something here that may have aged out."""
    facts = (profile.facts.get(field) for field in fields_of(subject) if FIELDS[field].ages)
    return any(fact is not None and fact.confirmed_on is not None for fact in facts)
