"""A table of any origin as rows of text: CSV in its many forms, XLSX, XLSM and ODS."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from matcher.directory.validation import Finding, Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.csv_file import read_records
from matcher.importers.other_kinds import refuse_other_kind
from matcher.importers.sheet_survey import ERROR_VALUE
from matcher.importers.spreadsheet_file import read_sheet
from matcher.importers.table_header import LOOKED_THROUGH, Header, TableRecord, find_header
from matcher.importers.text_form import form_of, sign_of

SPREADSHEETS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""How files begin that are, or may be, spreadsheets."""

MOST_COLUMNS = 1000
"""Columns of a text, beyond which it is no list of people; a register has 330."""

_START = 16
"""So many first bytes tell what kind of file it is."""

_ERROR = Message("finding.sheet.error")


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table that can be read, as often as wanted.

    Attributes
    ----------
    file
        Name of the file.
    headers
        Names of the columns; ``""`` for one without a name.
    remarks
        What there is to say about the file as a whole.
    sheets
        Names of the sheets of a spreadsheet; empty for a text.
    delimiter
        The sign between the cells of a text; ``""`` for a spreadsheet.
    header_row
        Where the names stand; what comes behind is data.
    """

    file: str
    headers: tuple[str, ...]
    remarks: tuple[Finding, ...]
    sheets: tuple[str, ...]
    delimiter: str
    header_row: int
    _source: Callable[[], Iterable[TableRecord]]

    def records(self) -> Iterator[TableRecord]:
        """Yield the rows that have something in them, also those that cannot be read.

        Raises
        ------
        ImportFileError
            When a text cannot be read on; what was good before has been given by then.
        """
        for record in self._source():
            is_filled = record.cells is None or any(record.cells) or record.faults
            if is_filled and record.number > self.header_row:
                yield record

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield number and cells of the rows that can be read."""
        for record in self.records():
            if record.cells is not None:
                yield record.number, record.cells


def open_table(path: Path, sheet: str = "") -> TableFile:
    """Open a table, whatever it is written with.

    Parameters
    ----------
    path
        A text in UTF-8, UTF-16 or Windows-1252 with its columns parted by ``,`` ``;`` ``|`` or a
        tab, or a spreadsheet: XLSX, XLSM or ODS.
    sheet
        The sheet of a spreadsheet; ``""`` takes the first visible one with something in it.

    Raises
    ------
    ImportFileError
        When it cannot be read, in a sentence.
    """
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except FileNotFoundError as error:
        raise ImportFileError(Message("error.import.missing", file=path.name)) from error
    except (OSError, ValueError) as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error
    refuse_other_kind(start, path.name)
    return _spreadsheet(path, sheet) if start.startswith(SPREADSHEETS) else _text(path)


def _text(path: Path) -> TableFile:
    form = form_of(path)

    def records() -> Iterator[TableRecord]:
        for number, cells in read_records(path, form):
            if cells is None or any(cells):
                yield _text_record(number, cells)

    first = _first(records())
    _refuse_wide(first, path.name)
    header = _header(first, path.name)
    remarks = (*form.remarks, *_header_remarks(header, path.name))
    names = header.names
    return TableFile(path.name, names, remarks, (), form.delimiter, header.row, records)


def _text_record(number: int, cells: list[str] | None) -> TableRecord:
    if cells is None:
        return TableRecord(number, None)
    texts = tuple(cell.strip() for cell in cells)
    # A spreadsheet writes its errors into a text as they look.
    wrong = [
        place
        for place, text in enumerate(texts)
        if text[:1] in {"#", "E"} and ERROR_VALUE.fullmatch(text)
    ]
    if wrong:
        texts = tuple("" if place in wrong else text for place, text in enumerate(texts))
    return TableRecord(number, texts, dict.fromkeys(wrong, _ERROR))


def _first(records: Iterator[TableRecord]) -> list[TableRecord]:
    """Return the first rows, as far as they can be read; what is wrong comes up again later."""
    found: list[TableRecord] = []
    try:
        for record in islice(records, LOOKED_THROUGH):
            found.append(record)  # noqa: PERF402 - those before an error count
    except ImportFileError:
        if not found:
            raise
    return found


def _refuse_wide(records: list[TableRecord], file: str) -> None:
    for record in records:
        if len(record.cells or ()) > MOST_COLUMNS:
            line, n = record.number, len(record.cells or ())
            raise ImportFileError(
                Message("error.import.wide", file=file, line=line, columns=n, most=MOST_COLUMNS)
            )


def _header(records: list[TableRecord], file: str) -> Header:
    if header := find_header(records):
        return header
    if records:
        raise ImportFileError(Message("error.import.quotes", file=file, line=records[0].number))
    raise ImportFileError(Message("error.import.empty", file=file))


def _header_remarks(header: Header, file: str) -> Iterator[Finding]:
    if header.groups:
        message = Message("finding.file.header_rows", first=header.groups, second=header.row)
        yield Finding(Severity.NOTE, message, file=file)
    elif not header.is_first:
        message = Message("finding.file.header_row", row=header.row)
        yield Finding(Severity.NOTE, message, file=file)


def _spreadsheet(path: Path, sheet: str) -> TableFile:
    found = read_sheet(path, sheet)
    header = _header([*found.records[:LOOKED_THROUGH]], path.name)
    data = [record for record in found.records if record.number > header.row]
    filled = {
        place
        for record in data
        for place, cell in enumerate(record.cells or ())
        if cell or place in record.faults
    }
    width = max((len(record.cells or ()) for record in data), default=0)
    headers = [*header.names, *[""] * (width - len(header.names))]
    kept = [place for place, name in enumerate(headers) if name or place in filled]
    records = tuple(_narrowed(record, kept) for record in data)
    unnamed = sum(not headers[place] for place in kept)
    remarks = [*found.remarks, *_header_remarks(header, path.name)]
    if unnamed:
        message = Message("finding.file.unnamed_columns", n=unnamed)
        remarks.append(Finding(Severity.WARNING, message, file=path.name))
    names = tuple(headers[place] for place in kept)
    return TableFile(
        path.name, names, tuple(remarks), found.sheets, "", header.row, lambda: records
    )


def _narrowed(record: TableRecord, kept: list[int]) -> TableRecord:
    cells = record.cells or ()
    faults = {new: record.faults[old] for new, old in enumerate(kept) if old in record.faults}
    return TableRecord(record.number, tuple(cells[place] for place in kept), faults)


def too_long(table: TableFile, cells: Sequence[str]) -> Message:
    """Say that a row has more cells than the table has columns, and which sign may be why."""
    sign = sign_of(table.delimiter or ",")
    return Message("finding.row.long", n=len(cells), columns=len(table.headers), sign=sign)
