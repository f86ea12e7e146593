"""The weighted sum is exact, whatever the batch, and rounds half up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.scoring.additive import weighted_sum, whole_points


@given(st.integers(0, 2**32 - 1), st.integers(1, 41), st.integers(1, 300), st.integers(1, 7))
def test_weighted_sum_when_weights_and_values_are_whole_then_equal_to_whole_number_arithmetic(
    seed: int, criteria: int, profiles: int, batches: int
) -> None:
    random = np.random.default_rng(seed)
    weights = np.floor(random.dirichlet(np.ones(criteria)) * 10_000).astype(np.int64)
    values = random.integers(0, 1001, (criteria, profiles))

    score = weighted_sum(weights.astype(np.float32), values.astype(np.float32))
    parts = np.array_split(values.astype(np.float32), batches, axis=1)
    batched = np.concatenate([weighted_sum(weights.astype(np.float32), p) for p in parts])

    assert score.astype(np.int64).tolist() == (weights @ values).tolist()
    assert batched.tolist() == score.tolist()


@pytest.mark.parametrize(
    ("score", "points"),
    [(0, 0), (49_999, 0), (50_000, 1), (149_999, 1), (150_000, 2), (10_000_000, 100)],
)
def test_whole_points_when_between_then_half_goes_up(score: int, points: int) -> None:
    assert whole_points(np.array([score], dtype=np.float32)).tolist() == [points]
