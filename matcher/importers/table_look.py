"""A look at a clinic's own list before anything is taken over: its columns and their cells."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from matcher.directory.validation import Finding
from matcher.errors import ImportFileError, Message
from matcher.importers.client_list import refuse_client_list
from matcher.importers.directory_csv import is_directory
from matcher.importers.portion import Portion
from matcher.importers.portion_json import PortionError, read_portion, write_portion
from matcher.importers.table_file import TableFile, open_table

ROWS_LOOKED_AT = 5000
"""How many rows are looked at: as many as a spreadsheet may have."""
SIGNS_LOOKED_AT = 4_000_000
"""How many signs of cells are looked at in all, so that one line of JSON can hold them."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """What a list looks like.

    Attributes
    ----------
    headers, sheets, remarks
        As in `matcher.importers.table_file.TableFile`.
    columns
        The filled cells of each column.
    rows
        How many rows were looked at.
    is_directory
        Whether it is in the form of this program's own directory lists, which need no mapping.
    """

    headers: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...] = ()
    rows: int = 0
    sheets: tuple[str, ...] = ()
    remarks: tuple[Finding, ...] = ()
    is_directory: bool = False


def look_at(path: Path, sheet: str = "", most_rows: int = ROWS_LOOKED_AT) -> TableLook:
    """Look at a list.

    Parameters
    ----------
    path
        A CSV file or a spreadsheet.
    sheet
        Name of the sheet; ``""`` for the first.
    most_rows
        Rows to look at; with 0 only the headers are.

    Raises
    ------
    ImportFileError
        When it cannot be read, or is a list of clients.
    """
    table = open_table(path, sheet)
    refuse_client_list(table.headers, path.name)
    if not any(map(str.strip, table.headers)):
        raise ImportFileError(Message("error.import.empty", file=path.name))
    columns, rows = _columns(table, most_rows)
    return TableLook(table.headers, columns, rows, table.sheets, table.remarks, is_directory(table))


def _columns(table: TableFile, most_rows: int) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Return the filled cells of each column, and how many rows were looked at."""
    columns: list[list[str]] = [[] for _ in table.headers]
    rows = signs = 0
    for _, cells in table.rows() if most_rows else ():
        signs += sum(map(len, cells))
        if rows == most_rows or signs > SIGNS_LOOKED_AT:
            break
        rows += any(cells)
        for column, cell in zip(columns, cells, strict=False):
            if cell:
                column.append(cell)
    return tuple(map(tuple, columns)), rows


def write_look(look: TableLook) -> dict[str, object]:
    """Return a look as what JSON can hold."""
    return {
        "headers": look.headers,
        "columns": look.columns,
        "sheets": look.sheets,
        "is_directory": look.is_directory,
        "said": write_portion(Portion(rows=look.rows, findings=look.remarks)),
    }


def read_look(document: object) -> TableLook:
    """Return the look that `write_look` wrote.

    Raises
    ------
    PortionError
        When it did not.
    """
    if not isinstance(document, dict):
        raise PortionError
    said, columns = read_portion(document.get("said")), document.get("columns")
    is_directory, headers = document.get("is_directory"), _texts(document.get("headers"))
    if not isinstance(columns, list) or len(columns) != len(headers):
        raise PortionError
    return TableLook(
        headers,
        tuple(map(_texts, columns)),
        said.rows,
        _texts(document.get("sheets")),
        said.findings,
        is_directory is True,
    )


def _texts(document: object) -> tuple[str, ...]:
    if not isinstance(document, Iterable) or isinstance(document, str | dict):
        raise PortionError
    texts = tuple(document)
    if not all(isinstance(text, str) for text in texts):
        raise PortionError
    return texts
