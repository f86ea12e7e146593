"""Values and weights as scoring makes them, drawn at random, the same for all who are timed."""

import numpy as np
from numpy.typing import NDArray

CRITERIA = 20


def random_values(profiles: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return whole values 0..1000 of shape (20, profiles), and weights that sum to 10,000."""
    random = np.random.default_rng(profiles)
    weights = random.multinomial(10_000, np.full(CRITERIA, 1 / CRITERIA))
    values = random.integers(0, 1001, (CRITERIA, profiles), dtype=np.int32).astype(np.float32)
    return values, weights
