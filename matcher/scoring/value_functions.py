"""From facts to values: pure functions on arrays, whole numbers 0..1000, known and possible.

Every function returns ``(low, high)``, both of shape (profiles,): what is known to fit, and what
could. Nothing stated gives 0 and 1000; a fully stated fact gives the same number twice.

Sources. Scales are fixed by the client's own anchors and never by who else is in the directory, as
multi-attribute value theory asks for (Keeney & Raiffa 1976; Belton & Stewart 2002): a scale taken
from the list lets one more profile reorder two others. What is open is a range instead of a guess
(Jiménez et al. 2009; Sarabando & Dias 2010). Where the anchors lie between 0 and 1000 is practical
judgement, grade C; no study has tested these steps, and *How this works* says so.
"""

from collections.abc import Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.directory.snapshot import STEP_NOT_STATED

FULL = 1000
Values = tuple[NDArray[np.int32], NDArray[np.int32]]

_AXIS_STEP = 250
_GOOD_CELLS_VALUES = (0, 600, 800, 1000)
_POSSIBLE_CELL_VALUE = 400
START_LIMITS = (7, 14, 30, 60, 90)
"""Days within which a first meeting may be wished, and the steps after them."""
_START_VALUES = (1000, 600, 300, 0)


def level_tables(
    levels: Sequence[str], values: dict[str, int]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return what each level of a term is worth, known and possible, as look-up tables.

    Parameters
    ----------
    levels
        The vocabulary's levels, lowest first.
    values
        Value per level, 0..1000; empty when being named is worth 1000.

    Returns
    -------
    tuple of ndarray
        Indexed by not stated (0, 1000), denied (0, 0), named without a level (from the lowest to
        the highest of `values`), and each level. For `avoid`, see there.
    """
    worth = [values.get(level, FULL) for level in levels] if values else [FULL] * len(levels)
    named = worth or [FULL]
    low = [0, 0, min(named), *worth]
    high = [FULL, 0, max(named), *worth]
    return np.array(low, dtype=np.int32), np.array(high, dtype=np.int32)


def axis(asked: int, low_end: NDArray[np.int8], high_end: NDArray[np.int8]) -> Values:
    """Value a style axis: 1000 less 250 for each step outside the therapist's range.

    Parameters
    ----------
    asked
        The client's step, -2..2 without 0.
    low_end, high_end
        The comfortable range, shape (profiles,); `STEP_NOT_STATED` where nothing is stated.

    Notes
    -----
    ``1000 - 250 d`` with d = 0 inside the range, else the steps to its nearer end: 1000 down to 0
    at four steps. Both ends belong to the range. Not stated: 0 to 1000.
    """
    low_end, high_end = low_end.astype(np.int32), high_end.astype(np.int32)
    steps = np.maximum(np.maximum(low_end - asked, asked - high_end), 0)
    return _where_stated(low_end != STEP_NOT_STATED, FULL - _AXIS_STEP * steps)


def mean(
    levels: Sequence[NDArray[np.uint8]],
    weights: Sequence[int],
    tables: tuple[NDArray[np.int32], NDArray[np.int32]],
) -> Values:
    """Value a list by the weighted mean over the terms asked for, half up.

    Parameters
    ----------
    levels
        Per term asked, what each profile says of it, shape (profiles,).
    weights
        Per term asked, a positive whole number (a starred term 2, ranked picks 5-4-3-2-1).
    tables
        As of `level_tables`.

    Notes
    -----
    ``(Σ weight × worth) ÷ Σ weight``, 0..1000, half up. What is listed beyond the terms asked for
    adds nothing. A list that says nothing: 0 to 1000. In a stated list an unnamed term is worth 0;
    in an open list, 0 to 1000; a term without its level, from the lowest level to the highest.
    """
    total = sum(weights)
    column = np.array(weights, dtype=np.int32)
    low, high = (column @ np.array([table[level] for level in levels]) for table in tables)
    return (2 * low + total) // (2 * total), (2 * high + total) // (2 * total)


def best(
    levels: Sequence[NDArray[np.uint8]],
    factors: Sequence[int],
    tables: tuple[NDArray[np.int32], NDArray[np.int32]],
) -> Values:
    """Value a list by the best term among those asked for.

    Parameters
    ----------
    levels
        Per term, what each profile says of it, shape (profiles,).
    factors
        Per term, what it is worth at most, 0..1000 (first choice 1000, neighbour on a scale 500).
    tables
        As of `level_tables`.

    Notes
    -----
    ``max(factor × worth ÷ 1000)``, 0..1000, half up each. A list that says nothing: 0 to 1000. In a
    stated list an unnamed term is worth 0; in an open list, 0 to 1000; a term without its level,
    from the lowest level to the highest.
    """
    low, high = (
        np.max(
            [
                (2 * factor * table[level] + FULL) // (2 * FULL)
                for factor, level in zip(factors, levels, strict=True)
            ],
            axis=0,
        )
        for table in tables
    )
    return low, high


def avoid(
    levels: Sequence[NDArray[np.uint8]], values: dict[str, int], names: Sequence[str]
) -> Values:
    """Value a list by the worst of the terms that are not wanted.

    Parameters
    ----------
    levels
        Per unwanted term, what each profile says of it.
    values
        Value per level at which an unwanted term is offered.
    names
        The vocabulary's levels, lowest first.

    Notes
    -----
    ``min`` over the unwanted terms, 0..1000: not offered 1000, so that a list stated to be empty is
    worth 1000; offered, the value of its level, or without one from the lowest to the highest of
    `values`. Not stated: 0 to 1000.
    """
    worth = [values[name] for name in names]
    low_table = np.array([0, FULL, min(worth), *worth], dtype=np.int32)
    high_table = np.array([FULL, FULL, max(worth), *worth], dtype=np.int32)
    low = np.min([low_table[level] for level in levels], axis=0)
    high = np.min([high_table[level] for level in levels], axis=0)
    return low, high


def times(
    free: NDArray[np.uint64], is_stated: NDArray[np.bool_], good: int, possible: int
) -> Values:
    """Value the week: how many of the client's good cells are free.

    Parameters
    ----------
    free
        Free cells as bits, shape (profiles,); none where nothing is stated.
    is_stated
        Which profiles state all of their times.
    good, possible
        The client's cells as bits.

    Notes
    -----
    Three good cells, or all that were asked, 1000; two 800; one 600; only possible ones (or no
    good one asked) 400; none 0. More than three add nothing. Not stated or aged: 0 to 1000; where
    a part of what is stated was not understood, from what is known to be free to 1000.
    """
    asked = good.bit_count()
    matched = np.minimum(np.bitwise_count(free & np.uint64(good)), 3).astype(np.int32)
    value = np.array(_GOOD_CELLS_VALUES, dtype=np.int32)[matched]
    value = np.where((matched == asked) & (asked > 0), FULL, value)
    may = (free & np.uint64(possible)) != 0
    known = np.where((matched == 0) & may, _POSSIBLE_CELL_VALUE, value).astype(np.int32)
    return known, np.where(is_stated, known, FULL).astype(np.int32)


def start(opening: NDArray[np.int32], today: int, wish_days: int) -> Values:
    """Value the next opening: within the wish 1000, one step later 600, two 300, later 0.

    Parameters
    ----------
    opening
        Ordinal day of the next opening, -1 where not stated; a past day counts as today.
    today
        Ordinal day.
    wish_days
        One of `START_LIMITS`.

    Notes
    -----
    The limits are 7, 14, 30, 60 and 90 days from today, each day included; whatever lies past the
    last one is one step more. Two steps late is worth 300, three 0. Not stated or aged: 0 to 1000.
    """
    wait = np.maximum(opening - today, 0)
    wish = START_LIMITS.index(wish_days)
    late = np.searchsorted(np.array(START_LIMITS), wait) - wish
    value = np.array(_START_VALUES, dtype=np.int32)[np.clip(late, 0, 3)]
    return _where_stated(opening >= 0, value)


def place(distance_km: NDArray[np.float64], wish_km: float, online: Values) -> Values:
    """Value the distance: inside the wish 1000, falling evenly to 0 at twice the wish.

    Parameters
    ----------
    distance_km
        Rounded to 0.1 km, NaN where not known.
    wish_km
        Positive.
    online
        1000 where an online format that was asked for is offered (known, possible), else 0.

    Notes
    -----
    ``1000 × (2 wish - d) ÷ wish`` beyond the wish, half up; the wish itself is inside, twice the
    wish is worth 0. Both are compared in whole metres, so that no result hangs on rounding
    errors. Whoever offers an online format asked for is worth 1000 wherever they are;
    formats not stated give that as the high. Place not known: 0 to 1000.
    """
    is_known = ~np.isnan(distance_km)
    metres = np.rint(np.where(is_known, distance_km, 0) * 10).astype(np.int64) * 100
    value = _falling(metres, round(wish_km * 1000), 2)
    low, high = _where_stated(is_known, value)
    return np.maximum(low, online[0]), np.maximum(high, online[1])


def fee(price: Values, limit: int) -> Values:
    """Value the price: within the limit 1000, falling evenly to 0 at one and a half times it.

    Parameters
    ----------
    price
        In cents: the higher price it may be (-1 where not stated), and the lower one.
    limit
        In cents; a limit of 0 fits only what is free.

    Notes
    -----
    ``1000 × (1.5 limit - price) ÷ (0.5 limit)`` beyond the limit, half up, worked out in half
    cents; the limit itself is inside. Not stated, aged, or in another currency: 0 to 1000; with a
    reduced fee that nobody confirms, the dear price for the low and the cheap one for the high.
    """
    dear, cheap = price
    low = np.where(dear >= 0, _falling(dear.astype(np.int64), 2 * limit, 1.5, unit=2), 0)
    high = np.where(cheap >= 0, _falling(cheap.astype(np.int64), 2 * limit, 1.5, unit=2), FULL)
    return low.astype(np.int32), high.astype(np.int32)


def years(number: NDArray[np.int32]) -> Values:
    """Value experience: 100 a year, at most 1000.

    Parameters
    ----------
    number
        Hundredths of years, shape (profiles,); -1 where not stated, which gives 0 to 1000.

    Notes
    -----
    ``min(100 × years, 1000)``: no more than ten years count. Capped and of little weight, because
    the link between experience and outcome is small where one was found at all.
    """
    return _where_stated(number >= 0, np.minimum(number, FULL))


def _falling(
    amount: NDArray[np.int64], limit: int, zero_at: float, *, unit: int = 1
) -> NDArray[np.int32]:
    """Return 1000 up to the limit, then evenly down to 0 at `zero_at` times it, half up."""
    amount = amount * unit
    span = round(limit * zero_at) - limit
    if span <= 0:
        return np.where(amount <= limit, FULL, 0).astype(np.int32)
    beyond = np.clip(amount - limit, 0, span)
    value = (2 * FULL * (span - beyond) + span) // (2 * span)
    return np.asarray(value, dtype=np.int32)


def _where_stated(is_stated: NDArray[np.bool_], value: NDArray[np.int32]) -> Values:
    low = np.where(is_stated, value, 0).astype(np.int32)
    return low, np.where(is_stated, value, FULL).astype(np.int32)


VALUE_FUNCTIONS = MappingProxyType(
    {
        "axis": axis,
        "mean": mean,
        "best": best,
        "avoid": avoid,
        "times": times,
        "start": start,
        "place": place,
        "fee": fee,
        "years": years,
    }
)
"""The names a criterion may give as its function in ``resources/scoring/criteria.toml``."""
