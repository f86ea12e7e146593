"""A clinic's own list read by its mapping."""

from pathlib import Path

import pytest
from support.importing import OPTIONS, TODAY, keys, say_all, statements, write

from matcher.directory.field import UNSORTED
from matcher.errors import ImportFileError
from matcher.importers.mapped_table import read_mapped
from matcher.importers.mapping import ColumnMapping, Mapping
from matcher.importers.row import ReadOptions, Row

MAPPING = Mapping(
    (
        ColumnMapping("Who", "name"),
        ColumnMapping("Zip", "postcode"),
        ColumnMapping("Notes", ""),
        ColumnMapping("Areas", "issues"),
    )
)


def _rows(folder: Path, content: str, options: ReadOptions = OPTIONS) -> list[Row]:
    rows = [*read_mapped(write(folder, content), MAPPING, options)]
    say_all(rows)
    return rows


def test_list_when_read_then_columns_go_where_the_mapping_says(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nAna,97201,secret,Anxiety\n")

    (statement,) = statements(rows)
    assert (rows[0].number, statement.profile_id) == (2, "ana-97201")
    assert dict(statement.values) == {
        "name": "Ana", "postcode": "97201", "issues": ("worry",), UNSORTED: None,
    }  # fmt: skip
    assert keys(rows) == []


def test_list_when_columns_moved_or_are_new_then_they_are_found_by_header(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "AREAS,who,Shoes,Notes\nAnxiety,Ana,41,\n")

    assert [dict(each.values) for each in statements(rows)] == [
        {"name": "Ana", "issues": ("worry",), UNSORTED: None}
    ]
    assert {*keys(rows)} == {"finding.mapped.no_column", "finding.mapped.new_column"}


def test_list_when_a_person_is_in_it_twice_then_the_last_row_holds(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nAna,97201,,Worry\nANA,97201,,Panic\n")

    assert [row.is_skipped for row in rows] == [True, False]
    assert keys(rows) == ["finding.row.repeated_id"]
    assert statements(rows)[0].values["issues"] == ("panic",)


def test_list_when_a_row_is_too_long_then_it_is_left_out(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nLee, Ana,97201,,Worry\nBen,97201,,Worry\n")

    assert [each.profile_id for each in statements(rows)] == ["ben-97201"]
    assert keys(rows) == ["finding.row.long"]


def test_list_when_asked_for_one_state_then_it_says_that_it_cannot(tmp_path: Path) -> None:
    options = ReadOptions(state="OR", today=TODAY)

    rows = _rows(tmp_path, "Who,Zip,Notes,Areas\nAna,97201,,\n", options)

    assert keys(rows) == ["finding.file.not_narrowed"]


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Who,Zip,Notes,Date of birth", "error.import.client_list"),
        ("Colour,Size,Price,Stock", "error.import.other_mapping"),
    ],
)
def test_list_when_it_must_not_or_cannot_be_read_then_it_is_refused(
    header: str, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        _rows(tmp_path, f"{header}\na,b,c,d\n")

    assert caught.value.messages[0].key == key
