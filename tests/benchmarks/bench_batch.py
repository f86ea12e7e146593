"""A thousand invented clients held against a hundred thousand profiles: the first twenty for each.

Once client by client, as the window does it; once all together, where each wish is valued once for
whoever has it and the scores of many clients are one matrix product. Both give the same scores to
the last bit. Run by ``make bench``; prints figures and asserts nothing on time.
"""

import os
import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray
from support.directories import TODAY, make_answers
from support.large_directories import large_snapshot

from matcher.preferences.elicitation import elicit
from matcher.preferences.preferences import Preferences
from matcher.questionnaire.item import Importance
from matcher.questionnaire.loader import load_questionnaire
from matcher.questionnaire.response import Money, Response, Value
from matcher.ranking.ranking import rank
from matcher.scoring.criteria import load_criteria
from matcher.scoring.facts import Facts
from matcher.scoring.model import AdditiveValueModel
from matcher.scoring.performance import AskedCriterion, values
from matcher.scoring.requirements import check
from matcher.scoring.result import Group
from matcher.scoring.weights import weigh

CLIENTS, PROFILES = 1_000, 100_000
FIRST, ONE_BY_ONE, AT_ONCE = 20, 50, 10_000

_WISHES: dict[str, Sequence[Value]] = {
    "formats": [("in_person",), ("video",), ("in_person", "video"), ("phone",)],
    "start": ["two_weeks"],
    "frequency": [("weekly",), ("fortnightly",)],
    "fee": [Money(Decimal(limit), "USD") for limit in range(60, 200, 10)],
    "languages": [("en",), ("es",), ("en", "es")],
    "issues": [("worry", "sleep"), ("burnout",), ("low_mood", "loneliness"), ("panic",)],
    "approaches": [("cbt",), ("act", "cbt"), ("psychodynamic",), ("person_centred", "narrative")],
    "tools": [("exercises",), ("writing", "talking"), ("silence",)],
    "style_steer": [-2, -1, 1, 2],
    "style_feelings": [-2, -1, 1, 2],
    "style_challenge": [-2, -1, 1, 2],
    "contact": ["bookings_only", "short_messages"],
    "communities": [("parent",), ("carer",), ("parent", "carer")],
    "therapist_gender": [("woman",), ("man",)],
    "affirming": [("lgbtq",)],
    "goals": ["talked_over", "in_writing"],
    "experience_years": ["yes"],
}
_IMPORTANCES = (Importance.A_LITTLE, Importance.MATTERS, Importance.MATTERS_A_LOT)

Key = tuple[str, object, str | None]
Scores = NDArray[np.float32]
_Result = TypeVar("_Result")


def bench_batch() -> None:
    snapshot, criteria = large_snapshot(PROFILES), load_criteria()
    clients = _clients(CLIENTS)
    model = AdditiveValueModel(criteria)
    facts = Facts(snapshot, TODAY)

    def one_by_one() -> list[Scores]:
        return [_first_of(model, snapshot, each) for each in clients[:ONE_BY_ONE]]

    singly, apart = _timed(one_by_one)
    # Nobody names a must-have of their own: who fits is the same for all of them.
    rows = check(facts, clients[0], criteria).rows(Group.MEETS_ALL)
    asked, weights = _wished(clients)

    def valued() -> Scores:
        return np.stack([values(facts, each)[0][rows] for each in asked]).astype(np.float32)

    valuing, table = _timed(valued)
    together, best = _timed(lambda: _best(weights, table))
    product, _ = _timed(lambda: [weights @ part for part in _parts(table)])
    for mine, theirs in zip(best[:ONE_BY_ONE], apart, strict=True):
        assert (mine == theirs).all()
    whole = valuing + together
    print(
        f"\n{CLIENTS:,} clients × {PROFILES:,} profiles ({len(rows):,} fit), "
        f"first {FIRST} for each, {len(asked)} different wishes\n"
        f"  one by one {singly / ONE_BY_ONE * 1000:.1f} ms a client: "
        f"{singly / ONE_BY_ONE * CLIENTS:.1f} s for all (of {ONE_BY_ONE} measured)\n"
        f"  together {whole:.2f} s: {valuing:.2f} s to value each wish once, {together:.2f} s for "
        f"products and the first {FIRST}; {together / product:.1f} times the bare products\n"
        f"  {whole / CLIENTS / PROFILES * 1e9:.2f} ns for a client and a profile; "
        f"{2 * weights.size * len(rows) / product / 1e9:.0f} thousand million sums a second"
    )


def _clients(number: int) -> list[Preferences]:
    """Invent clients, each with eight to fourteen wishes; the same ones every time."""
    random, questionnaire = np.random.default_rng(8), load_questionnaire()
    clients = []
    for _ in range(number):
        items = random.choice([*_WISHES], random.integers(8, 15), replace=False).tolist()
        given = {}
        for item in items:
            choices = _WISHES[item]
            importance = _IMPORTANCES[random.integers(len(_IMPORTANCES))]
            given[item] = Response(choices[random.integers(len(choices))], importance=importance)
        clients.append(elicit(make_answers(given), questionnaire, TODAY))
    return clients


def _wished(clients: Sequence[Preferences]) -> tuple[list[AskedCriterion], Scores]:
    """Return each different wish there is once, and what it weighs for each client."""
    criteria = load_criteria()
    asked: dict[Key, AskedCriterion] = {}
    for client in clients:
        for place, wish in enumerate(client.wishes):
            each = AskedCriterion(
                criteria.criterion(wish.criterion), wish.target, client, wish.starred
            )
            asked.setdefault(_key(client, place), each)
    places = {key: place for place, key in enumerate(asked)}
    weights = np.zeros((len(clients), len(asked)), dtype=np.float32)
    for row, client in enumerate(clients):
        for weighted in weigh(client, criteria):
            weights[row, places[_key(client, weighted.row)]] = weighted.weight
    return [*asked.values()], weights


def _key(client: Preferences, place: int) -> Key:
    wish = client.wishes[place]
    return wish.criterion, wish.target, wish.starred


def _first_of(model: AdditiveValueModel, snapshot: object, client: Preferences) -> Scores:
    evaluation = model.evaluate(snapshot, client)  # type: ignore[arg-type]
    rank(evaluation, 7).first_rows(Group.MEETS_ALL, FIRST)
    scores = evaluation.score[evaluation.requirements.rows(Group.MEETS_ALL)]
    return np.sort(scores)[::-1][:FIRST]


def _best(weights: Scores, table: Scores) -> Scores:
    """Return the highest scores of each client, the highest first; parts come one by one."""
    best = np.zeros((len(weights), 0), dtype=np.float32)
    for part in _parts(table):
        scores = weights @ part
        first = min(FIRST, scores.shape[1])
        nearest = np.partition(scores, scores.shape[1] - first, axis=1)[:, -first:]
        best = np.sort(np.hstack([best, nearest]), axis=1)[:, : -FIRST - 1 : -1]
    return best


def _parts(table: Scores) -> list[Scores]:
    size = table.shape[1]
    return [
        np.ascontiguousarray(table[:, start : start + AT_ONCE]) for start in range(0, size, AT_ONCE)
    ]


def _timed(action: Callable[[], _Result]) -> tuple[float, _Result]:
    start = time.perf_counter()
    result = action()
    return time.perf_counter() - start, result
