"""A CSV file as records, read line by line; every way in which it can be broken has a sentence."""

import csv
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO, TypeVar

from matcher.errors import ImportFileError, Message
from matcher.importers.text_form import TextForm, form_of

LONGEST_CELL = 131_072
"""Signs in a cell that are read; the limit the `csv` module starts with."""
LONGEST_LINE = 1 << 22

_NO_SIGN = re.compile("[\ud800-\udfff]")
_MARK = "\ufeff"

Glanced = TypeVar("Glanced")


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
    return glanced_records(path, form or form_of(path), lambda _line: None)


def glanced_records(
    path: Path, form: TextForm, glance: Callable[[str], Glanced | None]
) -> Iterator[tuple[int, list[str] | Glanced | None]]:
    """Yield the records of a CSV file, most of which a glance may be enough for.

    Parameters
    ----------
    path, form
        As for `read_records`.
    glance
        Asked first about each line on which a record starts. What it returns is given in place of
        the cells; with ``None`` they are made out. It has to be sure that the line is the whole
        record: see `plain_cells`.

    Yields
    ------
    tuple
        As from `read_records`.
    """
    try:
        with path.open(encoding=form.encoding, errors=form.errors, newline="") as file:
            lines = _lines(file, form, path.name)
            start = 1
            for line in lines:
                if (glanced := glance(line)) is not None:
                    yield start, glanced
                    start += 1
                    continue
                record, taken = _record(line, lines, form, (path.name, start))
                yield start, record
                start += taken
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error


def plain_cells(line: str, delimiter: str, width: int, most: int) -> list[str] | None:
    """Return the first cells of a line that is a whole record, without asking the `csv` module.

    Parameters
    ----------
    line
        The line on which a record starts, with its end.
    delimiter, width
        The sign between cells, and how many cells there have to be.
    most
        How many cells are wanted; behind them comes one with all the rest.

    Returns
    -------
    list
        ``None`` unless every cell stands between quotes and has none inside: then each quote of the
        line is at its ends or beside a delimiter, and there is but one way to read it.
    """
    text = line.rstrip("\r\n")
    inside, between = text[1:-1], f'"{delimiter}"'
    is_plain = (
        text[:1] == text[-1:] == '"'
        and 1 < len(text) <= LONGEST_CELL
        and inside.count(between) == width - 1
        and inside.count('"') == 2 * (width - 1)
    )
    return inside.split(between, most) if is_plain else None


def _record(
    line: str, lines: Iterator[str], form: TextForm, place: tuple[str, int]
) -> tuple[list[str] | None, int]:
    """Return the cells of the record that starts with this line, and how many lines it takes."""
    reader = csv.reader(chain((line,), lines), delimiter=form.delimiter, strict=True)
    try:
        return next(reader), reader.line_num
    except csv.Error as error:
        name, start = place
        _raise_if_last(error, name, start, start - 1 + reader.line_num)
        return None, reader.line_num


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
