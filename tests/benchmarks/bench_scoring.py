"""Twenty wishes across all value functions held against a whole directory, and what follows.

Run by ``make bench``; prints figures and asserts nothing on time.
"""

import os
from decimal import Decimal

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from support.directories import TODAY, make_answers
from support.large_directories import large_snapshot
from support.timing import shortest

from matcher.preferences.elicitation import elicit
from matcher.preferences.preferences import Preferences
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Place, Response, Times, Value
from matcher.ranking.ranking import rank
from matcher.ranking.relaxation import RELAXABLE, smallest_relaxations
from matcher.ranking.stability import stability_intervals
from matcher.scoring.criteria import load_criteria
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.result import SHELVES, Group
from matcher.scoring.value_functions import VALUE_FUNCTIONS
from matcher.scoring.weights import with_weight

ASKED: dict[str, Value] = {
    "formats": ("in_person", "video"),
    "place": Place(postcode="97758", country="US", max_km=Decimal(10)),
    "times": Times(("mon-evening", "tue-evening", "wed-evening"), ("sat-morning",)),
    "start": "two_weeks",
    "frequency": ("weekly",),
    "fee": Money(Decimal(120), "USD"),
    "languages": ("en", "es"),
    "issues": ("worry", "sleep", "burnout"),
    "approaches": ("cbt", "act"),
    "approaches_avoid": ("psychodynamic",),
    "tools": ("exercises", "writing"),
    "style_steer": -2,
    "style_feelings": 1,
    "style_challenge": -1,
    "contact": "bookings_only",
    "communities": ("parent", "carer"),
    "therapist_gender": ("woman",),
    "affirming": ("lgbtq",),
    "goals": "talked_over",
    "experience_years": "yes",
}
NEEDED = {"participants": "me", "age_band": "26-64", "payers": ("medicare", "medicaid")}


def _preferences(*musts: str) -> Preferences:
    given = {
        item: Response(value, importance=Importance.MUST if item in musts else Importance.MATTERS)
        for item, value in (ASKED | NEEDED).items()
    }
    return elicit(make_answers(given), load_questionnaire(), TODAY)


@pytest.mark.parametrize("profiles", [10**3, 10**4, 10**5, 10**6])
def bench_scoring(profiles: int) -> None:
    criteria = load_criteria()
    model = AdditiveValueModel(criteria)
    snapshot = large_snapshot(profiles)
    preferences = _preferences(*NEEDED)
    used = {criteria.criterion(wish.criterion).function for wish in preferences.wishes}
    assert len(preferences.wishes) == 20
    assert used == {*VALUE_FUNCTIONS}
    (first,) = shortest(lambda: model.evaluate(snapshot, preferences), rounds=3)
    evaluation = model.evaluate(snapshot, preferences)
    shown, read, intervals = shortest(
        lambda: _reorder(evaluation),
        lambda: float(evaluation.low.sum()),
        lambda: stability_intervals(rank(evaluation, 7), Group.MEETS_ALL),
    )
    needs = model.evaluate(snapshot, _preferences(*NEEDED, *RELAXABLE))
    (relaxing,) = shortest(lambda: smallest_relaxations(needs))
    print(
        f"\n{profiles:>9,} profiles × {len(preferences.wishes)} wishes: first evaluation "
        f"{first:8.1f} ms; re-order {shown:6.2f} ms, {shown / read:4.2f} of a read; "
        f"stability {intervals:6.2f} ms; relaxations of {len(RELAXABLE)} needs {relaxing:6.2f} ms"
    )


def _reorder(evaluation: Evaluation) -> list[list[int]]:
    moved = with_weight(evaluation.criteria, "fee", 1500)
    order = rank(evaluation.reweighted(moved), 7)
    return [order.first_rows(group, 10) for group in SHELVES]
