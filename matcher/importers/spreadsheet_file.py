"""A sheet of an XLSX or ODS file as rows of text."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.directory.validation import Finding, Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text
from matcher.importers.sheet_survey import MOST_COLUMNS, MOST_ROWS
from matcher.importers.table_header import TableRecord
from matcher.importers.workbook import Workbook, checked_workbook

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

LONGEST_CELL = 4000
_NAMED = 5

SheetValue = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes
    ----------
    records
        Its rows that have something in them; empty columns at the left are left out.
    sheets
        The names of all sheets of the file that may be chosen.
    remarks
        What there is to say about the file.
    """

    records: tuple[TableRecord, ...]
    sheets: tuple[str, ...]
    remarks: tuple[Finding, ...]


def read_sheet(path: Path, name: str = "") -> Sheet:
    """Read a sheet of a spreadsheet.

    Parameters
    ----------
    path
        An XLSX, XLSM or ODS file.
    name
        The sheet; ``""`` takes the first one that is visible and has something in it.

    Raises
    ------
    ImportFileError
        When it cannot be read, or is larger than a list of therapists can be.
    """
    import python_calamine

    book = checked_workbook(path)
    try:
        with python_calamine.load_workbook(book.data) as opened:
            sheets = _worksheets(opened)
            chosen = _chosen(sheets, book, name, path.name)
            _refuse_far(book, chosen, path.name)
            sheet = opened.get_sheet_by_name(chosen)
            start, values = sheet.start or (0, 0), sheet.to_python()
    except ImportFileError:
        raise
    except python_calamine.PasswordError as error:
        raise ImportFileError(Message("error.import.password", file=path.name)) from error
    except Exception as error:
        raise ImportFileError(Message("error.import.damaged", file=path.name)) from error
    survey = book.surveys[chosen]
    records = tuple(_records(values, start, survey.faults))
    return Sheet(records, tuple(sheets), tuple(_remarks(book, chosen, path.name)))


def _worksheets(opened: "CalamineWorkbook") -> dict[str, bool]:
    """Return the sheets that are no charts or macros, and whether each is visible."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return {
        sheet.name: sheet.visible == SheetVisibleEnum.Visible
        for sheet in opened.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    }


def _chosen(sheets: Mapping[str, bool], book: Workbook, name: str, file: str) -> str:
    """Return the name of the sheet to read."""
    if name and name not in sheets:
        names = _quoted(sheets)
        raise ImportFileError(Message("error.import.no_sheet", file=file, sheet=name, sheets=names))
    filled = [each for each in sheets if each in book.surveys and book.surveys[each].filled]
    candidates = [name] if name else [each for each in filled if sheets[each]]
    if not candidates or candidates[0] not in book.surveys:
        key = "hidden_sheet" if filled else "empty"
        raise ImportFileError(Message(f"error.import.{key}", file=file))
    return candidates[0]


def _refuse_far(book: Workbook, chosen: str, file: str) -> None:
    for sheet in book.surveys if book.unfolds_whole else [chosen]:
        if far := book.surveys[sheet].far:
            raise ImportFileError(
                Message(
                    "error.import.far_cell",
                    file=file,
                    sheet=clean_text(sheet),
                    cell=far,
                    rows=MOST_ROWS,
                    columns=MOST_COLUMNS,
                )
            )


def _remarks(book: Workbook, chosen: str, file: str) -> Iterator[Finding]:
    others = [name for name, survey in book.surveys.items() if survey.filled and name != chosen]
    if others:
        message = Message(
            "finding.file.other_sheets", sheet=clean_text(chosen, 80), others=_quoted(others)
        )
        yield Finding(Severity.WARNING, message, file=file)
    if book.surveys[chosen].is_partly_hidden:
        yield Finding(Severity.WARNING, Message("finding.file.hidden"), file=file)


def _quoted(names: Iterable[str]) -> str:
    names = [clean_text(name, 80) for name in names]
    more = ["…"] if len(names) > _NAMED else []
    return ", ".join([*(f"“{name}”" for name in names[:_NAMED]), *more])


def _records(
    values: Iterable[list[SheetValue]],
    start: tuple[int, int],
    faults: Mapping[tuple[int, int], Message],
) -> Iterator[TableRecord]:
    top, left = start
    for row, cells in enumerate(values, start=top):
        found: dict[int, Message] = {}
        texts = []
        for place, value in enumerate(cells):
            text = cell_text(value)
            if fault := faults.get((row, left + place)):
                text, found[place] = "", fault
            elif text is None:
                text, found[place] = "", Message("finding.sheet.error")
            elif len(text) > LONGEST_CELL:
                text = text[:LONGEST_CELL].strip()
                found[place] = Message("finding.sheet.long", n=LONGEST_CELL)
            texts.append(text)
        if found or any(texts):
            yield TableRecord(row + 1, tuple(texts), found)


def cell_text(value: SheetValue) -> str | None:
    """Return what a cell holds as a person would write it; ``None`` for no number.

    Examples
    --------
    >>> [cell_text(value) for value in (2101.0, 0.1 + 0.2, True, date(2026, 1, 2), time(17, 30))]
    ['2101', '0.3', 'yes', '2026-01-02', '17:30']
    """
    text: str | None
    match value:
        case bool():
            text = "yes" if value else "no"
        case int() | float():
            # A spreadsheet keeps fifteen digits; more are noise of the binary form.
            text = f"{Decimal(f'{value:.15g}'):f}" if math.isfinite(value) else None
        case datetime():
            text = f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
        case date():
            text = value.isoformat()
        case time():
            text = f"{value:%H:%M}"
        case timedelta():
            hours, minutes = divmod(round(value.total_seconds() / 60), 60)
            text = f"{hours}:{minutes:02}"
        case _:
            text = value.strip()
    return text
