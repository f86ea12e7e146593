import csv
import io
from datetime import date

import pytest
from support.builders import make_profile

from matcher.directory.field import FIELDS
from matcher.directory.profile import Fact, Profile, Source
from matcher.directory.record import ProfileRecord
from matcher.exporters.directory_csv import HEADER, write_directory_csv

OLD, NEW = date(2026, 1, 1), date(2026, 10, 1)


def _rows(*records: ProfileRecord) -> list[dict[str, str]]:
    file = io.BytesIO()
    assert write_directory_csv(records, file) == len(records)
    return [*csv.DictReader(io.StringIO(file.getvalue().decode("utf-8"), newline=""))]


def _about(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row[name] for name in ("published", "confirmed_by", "confirmed_on", "speaks_of"))


def test_profile_when_of_several_sources_and_days_then_each_has_a_row() -> None:
    facts = {
        "name": Fact("Ana", Source.REGISTER, OLD),
        "city": Fact("Aue", Source.CLINIC, NEW),
        "accepting": Fact("yes", Source.CLINIC, NEW),
    }

    rows = _rows(ProfileRecord(Profile("p-1", facts), published_on=NEW))

    assert [row["id"] for row in rows] == ["p-1", "p-1"]
    assert [*map(_about, rows)] == [
        ("yes", "clinic", "2026-10-01", "accepting;city"),
        ("", "register", "2026-01-01", "name"),
    ]
    assert (rows[0]["city"], rows[0]["name"], rows[1]["name"]) == ("Aue", "", "Ana")


@pytest.mark.parametrize(
    ("published", "day", "expected"),
    [
        pytest.param(True, None, [("", "clinic", "2026-10-01", "city")], id="nobody said"),
        pytest.param(
            False,
            None,
            [("no", "clinic", "", "-"), ("", "clinic", "2026-10-01", "city")],
            id="hidden without a day",
        ),
        pytest.param(False, NEW, [("no", "clinic", "2026-10-01", "city")], id="hidden that day"),
        pytest.param(
            True,
            OLD,
            [("yes", "clinic", "2026-01-01", "-"), ("", "clinic", "2026-10-01", "city")],
            id="shown on another day",
        ),
    ],
)
def test_profile_when_shown_or_hidden_then_the_row_of_that_day_says_so(
    published: bool, day: date | None, expected: list[tuple[str, ...]]
) -> None:
    profile = make_profile(
        "p-1", source=Source.CLINIC, confirmed_on=NEW, published=published, city="Aue"
    )

    assert [*map(_about, _rows(ProfileRecord(profile, (), day)))] == expected


def test_profile_when_it_states_nothing_then_it_still_has_a_row() -> None:
    assert [*map(_about, _rows(ProfileRecord(Profile("p-1", {}))))] == [("", "clinic", "", "-")]


@pytest.mark.parametrize(
    ("field", "text", "cell"),
    [
        ("name", "=1+1", "'=1+1"),
        ("city", "+x", "'+x"),
        ("website", "-x", "'-x"),
        ("bio", "@x", "'@x"),
        ("phone", "+1 503 555 0101", "'+1 503 555 0101"),
        ("credential", '=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("title", "'=x", "''=x"),
        ("title", "'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("name", "Ana", "Ana"),
    ],
)
def test_cell_when_it_looks_like_a_formula_then_an_apostrophe_stands_before_it(
    field: str, text: str, cell: str
) -> None:
    profile = Profile("p-1", {field: Fact(text, Source.CLINIC)})

    assert _rows(ProfileRecord(profile))[0][field] == cell


def test_cells_when_stated_to_be_none_or_not_stated_then_they_differ() -> None:
    row = _rows(ProfileRecord(make_profile("p-1", access="-", name="-")))[0]

    assert (row["access"], row["name"], row["city"]) == ("-", "-", "")
    assert row["speaks_of"] == "name;access"


def test_header_when_read_then_it_names_every_field_once() -> None:
    assert {*FIELDS} < {*HEADER}
    assert len(HEADER) == len({*HEADER})
