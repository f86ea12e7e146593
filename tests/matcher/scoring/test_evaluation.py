"""Evaluations carry what went in, and can be weighed anew without looking at a profile again."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile
from support.rankings import MODEL, competitions, make_ranking
from support.strategies import directories, responses, weight_wishes

from matcher.directory.profile import Profile
from matcher.questionnaire.response import Response, WeightWishes
from matcher.ranking.ranking import Ranking
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.result import Group
from matcher.scoring.weights import weigh, with_weight

PEOPLE = [
    make_profile("p-1", accepting="yes", style_steer="-1..1", goals="talked_over"),
    make_profile("p-2", accepting="no", style_steer="2"),
    make_profile("p-3", goals="-"),
]


def _evaluation(weights: WeightWishes | None = None) -> Evaluation:
    return make_ranking(PEOPLE, weights=weights, goals="emerge", style_steer=2).evaluation


def test_evaluation_when_made_then_rows_are_the_wishes_in_questionnaire_order() -> None:
    evaluation = _evaluation()

    assert [wish.criterion for wish in evaluation.preferences.wishes] == ["style_steer", "goals"]
    assert evaluation.low.tolist() == [[750, 1000, 0], [500, 0, 0]]
    assert evaluation.high.tolist() == [[750, 1000, 1000], [500, 1000, 0]]
    assert evaluation.low.dtype == evaluation.high.dtype == np.float32


def test_evaluation_when_a_group_has_no_points_then_its_values_stay_and_weigh_nothing() -> None:
    evaluation = _evaluation(WeightWishes(points={"agreement": 7}))

    assert [(c.id, c.weight, c.row) for c in evaluation.criteria] == [("goals", 10_000, 1)]
    assert evaluation.weights.tolist() == [0, 10_000]
    assert evaluation.values_of("style_steer")[0].tolist() == [750, 1000, 0]
    assert evaluation.score.tolist() == [5_000_000, 0, 0]
    assert evaluation.score_high.tolist() == [5_000_000, 10_000_000, 0]


def test_values_of_when_it_was_not_asked_then_key_error() -> None:
    with pytest.raises(KeyError, match="issues"):
        _evaluation().values_of("issues")


def test_requirements_when_counted_then_every_profile_is_in_one_group() -> None:
    requirements = _evaluation().requirements

    assert {group: rows.tolist() for group in Group if len(rows := requirements.rows(group))} == {
        Group.MEETS_ALL: [0],
        Group.NOT_ACCEPTING: [1],
        Group.TO_CHECK: [2],
    }
    assert sum(requirements.counts.values()) == 3
    assert _evaluation().groups.tolist() == requirements.groups.tolist()


def test_evaluation_when_there_is_nobody_then_it_is_empty() -> None:
    evaluation = make_ranking([], goals="emerge").evaluation

    assert evaluation.score.shape == (0,)
    assert set(evaluation.requirements.counts.values()) == {0}
    assert evaluation.snapshot.size == 0


@given(competitions(), weight_wishes)
def test_reweighted_when_weighed_otherwise_then_it_is_the_evaluation_from_scratch(
    drawn: tuple[list[Profile], dict[str, Response], WeightWishes], other: WeightWishes
) -> None:
    people, asked, weights = drawn
    before = make_ranking(people, asked, weights=weights)
    scratch = make_ranking(people, asked, weights=other)

    preferences = replace(before.evaluation.preferences, weights=other)
    after = before.evaluation.reweighted(weigh(preferences, MODEL))

    assert after.criteria == scratch.evaluation.criteria
    assert after.score.tobytes() == scratch.evaluation.score.tobytes()
    assert after.score_high.tobytes() == scratch.evaluation.score_high.tobytes()
    ranking = Ranking(after, before.seed)
    for group in Group:
        assert [*ranking.rows(group)] == [*scratch.rows(group)]


@given(directories, responses(), st.integers(0, 10_000), st.data())
def test_reweighted_when_a_slider_moves_then_scores_are_those_of_the_new_weights(
    people: list[Profile], asked: dict[str, Response], weight: int, data: st.DataObject
) -> None:
    evaluation = make_ranking(people, asked).evaluation
    if not evaluation.criteria:
        return
    score = evaluation.score.copy()
    moved = data.draw(st.sampled_from(evaluation.criteria))

    after = evaluation.reweighted(with_weight(evaluation.criteria, moved.id, weight))

    for row in range(len(people)):
        parts = [c.weight * int(evaluation.low[c.row, row]) for c in after.criteria]
        assert int(after.score[row]) == sum(parts) <= 10_000_000
    assert after.requirements is evaluation.requirements
    assert evaluation.score.tobytes() == score.tobytes()
