"""A CSV file as records, read line by line; every way in which it can be broken has a sentence."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from matcher.errors import ImportFileError, Message

LONGEST_CELL = 131_072
"""Signs in a cell that are read; the limit the `csv` module starts with."""
LONGEST_LINE = 1 << 22

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_MARK = "\ufeff"


def read_records(path: Path) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the records of a CSV file, the header first.

    Parameters
    ----------
    path
        A file in UTF-8, with or without a byte order mark.

    Yields
    ------
    tuple
        The line on which the record starts, counted from 1, and its cells; ``None`` for a record
        whose quotes cannot be made out.

    Raises
    ------
    ImportFileError
        When it cannot be read on; what was good before has been given by then.
    """
    try:
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            yield from _records(file, path.name)
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error


def _records(file: TextIO, name: str) -> Iterator[tuple[int, list[str] | None]]:
    reader = csv.reader(_lines(file, name), strict=True)
    start = 1
    while True:
        try:
            for record in reader:
                yield start, record
                start = reader.line_num + 1
        except csv.Error as error:
            _raise_if_last(error, name, start, reader.line_num)
            yield start, None
            start = reader.line_num + 1
        else:
            return


def _lines(file: TextIO, name: str) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if number == 1:
            line = line.removeprefix(_MARK)
        if len(line) == LONGEST_LINE:
            raise ImportFileError(
                Message("error.import.long_cell", file=name, line=number, limit=LONGEST_CELL)
            )
        if not line.isascii() and (wrong := _NOT_UTF8.search(line)):
            raise ImportFileError(_not_utf8(name, number, line, wrong.start()))
        if "\0" in line:
            raise ImportFileError(Message("error.import.nul", file=name, line=number))
        yield line


def _not_utf8(name: str, line_number: int, line: str, position: int) -> Message:
    byte = len(line[:position].encode("utf-8", "surrogateescape")) + 1
    return Message("error.import.encoding", file=name, line=line_number, byte=byte)


def _raise_if_last(error: csv.Error, name: str, start: int, line: int) -> None:
    """Raise unless the reader can go on with the next line.

    The module says what is wrong only in English; these words are in it since Python 2.
    """
    if "field larger" in str(error) and line == start:
        raise ImportFileError(
            Message("error.import.long_cell", file=name, line=start, limit=LONGEST_CELL)
        ) from error
    if "field larger" in str(error) or "end of data" in str(error):
        raise ImportFileError(Message("error.import.open_quote", file=name, line=start)) from error
