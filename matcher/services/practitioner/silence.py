"""What it costs a practitioner that a profile leaves something open, by the scoring model itself.

Every figure comes from ranking the one profile for a `UsualClient`: what the model could add and
does not, which needs it cannot call met, and which question is asked instead.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from matcher.checklist.asked import Asked
from matcher.checklist.bank import load_bank
from matcher.checklist.gaps import Gap, find_gaps
from matcher.checklist.question import Trigger
from matcher.checklist.selection import OfferedQuestion, question_for
from matcher.directory.fact_age import AgeLimits
from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.criteria import load_criteria
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.requirements import SILENCE_IS_NO_REQUIREMENT
from matcher.scoring.result import STATUSES, RequirementStatus
from matcher.services.matching.match import Match, match
from matcher.services.people.one_profile import OneProfile
from matcher.services.people.wording import fact_of
from matcher.services.practitioner.usual_client import UsualClient, preferences_of
from matcher.services.sheets.checklist import asked_in


class Openness(StrEnum):
    """Why the model cannot tell."""

    SILENT = "silent"
    """Nothing is stated."""
    OLD = "old"
    """What is stated is too old to count."""
    PARTLY = "partly"
    """What is stated leaves it open."""


@dataclass(frozen=True, slots=True)
class SilenceCost:
    """One thing that a profile leaves open, with what that costs.

    Attributes
    ----------
    subject
        A criterion or a requirement of the application; the first of those that one fact answers.
    points
        Of 100 of a `UsualClient`'s wishes, that are left open; 0 where it is a need of theirs.
    is_need
        Whether such a client needs it from the start: then the profile meets all needs for nobody
        who leaves it so.
    may_be_need
        Whether a client may make it a must-have.
    question
        What a client is led to ask instead; ``None`` where too little is open for one.
    fact
        What is stated all the same.
    """

    subject: str
    openness: Openness
    points: Fraction = Fraction(0)
    is_need: bool = False
    may_be_need: bool = False
    question: OfferedQuestion | None = None
    fact: Fact | None = None

    @property
    def is_only_asked(self) -> bool:
        """Whether it costs neither points nor a need: it is only asked about."""
        return not (self.points or self.is_need or self.may_be_need)


@dataclass(frozen=True, slots=True)
class RunningOut:
    """Dated facts of the same day, which will be too old together.

    Attributes
    ----------
    counts_until
        The last day on which they count.
    fields
        What they are.
    costs
        What is open from the next day on and was not before.
    """

    counts_until: date
    fields: tuple[str, ...]
    costs: tuple[SilenceCost, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """What a profile's silence costs.

    Attributes
    ----------
    costs
        What stating would open most first.
    running_out
        What counts now, the soonest to run out first.
    points
        Of 100, all that is left open.
    """

    costs: tuple[SilenceCost, ...]
    running_out: tuple[RunningOut, ...]

    @property
    def points(self) -> Fraction:
        """Of 100 points of a `UsualClient`, all that are left open."""
        return sum((cost.points for cost in self.costs), Fraction(0))


def silence_of(client: UsualClient, limits: AgeLimits) -> Silence:
    """Return what the silence of a client's profile costs on the client's day."""
    costs = _costs(client.profile, client, limits.limit_days)
    return Silence(costs, tuple(_running_out(client, limits.limit_days, costs)))


def _running_out(
    client: UsualClient, limit_days: int, costs: tuple[SilenceCost, ...]
) -> Iterator[RunningOut]:
    """Yield what will be too old, day by day, as if nothing were confirmed anew."""
    profile, before = client.profile, {_key(cost.subject): cost.points for cost in costs}
    days: dict[date, list[str]] = {}
    for field in FIELDS:
        fact = profile.counting(field, limit_days, client.today)
        if fact is not None and FIELDS[field].ages and fact.confirmed_on is not None:
            days.setdefault(fact.confirmed_on + timedelta(limit_days), []).append(field)
    for day, fields in sorted(days.items()):
        profile = _without(profile, fields)
        later = _costs(profile, client, limit_days)
        new = [cost for cost in later if before.get(_key(cost.subject)) != cost.points]
        yield RunningOut(day, tuple(fields), tuple(new))
        before = {_key(cost.subject): cost.points for cost in later}


def _costs(profile: Profile, client: UsualClient, limit_days: int) -> tuple[SilenceCost, ...]:
    found = match(OneProfile(profile, client.today, limit_days), client.answers())
    merged: dict[str, SilenceCost] = {}
    for cost in _each(found, profile, _open_needs(found, client)):
        key = _key(cost.subject)
        merged[key] = _both(merged[key], cost) if key in merged else cost
    return tuple(sorted(merged.values(), key=_most_first))


def _each(found: Match, profile: Profile, needs: frozenset[str]) -> Iterator[SilenceCost]:
    """Yield what is open, as the gaps of a checklist are found, with all that could be added."""
    result, asked = found.result_for(profile.id), asked_in(found)
    gaps = {
        gap.subject: gap
        for gap in find_gaps(asked, result, profile)
        if gap.trigger is Trigger.NOT_STATED
    }
    open_ = {part.criterion: part.could_add for part in result.contributions if part.could_add}
    asked_first = [gap.subject for gap in gaps.values() if gap.is_requirement]
    for subject in dict.fromkeys([*asked_first, *open_, *gaps]):
        fact = fact_of(subject, profile)
        yield SilenceCost(
            subject,
            _openness(subject, profile, found),
            open_.get(subject, Fraction(0)),
            is_need=subject in asked_first,
            may_be_need=subject in needs,
            question=_question(asked, gaps.get(subject)),
            fact=fact,
        )


def _question(asked: Asked, gap: Gap | None) -> OfferedQuestion | None:
    if gap is None:
        return None
    # Read back would be what this client can pay, and there is no such client.
    plain = replace(gap, stated=replace(gap.stated, quote=None))
    return question_for(load_bank(), asked, plain)


def _open_needs(found: Match, client: UsualClient) -> frozenset[str]:
    """Return the items of which the model cannot say that they are met, as must-haves."""
    preferences = preferences_of(client.must_haves(), load_questionnaire())
    model = AdditiveValueModel(load_criteria(), found.limit_days)
    needs = model.evaluate(found.evaluation.snapshot, preferences).requirements
    open_ = STATUSES.index(RequirementStatus.NOT_STATED)
    return frozenset(
        item
        for item, statuses in zip(needs.items, needs.statuses, strict=True)
        if statuses[0] == open_ and item not in SILENCE_IS_NO_REQUIREMENT
    )


def _openness(subject: str, profile: Profile, found: Match) -> Openness:
    facts = found.evaluation.facts
    stated = [field for field in load_criteria().fields_of(subject) if field in profile.facts]
    if not stated:
        return Openness.SILENT
    counts = any(profile.counting(field, facts.limit_days, facts.today) for field in stated)
    return Openness.PARTLY if counts else Openness.OLD


def _both(first: SilenceCost, second: SilenceCost) -> SilenceCost:
    """Return what one fact costs that answers two wishes."""
    return replace(
        first,
        points=first.points + second.points,
        is_need=first.is_need or second.is_need,
        may_be_need=first.may_be_need or second.may_be_need,
        question=first.question or second.question,
    )


def _most_first(cost: SilenceCost) -> tuple[bool, bool, Fraction, bool]:
    """Sort as stating opens most: what all need, what others start with as a need, then points."""
    return cost.subject != "accepting", not cost.is_need, -cost.points, not cost.may_be_need


def _key(subject: str) -> str:
    """Return the field that answers a subject: two subjects may share one."""
    return load_criteria().fields_of(subject)[0]


def _without(profile: Profile, fields: Collection[str]) -> Profile:
    """Return a profile as it will count when these facts are too old."""
    kept = {field: fact for field, fact in profile.facts.items() if field not in fields}
    return replace(profile, facts=kept)
