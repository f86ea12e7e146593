"""A table of any kind: its headers and its rows, as text."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineWorkbook

from matcher.directory.validation import Finding
from matcher.errors import ImportFileError, Message
from matcher.importers.table_header import TableRecord


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table that was opened."""

    headers: tuple[str, ...]
    body: tuple[tuple[int, tuple[str, ...]], ...]
    remarks: tuple[Finding, ...] = ()
    sheets: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Give each row with its number."""
        yield from self.body

    def records(self) -> Iterator[TableRecord]:
        """Give each row that has something in it."""
        for number, cells in self.body:
            if any(cells):
                yield TableRecord(number, cells)


def open_table(path: Path, sheet: str = "") -> TableFile:
    """Open a CSV file or a spreadsheet."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error
    if data.startswith(b"PK"):
        book = CalamineWorkbook.from_path(str(path))
        rows = book.get_sheet_by_name(sheet or book.sheet_names[0]).to_python()
        cells = [tuple(_text(cell) for cell in row) for row in rows]
        return _table(cells, tuple(book.sheet_names))
    text = _decoded(data)
    separator = max(",;\t|", key=text.partition("\n")[0].count)
    return _table(
        [
            tuple(cell.strip() for cell in row)
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    )


def _table(rows: list[tuple[str, ...]], sheets: tuple[str, ...] = ()) -> TableFile:
    if not rows:
        return TableFile((), ())
    widest = max(sum(map(bool, row)) for row in rows)
    top = next(place for place, row in enumerate(rows) if sum(map(bool, row)) * 2 > widest)
    return TableFile(rows[top], tuple(enumerate(rows[top + 1 :], start=top + 2)), (), sheets)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
