"""Other libraries' weighted sums and distances give the shipped model's scores and order."""

from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from support.directories import MemoryDirectory, make_answers
from support.peers import PEERS, Peer, nearest
from support.strategies import directories, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.preferences.elicitation import elicit
from matcher.preferences.preferences import Preferences
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Response, WeightWishes
from matcher.ranking.ranking import Ranking, rank
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation, Requirements
from matcher.scoring.facts import Facts
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import GROUPS, SCORE_UNIT, WeightedCriterion

DIRECTORIES = 1000
TODAY = date(2026, 11, 21)

thorough = settings(
    max_examples=DIRECTORIES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@thorough
@given(directories, responses(), weight_wishes)
def oracle_order_when_a_directory_is_evaluated_then_every_peer_agrees(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> None:
    evaluation = _evaluated(people, asked, weights)
    for peer in PEERS.values():
        _agrees(evaluation, peer)
    _stands_in_order(evaluation)


@pytest.mark.parametrize("peer", PEERS.values(), ids=PEERS)
def oracle_scores_when_values_are_any_whole_numbers_then_a_peer_agrees(peer: Peer) -> None:
    for seed in range(DIRECTORIES):
        _agrees(_invented(seed), peer)


def oracle_order_when_values_are_any_whole_numbers_then_neighbours_stand_in_it() -> None:
    for seed in range(DIRECTORIES):
        _stands_in_order(_invented(seed))


def _agrees(evaluation: Evaluation, peer: Peer) -> None:
    weights = evaluation.weights.astype(np.float64)
    known = peer(evaluation.low.T.astype(np.float64), weights)
    possible = peer(evaluation.high.T.astype(np.float64), weights)

    assert known.tolist() == evaluation.score.tolist()
    assert possible.tolist() == evaluation.score_high.tolist()
    assert _ranks(evaluation, known) == _shown_ranks(rank(evaluation, 7))


def _stands_in_order(evaluation: Evaluation) -> None:
    """Compare orders; equal distances have no order, nor have those that round to equal points."""
    ranking = rank(evaluation, 7)
    order = nearest(evaluation.low.T.astype(np.float64), evaluation.weights.astype(np.float64))
    for group in GROUPS:
        neighbours = [row for row in order if ranking.group(row) is group]
        shown = list(ranking.rows(group))
        assert sorted(neighbours) == sorted(shown)
        assert [ranking.rank(row) for row in neighbours] == [ranking.rank(row) for row in shown]


def _ranks(evaluation: Evaluation, scores: np.ndarray) -> list[int]:
    """Rank a peer's scores as the application does: whole points, half up, in each group."""
    points = [(2 * int(score) + SCORE_UNIT) // (2 * SCORE_UNIT) for score in scores]
    places = [*zip(evaluation.groups.tolist(), points, strict=True)]
    return [
        1 + sum(other == group and better > own for other, better in places)
        for group, own in places
    ]


def _shown_ranks(ranking: Ranking) -> list[int]:
    return [ranking.rank(row) for row in range(ranking.evaluation.facts.size)]


def _evaluated(
    people: list[Profile], asked: dict[str, Response], weights: WeightWishes
) -> Evaluation:
    """Go the way of the application: answers, profiles, snapshot, values."""
    answers = make_answers(asked, weights=weights)
    preferences = elicit(answers, load_questionnaire(), TODAY)
    evaluation = AdditiveValueModel(load_criteria()).evaluate(
        MemoryDirectory(people).snapshot, preferences
    )
    # Without anything to rank by, or anybody to rank, there is nothing to ask a peer.
    assume(evaluation.criteria and len(people) > 1)
    return evaluation


def _invented(seed: int) -> Evaluation:
    """Make values of any kind, on coarse and on fine scales, with many equals or with few."""
    random = np.random.default_rng(seed)
    wishes, profiles = int(random.integers(1, 25)), int(random.integers(2, 60))
    step = int(random.choice([1, 50, 250, 500, 1000]))
    drawn = random.integers(0, 1000 // step + 1, (2, wishes, profiles)) * step
    low, high = drawn.min(axis=0), drawn.max(axis=0)
    weights = random.multinomial(10_000, random.dirichlet(np.ones(wishes)))
    criteria = [
        WeightedCriterion(f"c-{row}", "style", int(weight), row)
        for row, weight in enumerate(weights)
        if weight
    ]
    people = [Profile(f"p-{number:03}", {}) for number in range(profiles)]
    return Evaluation(
        facts=Facts(build_snapshot(people), TODAY),
        preferences=Preferences(),
        criteria=tuple(sorted(criteria, key=lambda criterion: -criterion.weight)),
        low=low.astype(np.float32),
        high=high.astype(np.float32),
        requirements=Requirements(
            (), np.empty((0, profiles), np.uint8), random.integers(0, 6, profiles).astype(np.uint8)
        ),
    )
