import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.importing import say, write

from matcher.errors import ImportFileError
from matcher.importers.csv_file import glanced_records, plain_cells, read_records
from matcher.importers.text_form import TextForm

_GOOD = b"id,name\np-1,Ana\n"


def _read(path: Path) -> tuple[list[tuple[int, list[str] | None]], str]:
    records: list[tuple[int, list[str] | None]] = []
    try:
        for record in read_records(path):
            records.append(record)  # noqa: PERF402 - what came before an error counts
    except ImportFileError as error:
        for message in error.messages:
            say(message)
        return records, error.messages[0].key
    return records, ""


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_GOOD, id="plain"),
        pytest.param(b"\xef\xbb\xbf" + _GOOD, id="byte order mark"),
        pytest.param(_GOOD.replace(b"\n", b"\r\n"), id="Windows"),
        pytest.param(_GOOD.replace(b"\n", b"\r"), id="old Macintosh"),
    ],
)
def test_file_when_good_then_records_come_with_their_lines(content: bytes, tmp_path: Path) -> None:
    assert _read(write(tmp_path, content)) == ([(1, ["id", "name"]), (2, ["p-1", "Ana"])], "")


def test_record_when_a_cell_has_lines_then_the_first_is_its_number(tmp_path: Path) -> None:
    records, _ = _read(write(tmp_path, 'id,bio\np-1,"a\nb"\np-2,c\n'))

    assert [number for number, _ in records] == [1, 2, 4]


@pytest.mark.parametrize(
    ("rest", "key"),
    [
        pytest.param("p-2,Jös".encode() + b"\xe9\n", "error.import.encoding", id="broken UTF-8"),
        pytest.param(b"p-2,\xed\xa0\x80\n", "error.import.encoding", id="half a pair"),
        pytest.param(b"p-2,A\0na\n", "error.import.nul", id="NUL"),
        pytest.param(b'p-2,"Ana\np-3,Bo\n', "error.import.open_quote", id="quote not closed"),
        pytest.param(
            b'p-2,"Ana\n' + b"p-3,Bo\n" * 30_000, "error.import.open_quote", id="never closed"
        ),
        pytest.param(
            b"p-2," + b"a" * 1_000_000 + b"\n", "error.import.long_cell", id="million signs"
        ),
        pytest.param(b"p-2," * 2_000_000, "error.import.long_cell", id="endless line"),
    ],
)
def test_file_when_it_breaks_then_what_was_good_is_given_first(
    rest: bytes, key: str, tmp_path: Path
) -> None:
    records, found = _read(write(tmp_path, _GOOD + rest))

    assert records == [(1, ["id", "name"]), (2, ["p-1", "Ana"])]
    assert found == key


def test_encoding_when_wrong_then_line_and_byte_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, _GOOD + "ö,é,ñ\np-2,Jos".encode() + b"\xe9\n")

    with pytest.raises(ImportFileError) as caught:
        [*read_records(path)]
    assert caught.value.messages[0].params == {"file": "list.csv", "line": 4, "byte": 8}


def test_record_when_its_quotes_do_not_match_then_the_next_is_read(tmp_path: Path) -> None:
    records, key = _read(write(tmp_path, _GOOD + b'p-2,"Ana "Annie" Vidal"\np-3,Bo\n'))

    assert records[2:] == [(3, None), (4, ["p-3", "Bo"])]
    assert key == ""


@pytest.mark.parametrize("name", ["missing.csv", "."], ids=["no file", "folder"])
def test_file_when_it_cannot_be_opened_then_it_is_said(name: str, tmp_path: Path) -> None:
    assert _read(tmp_path / name) == ([], "error.import.unreadable")


@given(st.binary() | st.text('a",\n\r;\0é', max_size=60).map(str.encode))
def test_file_when_it_is_anything_then_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    _read(write(tmp_path_factory.getbasetemp(), content))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param('"a","","c"\r\n', ["a", "", "c"], id="plain"),
        pytest.param('"a","b","c"', ["a", "b", "c"], id="last line"),
        pytest.param('"a,b","","c\t"\n', ["a,b", "", "c\t"], id="delimiters inside"),
        pytest.param('"a","b"\n', None, id="cut"),
        pytest.param('"a","b","c","d"\n', None, id="long"),
        pytest.param('a,"b","c"\n', None, id="without quotes"),
        pytest.param('"a","b ""b""","c"\n', None, id="quotes inside"),
        pytest.param('"a","b","c\n', None, id="goes on"),
        pytest.param('","","c"\n', None, id="begins with a quoted delimiter"),
        pytest.param('"a","b","', None, id="ends with one"),
    ],
)
def test_line_when_surely_a_whole_record_then_its_cells_are_given(
    line: str, cells: list[str] | None
) -> None:
    assert plain_cells(line, ",", 3, -1) == cells
    if cells is not None:
        assert next(csv.reader([line], strict=True)) == cells


@pytest.mark.parametrize("width", [1, 2, 3])
@given(pieces=st.lists(st.sampled_from(['"', '","', '""', ",", "a", ""]), max_size=9))
def test_line_when_it_is_anything_then_cells_are_those_of_the_csv_module(
    width: int, pieces: list[str]
) -> None:
    line = "".join(['"', *pieces, '"\n'])
    cells = plain_cells(line, ",", width, -1)

    assert cells is None or [*csv.reader([line], strict=True)] == [cells]


def test_records_when_a_glance_is_enough_then_only_starts_of_records_are_glanced_at(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, 'id,bio\nskip\np-1,"a\nskip\nb"\nskip\np-"2\np-3,c\n')
    seen = glanced_records(path, TextForm(), lambda line: line.strip() == "skip" or None)

    assert [*seen] == [
        (1, ["id", "bio"]),
        (2, True),
        (3, ["p-1", "a\nskip\nb"]),
        (6, True),
        (7, ['p-"2']),
        (8, ["p-3", "c"]),
    ]
