"""From facts to values: pure functions on arrays, whole numbers 0..1000, known and possible.

Every function returns ``(low, high)``, both of shape (profiles,): what is known to fit, and what
could. Nothing stated gives 0 and 1000; a fully stated fact gives the same number twice. Scales
hang on the client's own anchors, never on who else is in the directory.
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
_START_LIMITS = (7, 14, 30, 60, 90)
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
    ``1000 - 250 d`` with d = 0 inside the range, else the steps to its nearer end.
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
    Not offered 1000; offered without a level from the lowest to the highest of `values`.
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
        Free cells as bits, shape (profiles,).
    is_stated
        Which profiles state their times.
    good, possible
        The client's cells as bits.

    Notes
    -----
    Three good cells, or all that were asked, 1000; two 800; one 600; only possible ones 400;
    none 0.
    """
    asked = good.bit_count()
    matched = np.minimum(np.bitwise_count(free & np.uint64(good)), 3).astype(np.int32)
    value = np.array(_GOOD_CELLS_VALUES, dtype=np.int32)[matched]
    value = np.where((matched == asked) & (asked > 0), FULL, value)
    may = (free & np.uint64(possible)) != 0
    return _where_stated(is_stated, np.where((matched == 0) & may, _POSSIBLE_CELL_VALUE, value))


def start(opening: NDArray[np.int32], today: int, wish_days: int) -> Values:
    """Value the next opening: within the wish 1000, one step later 600, two 300, later 0.

    Parameters
    ----------
    opening
        Ordinal day of the next opening, -1 where not stated; a past day counts as today.
    today
        Ordinal day.
    wish_days
        One of the steps 7, 14, 30, 60, 90.
    """
    wait = np.maximum(opening - today, 0)
    wish = _START_LIMITS.index(wish_days)
    late = np.searchsorted(np.array(_START_LIMITS), wait) - wish
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
    Distances are compared in whole tenths of a kilometre, so no result depends on rounding errors.
    """
    is_known = ~np.isnan(distance_km)
    tenths = np.rint(np.where(is_known, distance_km, 0) * 10).astype(np.int64)
    value = _falling(tenths, round(wish_km * 10), 2)
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
    """
    dear, cheap = price
    low = np.where(dear >= 0, _falling(dear.astype(np.int64), 2 * limit, 1.5, unit=2), 0)
    high = np.where(cheap >= 0, _falling(cheap.astype(np.int64), 2 * limit, 1.5, unit=2), FULL)
    return low.astype(np.int32), high.astype(np.int32)


def years(number: NDArray[np.int32]) -> Values:
    """Value experience: 100 a year, at most 1000. Years are whole; -1 is not stated."""
    return _where_stated(number >= 0, np.minimum(100 * number.astype(np.int64), FULL))


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
