"""The model as an estimator: scikit-learn's own checks, and the model's own arithmetic."""

from collections.abc import Callable

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.utils.estimator_checks import parametrize_with_checks
from support.builders import make_profile
from support.directories import TODAY, make_answers

from matcher.directory.snapshot_builder import build_snapshot
from matcher.learning.estimator import AdditiveEstimator, OfferEstimator
from matcher.preferences.elicitation import elicit
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring.criteria import load_criteria
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import SCORE_UNIT

# None is expected to fail: the model has no part of scikit-learn's contract to be excused from.
_CHECKS = parametrize_with_checks([AdditiveEstimator()], expected_failed_checks=lambda _one: {})


@_CHECKS
def test_estimator_when_checked_then_it_keeps_the_conventions(
    estimator: AdditiveEstimator, check: Callable[[AdditiveEstimator], None]
) -> None:
    check(estimator)


def test_prediction_when_values_are_the_models_then_it_is_the_models_score() -> None:
    answers = make_answers(style_steer=-2, goals="in_writing", issues=("worry", "sleep", "pain"))
    profiles = [
        make_profile("p-1", style_steer="-1", goals="talked_over", issues="worry:regular"),
        make_profile("p-2", style_steer="1..2", issues="sleep"),
    ]
    preferences = elicit(answers, load_questionnaire(), TODAY)
    evaluation = AdditiveValueModel(load_criteria()).evaluate(build_snapshot(profiles), preferences)
    estimator = AdditiveEstimator(evaluation.weights).fit(evaluation.low.T)

    points = estimator.predict(evaluation.low.T)

    assert (points * SCORE_UNIT == evaluation.score).all()


def test_estimator_when_copied_then_its_weights_go_along_and_nothing_is_fitted() -> None:
    copy = clone(AdditiveEstimator([6_000, 4_000]).fit([[0, 0], [1, 1]]))

    assert copy.get_params() == {"weights": [6_000, 4_000]}
    with pytest.raises(NotFittedError):
        copy.predict([[0, 0]])


def test_estimator_when_fitted_then_it_learns_nothing_from_what_is_wished_for() -> None:
    values = [[0.0, 1000.0], [1000.0, 0.0]]

    one = AdditiveEstimator([7_500, 2_500]).fit(values, [0, 1]).predict(values)
    other = AdditiveEstimator([7_500, 2_500]).fit(values, [99, -5]).predict(values)

    assert one.tolist() == other.tolist() == [25.0, 75.0]


def test_offers_when_predicted_then_the_function_given_is_asked() -> None:
    estimator = OfferEstimator(lambda rows: rows[:, 0] * 2).fit([[0.0]])

    assert estimator.predict(np.array([[1.0], [3.0]])).tolist() == [2.0, 6.0]
