"""Days as people write them, and the style of a whole column."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.importers.day_text import DMY, ISO, MDY, STYLES, days_of, read_day, readings, styles_of


@pytest.mark.parametrize(
    "text",
    ["2026-11-21", "2026-11-21 00:00:00", "Nov 21, 2026", "21-Nov-2026", "November 21st 2026",
     "21 de noviembre de 2026", "2026/11/21"],
)  # fmt: skip
@pytest.mark.parametrize("style", STYLES)
def test_day_when_clear_then_it_is_read_in_every_style(text: str, style: str) -> None:
    assert read_day(text, style) == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "dmy", "mdy"),
    [
        ("3/4/2026", date(2026, 4, 3), date(2026, 3, 4)),
        ("03/04/26", date(2026, 4, 3), date(2026, 3, 4)),
        ("21/11/2026", date(2026, 11, 21), None),
        ("11/21/2026", None, date(2026, 11, 21)),
        ("26-11-21", None, None),
        ("31/2/2026", None, None),
        ("11.21.2026", None, date(2026, 11, 21)),
        ("21.11.26", date(2026, 11, 21), None),
        ("5.6.26", date(2026, 6, 5), date(2026, 5, 6)),
        ("soon", None, None),
    ],
)
def test_day_when_of_numbers_then_the_style_decides(
    text: str, dmy: date | None, mdy: date | None
) -> None:
    assert (read_day(text, ISO), read_day(text, DMY), read_day(text, MDY)) == (None, dmy, mdy)


@pytest.mark.parametrize(
    ("texts", "styles"),
    [
        pytest.param(["2026-11-21", "soon"], (ISO,), id="no-numbers"),
        pytest.param(["1/2/2026", "13/2/2026"], (DMY,), id="day-first"),
        pytest.param(["1/2/2026", "2/13/2026"], (MDY,), id="month-first"),
        pytest.param(["1/2/2026"], (DMY, MDY), id="open"),
        pytest.param(["13/2/2026", "2/13/2026"], (), id="mixed"),
        pytest.param(["3.4.2026", "21.10.2026"], (DMY,), id="dots-day-first"),
        pytest.param(["5.6.26", "6.13.26", "4.5.26"], (MDY,), id="dots-month-first"),
        pytest.param(["3.4.2026"], (DMY, MDY), id="dots-open"),
        pytest.param(["6.13.26", "13.6.26"], (), id="dots-mixed"),
        pytest.param(["3/4/2026", "2.10.2026", "10/21/2026"], (), id="only-slashes-tell"),
        pytest.param(["3/4/2026", "2.10.2026"], (DMY, MDY), id="dots-and-slashes-open"),
    ],
)
def test_styles_when_a_column_is_looked_at_then_only_fitting_ones_are_left(
    texts: list[str], styles: tuple[str, ...]
) -> None:
    assert styles_of(texts) == styles


def test_day_when_a_spreadsheet_wrote_dots_then_the_day_goes_first() -> None:
    assert days_of("02.10.2026") == (date(2026, 10, 2),)
    assert days_of("10.21.2026") == ()


def test_day_when_nobody_said_which_number_is_the_month_then_dots_do_not_tell() -> None:
    assert readings("02.10.2026") == 2
    assert read_day("02.10.2026") is None


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}", fullmatch=True))
def test_day_when_of_any_text_then_nothing_is_raised(text: str) -> None:
    for style in STYLES:
        read_day(text, style)
    styles_of([text])
