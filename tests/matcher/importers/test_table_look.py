"""A look at a list: what it holds, and how that crosses from one process to another."""

import json
from pathlib import Path

import pytest
from support.importing import write

from matcher.errors import ImportFileError
from matcher.importers.portion_json import PortionError
from matcher.importers.table_look import SIGNS_LOOKED_AT, look_at, read_look, write_look


def test_look_when_it_has_crossed_then_it_is_the_same(tmp_path: Path) -> None:
    look = look_at(write(tmp_path, "Who;Areas\nAna;Anxiety\nBo;\n;\nCy;Grief\n"))

    again = read_look(json.loads(json.dumps(write_look(look))))

    assert again == look
    assert look.headers == ("Who", "Areas")
    assert look.columns == (("Ana", "Bo", "Cy"), ("Anxiety", "Grief"))
    assert (look.rows, look.is_directory) == (3, False)
    assert [remark.message.key for remark in look.remarks] == ["finding.file.separator"]


def test_look_when_only_headers_are_wanted_then_no_row_is_read(tmp_path: Path) -> None:
    look = look_at(write(tmp_path, "Who,Areas\nAna,Anxiety\n"), most_rows=0)

    assert (look.headers, look.columns, look.rows) == (("Who", "Areas"), ((), ()), 0)


def test_look_when_cells_are_huge_then_it_ends_before_they_fill_the_memory(
    tmp_path: Path,
) -> None:
    cell = "x" * 100_000
    rows = SIGNS_LOOKED_AT // len(cell) + 10

    look = look_at(write(tmp_path, "Who,Bio\n" + f"Ana,{cell}\n" * rows))

    assert sum(map(len, look.columns[1])) <= SIGNS_LOOKED_AT
    assert 0 < look.rows < rows


@pytest.mark.parametrize(
    ("header", "is_directory"),
    [("id,name,city", True), ("name,city,issues", False), ("id,Who,Works with", False)],
)
def test_list_when_it_is_in_our_form_then_it_needs_no_mapping(
    header: str, is_directory: bool, tmp_path: Path
) -> None:
    assert look_at(write(tmp_path, f"{header}\n1,2,3\n")).is_directory is is_directory


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("Name,DOB,City\nAna,1/2/1980,Salem\n", "error.import.client_list"),
        ("", "error.import.empty"),
        (",,\n", "error.import.empty"),
    ],
)
def test_list_when_it_may_not_come_in_then_it_is_refused(
    content: str, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        look_at(write(tmp_path, content))

    assert caught.value.messages[0].key == key


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        {},
        {"headers": "abc", "columns": [], "sheets": [], "said": [0, 0, [], []]},
        {"headers": ["a"], "columns": [], "sheets": [], "said": [0, 0, [], []]},
        {"headers": ["a"], "columns": [[1]], "sheets": [], "said": [0, 0, [], []]},
        {"headers": ["a"], "columns": [["x"]], "sheets": [], "said": [-1, 0, [], []]},
    ],
)
def test_document_when_it_is_no_look_then_it_is_refused(document: object) -> None:
    with pytest.raises(PortionError):
        read_look(document)
