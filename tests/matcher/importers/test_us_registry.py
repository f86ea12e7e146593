from datetime import date

import pytest
from support.importing import OPTIONS, keys, only, say_all, values

from matcher.directory.profile import Source
from matcher.importers.row import ReadOptions, Row
from matcher.importers.row_builder import RowBuilder
from matcher.importers.us_registry import (
    RegisteredPerson,
    Specialty,
    is_usable_npi,
    is_valid_npi,
    person_row,
    state_zip,
)

_SOCIAL_WORK = Specialty("1041C0700X", "TEST1", "MA", is_primary=True)


def _row(
    *specialties: Specialty,
    npi: str = "1234567893",
    names: tuple[str, ...] = ("ANA", "Q", "O'SAMPLE", ""),
    options: ReadOptions = OPTIONS,
) -> Row:
    person = RegisteredPerson(
        npi,
        names,
        " LICSW ",
        specialties or (_SOCIAL_WORK,),
        ("NEEDHAM", "MA", "24920000", "", "5085550101"),
        date(2020, 3, 1),
    )
    row = person_row(person, RowBuilder("list.csv", 2, options), options)
    say_all([row])
    return row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1234567893", True, id="the register's own example"),
        pytest.param("1234567890", False, id="wrong digit"),
        pytest.param("1568946812", True, id="a real organisation"),
        pytest.param("123456789", False, id="too short"),
        pytest.param("NPI3238", False, id="letters"),
        pytest.param("١٢٣٤٥٦٧٨٩٣", False, id="other digits"),
    ],
)
def test_npi_when_checked_then_its_last_digit_tells(text: str, expected: bool) -> None:
    assert is_valid_npi(text) is expected


def test_npi_when_one_digit_is_changed_then_it_is_noticed() -> None:
    for place in range(10):
        for digit in "0123456789":
            changed = "1234567893"[:place] + digit + "1234567893"[place + 1 :]
            assert is_valid_npi(changed) == (changed == "1234567893")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2999000013", True), ("NPI3238", True), ("", False), ("1 2", False), ("9" * 50, False)],
)
def test_npi_when_it_may_stand_in_an_id_then_it_is_short_and_plain(
    text: str, expected: bool
) -> None:
    assert is_usable_npi(text) is expected


def test_person_when_read_then_only_what_the_register_knows_is_stated() -> None:
    row = _row()

    assert only([row]).profile_id == "npi-1234567893"
    assert only([row]).source is Source.REGISTER
    assert only([row]).confirmed_on == date(2020, 3, 1)
    assert values([row]) == {
        "name": "Ana Q O'Sample",
        "title": "Clinical social worker",
        "credential": "LICSW",
        "register_number": "TEST1",
        "register_area": "US-MA",
        "licensed_areas": ("US-MA",),
        "city": "Needham",
        "postcode": "02492",
        "country": "US",
        "phone": "508-555-0101",
    }
    assert keys([row]) == ["finding.zip.restored"]


def test_person_when_the_number_is_wrong_then_they_are_kept_with_a_finding() -> None:
    row = _row(npi="1234567890")

    assert "finding.npi.check_digit" in keys([row])
    assert only([row]).profile_id == "npi-1234567890"


def test_licence_when_the_primary_field_is_not_first_then_it_is_the_primary_ones() -> None:
    row = _row(
        Specialty("103T00000X", "TEST1", "CT"),
        Specialty("103TC0700X", "TEST2", "MA", is_primary=True),
        Specialty("207R00000X", "TEST3", "NH"),
        Specialty("103TC2200X", "", "VT"),
        Specialty("103TC2200X", "TEST5", "ZZ"),
    )

    assert values([row])["title"] == "Clinical psychologist"
    assert values([row])["register_number"] == "TEST2"
    assert values([row])["licensed_areas"] == ("US-CT", "US-MA")
    assert values([row])["unsorted"] == "licensed_areas: ZZ"


def test_title_when_the_primary_field_is_another_then_the_kept_one_gives_it() -> None:
    row = _row(Specialty("103T00000X", "", ""), Specialty("2084B0040X", "TEST2", "RI", True))

    assert values([row])["title"] == "Psychologist"
    assert values([row])["register_number"] is None
    assert values([row])["register_area"] is None
    assert "finding.register.other_field" in keys([row])


def test_title_when_no_field_is_primary_then_the_first_kept_one_gives_it() -> None:
    row = _row(Specialty("363LP0808X", "TEST1", "CT"), Specialty("364SP0809X", "TEST2", "CT"))

    assert values([row])["title"] == "Mental health nurse practitioner"
    assert "finding.register.other_field" not in keys([row])


def test_name_when_the_register_writes_two_dashes_then_nothing_is_there() -> None:
    assert values([_row(names=("Ana", "--", "McDonald", "--"))])["name"] == "Ana McDonald"


def test_source_when_given_then_it_holds() -> None:
    assert only([_row(options=ReadOptions(Source.CLINIC))]).source is Source.CLINIC


@pytest.mark.parametrize(
    ("text", "country", "expected", "found"),
    [
        ("02492-1234", "US", "02492", []),
        ("2492", "US", "02492", ["finding.zip.restored"]),
        ("00000", "US", None, ["finding.zip.unknown"]),
        ("", "US", None, []),
        ("SW1A 1AA", "GB", "SW1A 1AA", []),
    ],
)
def test_postcode_when_stated_then_zips_are_areas(
    text: str, country: str, expected: str | None, found: list[str]
) -> None:
    builder = RowBuilder("list.csv", 2, OPTIONS)
    state_zip(builder, text, country)

    assert builder.values["postcode"] == expected
    assert keys([builder.remark()]) == found
