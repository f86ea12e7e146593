from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from support.importing import say
from support.table_files import (
    ROWS,
    edit_member,
    ods_cell,
    ods_rows,
    with_dimension,
    write_ods,
    write_sheet_xml,
    write_xlsx,
)

from matcher.errors import ImportFileError
from matcher.importers.excel_parts import Worksheet
from matcher.importers.spreadsheet_file import LONGEST_CELL, Sheet, cell_text, read_sheet

_RECORDS = [(number, row) for number, row in enumerate(ROWS, start=1)]


def _rows(sheet: Sheet) -> list[tuple[int, tuple[str, ...] | None]]:
    return [(record.number, record.cells) for record in sheet.records]


def _remarks(sheet: Sheet) -> list[str]:
    for finding in sheet.remarks:
        say(finding.message)
    return [finding.message.key for finding in sheet.remarks]


def _error(path: Path, sheet: str = "") -> str:
    with pytest.raises(ImportFileError) as caught:
        read_sheet(path, sheet)
    say(caught.value.messages[0])
    return caught.value.messages[0].key.removeprefix("error.import.")


@pytest.mark.parametrize("dimension", ["A1:A2", "A1", "A1:XFD1048576", "ZZ9:ZZ9"])
def test_sheet_when_it_lies_about_its_size_then_its_real_cells_are_read(
    dimension: str, tmp_path: Path
) -> None:
    path = with_dimension(write_xlsx(tmp_path / "list.xlsx"), dimension)

    assert _rows(read_sheet(path)) == _RECORDS


@pytest.mark.parametrize("suffix", ["xlsx", "xlsm", "csv"])
def test_file_when_of_another_name_then_its_content_counts(suffix: str, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx")

    assert _rows(read_sheet(path.rename(tmp_path / f"list.{suffix}"))) == _RECORDS


def _add_sheets(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=People!$A$1:$A$2"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.add_worksheet("Empty")
    for name in ("Rooms", "Secret"):
        book.add_worksheet(name).write(0, 0, name)
    book.worksheets()[-1].hide()


def test_sheets_when_several_then_the_first_filled_one_is_read_and_the_others_are_named(
    tmp_path: Path,
) -> None:
    sheet = read_sheet(write_xlsx(tmp_path / "list.xlsx", more=_add_sheets))

    assert _rows(sheet) == _RECORDS
    assert sheet.sheets == ("People", "Empty", "Rooms", "Secret")
    assert _remarks(sheet) == ["finding.file.other_sheets"]
    assert sheet.remarks[0].message.params == {"sheet": "People", "others": "“Rooms”, “Secret”"}


def test_sheet_when_named_then_it_is_read(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", more=_add_sheets)

    assert _rows(read_sheet(path, "Secret")) == [(1, ("Secret",))]
    assert _rows(read_sheet(path, "Empty")) == []
    assert _error(path, "Chart") == _error(path, "Other") == "no_sheet"


def test_sheet_when_the_first_is_hidden_then_the_next_is_read(tmp_path: Path) -> None:
    sheets = {"A": ods_rows([("secret",)]), "B": ods_rows(ROWS), "C": ""}

    assert _rows(read_sheet(write_ods(tmp_path / "a.ods", sheets, hidden=["A"]))) == _RECORDS
    assert _error(write_ods(tmp_path / "b.ods", sheets, hidden=["A", "B"])) == "hidden_sheet"
    assert _error(write_ods(tmp_path / "c.ods", {"A": ""})) == "empty"
    assert _error(write_ods(tmp_path / "d.ods", {})) == "empty"


@pytest.mark.parametrize(
    ("cell", "named"), [("XFD1048576", "XFD1048576"), ("A5001", "A5001"), ("DY1", "DY1")]
)
def test_cell_when_far_outside_then_the_sheet_is_not_unfolded(
    cell: str, named: str, tmp_path: Path
) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", more=lambda _, sheet: sheet.write(cell, "x"))

    with pytest.raises(ImportFileError) as caught:
        read_sheet(path)

    assert caught.value.messages[0].params["cell"] == named
    assert named in say(caught.value.messages[0])["en"]


def test_cell_when_far_outside_on_a_sheet_that_is_not_read_then_it_does_no_harm(
    tmp_path: Path,
) -> None:
    def more(book: xlsxwriter.Workbook, _: xlsxwriter.worksheet.Worksheet) -> None:
        book.add_worksheet("Bills").write("A90000", "x")

    path = write_xlsx(tmp_path / "a.xlsx", more=more)

    assert _rows(read_sheet(path)) == _RECORDS
    assert _error(path, "Bills") == "far_cell"


_MANY_CELLS = f'<row r="1">{"<c><v>1</v></c>" * 1_000_000}</row>'
_MANY_ROWS = "<row><c><v>1</v></c></row>" * 100_000
_REPEATED = '<table:table-cell table:number-columns-repeated="{}" office:value-type="string">'


@pytest.mark.parametrize("data", [_MANY_CELLS, _MANY_ROWS], ids=["columns", "rows"])
def test_sheet_when_it_has_a_million_cells_then_it_is_refused_at_the_first_that_is_far(
    data: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_sheet_xml(tmp_path / "a.xlsx", data)
    seen: Counter[str] = Counter()
    start = Worksheet.start

    def counting(part: Worksheet, name: str, attributes: Mapping[str, str]) -> None:
        seen[name] += 1
        start(part, name, attributes)

    monkeypatch.setattr(Worksheet, "start", counting)

    assert _error(path) == "far_cell"
    assert 0 < seen["c"] < 10_000  # what stands in the same piece of the file is looked at too


@pytest.mark.parametrize(
    ("row", "key"),
    [
        pytest.param(_REPEATED.format(1_000_000), "far_cell", id="columns"),
        pytest.param(_REPEATED.format(2_000_000_000), "damaged", id="without an end"),
        pytest.param(_REPEATED.format("-1"), "damaged", id="backwards"),
    ],
)
def test_open_document_when_it_repeats_a_cell_endlessly_then_it_is_not_unfolded(
    row: str, key: str, tmp_path: Path
) -> None:
    cell = f"{row}<text:p>x</text:p></table:table-cell>"
    xml = f"<table:table-row>{cell}</table:table-row>"

    assert _error(write_ods(tmp_path / "a.ods", {"A": xml})) == key


def test_open_document_when_it_ends_in_a_million_empty_rows_then_they_do_not_count(
    tmp_path: Path,
) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048570">{empty}</table:table-row>'

    sheet = read_sheet(write_ods(tmp_path / "a.ods", {"A": ods_rows(ROWS) + rest}))

    assert _rows(sheet) == _RECORDS


def test_cell_when_it_holds_an_error_or_no_result_then_it_is_empty_and_it_is_said(
    tmp_path: Path,
) -> None:
    cells = (
        '<c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="e"><f>A9</f><v>#REF!</v></c>'
        '<c r="C1"><f>A1</f></c><c r="D1"><v>NaN</v></c><c r="E1" t="str"><f>""</f><v></v></c>'
        '<c r="F1" t="str"><f>A1</f><v>id</v></c>'
    )
    excel = read_sheet(write_sheet_xml(tmp_path / "a.xlsx", f'<row r="1">{cells}</row>'))
    ods_cells = (
        f'{ods_cell("id")}<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
        '</table:table-cell><table:table-cell table:formula="of:=A1"/>' + ods_cell("end")
    )
    xml = f"<table:table-row>{ods_cells}</table:table-row>"
    open_document = read_sheet(write_ods(tmp_path / "a.ods", {"A": xml}))

    (record,) = excel.records
    assert record.cells == ("id", "", "", "", "", "id")
    assert {place: fault.key for place, fault in record.faults.items()} == {
        1: "finding.sheet.error",
        2: "finding.sheet.no_result",
        3: "finding.sheet.error",
    }
    (record,) = open_document.records
    assert record.cells == ("id", "", "", "end")
    assert {place: fault.key for place, fault in record.faults.items()} == {
        1: "finding.sheet.error",
        2: "finding.sheet.no_result",
    }


def test_cell_when_too_long_then_its_beginning_is_read_and_it_is_said(tmp_path: Path) -> None:
    sheet = read_sheet(write_xlsx(tmp_path / "a.xlsx", [("id", "a" * 5000)]))

    (record,) = sheet.records
    assert record.cells == ("id", "a" * LONGEST_CELL)
    assert say(record.faults[1])["en"].startswith("This cell is too long. Its first 4,000 signs")


@pytest.mark.parametrize("what", ["column", "row"])
def test_sheet_when_something_is_hidden_then_it_is_read_and_said(what: str, tmp_path: Path) -> None:
    def hide(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        if what == "column":
            sheet.set_column(1, 1, None, None, {"hidden": True})
        else:
            sheet.set_row(1, None, None, {"hidden": True})

    sheet = read_sheet(write_xlsx(tmp_path / "a.xlsx", more=hide))

    assert _rows(sheet) == _RECORDS
    assert _remarks(sheet) == ["finding.file.hidden"]


def test_columns_when_hidden_beyond_the_last_then_nothing_is_said(tmp_path: Path) -> None:
    def hide(_: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.set_column(5, 16383, None, None, {"hidden": True})

    assert _remarks(read_sheet(write_xlsx(tmp_path / "a.xlsx", more=hide))) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (97201.0, "97201"),
        (-0.5, "-0.5"),
        (1e-7, "0.0000001"),
        (123456789012.0, "123456789012"),
        (float("nan"), None),
        (float("inf"), None),
        (timedelta(hours=25, minutes=5), "25:05"),
        (" a\u00a0", "a"),
    ],
)
def test_value_when_written_as_text_then_it_reads_as_in_the_sheet(
    value: float | str | timedelta, text: str | None
) -> None:
    assert cell_text(value) == text


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_spreadsheet_when_bytes_are_changed_then_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = write_xlsx(folder / "any.xlsx")
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(4, 4999))
        content[place] = data.draw(st.integers(0, 255))
    path.write_bytes(content)

    try:
        read_sheet(path)
    except ImportFileError as error:
        say(error.messages[0])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_sheet_when_its_xml_is_changed_then_nothing_else_is_raised(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    piece = st.sampled_from(
        '<row r="1">,<row>,</row>,<c r="B2" t="s">,<c t="e">,<c t="d" s="9">,<c>,</c>,'
        "<v>,</v>,<f>,</f>,<is><t>,</t></is>,1,1e400,-3".split(",")
    )
    pieces = "".join(data.draw(st.lists(piece, max_size=30)))
    path = write_xlsx(tmp_path_factory.getbasetemp() / "any.xlsx")
    edit_member(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + pieces.encode()),
    )

    try:
        read_sheet(path)
    except ImportFileError as error:
        say(error.messages[0])
