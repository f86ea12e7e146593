"""Every value function against a table worked out by hand from the printed scales."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.levels import DENIED, FIRST_LEVEL, NAMED, NOT_STATED
from matcher.directory.snapshot import STEP_NOT_STATED
from matcher.scoring import value_functions as vf

SILENT = (0, 1000)
ISSUE_LEVELS = ("training", "some", "regular", "focus")
ISSUE_VALUES = {"focus": 1000, "regular": 800, "some": 500, "training": 300}
ISSUE_TABLES = vf.level_tables(ISSUE_LEVELS, ISSUE_VALUES)
TRAINING, SOME, REGULAR, FOCUS = range(FIRST_LEVEL, FIRST_LEVEL + 4)


def _one(values: vf.Values) -> tuple[int, int]:
    low, high = values
    return int(low[0]), int(high[0])


def _levels(*levels: int) -> list[np.ndarray]:
    return [np.array([level], dtype=np.uint8) for level in levels]


@pytest.mark.parametrize(
    ("asked", "low_end", "high_end", "expected"),
    [
        pytest.param(-2, -2, -2, (1000, 1000), id="same step"),
        pytest.param(-2, -1, 1, (750, 750), id="one step outside"),
        pytest.param(2, -1, 0, (500, 500), id="two steps outside"),
        pytest.param(-2, 2, 2, (0, 0), id="opposite poles"),
        pytest.param(1, -2, 2, (1000, 1000), id="inside a wide range"),
        pytest.param(1, STEP_NOT_STATED, STEP_NOT_STATED, SILENT, id="not stated"),
    ],
)
def test_axis_when_asked_then_a_quarter_is_lost_per_step(
    asked: int, low_end: int, high_end: int, expected: tuple[int, int]
) -> None:
    ends = np.array([low_end], dtype=np.int8), np.array([high_end], dtype=np.int8)
    assert _one(vf.axis(asked, *ends)) == expected


@pytest.mark.parametrize(
    ("levels", "weights", "expected"),
    [
        pytest.param([FOCUS], [1], (1000, 1000), id="focus"),
        pytest.param([TRAINING], [1], (300, 300), id="training only"),
        pytest.param([NAMED], [1], (300, 1000), id="level left out"),
        pytest.param([DENIED], [1], (0, 0), id="not offered"),
        pytest.param([NOT_STATED], [1], SILENT, id="not stated"),
        pytest.param([FOCUS, DENIED], [2, 1], (667, 667), id="starred counts double"),
        pytest.param([SOME, REGULAR], [1, 1], (650, 650), id="plain mean"),
        pytest.param([FOCUS, NOT_STATED], [1, 1], (500, 1000), id="one of two known"),
        pytest.param([TRAINING, TRAINING, TRAINING, SOME], [1, 1, 1, 1], (350, 350), id="exact"),
    ],
)
def test_mean_when_terms_are_asked_then_levels_are_averaged_half_up(
    levels: list[int], weights: list[int], expected: tuple[int, int]
) -> None:
    assert _one(vf.mean(_levels(*levels), weights, ISSUE_TABLES)) == expected


def test_mean_when_the_average_ends_in_a_half_then_it_is_rounded_up() -> None:
    tables = vf.level_tables(("a",), {"a": 1})

    assert _one(vf.mean(_levels(FIRST_LEVEL, DENIED), [1, 1], tables)) == (1, 1)


@pytest.mark.parametrize(
    ("levels", "factors", "expected"),
    [
        pytest.param([NAMED, DENIED], [1000, 800], (1000, 1000), id="first choice"),
        pytest.param([DENIED, NAMED], [1000, 800], (800, 800), id="second choice"),
        pytest.param([DENIED, DENIED], [1000, 800], (0, 0), id="neither"),
        pytest.param([NOT_STATED, NAMED], [1000, 800], (800, 1000), id="first not stated"),
        pytest.param([NOT_STATED, NOT_STATED], [1000, 800], SILENT, id="nothing stated"),
    ],
)
def test_best_when_codes_are_ranked_then_the_highest_offered_counts(
    levels: list[int], factors: list[int], expected: tuple[int, int]
) -> None:
    assert _one(vf.best(_levels(*levels), factors, vf.level_tables((), {}))) == expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (FIRST_LEVEL, (500, 500)),
        (FIRST_LEVEL + 1, (900, 900)),
        (FIRST_LEVEL + 2, (1000, 1000)),
        (NAMED, (500, 1000)),
        (DENIED, (0, 0)),
    ],
    ids=["interpreter", "fluent", "native", "level left out", "not offered"],
)
def test_best_when_languages_have_levels_then_the_level_counts(
    level: int, expected: tuple[int, int]
) -> None:
    tables = vf.level_tables(
        ("interpreter", "fluent", "native"), {"native": 1000, "fluent": 900, "interpreter": 500}
    )
    assert _one(vf.best(_levels(level), [1000], tables)) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        pytest.param([DENIED, DENIED], (1000, 1000), id="neither offered"),
        pytest.param([DENIED, FIRST_LEVEL + 2], (0, 0), id="one certified"),
        pytest.param([FIRST_LEVEL, DENIED], (500, 500), id="elements only"),
        pytest.param([NAMED, DENIED], (0, 500), id="level left out"),
        pytest.param([NOT_STATED, NOT_STATED], SILENT, id="not stated"),
    ],
)
def test_avoid_when_something_unwanted_is_offered_then_the_worst_counts(
    levels: list[int], expected: tuple[int, int]
) -> None:
    values = {"certified": 0, "trained": 0, "elements": 500}
    names = ("elements", "trained", "certified")
    assert _one(vf.avoid(_levels(*levels), values, names)) == expected


@pytest.mark.parametrize(
    ("free", "good", "possible", "expected"),
    [
        pytest.param(0b1111, 0b1111, 0, 1000, id="four of four"),
        pytest.param(0b0111, 0b1111, 0, 1000, id="three of four"),
        pytest.param(0b0011, 0b1111, 0, 800, id="two of four"),
        pytest.param(0b0001, 0b1111, 0, 600, id="one of four"),
        pytest.param(0b0001, 0b0001, 0, 1000, id="all that were asked"),
        pytest.param(0b0011, 0b0011, 0, 1000, id="both that were asked"),
        pytest.param(0b0100, 0b0011, 0b0100, 400, id="only a possible one"),
        pytest.param(0b0100, 0, 0b0100, 400, id="no good one was asked"),
        pytest.param(0b1000, 0b0011, 0b0100, 0, id="none"),
    ],
)
def test_times_when_cells_match_then_good_ones_count_to_three(
    free: int, good: int, possible: int, expected: int
) -> None:
    values = vf.times(np.array([free], dtype=np.uint64), np.array([True]), good, possible)
    assert _one(values) == (expected, expected)


def test_times_when_not_wholly_understood_then_what_is_known_is_the_least() -> None:
    free, nobody = np.array([0b01, 0b10], dtype=np.uint64), np.zeros(2, dtype=bool)

    low, high = vf.times(free, nobody, 0b01, 0)

    assert (low.tolist(), high.tolist()) == ([1000, 0], [1000, 1000])


def test_times_when_not_stated_then_anything_is_possible() -> None:
    values = vf.times(np.array([0], dtype=np.uint64), np.array([False]), 1, 0)
    assert _one(values) == SILENT


@pytest.mark.parametrize(
    ("days_from_now", "wish", "expected"),
    [
        (0, 7, 1000),
        (7, 7, 1000),
        (8, 7, 600),
        (14, 7, 600),
        (15, 7, 300),
        (30, 7, 300),
        (31, 7, 0),
        (-400, 7, 1000),
        (14, 14, 1000),
        (60, 14, 300),
        (61, 14, 0),
        (90, 30, 300),
        (91, 30, 0),
    ],
)
def test_start_when_the_opening_is_later_then_the_value_falls_by_steps(
    days_from_now: int, wish: int, expected: int
) -> None:
    opening = np.array([739_000 + days_from_now], dtype=np.int32)
    assert _one(vf.start(opening, 739_000, wish)) == (expected, expected)


def test_start_when_not_stated_then_anything_is_possible() -> None:
    assert _one(vf.start(np.array([-1], dtype=np.int32), 739_000, 7)) == SILENT


NOWHERE = (np.zeros(1, dtype=np.int32), np.zeros(1, dtype=np.int32))


@pytest.mark.parametrize(
    ("km", "wish", "expected"),
    [
        (0.0, 15, 1000),
        (15.0, 15, 1000),
        (15.1, 15, 993),
        (22.5, 15, 500),
        (30.0, 15, 0),
        (400.0, 15, 0),
        (3.0, 2.5, 800),
    ],
)
def test_place_when_further_than_wished_then_the_value_falls_evenly(
    km: float, wish: float, expected: int
) -> None:
    assert _one(vf.place(np.array([km]), wish, NOWHERE)) == (expected, expected)


def test_place_when_the_distance_is_not_known_then_anything_is_possible() -> None:
    assert _one(vf.place(np.array([np.nan]), 15, NOWHERE)) == SILENT


def test_place_when_an_online_format_is_offered_then_distance_does_not_matter() -> None:
    online = (np.array([1000]), np.array([1000]))
    assert _one(vf.place(np.array([900.0]), 15, online)) == (1000, 1000)


def test_place_when_formats_are_not_stated_then_it_could_still_be_online() -> None:
    online = (np.array([0]), np.array([1000]))
    assert _one(vf.place(np.array([900.0]), 15, online)) == SILENT


@pytest.mark.parametrize(
    ("dear", "cheap", "limit", "expected"),
    [
        pytest.param(12000, 12000, 12000, (1000, 1000), id="at the limit"),
        pytest.param(15000, 15000, 12000, (500, 500), id="halfway to one and a half"),
        pytest.param(18000, 18000, 12000, (0, 0), id="at one and a half"),
        pytest.param(18000, 9000, 12000, (0, 1000), id="reduced fee not stated"),
        pytest.param(0, 0, 0, (1000, 1000), id="free, and has to be"),
        pytest.param(1, 1, 0, (0, 0), id="one cent, and has to be free"),
        pytest.param(-1, -1, 12000, SILENT, id="not stated"),
    ],
)
def test_fee_when_above_the_limit_then_the_value_falls_evenly(
    dear: int, cheap: int, limit: int, expected: tuple[int, int]
) -> None:
    price = np.array([dear], dtype=np.int32), np.array([cheap], dtype=np.int32)
    assert _one(vf.fee(price, limit)) == expected


@pytest.mark.parametrize(
    ("hundredths", "expected"),
    [
        (0, (0, 0)),
        (300, (300, 300)),
        (450, (450, 450)),
        (1000, (1000, 1000)),
        (4400, (1000, 1000)),
        (-1, SILENT),
    ],
)
def test_years_when_stated_then_a_hundred_each_up_to_ten(
    hundredths: int, expected: tuple[int, int]
) -> None:
    assert _one(vf.years(np.array([hundredths], dtype=np.int32))) == expected


@given(
    levels=st.lists(st.integers(NOT_STATED, FOCUS), min_size=1, max_size=5),
    data=st.data(),
)
def test_mean_when_a_fact_is_filled_in_then_low_never_falls_and_high_never_rises(
    levels: list[int], data: st.DataObject
) -> None:
    weights = data.draw(
        st.lists(st.integers(1, 5), min_size=len(levels), max_size=len(levels)), label="weights"
    )
    filled = [level or data.draw(st.integers(DENIED, FOCUS)) for level in levels]

    before = _one(vf.mean(_levels(*levels), weights, ISSUE_TABLES))
    after = _one(vf.mean(_levels(*filled), weights, ISSUE_TABLES))

    assert before[0] <= after[0] <= after[1] <= before[1]


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**5))
def test_fee_when_the_price_falls_then_the_value_never_falls(
    price: int, other: int, limit: int
) -> None:
    low, high = sorted((price, other))

    def value(cents: int) -> tuple[int, int]:
        column = np.array([cents], dtype=np.int32)
        return _one(vf.fee((column, column), limit))

    assert value(low) >= value(high)
    assert 0 <= value(high)[0] <= 1000
