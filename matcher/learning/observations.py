"""What is worth knowing about a directory under the model; nothing here fails the model."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray
from sklearn.neighbors import NearestNeighbors

from matcher.learning.audit_report import AuditFinding, Note, finding
from matcher.ranking.ranking import rank
from matcher.scoring.evaluation import Evaluation
from matcher.scoring.result import GROUPS, SHELVES, Group
from matcher.scoring.value_functions import FULL

FIRST = 5
"""Among how many somebody has to be, to be among the first."""

_CLOSED = GROUPS.index(Group.NOT_ACCEPTING)
_ALIKE_FROM = 0.9
_NEAR_WITHIN = 20.0
"""Root mean square of the differences of values (0..1000) up to which two are nearly identical."""
_MOST_COMPARED = 20_000
"""Profiles of a very large directory that are compared with each other: each with each."""
_SAYS_LITTLE_UNDER = 0.25
"""Part of all wishes about which a profile has to say something, so as to be compared."""


class FirstFive:
    """Keeps who was among the first five that a client is shown; who takes nobody on is left out.

    Parameters
    ----------
    ids
        The profiles, by row.
    """

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._first = np.zeros(len(ids), dtype=bool)
        self._open = np.zeros(len(ids), dtype=bool)
        self._clients = 0

    def add(self, evaluation: Evaluation) -> None:
        """Count one client; who of level profiles is listed first changes from client to client."""
        ranking = rank(evaluation, seed=self._clients)
        shown = chain.from_iterable(ranking.rows(group) for group in SHELVES)
        self._first[[*islice(shown, FIRST)]] = True
        self._open |= evaluation.requirements.groups != _CLOSED
        self._clients += 1

    def findings(self) -> Iterator[AuditFinding]:
        """Give the profiles nobody saw among the first, beside how many chance alone leaves out."""
        size = int(np.count_nonzero(self._open))
        never = [self._ids[row] for row in np.flatnonzero(self._open & ~self._first).tolist()]
        if never:
            left_out = size * max(0.0, 1 - FIRST / size) ** self._clients
            yield finding(Note.NEVER_FIRST, never, of=size, by_chance=round(left_out))


def value_notes(evaluations: Sequence[Evaluation]) -> Iterator[AuditFinding]:
    """Give what the values of clients who ask for everything show about the directory.

    Parameters
    ----------
    evaluations
        All of the same wishes and the same directory of two profiles or more.
    """
    names = [wish.criterion for wish in evaluations[0].preferences.wishes]
    low = np.stack([evaluation.low for evaluation in evaluations])
    high = np.stack([evaluation.high for evaluation in evaluations])
    unknown = (low == 0) & (high == FULL)
    unsaid = unknown.all(axis=(0, 2))
    same = ((low == low[..., :1]) & (high == high[..., :1])).all(axis=(0, 2))
    yield from _listed(Note.UNSAID, names, unsaid)
    yield from _listed(Note.CONSTANT, names, same & ~unsaid)
    yield from _alike(low, names)
    ids = evaluations[0].snapshot.ids
    says_little = 1 - unknown.mean(axis=(0, 1)) < _SAYS_LITTLE_UNDER
    yield from _listed(Note.SAYS_LITTLE, ids, says_little)
    yield from _near_identical(np.concatenate([*low, *high]).T, ids, ~says_little)


def _listed(key: Note, names: Sequence[str], chosen: NDArray[np.bool_]) -> Iterator[AuditFinding]:
    found = [names[place] for place in np.flatnonzero(chosen).tolist()]
    if found:
        yield finding(key, found)


def _alike(low: NDArray[np.float32], names: Sequence[str]) -> Iterator[AuditFinding]:
    """Give pairs of criteria whose values rise and fall together, within each client."""
    centred = low - low.mean(axis=2, keepdims=True)
    columns = centred.transpose(1, 0, 2).reshape(len(names), -1).astype(np.float64)
    length = np.linalg.norm(columns, axis=1)
    moving = np.flatnonzero(length > 0)
    unit = columns[moving] / length[moving, None]
    together = unit @ unit.T
    for one, other in zip(*np.nonzero(np.triu(together >= _ALIKE_FROM, k=1)), strict=True):
        pair = [names[moving[one]], names[moving[other]]]
        yield finding(Note.ALIKE, pair, correlation=round(float(together[one, other]), 3))


def _near_identical(
    points: NDArray[np.float32], ids: Sequence[str], told: NDArray[np.bool_]
) -> Iterator[AuditFinding]:
    """Give each pair of profiles that are nearest to one another and nearly the same."""
    rows = np.flatnonzero(told)[:_MOST_COMPARED]
    if rows.size < 2:
        return
    neighbours = NearestNeighbors(n_neighbors=1, algorithm="brute").fit(points[rows])
    distances, places = neighbours.kneighbors()
    apart = distances[:, 0] / np.sqrt(points.shape[1])
    seen: set[tuple[int, int]] = set()
    for place in np.flatnonzero(apart <= _NEAR_WITHIN):
        pair = (min(place, places[place, 0]), max(place, places[place, 0]))
        if pair not in seen:
            seen.add(pair)
            names = [ids[rows[member]] for member in pair]
            yield finding(Note.NEAR_IDENTICAL, names, difference=round(float(apart[place]), 1))
