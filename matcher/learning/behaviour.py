"""Watches what the model does under `sklearn.inspection`, and compares it with what is printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from sklearn.inspection import partial_dependence, permutation_importance

from matcher.directory.profile import Profile
from matcher.directory.snapshot_builder import build_snapshot
from matcher.learning.audit_report import AuditFinding, Check, finding
from matcher.learning.estimator import AdditiveEstimator, OfferEstimator
from matcher.preferences.preferences import Preferences, Wish
from matcher.questionnaire.item import Importance
from matcher.questionnaire.response import WeightWishes
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.published import CONFIRMED_ON, ValueExample
from matcher.scoring.result import SCORE_UNIT
from matcher.scoring.weights import WEIGHTS_SUM
from matcher.scoring.worked_example import example_preferences, example_profile

_REPEATS = 5
_MOST_SHUFFLED = 2_000
"""Profiles whose values are shuffled: every second, third … of a large directory."""
_ROUNDING = 1e-9
"""What binary fractions may add to a difference that is exact on paper."""
_SHARE_OF_WATCHED = 3
"""A watched criterion counts three parts, its companion one."""
_COMPANIONS = (("style_steer", 1), ("goals", "in_writing"), ("experience_years", "yes"))


def importance_findings(
    evaluation: Evaluation, exact: Mapping[str, Fraction], seed: int
) -> list[AuditFinding]:
    """Return the criteria that do more or less to the order than their published weight says.

    Notes
    -----
    A column of values is shuffled, and the mean of what every score moves by is its importance:
    for a weighted sum, exactly weight × spread, where the spread is what the same shuffles move
    the values by. Weights that are whole differ from published ones by less than 1 of 10,000, so
    importance may differ by less than 1/10,000 of the spread.
    """
    rows = slice(None, None, 1 + evaluation.snapshot.size // _MOST_SHUFFLED)
    values = evaluation.low[:, rows].T.astype(np.float64)
    importance = _importance(AdditiveEstimator(evaluation.weights), values, seed)
    spread = _importance(AdditiveEstimator(np.ones(len(evaluation.low))), values, seed)
    names = [wish.criterion for wish in evaluation.preferences.wishes]
    published = spread * [float(exact.get(name, 0)) for name in names]
    apart = np.abs(importance - published) > spread * (1 + _ROUNDING)
    return [
        finding(
            Check.IMPORTANCE,
            [names[row]],
            published=float(published[row]),
            found=float(importance[row]),
        )
        for row in np.flatnonzero(apart)
    ]


def _importance(
    estimator: AdditiveEstimator, values: NDArray[np.float64], seed: int
) -> NDArray[np.float64]:
    """Return the mean shift of the score when each column is shuffled; one seed, same shuffles."""
    estimator.fit(values)
    looked_at = permutation_importance(
        estimator,
        values,
        estimator.predict(values),
        scoring="neg_mean_absolute_error",
        n_repeats=_REPEATS,
        random_state=seed,
    )
    means: NDArray[np.float64] = looked_at.importances_mean
    return means


@dataclass(frozen=True, slots=True)
class Ladder:
    """Published examples that differ only in what the profile offers."""

    rungs: tuple[ValueExample, ...]

    @property
    def criterion(self) -> str:
        """The criterion they are about."""
        return self.rungs[0].criterion


def ladders(examples: Sequence[ValueExample]) -> list[Ladder]:
    """Return the examples that can be compared with each other, in order."""
    found: dict[str, list[ValueExample]] = {}
    for example in examples:
        asked = (example.criterion, example.asked, example.starred, example.today)
        found.setdefault(repr((*asked, sorted(example.others.items()))), []).append(example)
    return [Ladder(tuple(rungs)) for rungs in found.values() if len(rungs) > 1]


def dependence_findings(
    ladder: Ladder, model: AdditiveValueModel, profiles: Sequence[Profile]
) -> Iterator[AuditFinding]:
    """Give a finding when what profiles offer moves scores otherwise than is printed.

    Parameters
    ----------
    ladder
        Offers, with the value printed for each.
    model
        The model that runs.
    profiles
        Some people of the directory: all of them are made to offer each thing in turn.

    Notes
    -----
    The mean score with one offer less the mean score with another is weight × the difference of
    their printed values, exactly: nothing else may depend on the offer.
    """
    preferences = _preferences(ladder, model)
    weight = Fraction(WEIGHTS_SUM * _SHARE_OF_WATCHED, _SHARE_OF_WATCHED + 1)
    printed = np.array([rung.low for rung in ladder.rungs]) * float(weight / SCORE_UNIT)
    means = _dependence(ladder, model, preferences, profiles)
    gaps = np.abs((means - means[0]) - (printed - printed[0]))
    if gaps.max() > _ROUNDING * SCORE_UNIT:
        worst = int(gaps.argmax())
        yield finding(
            Check.DEPENDENCE,
            [ladder.criterion],
            published=float(printed[worst] - printed[0]),
            found=float(means[worst] - means[0]),
        )


def _dependence(
    ladder: Ladder,
    model: AdditiveValueModel,
    preferences: Preferences,
    profiles: Sequence[Profile],
) -> NDArray[np.float64]:
    replaced = _replaced_fields(ladder, model)
    offers = [example_profile(rung.offered) for rung in ladder.rungs]

    def points_of(rows: NDArray[np.float64]) -> NDArray[np.float64]:
        made = [
            _with_offer(profiles[int(person)], offers[int(rung)], replaced, number)
            for number, (rung, person) in enumerate(rows)
        ]
        score = model.evaluate(build_snapshot(made), preferences).score
        return score.astype(np.float64) / SCORE_UNIT

    rows = np.array([(0.0, person) for person in range(len(profiles))])
    looked_at = partial_dependence(
        OfferEstimator(points_of),
        rows,
        features=[0],
        custom_values={0: np.arange(len(offers), dtype=np.float64)},
        method="brute",
        kind="average",
    )
    means: NDArray[np.float64] = looked_at["average"][0]
    return means


def _with_offer(profile: Profile, offer: Profile, replaced: frozenset[str], number: int) -> Profile:
    kept = {field: fact for field, fact in profile.facts.items() if field not in replaced}
    return Profile(f"p-{number:06}", {**kept, **offer.facts})


def _replaced_fields(ladder: Ladder, model: AdditiveValueModel) -> frozenset[str]:
    """Return the fields that an offer of the ladder decides: what an example leaves out, too."""
    subjects = [ladder.criterion, *ladder.rungs[0].others]
    read = {field for subject in subjects for field in model.criteria.fields_of(subject)}
    named = {column for rung in ladder.rungs for column in rung.offered}
    return frozenset(read | named) - {CONFIRMED_ON}


def _preferences(ladder: Ladder, model: AdditiveValueModel) -> Preferences:
    """Return what the examples ask for, beside one wish that their offers do not touch."""
    asked = example_preferences(ladder.rungs[0])
    group = model.criteria.criterion(ladder.criterion).group
    name, target = next(
        (name, target)
        for name, target in _COMPANIONS
        if name in model.criteria and model.criteria.criterion(name).group != group
    )
    companion = Wish(name, target, Importance.MATTERS)
    others = model.criteria.criterion(name).group
    points = {group: _SHARE_OF_WATCHED, others: 1}
    return replace(asked, wishes=(*asked.wishes, companion), weights=WeightWishes(points=points))
