from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.week import CELLS, DAYS, PARTS, SESSION_MINUTES, free_cells, parse_hours


def test_cells_when_counted_then_they_make_35_and_each_day_whole() -> None:
    assert len(CELLS) == len({*CELLS}) == 35
    edges = [*PARTS.values()]
    assert edges[0][0] == 0
    assert edges[-1][1] == 24 * 60
    assert all(left[1] == right[0] for left, right in pairwise(edges))


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("mon 17:00-20:00", ("mon", 1020, 1200)),
        ("sun 00:00-24:00", ("sun", 0, 1440)),
        ("mon 20:00-17:00", None),
        ("mon 17:00-17:00", None),
        ("mon 17:60-20:00", None),
        ("mon 17:00-24:01", None),
        ("mon 7:00-9:00", None),
        ("Mon 17:00-20:00", None),
        ("mon  17:00-20:00", None),
        ("mon \u0661\u0667:00-20:00", None),
        ("mon-evening", None),
        ("", None),
    ],
)
def test_hours_when_read_then_only_one_form_is_taken(
    token: str, expected: tuple[str, int, int] | None
) -> None:
    assert parse_hours(token) == expected


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        pytest.param(("mon-evening",), {"mon-evening"}, id="a cell is itself"),
        pytest.param(("mon 17:00-20:00",), {"mon-evening"}, id="a whole part"),
        pytest.param(("mon 16:10-17:00",), {"mon-afternoon"}, id="just long enough"),
        pytest.param(("mon 16:30-17:20",), set(), id="over an edge"),
        pytest.param(("mon 17:00-17:49",), set(), id="too short"),
        pytest.param(("mon 17:00-17:30", "mon 17:30-18:00"), {"mon-evening"}, id="touching"),
        pytest.param(("mon 17:00-17:30", "mon 17:20-17:50"), {"mon-evening"}, id="overlapping"),
        pytest.param(("mon 17:00-17:30", "mon 18:00-18:30"), set(), id="a break between"),
        pytest.param(
            ("sat 00:00-24:00",), {f"sat-{part}" for part in PARTS}, id="from midnight to midnight"
        ),
        pytest.param(("nonsense",), set(), id="unknown"),
        pytest.param((), set(), id="none"),
    ],
)
def test_cells_when_hours_are_stated_then_those_are_free_where_a_session_fits(
    tokens: tuple[str, ...], expected: set[str]
) -> None:
    assert free_cells(tokens) == expected


_SPANS = st.tuples(st.sampled_from(DAYS), st.integers(0, 1439), st.integers(1, 1440)).filter(
    lambda span: span[1] < span[2]
)


def _token(span: tuple[str, int, int]) -> str:
    day, start, end = span
    return f"{day} {start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


@given(st.lists(_SPANS, max_size=5))
def test_cells_when_free_then_counting_minutes_says_the_same(
    spans: list[tuple[str, int, int]],
) -> None:
    minutes = {(day, minute) for day, start, end in spans for minute in range(start, end)}
    expected = set()
    for day in DAYS:
        for part, (first, last) in PARTS.items():
            run = longest = 0
            for minute in range(first, last):
                run = run + 1 if (day, minute) in minutes else 0
                longest = max(longest, run)
            if longest >= SESSION_MINUTES:
                expected.add(f"{day}-{part}")

    assert free_cells(tuple(map(_token, spans))) == expected
