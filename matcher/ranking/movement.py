"""What a change of weights moved in the order, as somebody sees it who looks at the list."""

from dataclasses import dataclass

from matcher.ranking.ranking import Ranking
from matcher.scoring.result import SHELVES, Group

LOOKED_AT = 10
"""How many places of a group are looked at: as many as are shown at once."""


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved in one group.

    Attributes
    ----------
    first
        The row that leads now and did not before; ``None`` when the same one leads.
    moved
        The row among those first shown before that went farthest; ``None`` when none of them is
        still looked at elsewhere.
    before, after
        Its places, from 1.
    """

    group: Group
    first: int | None
    moved: int | None = None
    before: int = 0
    after: int = 0


def movement(before: Ranking, after: Ranking) -> Movement | None:
    """Return what moved in the first group in which anything that is shown did.

    Parameters
    ----------
    before, after
        The same profiles under two sets of weights: they stand in the same groups.

    Returns
    -------
    Movement or None
        ``None`` when the order that is shown stays.
    """
    for group in SHELVES:
        old, new = (each.first_rows(group, LOOKED_AT) for each in (before, after))
        if old != new:
            return _moved(group, old, new)
    return None


def _moved(group: Group, old: list[int], new: list[int]) -> Movement:
    first = new[0] if new[0] != old[0] else None
    places = {row: place for place, row in enumerate(new, 1) if row != first}
    shifts = [
        (abs(places[row] - place), -place, row)
        for place, row in enumerate(old, 1)
        if row in places and places[row] != place
    ]
    if not shifts:
        return Movement(group, first)
    _, place, row = max(shifts)
    return Movement(group, first, row, -place, places[row])
