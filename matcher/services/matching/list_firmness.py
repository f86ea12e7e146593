"""How firm the head of the list is: who stays in front, or who is so close that it is a choice."""

from dataclasses import dataclass

from matcher.scoring.result import Group
from matcher.services.matching.match import Match

STEADY_FROM = 0.8
"""Share of small changes from which somebody who stays in front is said to be steady."""

CLOSE_FROM = 0.25
"""Share of small changes from which somebody is in the running."""

MOST_NAMED = 4
"""How many close people are named."""

_FIRST = 3
_IN_FRONT = (Group.MEETS_ALL, Group.TO_CHECK)


@dataclass(frozen=True, slots=True)
class ListFirmness:
    """What can be said of those who are listed first.

    Attributes
    ----------
    steady
        Id of the first profile when it stays among the first three, else ``""``.
    share
        In how many of 100 small changes it does.
    close
        Ids of those who are about level in front, in shown order, when nobody is steady.
    """

    steady: str = ""
    share: int = 0
    close: tuple[str, ...] = ()


def list_firmness(match: Match) -> ListFirmness | None:
    """Return how firm the first places are; ``None`` where that says nothing.

    It says nothing when nobody fits or might fit, when no wish was named, and among three people
    or fewer, all of whom are always among the first three.
    """
    group = next((group for group in _IN_FRONT if match.counts[group]), None)
    if group is None or match.counts[group] <= _FIRST:
        return None
    shares = match.firmness(group)
    if shares is None:
        return None
    ids = match.evaluation.snapshot.ids
    first, *others = match.order(group, 2 * MOST_NAMED)
    share = shares.of(first).top_three
    if share >= STEADY_FROM:
        return ListFirmness(ids[first], round(100 * share))
    close = [row for row in (first, *others) if shares.of(row).top_three >= CLOSE_FROM]
    if not 2 <= len(close) <= MOST_NAMED:
        return None
    return ListFirmness(close=tuple(ids[row] for row in close))
