"""Results and sittings made by hand, for tests of what is said and printed about them."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from support.builders import make_profile

from matcher.checklist.asked import Asked
from matcher.checklist.bank import load_bank
from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.selection import Selection, select
from matcher.checklist.visit import Sitting, Visit
from matcher.directory.profile import Profile
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, ResponseSet, WeightWishes
from matcher.ranking.explanation import ProfileResult, RequirementReason
from matcher.scoring.criteria import load_criteria
from matcher.scoring.result import Contribution, Group, RequirementStatus, WeightedCriterion

TODAY = date(2026, 11, 21)


def make_asked(*, region: str = "gb", double: tuple[str, ...] = (), **responses: Response) -> Asked:
    """Make the answers of a person who answered these items only."""
    answers = ResponseSet(
        "preferences/1",
        region=region,
        today=TODAY,
        responses=MappingProxyType(responses),
        weights=WeightWishes(double=double),
    )
    groups = {criterion.id: criterion.group for criterion in load_criteria().criteria}
    return Asked(answers, load_questionnaire(), groups)


def make_contribution(
    criterion: str, low: int, high: int | None = None, *, weight: int = 1000, asked: object = None
) -> Contribution:
    """Make what one wish adds; with one value it is known exactly."""
    group = load_criteria().criterion(criterion).group
    top = low if high is None else high
    return Contribution(criterion, group, weight, low, top, asked, None)


def make_result(
    *contributions: Contribution,
    profile_id: str = "p-001",
    name: str = "Ana Vidal",
    requirements: Mapping[str, RequirementStatus] | None = None,
) -> ProfileResult:
    """Make a profile's place in a ranking."""
    reasons = [RequirementReason(item, status) for item, status in (requirements or {}).items()]
    return ProfileResult(
        profile_id=profile_id,
        name=name,
        group=Group.MEETS_ALL,
        rank=1,
        level_with=(),
        level=1,
        score=sum((part.points for part in contributions), Fraction()),
        high=sum((part.points + part.could_add for part in contributions), Fraction()),
        known=Fraction(1),
        contributions=contributions,
        requirements=tuple(reasons),
    )


def make_selection(
    asked: Asked, result: ProfileResult | None = None, profile: Profile | None = None
) -> Selection:
    """Choose from the shipped questions."""
    profile = profile or make_profile(register="Example register")
    return select(load_bank(), asked, result or make_result(), profile)


def make_sitting(asked: Asked, *contributions: Contribution) -> Sitting:
    """Make a sitting with the weights of these wishes."""
    return Sitting(
        asked=asked,
        criteria=tuple(
            WeightedCriterion(part.criterion, part.group, part.weight, row)
            for row, part in enumerate(contributions)
        ),
        region=load_crisis_lines(asked.answers.region),
        today=TODAY,
        seed=4711,
        versions=(("program", "0.1.0"), ("model", "additive/1")),
    )


def make_visit(asked: Asked, result: ProfileResult, **cells: str) -> Visit:
    """Make the visit to a person whose profile states these cells."""
    stated = {"name": result.name, "register": "Example register", **cells}
    profile = make_profile(result.profile_id, confirmed_on=date(2026, 10, 3), **stated)
    return Visit(profile, result, select(load_bank(), asked, result, profile))
