"""Other libraries asked for the same: what each profile scores. Only in `.venv-oracles`.

All want a table without gaps, one row a profile. So the unknown is never left to them: they are
given what is known (0 where nothing is), or what could be. Nothing is scaled to the list.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Peer = Callable[[Table, Table], Table]


def scikit_criteria(values: Table, weights: Table) -> Table:
    """Return scores by `WeightedSumModel` alone, without the scaler its guide puts before it.

    It takes whole weights as they are; a single profile it cannot rank.
    """
    from skcriteria import mkdm
    from skcriteria.agg.simple import WeightedSumModel

    decision = mkdm(values, objectives=[max] * values.shape[1], weights=weights)
    return np.asarray(WeightedSumModel().evaluate(decision).e_.score)


def pymcdm(values: Table, weights: Table) -> Table:
    """Return scores by `WSM` with a scaling that changes nothing: it wants one.

    Its checks want weights that sum to 1, which whole weights ÷ 10,000 do not do exactly.
    """
    from pymcdm.methods import WSM

    wsm = WSM(normalization_function=lambda column, cost: column)
    scores: Table = wsm(values, weights, np.ones(len(weights)), validation=False)
    return scores


def scikit_learn(values: Table, weights: Table) -> Table:
    """Return how far each profile stays from the worst, by the distance to what fits in full."""
    distances, rows = _neighbours(values, weights)
    scores = np.empty(len(values))
    scores[rows] = 1000 * weights.sum() - distances
    return scores


def nearest(values: Table, weights: Table) -> list[int]:
    """Return the rows as `NearestNeighbors` orders them around what fits in full."""
    _, rows = _neighbours(values, weights)
    order: list[int] = rows.tolist()
    return order


def _neighbours(values: Table, weights: Table) -> tuple[Table, NDArray[np.intp]]:
    from sklearn.neighbors import NearestNeighbors

    space = NearestNeighbors(
        n_neighbors=len(values), metric="minkowski", p=1, metric_params={"w": weights}
    )
    distances, rows = space.fit(values).kneighbors(np.full((1, values.shape[1]), 1000.0))
    return distances[0], rows[0]


PEERS: dict[str, Peer] = {
    "scikit-criteria": scikit_criteria,
    "pymcdm": pymcdm,
    "scikit-learn": scikit_learn,
}
