"""What a sheet holds, seen before it is unfolded into memory.

Cells far outside, repeats and texts used again and again would otherwise fill the memory before
anybody could count them.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.errors import Message

MOST_ROWS = 5000
MOST_COLUMNS = 128
ERROR_VALUE = re.compile(r"#(?:[A-Z]{2,12}[?!]?|DIV/0!|N/A)|Err:[0-9]{3}")
"""How spreadsheet programs write that a cell could not be calculated."""
WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
NO_VALUE = Message("finding.sheet.error")
NO_RESULT = Message("finding.sheet.no_result")


class DamagedSheetError(ValueError):
    """The XML of a spreadsheet is not what it should be."""


@dataclass(slots=True)
class SheetSurvey:
    """What one sheet holds.

    Attributes
    ----------
    filled
        How many cells have something in them.
    text
        How many signs they hold together; of texts kept elsewhere see `references`.
    references
        The texts of a common list that are used, each time.
    far
        A cell that stands outside of what is read, such as ``XFD1048576``.
    faults
        By row and column, both from 0, why a cell has no value.
    has_hidden_rows
        Whether a row is hidden, for instance by a filter.
    hidden_columns
        Where hidden columns begin, from 0.
    width
        How many columns there are up to the last with something in it.
    """

    filled: int = 0
    text: int = 0
    references: array[int] = field(default_factory=lambda: array("L"))
    far: str = ""
    faults: dict[tuple[int, int], Message] = field(default_factory=dict)
    has_hidden_rows: bool = False
    hidden_columns: list[int] = field(default_factory=list)
    width: int = 0

    @property
    def is_partly_hidden(self) -> bool:
        """Whether a person may not see all that is read."""
        return self.has_hidden_rows or any(start < self.width for start in self.hidden_columns)

    def add(self, row: int, column: int, signs: int, repeats: tuple[int, int] = (1, 1)) -> None:
        """Count a filled cell."""
        rows, columns = repeats
        if row + rows > MOST_ROWS or column + columns > MOST_COLUMNS:
            self.far = self.far or _name_of(row + rows - 1, column + columns - 1)
            self.filled += 1
            return
        self.filled += rows * columns
        self.width = max(self.width, column + columns)
        self.text += rows * columns * signs


def _name_of(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


class Part:
    """One XML file of a spreadsheet; this one is of no interest."""

    @property
    def is_decided(self) -> bool:
        """Whether the rest need not be looked at: it is of no interest, or will not be opened."""
        return type(self) is Part

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take note of the beginning of an element, named without its prefix."""

    def end(self, name: str) -> None:
        """Take note of its end."""

    def text(self, text: str) -> None:
        """Take note of text in it."""
