"""Two times of the day become one stretch, or nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.week import parse_hours
from matcher.importers.clock_text import TIME, is_range, range_of


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        ("9", "5", "09:00-17:00"),
        ("9", "12", "09:00-12:00"),
        ("12", "5", "12:00-17:00"),
        ("1", "5", "13:00-17:00"),
        ("9am", "5pm", "09:00-17:00"),
        ("5", "8pm", "17:00-20:00"),
        ("10", "2pm", "10:00-14:00"),
        ("9", "12pm", "09:00-12:00"),
        ("9am", "12", "09:00-12:00"),
        ("8:30am", "noon", "08:30-12:00"),
        ("noon", "5", "12:00-17:00"),
        ("9", "noon", "09:00-12:00"),
        ("8pm", "midnight", "20:00-24:00"),
        ("09:00", "11:00", "09:00-11:00"),
        ("9", "17", "09:00-17:00"),
        ("9h", "17h", "09:00-17:00"),
        pytest.param("8", "10", "", id="morning-or-evening"),
        pytest.param("5", "8", "", id="early-or-late"),
        pytest.param("9", "9", "", id="no-time"),
        pytest.param("25", "26", "", id="no-hours"),
        pytest.param("9:75", "10", "", id="no-minutes"),
        pytest.param("13pm", "14pm", "", id="no-half"),
        pytest.param("8pm", "5pm", "", id="backwards"),
    ],
)
def test_range_when_read_then_only_the_sure_one_is_given(first: str, last: str, hours: str) -> None:
    assert range_of(first, last) == hours


@given(st.from_regex(TIME, fullmatch=True), st.from_regex(TIME, fullmatch=True))
def test_range_when_of_any_times_then_it_is_well_formed_or_nothing(first: str, last: str) -> None:
    hours = range_of(first.replace(" ", ""), last.replace(" ", ""))

    assert not hours or parse_hours(f"mon {hours}")


def test_tokens_when_no_range_then_they_are_none() -> None:
    assert is_range(["9", "-", "5"], {"-"})
    assert not is_range(["9", "-"], {"-"})
    assert not is_range(["9", "or", "5"], {"-"})
    assert re.fullmatch(TIME, "9 pm")
