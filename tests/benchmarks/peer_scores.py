"""Times other libraries on the table `bench_ranking` makes: `peer_scores.py PROFILES`, in JSON.

Run by the Python of ``.venv-oracles``, where they are installed.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from support.peers import pymcdm, scikit_criteria
from support.random_values import random_values
from support.timing import shortest

FIRST = 20
_ROUNDS = 3


def main() -> None:
    low, weights = random_values(int(sys.argv[1]))
    values, shares = low.T.astype(np.float64), weights.astype(np.float64)
    figures = {}
    for peer in (scikit_criteria, pymcdm):
        scores = peer(values, shares)
        (taken,) = shortest(lambda peer=peer: peer(values, shares), rounds=_ROUNDS)  # type: ignore[misc]
        first = np.argsort(-scores, kind="stable")[:FIRST]
        figures[peer.__name__] = {"milliseconds": taken, "first": first.tolist()}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
