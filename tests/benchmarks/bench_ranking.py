"""Re-ordering a directory beside reading the same bytes, and what tells how firm an order is.

Run by ``make bench``; prints figures and asserts nothing on time. Other libraries are timed in
their own environment, when `make oracles` has made it.
"""

import json
import os
import subprocess
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pytest
from support.directories import TODAY
from support.random_values import CRITERIA, random_values
from support.timing import growth, shortest

from matcher.directory.snapshot import Snapshot
from matcher.directory.text_column import make_text_column
from matcher.preferences.preferences import Preferences
from matcher.ranking.acceptability import DRAWS, acceptability
from matcher.ranking.ranking import rank
from matcher.ranking.stability import stability_intervals
from matcher.scoring.evaluation import Evaluation, Requirements
from matcher.scoring.facts import Facts
from matcher.scoring.result import SHELVES, Group, WeightedCriterion
from matcher.scoring.weights import with_weight

SIZES = (10**3, 10**4, 10**5, 10**6)
FIRST_SCREEN = 10
FIRST_OF_PEERS = 20
SEED = 7

_ROOT = Path(__file__).resolve().parents[2]
_PEERS_PYTHON = _ROOT / ".venv-oracles" / "bin" / "python"


def _evaluation(profiles: int, *, groups: int = len(SHELVES), unknown: float = 0) -> Evaluation:
    """Make an evaluation of values drawn at random, some of them not known."""
    random = np.random.default_rng(SEED)
    low, weights = random_values(profiles)
    high = low
    if unknown:
        is_unknown = random.random(low.shape) < unknown
        low, high = np.where(is_unknown, 0, low), np.where(is_unknown, 1000, low)
    criteria = [
        WeightedCriterion(f"c-{row}", "style", int(weight), row)
        for row, weight in enumerate(weights)
    ]
    return Evaluation(
        facts=Facts(_only_ids(profiles), TODAY),
        preferences=Preferences(),
        criteria=tuple(sorted(criteria, key=lambda criterion: (-criterion.weight, criterion.row))),
        low=low.astype(np.float32),
        high=high.astype(np.float32),
        requirements=Requirements(
            (),
            np.empty((0, profiles), dtype=np.uint8),
            random.integers(0, groups, profiles).astype(np.uint8),
        ),
    )


def _only_ids(profiles: int) -> Snapshot:
    nothing = np.zeros(0)
    return Snapshot(
        revision="",
        ids=make_text_column(f"p-{number:07}" for number in range(profiles)),
        names=(),
        codes={},
        steps={},
        numbers={},
        days={},
        times=nothing.astype(np.uint64),
        times_stated=nothing.astype(bool),
        latitude=nothing,
        longitude=nothing,
        texts={},
    )


def _reorder(
    evaluation: Evaluation, weight: int, shelves: tuple[Group, ...] = SHELVES
) -> list[list[int]]:
    """Do what moving a slider does: other weights, another order, the first ten of some shelves."""
    moved = evaluation.reweighted(with_weight(evaluation.criteria, "c-3", weight))
    ranking = rank(moved, SEED)
    return [ranking.first_rows(group, FIRST_SCREEN) for group in shelves]


def bench_reorder() -> None:
    screens, reads = [], []
    for profiles in SIZES:
        evaluation = _evaluation(profiles)
        screen, every, read = shortest(
            lambda: _reorder(evaluation, 900, SHELVES[:1]),  # noqa: B023
            lambda: _reorder(evaluation, 900),  # noqa: B023
            lambda: float(evaluation.low.sum()),  # noqa: B023
            rounds=50,
        )
        screens.append(screen)
        reads.append(read)
        print(
            f"\nre-order {profiles:>9,} × {CRITERIA}: first screen {screen:8.2f} ms, all five "
            f"shelves {every:8.2f} ms; reading the same bytes {read:8.2f} ms; ratios "
            f"{screen / read:5.2f} and {every / read:5.2f}",
            end="",
        )
    print(
        f"\nre-ordering grows as N^{growth(SIZES, screens):.2f}, "
        f"from 10⁵ as N^{growth(SIZES[2:], screens[2:]):.2f}; reading as "
        f"N^{growth(SIZES, reads):.2f} and N^{growth(SIZES[2:], reads[2:]):.2f}"
    )


def bench_stability() -> None:
    times = []
    for profiles in SIZES:
        ranking = rank(_evaluation(profiles), SEED)
        intervals = stability_intervals(ranking, Group.MEETS_ALL)
        (taken,) = shortest(lambda: stability_intervals(ranking, Group.MEETS_ALL), rounds=5)  # noqa: B023
        times.append(taken)
        among = ranking.count(Group.MEETS_ALL)
        print(f"\nstability of {len(intervals)} weights among {among:>7,}: {taken:8.2f} ms", end="")
    print(f"\nstability grows as N^{growth(SIZES, times):.2f}")


@pytest.mark.parametrize("unknown", [0, 0.2])
def bench_acceptability(unknown: float) -> None:
    times = []
    for profiles in SIZES[:3]:
        ranking = rank(_evaluation(profiles, groups=1, unknown=unknown), SEED)
        (taken,) = shortest(lambda: acceptability(ranking, Group.MEETS_ALL), rounds=3)  # noqa: B023
        times.append(taken)
        print(
            f"\n{DRAWS:,} draws among {profiles:>7,}, {unknown:.0%} of values not known: "
            f"{taken:8.1f} ms",
            end="",
        )
    print(f"\ndraws grow as N^{growth(SIZES[:3], times):.2f}")


@pytest.mark.parametrize("profiles", SIZES[:3])
def bench_beside_peers(profiles: int) -> None:
    if not _PEERS_PYTHON.exists():
        pytest.skip("other libraries are not installed; `make oracles` does that")
    evaluation = _evaluation(profiles)
    taken, first = _order_by_sums(evaluation)
    print(f"\nfirst {FIRST_OF_PEERS} of {profiles:>7,} × {CRITERIA}: ours {taken:8.2f} ms", end="")
    answer = subprocess.run(
        [_PEERS_PYTHON, Path(__file__).with_name("peer_scores.py"), str(profiles)],
        capture_output=True,
        check=True,
        text=True,
    )
    for name, figures in json.loads(answer.stdout).items():
        same = "the same" if figures["first"] == first else "NOT THE SAME"
        slower = figures["milliseconds"] / taken
        print(f"; {name} {figures['milliseconds']:8.1f} ms, {slower:,.0f}×, {same}", end="")
    print()


def _order_by_sums(evaluation: Evaluation) -> tuple[float, list[int]]:
    """Time scores and the first twenty by exact sums, as a weighted sum elsewhere gives them."""

    def order() -> list[int]:
        score = evaluation.reweighted(evaluation.criteria).score
        last = np.partition(score, -FIRST_OF_PEERS)[-FIRST_OF_PEERS]
        rows = np.flatnonzero(score >= last)
        first: list[int] = rows[np.argsort(-score[rows], kind="stable")].tolist()
        return first[:FIRST_OF_PEERS]

    (taken,) = shortest(order)
    return taken, order()
