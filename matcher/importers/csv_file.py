"""A CSV file as records, read line by line; every way in which it can be broken has a sentence."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from matcher.errors import ImportFileError, Message
from matcher.importers.text_form import TextForm, form_of

LONGEST_CELL = 131_072
"""Signs in a cell that are read; the limit the `csv` module starts with."""
LONGEST_LINE = 1 << 22

_NO_SIGN = re.compile("[\ud800-\udfff]")
_MARK = "\ufeff"


def read_records(
    path: Path, form: TextForm | None = None
) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the records of a CSV file, the header first.

    Parameters
    ----------
    path
        A text file.
    form
        How it is written; ``None`` looks.

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
    form = form or form_of(path)
    try:
        with path.open(encoding=form.encoding, errors=form.errors, newline="") as file:
            yield from _records(file, form, path.name)
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error


def _records(file: TextIO, form: TextForm, name: str) -> Iterator[tuple[int, list[str] | None]]:
    reader = csv.reader(_lines(file, form, name), delimiter=form.delimiter, strict=True)
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


def _lines(file: TextIO, form: TextForm, name: str) -> Iterator[str]:
    for number, line in _numbered(file, name):
        if number == 1:
            line = line.removeprefix(_MARK)
        if len(line) == LONGEST_LINE:
            raise ImportFileError(
                Message("error.import.long_cell", file=name, line=number, limit=LONGEST_CELL)
            )
        if not line.isascii() and (wrong := _NO_SIGN.search(line)):
            before = line[: wrong.start()].encode(form.encoding, form.errors)
            raise ImportFileError(_wrong_encoding(name, number, len(before) + 1))
        if "\0" in line:
            raise ImportFileError(Message("error.import.nul", file=name, line=number))
        yield line


def _numbered(file: TextIO, name: str) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        while line := file.readline(LONGEST_LINE):
            number += 1
            yield number, line
    except UnicodeDecodeError as error:
        # A file in UTF-16 ends in the middle of a sign.
        raise ImportFileError(_wrong_encoding(name, number + 1, 1)) from error


def _wrong_encoding(name: str, line: int, byte: int) -> Message:
    return Message("error.import.encoding", file=name, line=line, byte=byte)


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
