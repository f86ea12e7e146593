"""JSON as other people write it: read strictly, without number tricks, repeats or towers."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from matcher.errors import ImportFileError, Message

LARGEST = 40 * 1024 * 1024
"""Bytes of all files of one import in a format that must be held in memory.

Once read, such files take seven times as much, and the process that reads them has 400 MB.
"""

_MARK = b"\xef\xbb\xbf"


class JsonFaultError(ValueError):
    """A text is not acceptable JSON; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def parse_json(text: str) -> object:
    """Parse one JSON document; numbers with a point come as `decimal.Decimal`.

    Raises
    ------
    JsonFaultError
        For what is not JSON, is nested too deeply, names a key twice or holds a number that is
        none.
    """
    try:
        return json.loads(
            text,
            parse_float=Decimal,
            parse_constant=refuse_constant,
            object_pairs_hook=object_of_pairs,
        )
    except JsonFaultError:
        raise
    except json.JSONDecodeError as error:
        raise JsonFaultError(
            Message("finding.json.syntax", line=error.lineno, column=error.colno)
        ) from error
    except RecursionError as error:
        raise JsonFaultError(Message("finding.json.deep")) from error
    except (ValueError, ArithmeticError) as error:
        raise JsonFaultError(Message("finding.json.number")) from error


def refuse_constant(_name: str) -> NoReturn:
    """Refuse what JSON calls no number.

    Raises
    ------
    JsonFaultError
        Always.
    """
    raise JsonFaultError(Message("finding.json.number"))


def object_of_pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object of what stands in it.

    Raises
    ------
    JsonFaultError
        When a name stands twice.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        raise JsonFaultError(Message("finding.json.repeated"))
    return found


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a JSON file with their numbers from 1.

    Raises
    ------
    ImportFileError
        When the file cannot be opened or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                yield number, _decoded(line, number, path.name)
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error


def read_json(path: Path) -> object:
    """Read a file that is one JSON document.

    Raises
    ------
    ImportFileError
        Saying what is wrong with it, and where.
    """
    refuse_too_large([path])
    text = "".join(line for _, line in read_lines(path))
    if not text.strip():
        raise ImportFileError(Message("error.import.empty", file=path.name))
    try:
        return parse_json(text)
    except JsonFaultError as fault:
        raise ImportFileError(
            Message("error.import.json", file=path.name, reason=fault.message)
        ) from fault


def refuse_too_large(paths: list[Path]) -> None:
    """Refuse files that are too large to be held in memory.

    Raises
    ------
    ImportFileError
        When together they have more than `LARGEST` bytes, or one of them cannot be looked at.
    """
    try:
        size = sum(path.stat().st_size for path in paths)
    except FileNotFoundError as error:
        missing = next((path for path in paths if not path.exists()), paths[0])
        raise ImportFileError(Message("error.import.missing", file=missing.name)) from error
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=paths[0].name)) from error
    if size > LARGEST:
        raise ImportFileError(
            Message("error.import.too_large", file=paths[0].name, limit=LARGEST // (1024 * 1024))
        )


def _decoded(line: bytes, number: int, name: str) -> str:
    line = line.removeprefix(_MARK) if number == 1 else line
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ImportFileError(
            Message("error.import.json_encoding", file=name, line=number, byte=error.start + 1)
        ) from error
