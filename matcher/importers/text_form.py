"""How a text file is written: its encoding, and the sign that parts its columns."""

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from matcher.directory.validation import Finding, Severity
from matcher.errors import ImportFileError, Message
from matcher.importers.foreign_text import clean_text

UTF_8 = "utf-8"
WINDOWS = "cp1252"

_LOOKED_AT = 1 << 25
"""Bytes in which signs outside ASCII are looked for; a register may have thousands of millions."""
_LONGEST_LINE = 1 << 20
_HEAD = 1 << 16
_RECORDS = 50

_MARKS = {
    codecs.BOM_UTF8: UTF_8,
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# Halves of pairs have this form too: they are UTF-8 gone wrong, and not Windows-1252.
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ASCII = bytes(range(128))
# Controls, and what Windows-1252 leaves free.
_NO_TEXT = bytes([*range(9), 11, *range(14, 26), *range(27, 32), 0x81, 0x8D, 0x8F, 0x90, 0x9D])
_BESIDE_WORD = re.compile(r"[\s,;|\"]")
_WORD = 40
_SURELY = 0.7

_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "line"}


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a text file is written.

    Attributes
    ----------
    encoding
        Name of a codec of Python.
    delimiter
        The sign between two cells.
    remarks
        What of this was found by looking and a person should know.
    """

    encoding: str = UTF_8
    delimiter: str = ","
    remarks: tuple[Finding, ...] = ()

    @property
    def errors(self) -> str:
        """How the codec hands on what it cannot read, so that its place can be told."""
        return "surrogatepass" if self.encoding.startswith("utf-16") else "surrogateescape"


def form_of(path: Path) -> TextForm:
    """Look at a text file and tell how it is written.

    Parameters
    ----------
    path
        The file; of a very large one the beginning is looked at.

    Raises
    ------
    ImportFileError
        When it cannot be opened.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        encoding = encoding_of(head)
        word = _windows_word(path) if encoding == UTF_8 and not _is_marked(head) else ""
    except OSError as error:
        raise ImportFileError(Message("error.import.unreadable", file=path.name)) from error
    remarks = []
    if word:
        encoding = WINDOWS
        message = Message("finding.file.windows", word=word)
        remarks.append(Finding(Severity.WARNING, message, file=path.name))
    elif encoding != UTF_8 and not _is_marked(head):
        message = Message("finding.file.utf16")
        remarks.append(Finding(Severity.NOTE, message, file=path.name))
    delimiter = _delimiter(decoded(head, encoding), is_whole=len(head) < _HEAD)
    if delimiter != ",":
        message = Message("finding.file.separator", sign=sign_of(delimiter))
        remarks.append(Finding(Severity.NOTE, message, file=path.name))
    return TextForm(encoding, delimiter, tuple(remarks))


def sign_of(delimiter: str) -> Message:
    """Return the name of a sign between cells, in words."""
    return Message(f"finding.sign.{_SIGNS[delimiter]}")


def encoding_of(head: bytes) -> str:
    """Tell UTF-16 from UTF-8 by the first bytes: by its mark, or where that lacks by its zeros."""
    for mark, encoding in _MARKS.items():
        if head.startswith(mark):
            return encoding
    pairs = len(head) // 2
    zeros = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        is_sure = zeros[place] > _SURELY * pairs and zeros[1 - place] < pairs / 10
        if is_sure and any(sign in decoded(head, encoding) for sign in ",;\t|\n{["):
            return encoding
    return UTF_8


def decoded(head: bytes, encoding: str) -> str:
    """Return the beginning of a file as text, without a mark, as far as it can be read."""
    return codecs.getincrementaldecoder(encoding)("replace").decode(head).removeprefix("\ufeff")


def _is_marked(head: bytes) -> bool:
    return head.startswith(tuple(_MARKS))


def _windows_word(path: Path) -> str:
    """Return a word by which a file can be seen to be in Windows-1252; ``""`` when it is not."""
    sequences, loose, looked_at, word = 0, 0, 0, ""
    with path.open("rb") as file:
        while looked_at < _LOOKED_AT and (line := file.readline(_LONGEST_LINE)):
            looked_at += len(line)
            if len(line.translate(None, _NO_TEXT[:-5])) < len(line):
                return ""
            if line.isascii():
                continue
            rest, found = _SEQUENCE.subn(b"", line)
            high = rest.translate(None, _ASCII)
            if len(high.translate(None, _NO_TEXT)) < len(high):
                return ""
            sequences, loose = sequences + found, loose + len(high)
            if high and not word:
                word = _word(line)
    return word if loose > sequences else ""


def _word(line: bytes) -> str:
    """Return the word around the first sign that is not ASCII."""
    text = line.decode(WINDOWS, "replace")
    place = next(place for place, sign in enumerate(text) if sign > "\x7f")
    before, after = text[max(place - _WORD, 0) : place], text[place : place + _WORD]
    return clean_text(_BESIDE_WORD.split(before)[-1] + _BESIDE_WORD.split(after)[0], _WORD)


def _delimiter(text: str, *, is_whole: bool) -> str:
    """Return the sign that parts the most rows into equally many cells as the first one."""
    if not is_whole and "\n" in text:
        # What the cut has left of the last row would count as another.
        text = text[: text.rindex("\n")]
    scores = {sign: _evenness(text, sign) for sign in _SIGNS}
    best = max(scores, key=lambda sign: scores[sign])
    return best if scores[best][0] > 0.6 else ","


def _evenness(text: str, delimiter: str) -> tuple[float, float, int]:
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(record):
                records.append(record)
            if len(records) == _RECORDS:
                break
    except csv.Error:
        pass
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0, 0, 0
    first = len(records[0])
    width = max(widths, key=lambda width: (widths[width], width == first))
    cells = [cell for record in records for cell in record[1:]]
    # Commas inside of sentences have a space behind them.
    spaces = sum(cell.startswith(" ") for cell in cells) / len(cells)
    return widths[width] / len(records) + (width == first) / 4, -round(spaces, 2), width
