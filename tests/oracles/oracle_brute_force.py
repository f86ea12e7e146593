"""What is worked out in closed form against trying everything, on a thousand random directories."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations
from random import Random

import numpy as np
import pytest
from support.builders import make_profile
from support.directories import TODAY, make_answers

from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import build_snapshot
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, Times, Value
from matcher.ranking.acceptability import acceptability, draw_weights
from matcher.ranking.ranking import Ranking, rank
from matcher.ranking.relaxation import RELAXABLE, Relaxation, smallest_relaxations
from matcher.ranking.stability import StabilityInterval, leader_of, stability_intervals
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import Group

DIRECTORIES = 1000
DRAWS = 200
_A_HAIR = Fraction(1, 10**12)

_CELLS: Mapping[str, tuple[str, ...]] = {
    "accepting": ("yes", "yes", "yes", "waitlist", ""),
    "fee_max": ("60", "85.5", "95", "110", "140", "-", ""),
    "fee_min": ("40", "85", ""),
    "currency": ("USD", "USD", "EUR", ""),
    "reduced_fee": ("yes", "no", "no", ""),
    "payers": ("medicare", "medicaid", "medicare;medicaid", "-", ""),
    "times": ("mon-evening", "tue-morning;wed-late", "sat-morning", "-", ""),
    "next_opening": ("2026-11-24", "2026-12-10", "2027-03-01", ""),
    "formats": ("in_person", "video;in_person", "phone", "", "in_person;walk"),
    "latitude": ("45.52", "45.60", "45.75", "46.20"),
    "longitude": ("-122.68",),
    "languages": ("en:native", "es:fluent", "en;es", ""),
    "style_steer": ("-2", "-1..1", "2", ""),
    "style_plan": ("-2..0", "0", "1..2", ""),
    "issues": ("worry:focus", "worry;sleep:some", "panic", ""),
    "goals": ("in_writing", "talked_over", "emerge", ""),
}
_ASKED: Mapping[str, Value] = {
    "formats": ("in_person", "walk"),
    "place": Place(latitude=45.52, longitude=-122.68, max_km=Decimal("7.5")),
    "times": Times(("mon-evening",), ("wed-late",)),
    "start": "two_weeks",
    "fee": Money(Decimal(80), "USD"),
    "payers": ("medicaid",),
    "languages": ("en", "es"),
    "style_steer": -2,
    "style_plan": 1,
    "issues": ("worry", "sleep"),
    "goals": "talked_over",
}
_PENNY = {"fee": Decimal("0.01"), "place": Decimal("0.1")}

Asked = dict[str, Response]


@pytest.fixture(scope="module")
def model() -> AdditiveValueModel:
    return AdditiveValueModel(load_criteria())


def oracle_relaxations_when_every_set_of_needs_is_tried_then_they_are_the_smallest(
    model: AdditiveValueModel,
) -> None:
    for seed in range(DIRECTORIES):
        random = Random(seed)
        snapshot, asked = _directory(random), _answers(random, needs=0.7)
        evaluation = _evaluate(model, snapshot, asked)
        before = _fitting(evaluation)
        needs = [item for item in RELAXABLE if item in evaluation.requirements.items]

        brings = {
            drop: bool(_fitting(_evaluate(model, snapshot, _without(asked, drop))) - before)
            for drop in _subsets(needs)
        }
        smallest = [
            drop
            for drop, somebody in brings.items()
            if somebody and not any(brings[part] for part in _subsets(drop) if part != drop)
        ]
        found = smallest_relaxations(evaluation)

        assert [relaxation.drop for relaxation in found] == smallest
        for relaxation in found:
            _limits_are_the_least(model, snapshot, asked, relaxation)


def _limits_are_the_least(
    model: AdditiveValueModel, snapshot: Snapshot, asked: Asked, relaxation: Relaxation
) -> None:
    """Relax to these limits, and to a penny less."""
    before = _fitting(_evaluate(model, snapshot, asked))
    without = _without(asked, set(relaxation.drop) - relaxation.to.keys())
    relaxed = without | _limited(asked, relaxation.to)
    brought = _fitting(_evaluate(model, snapshot, relaxed)) - before

    assert len(brought) == relaxation.adds
    first, *_ = [*relaxation.to, None]
    if first is not None:
        less = dict(relaxation.to) | {first: relaxation.to[first] - _PENNY[first]}
        tighter = _evaluate(model, snapshot, without | _limited(asked, less))
        assert not _fitting(tighter) - before


def oracle_stability_when_a_weight_moves_a_hair_then_the_leader_stays_inside_and_falls_outside(
    model: AdditiveValueModel,
) -> None:
    for seed in range(DIRECTORIES):
        random = Random(seed)
        evaluation = _evaluate(model, _directory(random), _answers(random, needs=0.2))
        ranking = rank(evaluation, seed)
        for group in Group:
            for interval in stability_intervals(ranking, group):
                _ends_where_somebody_overtakes(ranking, group, interval)


def _ends_where_somebody_overtakes(
    ranking: Ranking, group: Group, interval: StabilityInterval
) -> None:
    if len(ranking.evaluation.criteria) == 1:
        return
    leader = leader_of(ranking, group)
    low, high = interval.low, interval.high

    assert low <= interval.share <= high
    for share in (low, (low + interval.share) / 2, interval.share, (interval.share + high) / 2):
        assert leader in _first(ranking.evaluation, group, interval.criterion, share)
    assert leader in _first(ranking.evaluation, group, interval.criterion, high)
    if low > 0:
        assert interval.from_below in _first(
            ranking.evaluation, group, interval.criterion, low - low * _A_HAIR
        )
        assert leader not in _first(
            ranking.evaluation, group, interval.criterion, low - low * _A_HAIR
        )
    if high < 1:
        beyond = _first(ranking.evaluation, group, interval.criterion, high + (1 - high) * _A_HAIR)
        assert leader not in beyond
        assert interval.from_above in beyond


def _first(evaluation: Evaluation, group: Group, moved: str, share: Fraction) -> set[int]:
    """Return who has the highest exact sum when one criterion has this share of the whole."""
    others = 10_000 - next(c.weight for c in evaluation.criteria if c.id == moved)
    sums = {
        int(row): sum(
            int(evaluation.low[c.row, row])
            * (share if c.id == moved else (1 - share) * Fraction(c.weight, others))
            for c in evaluation.criteria
        )
        for row in evaluation.requirements.rows(group)
    }
    highest = max(sums.values())
    return {row for row, total in sums.items() if total == highest}


def oracle_acceptability_when_all_is_known_then_it_counts_every_draw(
    model: AdditiveValueModel,
) -> None:
    for seed in range(DIRECTORIES):
        random = Random(seed)
        evaluation = _evaluate(model, _directory(random), _answers(random, needs=0.2))
        evaluation = replace(evaluation, high=evaluation.low)
        for group in Group:
            found = acceptability(rank(evaluation, seed), group, DRAWS)
            if found is None:
                continue
            weights = np.array([c.weight for c in evaluation.criteria])
            rows = [c.row for c in evaluation.criteria]
            drawn = draw_weights(np.random.default_rng(seed), weights, DRAWS).astype(np.int64)
            scores = drawn @ evaluation.low[rows][:, found.rows].astype(np.int64)

            assert found.first.tolist() == pytest.approx(_shares(scores, 1))
            assert found.top_three.tolist() == pytest.approx(_shares(scores, 3))


def _shares(scores: np.ndarray, places: int) -> list[float]:
    """Give the first places of every draw to those who take them; level ones share what is left."""
    shares = [Fraction(0)] * scores.shape[1]
    for draw in scores.tolist():
        last = sorted(draw, reverse=True)[:places][-1]
        above = sum(score > last for score in draw)
        left = Fraction(min(places, len(draw)) - above, draw.count(last))
        for row, score in enumerate(draw):
            shares[row] += 1 if score > last else left if score == last else 0
    return [float(share) for share in shares]


def _directory(random: Random) -> Snapshot:
    return build_snapshot(
        make_profile(
            f"p-{number:02}",
            **{field: cell for field, cells in _CELLS.items() if (cell := random.choice(cells))},
        )
        for number in range(random.randint(1, 20))
    )


def _answers(random: Random, needs: float) -> Asked:
    """Ask some of it; the six that may be relaxed are needs now and then, and a language."""
    return {
        item: Response(
            value,
            importance=Importance.MUST
            if item in (*RELAXABLE, "languages") and random.random() < needs
            else random.choice([Importance.A_LITTLE, Importance.MATTERS]),
        )
        for item, value in _ASKED.items()
        if random.random() < 0.8
    }


def _evaluate(model: AdditiveValueModel, snapshot: Snapshot, asked: Asked) -> Evaluation:
    preferences = elicit(make_answers(asked), load_questionnaire(), TODAY)
    return model.evaluate(snapshot, preferences)


def _fitting(evaluation: Evaluation) -> set[int]:
    rows = evaluation.requirements.rows
    return {*rows(Group.MEETS_ALL).tolist(), *rows(Group.TO_CHECK).tolist()}


def _without(asked: Asked, drop: Iterable[str]) -> Asked:
    """Drop needs; a format or a distance stays a wish, as online depends on it."""
    dropped = set(drop)
    return {
        item: replace(answer, importance=Importance.A_LITTLE) if item in dropped else answer
        for item, answer in asked.items()
    }


def _limited(asked: Asked, limits: Mapping[str, Decimal]) -> Asked:
    """Return the answers about numbers with other limits."""
    limited = {}
    for item, limit in limits.items():
        name = "limit" if item == "fee" else "max_km"
        limited[item] = replace(asked[item], value=replace(asked[item].value, **{name: limit}))  # type: ignore[type-var]
    return limited


def _subsets(needs: Iterable[str]) -> list[tuple[str, ...]]:
    """Return every set but the empty one, by size, then in the order given."""
    given = [*needs]
    sizes = range(1, len(given) + 1)
    return list(chain.from_iterable(combinations(given, size) for size in sizes))
