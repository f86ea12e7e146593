import pytest
from support.importing import OPTIONS, keys, say_all

from matcher.directory.profile import Source
from matcher.importers.checked_text import area_of, checked_text, country_of, read_checked
from matcher.importers.row_builder import RowBuilder


@pytest.mark.parametrize(
    ("field", "text", "known"),
    [
        ("country", "United States", "US"),
        ("country", "Freedonia", ""),
        ("currency", "usd", "USD"),
        ("currency", "CHF", "CHF"),
        ("currency", "$", ""),
        ("currency", "TBD", ""),
        ("time_zone", "America/Los_Angeles", "America/Los_Angeles"),
        ("time_zone", "PST", ""),
        ("phone", "(503) 555-0105", "(503) 555-0105"),
        ("phone", "5035550105.0", "5035550105"),
        ("phone", "1.50356E+10", ""),
        ("phone", "tbd", ""),
        ("email", "ana@example.org", "ana@example.org"),
        ("email", "n/a", ""),
        ("email", "ana@example", ""),
        ("email", "ana@bo@example.org", ""),
        ("website", "example.org", "example.org"),
        ("website", "coming soon", ""),
        ("register_number", "LPC-1234", "LPC-1234"),
        ("register_number", "1.23457E+11", ""),
        ("register_number", "1,23457e+11", ""),
        ("register_number", "applied for", ""),
        ("register_number", "12E4", ""),
    ],
)
def test_text_when_it_cannot_be_what_its_field_holds_then_it_is_none(
    field: str, text: str, known: str
) -> None:
    assert checked_text(field, text) == known


@pytest.mark.parametrize(
    ("text", "area"),
    [("CA", "CA"), ("CA-ON", "CA-ON"), ("oregon", "US-OR"), ("US-ZZ", ""), ("Mars", "")],
)
def test_area_when_written_in_another_way_then_it_is_the_code_or_none(text: str, area: str) -> None:
    assert area_of(text) == area


def test_country_when_named_then_its_letters_are_given() -> None:
    assert [country_of(text) for text in ("U.S.A.", "Estados Unidos", "DE", "Mars")] == [
        "US",
        "US",
        "DE",
        "",
    ]


def test_cells_when_they_cannot_be_so_then_their_fields_stay_and_it_is_told() -> None:
    builder = RowBuilder("a.csv", 2, OPTIONS)
    cells = {"phone": "1.50356E+10", "currency": "usd", "city": "tbd", "email": "-"}
    for field, text in cells.items():
        read_checked(builder, field, text)

    read_checked(builder, "licensed_areas", "OR;us-wa:no;US-Atlantis")
    statement = builder.row("p", Source.CLINIC, None).statement

    say_all([builder.remark()])
    assert keys([builder.remark()]) == ["finding.cell.text", "finding.cell.text"]
    assert statement is not None
    assert dict(statement.values) == {
        "city": "tbd",
        "currency": "USD",
        "email": "",
        "licensed_areas": ("US-OR", "US-WA:no"),
        "unsorted": "licensed_areas: OR;us-wa:no;US-Atlantis",
    }
    assert statement.in_part == {"licensed_areas"}
