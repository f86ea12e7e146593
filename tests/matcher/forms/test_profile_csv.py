"""The file that profiles are typed into imports as it stands."""

import csv
from datetime import date
from pathlib import Path

import pytest

from matcher.directory.field import FIELDS, STATED_FIELDS
from matcher.directory.validation import Severity
from matcher.forms.profile_csv import COLUMNS, codes_csv, profile_csv
from matcher.forms.profile_form import ABOUT_ROW, codes_of
from matcher.i18n import Catalogue
from matcher.importers.directory_csv import read_directory_csv
from matcher.importers.row import ReadOptions

_TODAY = date(2026, 11, 21)


def test_example_when_nobody_typed_over_it_then_it_is_left_out_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "profiles.csv"
    path.write_bytes(profile_csv(Catalogue(), _TODAY))

    (row,) = read_directory_csv(path, ReadOptions(today=_TODAY))

    assert row.statement is None
    assert [(each.severity, each.message.key) for each in row.findings] == [
        (Severity.NOTE, "finding.row.example")
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_example_when_typed_over_then_nothing_is_found_and_every_field_is_stated(
    tmp_path: Path, language: str
) -> None:
    path = tmp_path / "profiles.csv"
    path.write_bytes(profile_csv(Catalogue(language), _TODAY).replace(b"EX-0001", b"LPC-7"))

    (row,) = read_directory_csv(path, ReadOptions(today=_TODAY))

    assert row.findings == ()
    assert row.statement is not None
    assert {*row.statement.values} == {*STATED_FIELDS}
    assert None not in row.statement.values.values()
    assert row.statement.confirmed_on == _TODAY
    assert row.statement.published is False, "nobody is shown an invented person"


def test_every_code_when_imported_then_it_is_known(tmp_path: Path) -> None:
    """All codes of all columns at once: what the form names, the importer takes."""
    cells = {"id": "all", **{name: ";".join(codes_of(name)) for name in STATED_FIELDS}}
    for name in STATED_FIELDS:
        field = FIELDS[name]
        if field.kind in {"code", "steps"}:
            cells[name] = codes_of(name)[0]
    path = tmp_path / "all.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerow(cells)

    (row,) = read_directory_csv(path, ReadOptions(today=_TODAY))

    assert row.findings == ()


def test_columns_when_listed_then_each_stands_there_once() -> None:
    assert sorted(COLUMNS) == sorted((*ABOUT_ROW, *STATED_FIELDS))


def test_codes_when_listed_then_each_has_its_column_and_meaning() -> None:
    text = codes_csv(Catalogue("es")).decode("utf-8-sig")
    rows = [*csv.DictReader(text.splitlines())]

    named = {(row["column"], row["code"]) for row in rows if row["code"]}
    assert named == {(name, code) for name in COLUMNS for code in codes_of(name)}
    assert all(row["meaning"] and row["name"] for row in rows)
    assert {row["column"] for row in rows} == {*COLUMNS}
    assert ("languages", "fluent") in {(row["column"], row["after_the_colon"]) for row in rows}
    denied = {row["column"] for row in rows if row["after_the_colon"] == "no"}
    assert {"access", "formats", "issues"} <= denied
    assert not denied & {"name", "accepting", "times", "fee_min"}
