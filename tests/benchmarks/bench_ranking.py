"""Re-ordering a directory beside reading the same bytes, in one process, turn and turn about."""

import os
import time
from collections.abc import Callable
from datetime import date

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pytest

from matcher.directory.snapshot import Snapshot
from matcher.preferences.preferences import Preferences
from matcher.ranking.ranking import Ranking
from matcher.scoring.additive import weighted_sum
from matcher.scoring.result import GROUPS, Evaluation, Group, WeightedCriterion

CRITERIA = 20
FIRST_SCREEN = 10


def _evaluation(profiles: int) -> Evaluation:
    random = np.random.default_rng(profiles)
    weights = random.multinomial(10_000, np.full(CRITERIA, 1 / CRITERIA))
    low = random.integers(0, 1001, (CRITERIA, profiles)).astype(np.float32)
    snapshot = Snapshot(
        revision="",
        ids=tuple(f"p-{number:07}" for number in range(profiles)),
        names=(),
        codes={},
        steps={},
        numbers={},
        days={},
        times=np.zeros(0, dtype=np.uint64),
        times_stated=np.zeros(0, dtype=bool),
        latitude=np.zeros(0),
        longitude=np.zeros(0),
        texts={},
    )
    criteria = tuple(
        WeightedCriterion(f"c-{number}", "style", int(weight))
        for number, weight in enumerate(weights)
    )
    score = np.zeros(profiles, dtype=np.float32)
    return Evaluation(
        snapshot=snapshot,
        preferences=Preferences(today=date(2026, 11, 21)),
        criteria=criteria,
        low=low,
        high=low,
        score=score,
        score_high=score,
        requirement_items=(),
        requirements=np.zeros((0, profiles), dtype=np.uint8),
        groups=random.integers(0, len(GROUPS) - 1, profiles).astype(np.uint8),
    )


def _reorder(evaluation: Evaluation) -> list[int]:
    weights = np.array([criterion.weight for criterion in evaluation.criteria], dtype=np.float32)
    object.__setattr__(evaluation, "score", weighted_sum(weights, evaluation.low))
    return Ranking(evaluation, 7).first_rows(Group.MEETS_ALL, FIRST_SCREEN)


def _fastest(*actions: Callable[[], object]) -> list[float]:
    """Return the shortest time of each, in milliseconds, taken turn and turn about."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(15):
        for taken, action in zip(times, actions, strict=True):
            start = time.perf_counter()
            action()
            taken.append((time.perf_counter() - start) * 1000)
    return [min(taken) for taken in times]


@pytest.mark.parametrize("profiles", [10**3, 10**4, 10**5, 10**6])
def bench_reorder(profiles: int) -> None:
    evaluation = _evaluation(profiles)
    reorder, read = _fastest(lambda: _reorder(evaluation), lambda: float(evaluation.low.sum()))
    print(
        f"\nre-order {profiles:>9,} × {CRITERIA}: {reorder:8.2f} ms; reading the same bytes "
        f"{read:8.2f} ms; ratio {reorder / read:5.2f}"
    )
