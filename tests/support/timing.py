"""Times for the benchmarks: the shortest of several, taken turn and turn about."""

import time
from collections.abc import Callable, Sequence

import numpy as np

Action = Callable[[], object]


def shortest(*actions: Action, rounds: int = 15) -> list[float]:
    """Return the shortest time of each, in milliseconds, taken turn and turn about."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for taken, action in zip(times, actions, strict=True):
            start = time.perf_counter()
            action()
            taken.append((time.perf_counter() - start) * 1000)
    return [min(taken) for taken in times]


def growth(sizes: Sequence[int], times: Sequence[float]) -> float:
    """Return the exponent b of time ~ size ** b, by least squares of the logarithms."""
    slope, _ = np.polyfit(np.log(sizes), np.log(times), 1)
    return float(slope)
