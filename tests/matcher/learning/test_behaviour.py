"""What `sklearn.inspection` sees of the model, beside closed forms."""

import pytest
from sklearn.inspection import permutation_importance
from support.audited import changed_criteria, heavier_goals, kinder_training
from support.directories import TODAY

from matcher.learning.behaviour import dependence_findings, importance_findings, ladders
from matcher.learning.estimator import AdditiveEstimator
from matcher.learning.invented_clients import Crowd, invent_thorough_clients
from matcher.learning.published_checks import published_weights
from matcher.questionnaire.loader import load_questionnaire
from matcher.scoring import value_functions
from matcher.scoring.criteria import load_criteria
from matcher.scoring.criterion import Criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import load_published
from matcher.services.directory.sample_directory import sample_directory

_LADDERS = ladders(load_published().examples)


def _thorough(criteria: Criteria) -> Evaluation:
    snapshot = sample_directory().snapshot
    crowd = Crowd(load_questionnaire(), criteria, snapshot, TODAY)
    (client,) = invent_thorough_clients(crowd, 1, 3)
    return AdditiveValueModel(criteria).evaluate(snapshot, client)


def _wrong_importance(criteria: Criteria) -> set[str]:
    evaluation = _thorough(criteria)
    exact = published_weights(evaluation.preferences, load_published())
    return {one.subjects[0] for one in importance_findings(evaluation, exact, seed=1)}


def _wrong_dependence(criteria: Criteria) -> set[str]:
    profiles = [*sample_directory().profiles()][:2]
    model = AdditiveValueModel(criteria)
    found = [one for ladder in _LADDERS for one in dependence_findings(ladder, model, profiles)]
    return {one.subjects[0] for one in found}


def test_importance_when_errors_are_squared_then_it_is_twice_weight_squared_times_variance() -> (
    None
):
    """For a weighted sum and uniform shuffles: E = 2 w² Var, with the variance over all rows.

    The mean over 120 shuffles of 59 rows lies within a fifth of it for every column.
    """
    evaluation = _thorough(load_criteria())
    values = evaluation.low.T.astype(float)
    estimator = AdditiveEstimator(evaluation.weights).fit(values)

    looked_at = permutation_importance(
        estimator,
        values,
        estimator.predict(values),
        scoring="neg_mean_squared_error",
        n_repeats=120,
        random_state=0,
    )

    expected = 2 * (evaluation.weights / 100_000) ** 2 * values.var(axis=0)
    assert looked_at.importances_mean == pytest.approx(expected, rel=0.2)


def test_importance_when_the_model_is_as_published_then_every_wish_moves_what_it_should() -> None:
    assert _wrong_importance(load_criteria()) == set()


def test_importance_when_a_share_was_changed_then_its_group_moves_too_much_or_too_little() -> None:
    wrong = _wrong_importance(changed_criteria(heavier_goals))

    assert wrong >= {"goals", "feedback", "contact"}


def test_ladders_when_made_then_rungs_differ_only_in_what_is_offered() -> None:
    assert len(_LADDERS) > 40
    for ladder in _LADDERS:
        assert len({(one.criterion, repr(one.asked), one.today) for one in ladder.rungs}) == 1
        assert len({repr(sorted(one.offered.items())) for one in ladder.rungs}) > 1


def test_dependence_when_the_model_is_as_published_then_every_offer_moves_what_is_printed() -> None:
    assert _wrong_dependence(load_criteria()) == set()


def test_dependence_when_a_level_counts_otherwise_then_its_criterion_is_found() -> None:
    assert _wrong_dependence(changed_criteria(kinder_training)) == {"issues"}


def test_dependence_when_a_value_function_is_changed_then_its_criteria_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(value_functions, "_AXIS_STEP", 200)

    wrong = _wrong_dependence(load_criteria())

    assert {name for name in wrong if not name.startswith("style_")} == set()
    assert len(wrong) == 10
