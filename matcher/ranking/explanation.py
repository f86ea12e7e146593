"""Why a profile stands where it stands: reasons, differences and gaps, as keys and numbers."""

from dataclasses import dataclass
from fractions import Fraction

from matcher.directory.cells import write_cell
from matcher.directory.profile import Fact, Profile
from matcher.questionnaire.response import Value
from matcher.ranking.ranking import Ranking
from matcher.scoring.criterion import Criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.requirements import SILENCE_IS_NO_REQUIREMENT
from matcher.scoring.result import (
    SCORE_UNIT,
    STATUSES,
    Contribution,
    Group,
    RequirementStatus,
)
from matcher.scoring.value_functions import FULL
from matcher.scoring.weights import WEIGHTS_SUM

COULD_FIT_BETTER_FROM = 10
"""Points between score and high from which a card says that a profile could fit better."""

LEVEL_NAMED = 100
"""How many level profiles are named; in a directory without facts everybody is level."""


@dataclass(frozen=True, slots=True)
class RequirementReason:
    """One requirement of one profile, with what was asked and what is stated."""

    item: str
    status: RequirementStatus
    asked: object = None
    offered: object = None


@dataclass(frozen=True, slots=True)
class ProfileResult:
    """One profile in the result, with everything that explains its place.

    Attributes
    ----------
    rank
        From 1 in its group; level profiles share one.
    level_with
        Ids of profiles with the same rank in the same group, in shown order; at most
        `LEVEL_NAMED`.
    level
        How many profiles have the same rank in the same group, besides this one.
    score, high
        Points of 100, exact; ``None`` when there was nothing to rank by.
    known
        Share of the weight that is known, 0..1, exact.
    contributions
        One per wish, heaviest first.
    requirements
        One per requirement.
    """

    profile_id: str
    name: str
    group: Group
    rank: int
    level_with: tuple[str, ...]
    level: int
    score: Fraction | None
    high: Fraction | None
    known: Fraction | None
    contributions: tuple[Contribution, ...]
    requirements: tuple[RequirementReason, ...]

    @property
    def fits(self) -> int:
        """How many wishes are known to fit."""
        return sum(contribution.fits for contribution in self.contributions)

    @property
    def asked(self) -> int:
        """How many wishes there are."""
        return len(self.contributions)

    @property
    def strongest(self) -> tuple[Contribution, ...]:
        """The wishes that fit, those that add most first."""
        fitting = [part for part in self.contributions if part.fits]
        return tuple(sorted(fitting, key=lambda part: -part.points))

    @property
    def differences(self) -> tuple[Contribution, ...]:
        """The wishes known not to fit, those that cost most first."""
        missing = [part for part in self.contributions if not part.fits and not part.is_unknown]
        return tuple(sorted(missing, key=lambda part: part.weight * (part.value - FULL)))

    @property
    def unknowns(self) -> tuple[Contribution, ...]:
        """The wishes too little is known about, those that could add most first."""
        unknown = [part for part in self.contributions if part.is_unknown]
        return tuple(sorted(unknown, key=lambda part: -part.could_add))

    @property
    def could_fit_better(self) -> bool:
        """Whether what is not known is worth asking before judging."""
        if self.score is None or self.high is None:
            return False
        return self.high - self.score >= COULD_FIT_BETTER_FROM


def explain(ranking: Ranking, row: int, profile: Profile, criteria: Criteria) -> ProfileResult:
    """Return one profile's place in a ranking with everything that explains it.

    Parameters
    ----------
    ranking
        The order.
    row
        The profile's row in the snapshot.
    profile
        The same profile with its facts.
    criteria
        The model, which says what each criterion reads.
    """
    evaluation = ranking.evaluation
    level = ranking.level_with(row)
    has_score = bool(evaluation.criteria)
    return ProfileResult(
        profile_id=profile.id,
        name=profile.name,
        group=ranking.group(row),
        rank=ranking.rank(row),
        level_with=tuple(evaluation.snapshot.ids[other] for other in level[:LEVEL_NAMED]),
        level=len(level),
        score=Fraction(int(evaluation.score[row]), SCORE_UNIT) if has_score else None,
        high=Fraction(int(evaluation.score_high[row]), SCORE_UNIT) if has_score else None,
        known=_known(evaluation, row) if has_score else None,
        contributions=_contributions(evaluation, row, profile, criteria),
        requirements=_requirements(evaluation, row, profile, criteria),
    )


def _known(evaluation: Evaluation, row: int) -> Fraction:
    in_all = WEIGHTS_SUM * FULL
    open_ = int(evaluation.score_high[row]) - int(evaluation.score[row])
    return Fraction(in_all - open_, in_all)


def _contributions(
    evaluation: Evaluation, row: int, profile: Profile, criteria: Criteria
) -> tuple[Contribution, ...]:
    targets = {wish.criterion: wish.target for wish in evaluation.preferences.wishes}
    contributions = []
    for weighted in evaluation.criteria:
        fact = _counting_fact(evaluation, profile, criteria.criterion(weighted.id).fields)
        contributions.append(
            Contribution(
                criterion=weighted.id,
                group=weighted.group,
                weight=weighted.weight,
                value=int(evaluation.low[weighted.row, row]),
                value_high=int(evaluation.high[weighted.row, row]),
                asked=targets[weighted.id],
                offered=None if fact is None else write_cell(fact.value),
                source=None if fact is None else fact.source.value,
                confirmed_on=None if fact is None else fact.confirmed_on,
            )
        )
    return tuple(contributions)


def _requirements(
    evaluation: Evaluation, row: int, profile: Profile, criteria: Criteria
) -> tuple[RequirementReason, ...]:
    targets: dict[str, Value] = {
        must.item: must.target for must in evaluation.preferences.must_haves
    }
    reasons = []
    requirements = evaluation.requirements
    for position, item in enumerate(requirements.items):
        status = STATUSES[requirements.statuses[position, row]]
        if item in SILENCE_IS_NO_REQUIREMENT and status is RequirementStatus.NOT_STATED:
            continue
        fact = _counting_fact(evaluation, profile, criteria.fields_of(item))
        offered = None if fact is None else write_cell(fact.value)
        reasons.append(RequirementReason(item, status, targets.get(item), offered))
    return tuple(reasons)


def _counting_fact(
    evaluation: Evaluation, profile: Profile, fields: tuple[str, ...]
) -> Fact | None:
    """Return the first stated fact among `fields` that has not aged out."""
    facts = evaluation.facts
    counting = (profile.counting(field, facts.limit_days, facts.today) for field in fields)
    return next((fact for fact in counting if fact is not None), None)
