import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.importers.schema_org_text import fees_in, hours_in, hours_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mo 09:00-17:00", ["mon 09:00-17:00"]),
        ("Mo-We 9:00-12:00", ["mon 09:00-12:00", "tue 09:00-12:00", "wed 09:00-12:00"]),
        ("Tu,Th 16:00-20:00", ["tue 16:00-20:00", "thu 16:00-20:00"]),
        ("Sat - Sun 10:00 – 24:00", ["sat 10:00-24:00", "sun 10:00-24:00"]),
        ("Friday 10:00-00:00", ["fri 10:00-24:00"]),
        ("Fr-Mo 09:00-17:00", None),
        ("Mo 17:00-09:00", None),
        ("weekdays 09:00-17:00", None),
        ("by appointment", None),
        ("Mon-Tue-Wed 09:00-17:00", None),
        ("Moon 09:00-17:00", None),
        ("09:00-17:00", None),
        ("Mo 9-17", None),
    ],
)
def test_hours_when_written_as_one_text_then_only_what_is_sure_is_read(
    text: str, expected: list[str] | None
) -> None:
    assert hours_in(text) == expected


@pytest.mark.parametrize(
    ("days", "opens", "closes", "expected"),
    [
        ("https://schema.org/Monday", "09:00", "17:00", ["mon 09:00-17:00"]),
        (["Mo", "Tuesday"], "09:00:00", "12:00:00", ["mon 09:00-12:00", "tue 09:00-12:00"]),
        ("Sunday", "00:00", "00:00", []),
        ("Sunday", "00:00", "23:59", ["sun 00:00-24:00"]),
        ("PublicHolidays", "09:00", "17:00", None),
        ("Monday", "", "", None),
        (None, "09:00", "17:00", None),
    ],
)
def test_hours_when_a_specification_then_days_and_times_are_read(
    days: object, opens: str, closes: str, expected: list[str] | None
) -> None:
    assert hours_of({"dayOfWeek": days, "opens": opens, "closes": closes}) == expected


def test_hours_when_of_some_weeks_only_then_they_are_not_read() -> None:
    entry = {"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00", "validFrom": "2026-12-24"}

    assert hours_of(entry) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$80-$120", ("80", "120", "")),
        ("80 - 120 USD", ("80", "120", "USD")),
        ("€95.50", ("95.50", "95.50", "EUR")),
        ("£60 to £90", ("60", "90", "GBP")),
        ("120-80", ("80", "120", "")),
        ("$80 - €120", ("80", "120", "")),
        ("$$", None),
        ("from 80", None),
        ("1,200", None),
        ("", None),
    ],
)
def test_fees_when_in_numbers_then_read_and_a_currency_only_when_sure(
    text: str, expected: tuple[str, str, str] | None
) -> None:
    assert fees_in(text) == expected


@given(st.text(max_size=60))
def test_texts_when_anything_then_nothing_is_raised(text: str) -> None:
    hours_in(text)
    fees_in(text)
    hours_of({"dayOfWeek": text, "opens": text, "closes": text})
