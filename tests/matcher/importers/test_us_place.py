import csv

import pytest
from support.importing import DATA

from matcher.importers.us_place import (
    country_code,
    readable_phone,
    restored_zip,
    state_area,
    zip_area,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2101", "02101", id="one zero lost"),
        pytest.param("601", "00601", id="two zeros lost"),
        pytest.param("21012345", "021012345", id="nine digits"),
        pytest.param("02101", "02101", id="whole"),
        pytest.param("02101-2345", "02101-2345", id="hyphen"),
        pytest.param("SW1A", "SW1A", id="elsewhere"),
        pytest.param("٢١٠١", "٢١٠١", id="other digits"),
        pytest.param("", "", id="empty"),
    ],
)
def test_zip_when_zeros_were_lost_then_they_come_back(text: str, expected: str) -> None:
    assert restored_zip(text) == expected


def test_zip_when_a_real_spreadsheet_lost_zeros_then_all_are_whole_again() -> None:
    path = DATA / "nppes" / "hl7_managing_orgs_zip_leading_zero_lost.csv"
    with path.open(encoding="utf-8", newline="") as file:
        zips = [row["zip"] for row in csv.DictReader(file) if row["state"] in {"MA", "CT", "RI"}]

    assert "2101" in zips
    assert all(zip_area(restored_zip(text)).startswith("0") for text in zips)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("024920000", "02492", id="nine digits"),
        pytest.param("02492-0000", "02492", id="hyphen"),
        pytest.param("00000", "", id="zeros"),
        pytest.param("2492", "", id="too short"),
        pytest.param("02492 ", "", id="space"),
    ],
)
def test_zip_when_read_then_only_its_area_is_kept(text: str, expected: str) -> None:
    assert zip_area(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ma", "US-MA"), ("US-MA", "US-MA"), ("PR", "US-PR"), ("ZZ", ""), ("", "")],
)
def test_state_when_read_then_its_code_is_international(text: str, expected: str) -> None:
    assert state_area(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("USA", "US"), ("us", "US"), ("United States", "US"), ("DE", "DE"), ("Narnia", "")],
)
def test_country_when_read_then_it_is_two_letters(text: str, expected: str) -> None:
    assert country_code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5085550101", "508-555-0101"),
        ("(508) 555-0101", "508-555-0101"),
        ("1 508.555.0101", "508-555-0101"),
        ("508-555-0101 x12", "508-555-0101 x12"),
        ("+44 20 7946 0000", "+44 20 7946 0000"),
        ("", ""),
    ],
)
def test_phone_when_read_then_ten_digits_are_parted(text: str, expected: str) -> None:
    assert readable_phone(text) == expected
