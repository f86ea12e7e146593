"""What a profile would have to state to reach a value: the value functions, asked backwards.

Each answer is found with the value function itself, so that the two cannot drift apart.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from matcher.directory.levels import FIRST_LEVEL, NAMED
from matcher.directory.snapshot import cell_bits
from matcher.questionnaire.response import Money, Place, Times
from matcher.scoring import value_functions as vf
from matcher.scoring.facts import Facts
from matcher.scoring.performance import (
    AskedCriterion,
    code_factors,
    home,
    level_names,
    start_days,
    term_weights,
)

_HUNDRED = Decimal(100)
_TEN = Decimal(10)


@dataclass(frozen=True, slots=True)
class NeededFact:
    """The smallest statement that is worth enough.

    Attributes
    ----------
    kind
        Name of the criterion's value function.
    amount
        ``fee``: the highest price, in units of the currency; ``place``: kilometres at most;
        ``start``: days at most; ``years``: years at least; ``times``: how many good cells (0: a
        possible one); ``axis``: steps at most between the wish and the range; else ``None``.
    codes
        ``mean`` and ``best``: what has to be offered; ``avoid``: what may at most be offered. Each
        with its level, or ``""``: offered at all, and for ``avoid`` not at all.
    """

    kind: str
    amount: Decimal | int | None = None
    codes: tuple[tuple[str, str], ...] = ()


def needed_fact(facts: Facts, asked: AskedCriterion, row: int, value: int) -> NeededFact | None:
    """Return the smallest statement with which a profile reaches a value.

    Parameters
    ----------
    facts
        The directory on the client's day.
    asked
        What was asked.
    row
        Whose list it is, where something is to be added to one.
    value
        1..1000.

    Returns
    -------
    NeededFact or None
        ``None`` when nothing the profile could state is worth as much: no good times were asked,
        or nobody knows where the client's place is.
    """
    return _INVERSES[asked.criterion.function](facts, asked, row, value)


def _fee(_facts: Facts, asked: AskedCriterion, _row: int, value: int) -> NeededFact:
    assert isinstance(asked.target, Money)
    limit = int(asked.target.limit * 100)

    def worth(price: int) -> int:
        cents = np.array([price], dtype=np.int32)
        return int(vf.fee((cents, cents), limit)[0][0])

    most = _furthest(range(limit, limit + limit // 2 + 1), worth, value)
    return NeededFact("fee", most / _HUNDRED)


def _place(facts: Facts, asked: AskedCriterion, _row: int, value: int) -> NeededFact | None:
    assert isinstance(asked.target, Place)
    if home(asked.target, facts.snapshot.areas) is None:
        # Whoever is not in an area that is nowhere on the map has no known distance.
        return None if asked.target.area is None else NeededFact("place", Decimal(0))
    wish_km = float(asked.target.max_km or 0)
    nowhere = np.zeros(1, dtype=np.int32)

    def worth(tenths: int) -> int:
        return int(vf.place(np.array([tenths / 10]), wish_km, (nowhere, nowhere))[0][0])

    within = range(int(wish_km * 10), int(wish_km * 20) + 1)
    return NeededFact("place", _furthest(within, worth, value) / _TEN)


def _start(facts: Facts, asked: AskedCriterion, _row: int, value: int) -> NeededFact:
    today, wish = facts.today.toordinal(), start_days(asked.target)

    def worth(days: int) -> int:
        return int(vf.start(np.array([today + days], dtype=np.int32), today, wish)[0][0])

    return NeededFact("start", _furthest(vf.START_LIMITS, worth, value))


def _axis(_facts: Facts, _asked: AskedCriterion, _row: int, value: int) -> NeededFact:
    def worth(steps: int) -> int:
        end = np.array([steps - 2], dtype=np.int8)
        return int(vf.axis(-2, end, end)[0][0])

    return NeededFact("axis", _furthest(range(5), worth, value))


def _years(_facts: Facts, _asked: AskedCriterion, _row: int, value: int) -> NeededFact:
    worth = vf.years(100 * np.arange(81, dtype=np.int32))[0]
    return NeededFact("years", int(np.argmax(worth >= value)))


def _times(_facts: Facts, asked: AskedCriterion, _row: int, value: int) -> NeededFact | None:
    assert isinstance(asked.target, Times)
    good, possible = cell_bits(asked.target.good), cell_bits(asked.target.possible)
    offers = [cell_bits(asked.target.good[:count]) for count in range(len(asked.target.good) + 1)]
    offers[0] = possible
    free = np.array(offers, dtype=np.uint64)
    worth = vf.times(free, np.ones(len(offers), dtype=bool), good, possible)[0]
    enough = np.flatnonzero(worth >= value)
    return NeededFact("times", int(enough[0])) if len(enough) else None


def _mean(facts: Facts, asked: AskedCriterion, row: int, value: int) -> NeededFact:
    """Name as few terms as are enough, those that add most, each no higher than it has to be."""
    names = level_names(asked.criterion)
    tables = vf.level_tables(names, dict(asked.criterion.values))
    worth, weights = tables[0], term_weights(asked)
    stated = _stated(facts, asked, row)
    higher = {
        code: [step for step in _steps(names) if worth[step] > worth[stated[code]]]
        for code in weights
    }

    def is_enough(added: dict[str, int]) -> bool:
        columns = [np.array([level], dtype=np.uint8) for level in (stated | added).values()]
        return bool(vf.mean(columns, [*weights.values()], tables)[0][0] >= value)

    added: dict[str, int] = {}
    for code in sorted(weights, key=lambda code: weights[code] * (worth[stated[code]] - vf.FULL)):
        if not is_enough(added):
            added[code] = higher[code][-1]
    for code in reversed([*added]):
        added[code] = next(step for step in higher[code] if is_enough(added | {code: step}))
    return NeededFact("mean", codes=_named(added, names))


def _best(_facts: Facts, asked: AskedCriterion, _row: int, value: int) -> NeededFact:
    names = level_names(asked.criterion)
    tables = vf.level_tables(names, dict(asked.criterion.values))
    offers = [
        (int(vf.best([np.array([step], dtype=np.uint8)], [factor], tables)[0][0]), code, step)
        for code, factor in code_factors(asked).items()
        for step in _steps(names)
    ]
    enough = [offer for offer in offers if offer[0] >= value]
    _, code, step = min(enough, key=lambda offer: offer[0])
    return NeededFact("best", codes=_named({code: step}, names))


def _avoid(facts: Facts, asked: AskedCriterion, row: int, value: int) -> NeededFact:
    """Say at which level at most the unwanted terms may be offered, those that are too high now."""
    names, values = level_names(asked.criterion), dict(asked.criterion.values)
    allowed = [level for level in names if values[level] >= value]
    highest = allowed[-1] if allowed else ""
    too_high = [
        code
        for code, level in _stated(facts, asked, row).items()
        if vf.avoid([np.array([level], dtype=np.uint8)], values, names)[0][0] < value
    ]
    return NeededFact("avoid", codes=tuple((code, highest) for code in too_high))


def _stated(facts: Facts, asked: AskedCriterion, row: int) -> dict[str, int]:
    """Return what a profile says of each term asked for, by the numbers of `directory.levels`."""
    field = asked.criterion.fields[0]
    return {code: int(facts.levels(field, code)[row]) for code in asked.codes}


def _steps(names: tuple[str, ...]) -> list[int]:
    """Return in which ways a term can be offered, lowest first."""
    return [FIRST_LEVEL + place for place in range(len(names))] or [NAMED]


def _furthest(amounts: Sequence[int], worth: Callable[[int], int], value: int) -> int:
    """Return the last of some amounts, worth less and less, that is worth at least `value`."""
    found = bisect_right(amounts, -value, key=lambda amount: -worth(amount))
    return amounts[found - 1]


def _named(steps: dict[str, int], names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (code, names[step - FIRST_LEVEL] if step >= FIRST_LEVEL else "")
        for code, step in steps.items()
    )


_INVERSES: dict[str, Callable[[Facts, AskedCriterion, int, int], NeededFact | None]] = {
    "axis": _axis,
    "mean": _mean,
    "best": _best,
    "avoid": _avoid,
    "times": _times,
    "start": _start,
    "place": _place,
    "fee": _fee,
    "years": _years,
}
