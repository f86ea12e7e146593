"""One large JSON object read piece by piece: its members, and of its long lists the entries."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TextIO

from matcher.errors import ImportFileError, Message
from matcher.importers.json_file import JsonFaultError, object_of_pairs, refuse_constant

LONGEST_ENTRY = 1 << 22
"""Signs that one member or one entry of a list may have."""

_PIECE = 1 << 18
_SPACE = re.compile(r"[ \t\r\n]*")
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_MARK = "\ufeff"

_decoder = json.JSONDecoder(
    parse_float=Decimal, parse_constant=refuse_constant, object_pairs_hook=object_of_pairs
)


def read_members(path: Path, listed: str) -> Iterator[tuple[str, object]]:
    """Yield the members of the one object in a file, without holding all of it in memory.

    Parameters
    ----------
    path
        A file in UTF-8.
    listed
        The name of the member whose value is a long list: its entries come one by one, each under
        this name. Another shape of it comes whole.

    Yields
    ------
    tuple
        Name and value, in the order of the file; numbers with a point as `decimal.Decimal`.

    Raises
    ------
    ImportFileError
        When it cannot be read on, saying where.
    """
    try:
        with path.open(encoding="utf-8", errors="surrogateescape", newline="") as file:
            yield from _Stream(file, path.name).members(listed)
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error


class _Stream:
    """The part of a file that was read and not used yet."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file = file
        self._name = name
        self._text = ""
        self._place = 0
        self._lines_before = 0
        self._signs_before = 0
        self._bytes_before = 0
        self._is_whole = False

    def members(self, listed: str) -> Iterator[tuple[str, object]]:
        if not self._next_sign():
            raise ImportFileError(Message("error.import.empty", file=self._name))
        self._take("{")
        seen: set[str] = set()
        while self._next_sign() != "}":
            if seen:
                self._take(",")
                self._next_sign()
            name = self._value()
            if not isinstance(name, str):
                raise self._syntax(self._place)
            if name in seen:
                raise self._unusable(Message("finding.json.repeated"))
            seen.add(name)
            self._take(":")
            if self._next_sign() == "[" and name == listed:
                yield from ((name, entry) for entry in self._entries())
            else:
                yield name, self._value()
        self._take("}")
        if self._next_sign():
            raise self._syntax(self._place)

    def _entries(self) -> Iterator[object]:
        self._take("[")
        is_first = True
        while self._next_sign() != "]":
            if not is_first:
                self._take(",")
                self._next_sign()
            yield self._value()
            is_first = False
        self._take("]")

    def _next_sign(self) -> str:
        """Go to the next sign that is no white space and return it; ``""`` at the end."""
        while True:
            match = _SPACE.match(self._text, self._place)
            self._place = match.end() if match else self._place
            if self._place < len(self._text):
                return self._text[self._place]
            if not self._read_on():
                return ""

    def _take(self, sign: str) -> None:
        if self._next_sign() != sign:
            raise self._syntax(self._place)
        self._place += 1

    def _value(self) -> object:
        """Read the value that begins here, reading on in the file until it is whole."""
        while True:
            try:
                value, end = _decoder.raw_decode(self._text, self._place)
            except json.JSONDecodeError as error:
                if not self._read_on():
                    raise self._syntax(error.pos) from error
            except JsonFaultError as fault:
                raise self._unusable(fault.message) from fault
            except RecursionError as error:
                raise self._unusable(Message("finding.json.deep")) from error
            except (ValueError, ArithmeticError) as error:
                raise self._unusable(Message("finding.json.number")) from error
            else:
                # A number at the end of what was read may go on.
                if end < len(self._text) or not self._read_on():
                    self._place = end
                    return value

    def _read_on(self) -> bool:
        """Read as much again as is waiting; tell whether there was more."""
        waiting = len(self._text) - self._place
        if waiting > LONGEST_ENTRY:
            line = self._line(self._place)
            raise ImportFileError(
                Message("error.import.long_entry", file=self._name, line=line, limit=LONGEST_ENTRY)
            )
        more = "" if self._is_whole else self._file.read(max(_PIECE, waiting))
        if not more:
            self._is_whole = True
            return False
        is_first = not (self._text or self._lines_before)
        more = more.removeprefix(_MARK) if is_first else more
        self._let_go(self._text[: self._place])
        self._text, self._place = self._text[self._place :] + more, 0
        self._refuse_other_encoding(len(self._text) - len(more))
        return True

    def _let_go(self, used: str) -> None:
        """Remember where a text ended that is needed no more."""
        if "\n" in used:
            self._lines_before += used.count("\n")
            self._signs_before = self._bytes_before = 0
            used = used[used.rfind("\n") + 1 :]
        self._signs_before += len(used)
        self._bytes_before += len(used.encode("utf-8", "surrogateescape"))

    def _refuse_other_encoding(self, start: int) -> None:
        wrong = None if self._text.isascii() else _NOT_UTF8.search(self._text, start)
        if wrong is not None:
            begin = self._text.rfind("\n", 0, wrong.start()) + 1
            before = len(self._text[begin : wrong.start()].encode("utf-8", "surrogateescape"))
            raise ImportFileError(
                Message(
                    "error.import.encoding",
                    file=self._name,
                    line=self._line(wrong.start()),
                    byte=before + 1 + (0 if begin else self._bytes_before),
                )
            )

    def _line(self, place: int) -> int:
        return self._lines_before + self._text.count("\n", 0, place) + 1

    def _syntax(self, place: int) -> ImportFileError:
        line_end = self._text.rfind("\n", 0, place)
        column = place - line_end + (self._signs_before if line_end < 0 else 0)
        return self._unusable(Message("finding.json.syntax", line=self._line(place), column=column))

    def _unusable(self, reason: Message) -> ImportFileError:
        return ImportFileError(Message("error.import.json", file=self._name, reason=reason))
