"""The directory as a spreadsheet for people to read: words in place of codes. It is no import."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from matcher.directory.field import FIELDS, UNSORTED, FieldKind
from matcher.directory.profile import Fact, Source
from matcher.directory.record import ProfileRecord

MARK = "rapport-reading"
"""What tells such a file from the spreadsheets of others."""

_LONGEST_CELL = 32_767
_HEADER_ROW = 1
_WIDTHS = {"name": 28, "bio": 60, UNSORTED: 60}
_WIDTH = 18
_LONG = frozenset({FieldKind.CODES, FieldKind.TIMES})


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What stands in the spreadsheet, in the language of who reads it.

    Attributes
    ----------
    sheet
        Name of the sheet.
    notice
        What the first line says: that the file is for reading.
    columns
        Headings of id, whether clients see it, who said so, and the newest day.
    field_name
        Says what a field is called.
    field_value
        Says what a fact states.
    source_name
        Says who stated something.
    is_published
        Says whether clients see a profile.
    """

    sheet: str
    notice: str
    columns: tuple[str, str, str, str]
    field_name: Callable[[str], str]
    field_value: Callable[[str, Fact], str]
    source_name: Callable[[Source], str]
    is_published: Callable[[bool], str]


def write_directory_xlsx(
    records: Iterable[ProfileRecord], file: BinaryIO, words: SheetWords
) -> int:
    """Write a row for each profile; every cell is a text, so that none is calculated.

    Parameters
    ----------
    records
        Read once, one at a time.
    file
        Takes the bytes.
    words
        The language.

    Returns
    -------
    int
        How many profiles there were.
    """
    # One row is held in memory, and the rest in a temporary file.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"keywords": MARK})
    sheet = book.add_worksheet(words.sheet)
    bold, plain = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    sheet.write_string(0, 0, words.notice)
    profile_id, published, source, newest = words.columns
    header = [profile_id, published, *map(words.field_name, FIELDS), source, newest]
    for column, text in enumerate(header):
        sheet.write_string(_HEADER_ROW, column, text, bold)
    _set_widths(sheet)
    value_of = lru_cache(maxsize=1 << 14)(words.field_value)
    number = 0
    for number, record in enumerate(records, start=1):
        for column, text in enumerate(_cells(record, words, value_of)):
            if text:
                sheet.write_string(_HEADER_ROW + number, column, text[:_LONGEST_CELL], plain)
    sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + number, len(header) - 1)
    book.close()
    return number


def _set_widths(sheet: Worksheet) -> None:
    sheet.freeze_panes(_HEADER_ROW + 1, 3)
    for column, field in enumerate(FIELDS.values(), start=2):
        width = 2 * _WIDTH if field.kind in _LONG else _WIDTH
        sheet.set_column(column, column, _WIDTHS.get(field.name, width))


def _cells(
    record: ProfileRecord, words: SheetWords, value_of: Callable[[str, Fact], str]
) -> list[str]:
    profile = record.profile
    facts = profile.facts
    days = [fact.confirmed_on for fact in facts.values() if fact.confirmed_on is not None]
    sources = [source for source in Source if any(f.source is source for f in facts.values())]
    return [
        profile.id,
        words.is_published(profile.published),
        *(value_of(field, facts[field]) if field in facts else "" for field in FIELDS),
        ", ".join(map(words.source_name, sources)),
        max(days).isoformat() if days else "",
    ]
