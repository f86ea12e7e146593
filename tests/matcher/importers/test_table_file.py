import csv
import io
import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import say, write
from support.table_files import ROWS, ods_rows, write_ods, write_xlsx

from matcher.errors import ImportFileError
from matcher.importers.sheet_survey import ERROR_VALUE
from matcher.importers.table_file import MOST_COLUMNS, TableFile, open_table

_DATA = [(2, ROWS[1]), (3, ROWS[2])]


def _remarks(table: TableFile) -> list[str]:
    for finding in table.remarks:
        say(finding.message)
    return [finding.message.key.removeprefix("finding.file.") for finding in table.remarks]


def _text(rows: tuple[tuple[str, ...], ...], delimiter: str) -> str:
    return "".join(delimiter.join(row) + "\n" for row in rows)


@pytest.mark.parametrize(
    ("delimiter", "remarks"),
    [(",", []), (";", ["separator"]), ("\t", ["separator"]), ("|", ["separator"])],
)
def test_text_when_its_columns_are_parted_by_another_sign_then_it_is_found_and_said(
    delimiter: str, remarks: list[str], tmp_path: Path
) -> None:
    table = open_table(write(tmp_path, _text(ROWS, delimiter)))

    assert table.headers == ROWS[0]
    assert [*table.rows()] == [*table.rows()] == _DATA
    assert (table.delimiter, _remarks(table), table.sheets) == (delimiter, remarks, ())


@pytest.mark.parametrize(
    ("encoding", "remarks"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-16-le", ["utf16"]),
        ("utf-16-be", ["utf16"]),
        ("cp1252", ["windows"]),
        ("latin-1", ["windows"]),
    ],
)
def test_text_when_in_another_encoding_then_it_is_read_and_doubt_is_said(
    encoding: str, remarks: list[str], tmp_path: Path
) -> None:
    table = open_table(write(tmp_path, "id,name\np-1,Zoë Müller\n".encode(encoding)))

    assert [*table.rows()] == [(2, ("p-1", "Zoë Müller"))]
    assert _remarks(table) == remarks
    if remarks == ["windows"]:
        assert table.remarks[0].message.params == {"word": "Zoë"}


def test_text_when_its_lists_have_semicolons_then_the_comma_parts_the_columns(
    tmp_path: Path,
) -> None:
    rows = "".join(f"p-{number},Ana,worry;sleep\n" for number in range(9))

    table = open_table(write(tmp_path, f"id,name,issues\n{rows}"))

    assert (table.delimiter, table.headers) == (",", ("id", "name", "issues"))


def test_text_when_its_cells_have_commas_then_the_semicolon_parts_the_columns(
    tmp_path: Path,
) -> None:
    text = "Name;City, State\nAna;Portland, OR\nBo;Salem, OR\n"

    table = open_table(write(tmp_path, text))

    assert [*table.rows()] == [(2, ("Ana", "Portland, OR")), (3, ("Bo", "Salem, OR"))]


def test_row_when_its_quotes_do_not_match_then_a_record_says_so_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    table = open_table(write(tmp_path, 'id,name\np-1,"A" B\np-2,#REF!\n'))
    first, second = table.records()

    assert first.cells is None
    assert second.cells == ("p-2", "")
    assert {place: fault.key for place, fault in second.faults.items()} == {
        1: "finding.sheet.error"
    }
    assert [number for number, _ in table.rows()] == [3]


def test_names_when_they_stand_below_a_title_then_they_are_found_in_every_form(
    tmp_path: Path,
) -> None:
    rows = (("Our therapists 2026", "", ""), ("", "", ""), *ROWS)
    title = ods_rows(rows)

    for path in (
        write(tmp_path, _text(rows, ",")),
        write_xlsx(tmp_path / "list.xlsx", rows),
        write_ods(tmp_path / "list.ods", {"People": title}),
    ):
        table = open_table(path)
        assert table.headers == ROWS[0]
        assert [*table.rows()] == [(4, ROWS[1]), (5, ROWS[2])]
        assert _remarks(table) == ["header_row"]


def test_spreadsheet_when_read_then_cells_are_texts_as_a_person_writes_them(
    tmp_path: Path,
) -> None:
    path = write_xlsx(
        tmp_path / "list.xlsx",
        [
            ("id", "", "code", "fee", "day", "at", "ok", "when", "text"),
            (),
            ("p-1", "", 2101, 80.5, date(2026, 12, 1), time(17, 30), True, datetime(2026, 1, 2, 8)),
            ("p-2", "", 1e20, 0.1 + 0.2, "1 Dec", "5 pm", False, "", "  two\nlines "),
        ],
    )

    table = open_table(path)

    assert table.headers == ("id", "code", "fee", "day", "at", "ok", "when", "text")
    assert [*table.rows()] == [
        (3, ("p-1", "2101", "80.5", "2026-12-01", "17:30", "yes", "2026-01-02 08:00", "")),
        (4, ("p-2", "100000000000000000000", "0.3", "1 Dec", "5 pm", "no", "", "two\nlines")),
    ]
    assert (_remarks(table), table.delimiter, table.sheets) == ([], "", ("People",))


def test_column_when_it_has_cells_and_no_name_then_it_is_kept_and_said(tmp_path: Path) -> None:
    table = open_table(write_xlsx(tmp_path / "list.xlsx", [("id", "", "name"), ("p", "x", "Ana")]))

    assert (table.headers, [*table.rows()]) == (("id", "", "name"), [(2, ("p", "x", "Ana"))])
    assert _remarks(table) == ["unnamed_columns"]


@pytest.mark.parametrize("columns", [MOST_COLUMNS, MOST_COLUMNS + 1])
def test_text_when_it_has_more_columns_than_any_list_then_it_is_refused(
    columns: int, tmp_path: Path
) -> None:
    path = write(tmp_path, ",".join(["c"] * columns) + "\n")
    if columns == MOST_COLUMNS:
        assert len(open_table(path).headers) == columns
        return
    with pytest.raises(ImportFileError) as caught:
        open_table(path)

    (message,) = caught.value.messages
    assert message.key == "error.import.wide"
    assert all("list.csv" in said for said in say(message).values())


def test_file_when_missing_then_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        open_table(tmp_path / "none.csv")

    assert caught.value.messages[0].key == "error.import.missing"


_OUTSIDE = re.compile("[^ -~éñüßÿ]")
_NONE = re.compile("(?!)")
_CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\ufeff", exclude_categories=["Cs", "Cc"]),
    max_size=12,
).map(str.strip)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(_CELLS, _CELLS, _CELLS).filter(any), min_size=1, max_size=12),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    st.sampled_from([(csv.QUOTE_ALL, "\n"), (csv.QUOTE_MINIMAL, "\r\n")]),
)
def test_rows_when_written_in_any_dialect_and_encoding_then_they_come_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    delimiter: str,
    encoding: str,
    dialect: tuple[int, str],
) -> None:
    names = ("Name", "Town or city", "Notes")
    # Signs that an encoding has not, or that are UTF-8 by chance, are no matter of reading.
    left_out = _OUTSIDE if encoding == "cp1252" else _NONE
    known = [tuple(left_out.sub("", cell).strip() for cell in row) for row in rows]
    known = [row for row in known if any(row) and not any(map(ERROR_VALUE.fullmatch, row))]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, quoting=dialect[0], lineterminator=dialect[1])
    writer.writerows([names, *known])
    mark = "\ufeff" if encoding.endswith("e") else ""
    content = (mark + text.getvalue()).encode(encoding)

    table = open_table(write(tmp_path_factory.getbasetemp(), content, "any.csv"))

    assert table.headers == names
    assert [cells for _, cells in table.rows()] == known
