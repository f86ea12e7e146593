"""Holds the model that runs against what is published of it: numbers, examples, weights."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from matcher.learning.audit_report import ABSENT, AuditFinding, Check, finding
from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.scoring.criterion import Criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import PublishedModel, ValueExample
from matcher.scoring.result import SCORE_UNIT
from matcher.scoring.weights import WEIGHTS_SUM
from matcher.scoring.worked_example import work_out

# Written out here a second time on purpose: an audit must not ask the model how it weighs.
_FACTORS = {
    Importance.A_LITTLE: Fraction(1, 2),
    Importance.MATTERS: Fraction(1),
    Importance.MATTERS_A_LOT: Fraction(2),
}
_FULL = 100 * SCORE_UNIT


def number_findings(criteria: Criteria, published: PublishedModel) -> Iterator[AuditFinding]:
    """Give every group, share and preset that is not as published; `ABSENT` is none."""
    points = {group.id: group.points for group in criteria.groups}
    shares = {criterion.id: criterion.share for criterion in criteria.criteria}
    yield from _differing((), published.groups, points)
    yield from _differing((), published.shares, shares)
    for name in _either(published.presets, criteria.presets):
        yield from _differing(
            (name,), published.presets.get(name, {}), criteria.presets.get(name, {})
        )


def number_count(published: PublishedModel) -> int:
    """Return how many numbers `number_findings` compares."""
    of_presets = sum(len(points) for points in published.presets.values())
    return len(published.groups) + len(published.shares) + of_presets


def example_findings(
    model: AdditiveValueModel, published: PublishedModel
) -> Iterator[AuditFinding]:
    """Give each criterion whose values differ from the published examples, with the first one."""
    wrong: dict[str, list[tuple[ValueExample, tuple[int, int]]]] = {}
    for example in published.examples:
        if example.criterion in model.criteria:
            found = work_out(example, model)
            if found != (example.low, example.high):
                wrong.setdefault(example.criterion, []).append((example, found))
    for criterion, cases in wrong.items():
        example, (low, high) = cases[0]
        yield finding(
            Check.EXAMPLES,
            [criterion],
            examples=len(cases),
            published_low=example.low,
            published_high=example.high,
            found_low=low,
            found_high=high,
        )


def weight_findings(evaluation: Evaluation, exact: Mapping[str, Fraction]) -> list[AuditFinding]:
    """Return the weights of one client that are not the published ones made whole.

    Making weights whole moves each by less than 1 of 10,000, and keeps their sum.
    """
    found = {criterion.id: criterion.weight for criterion in evaluation.criteria}
    return [
        finding(
            Check.WEIGHTS, [name], published=float(exact.get(name, 0)), found=found.get(name, 0)
        )
        for name in _either(exact, found)
        if abs(found.get(name, 0) - exact.get(name, Fraction())) >= 1
    ]


def sums_hold(evaluation: Evaluation) -> bool:
    """Tell whether scores are sums of weight × value in whole numbers, from 0 to 100 points."""
    weights = evaluation.weights.astype(int)
    low, high = evaluation.low.astype(int), evaluation.high.astype(int)
    score, score_high = weights @ low, weights @ high
    return bool(
        (not evaluation.criteria or weights.sum() == WEIGHTS_SUM)
        and (low <= high).all()
        and (evaluation.score == score).all()
        and (evaluation.score_high == score_high).all()
        and (score >= 0).all()
        and (score_high <= _FULL).all()
    )


def published_weights(preferences: Preferences, published: PublishedModel) -> dict[str, Fraction]:
    """Return the exact weight that the published rule gives each wish; they sum to 10,000.

    Parameters
    ----------
    preferences
        What a client asked for.
    published
        Points, groups, shares and presets; what it does not name has no weight.
    """
    exact: dict[str, Fraction] = {}
    for group in published.groups:
        wishes = [
            wish for wish in preferences.wishes if published.group_of.get(wish.criterion) == group
        ]
        parts = [_part(wish, published) for wish in wishes]
        if any(parts):
            points = _group_points(group, wishes, preferences, published)
            for wish, part in zip(wishes, parts, strict=True):
                exact[wish.criterion] = points * part / sum(parts)
    in_all = sum(exact.values())
    return {name: weight * WEIGHTS_SUM / in_all for name, weight in exact.items() if weight}


def _group_points(
    group: str, wishes: Sequence[Wish], preferences: Preferences, published: PublishedModel
) -> Fraction:
    said = preferences.weights
    if said.points is not None:
        return Fraction(said.points.get(group, 0))
    shares = [published.shares.get(wish.criterion, 0) for wish in wishes]
    counted = [
        share * _FACTORS[wish.importance] for share, wish in zip(shares, wishes, strict=True)
    ]
    doubled = 2 if group in said.double else 1
    points = published.presets.get(said.preset, {}).get(group, 0)
    return points * doubled * sum(counted) / Fraction(sum(shares))


def _part(wish: Wish, published: PublishedModel) -> Fraction:
    strength = abs(wish.target) if isinstance(wish.target, int) else 1
    return published.shares.get(wish.criterion, 0) * _FACTORS[wish.importance] * strength


def _differing(
    where: tuple[str, ...], published: Mapping[str, int], found: Mapping[str, int]
) -> Iterator[AuditFinding]:
    for name in _either(published, found):
        expected, actual = published.get(name, ABSENT), found.get(name, ABSENT)
        if expected != actual:
            yield finding(Check.PUBLISHED, [*where, name], published=expected, found=actual)


def _either(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [*dict.fromkeys([*one, *other])]
