"""The arithmetic of the model: a weighted sum that float32 holds exactly.

Weights are whole and sum to 10,000, values are whole and at most 1,000, so every partial sum is a
whole number up to 10,000,000, below 2**24: one matrix product gives the same bits in any order,
batch or layout.
"""

import numpy as np
from numpy.typing import NDArray


def weighted_sum(weights: NDArray[np.float32], values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return Σ weight × value per profile, in units of 1/100,000 point.

    Parameters
    ----------
    weights
        Shape (criteria,), whole numbers that sum to at most 10,000.
    values
        Shape (criteria, profiles), whole numbers 0..1000, row after row in memory.

    Returns
    -------
    ndarray
        Shape (profiles,), whole numbers 0..10,000,000.
    """
    return weights @ values


def whole_points(score: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Round scores to whole points 0..100, half up."""
    # Sums stay below 2**24 and the quotient of two exact numbers is rounded once: never up to the
    # next whole point, so that cutting off gives the same as whole arithmetic, and faster.
    return ((score + np.float32(50_000)) / np.float32(100_000)).astype(np.uint8)


def least_score(points: int) -> int:
    """Return the lowest score that rounds to these whole points."""
    return 100_000 * points - 50_000
