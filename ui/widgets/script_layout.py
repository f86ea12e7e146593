"""Where the words to type go: lines as they are where they have room, else nothing torn apart."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_CELL = re.compile(r"\S+(?: \S+)*")
"""What two or more spaces keep apart."""

_HANG = 4
"""Signs by which a line that goes on begins further in, which tells it from the next one."""

_GAP = 3
"""Signs between two columns."""

_MOST_FOR_TERMS = 0.45
"""Of the width, how much the first of two columns may take."""

_LEAST_BESIDE = 24
"""Signs that the second column has room for, or it goes below the first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line.

    Attributes
    ----------
    left
        Pixels before them.
    line
        Which line they stand on, from 0.
    """

    left: int
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class _Cell:
    at: int
    words: str


def laid_out(lines: Sequence[str], width: int, measure: Callable[[str], int]) -> list[Piece]:
    """Return where each part of some lines goes; a line breaks at a space, and nowhere else.

    Parameters
    ----------
    lines
        As they are typed; columns have two spaces or more between them.
    width
        Pixels there are.
    measure
        Tells how wide words are. The face need not give every sign the same width.
    """
    cells = [[_Cell(each.start(), each[0]) for each in _CELL.finditer(line)] for line in lines]
    sign = measure("0")
    as_typed = [[*_as_typed(row, sign, measure)] for row in cells]
    if all(left + measure(words) <= width for row in as_typed for left, words in row):
        return [
            Piece(left, line, words) for line, row in enumerate(as_typed) for left, words in row
        ]
    page = _Page(width, sign, measure)
    if max(map(len, cells)) == 2:
        page.add_terms(cells)
    else:
        for row in cells:
            page.add_line(row)
    return page.pieces


def _as_typed(
    row: Sequence[_Cell], sign: int, measure: Callable[[str], int]
) -> Iterator[tuple[int, str]]:
    end = 0
    for cell in row:
        left = max(cell.at * sign, end)
        end = left + measure(cell.words) + sign
        yield left, cell.words


class _Page:
    """Lines that are broken to fit."""

    def __init__(self, width: int, sign: int, measure: Callable[[str], int]) -> None:
        self.pieces: list[Piece] = []
        self._width = width
        self._sign = sign
        self._measure = measure
        self._line = 0

    def add_line(self, row: Sequence[_Cell]) -> None:
        """Add a line by itself; what stood in columns follows each other."""
        left = row[0].at * self._sign if row else 0
        words = " ".join(cell.words for cell in row)
        self._line = self._add(words, left, self._line, self._width)

    def add_terms(self, rows: Sequence[Sequence[_Cell]]) -> None:
        """Add terms, each with what is said of it beside it, or below it where there is no room."""
        longest = max(self._measure(row[0].words) for row in rows if len(row) > 1)
        terms = min(longest, int(self._width * _MOST_FOR_TERMS))
        beside = terms + _GAP * self._sign
        has_room = self._width - beside >= _LEAST_BESIDE * self._sign
        for row in rows:
            if len(row) < 2:
                self.add_line(row)
                continue
            term, said = row
            if has_room:
                ends = (
                    self._add(term.words, 0, self._line, terms),
                    self._add(said.words, beside, self._line, self._width, hang=0),
                )
                self._line = max(ends)
            else:
                end = self._add(term.words, 0, self._line, self._width)
                self._line = self._add(said.words, 2 * _HANG * self._sign, end, self._width, hang=0)

    def _add(self, words: str, left: int, line: int, right: int, hang: int = _HANG) -> int:
        """Add words from a line on, and return the line behind them."""
        further = left + hang * self._sign
        for number, broken in enumerate(self._broken(words, right - left, right - further)):
            self.pieces.append(Piece(further if number else left, line, broken))
            line += 1
        return line if words else line + 1

    def _broken(self, words: str, first: int, rest: int) -> Iterator[str]:
        line, room = "", first
        for word in words.split(" "):
            longer = f"{line} {word}" if line else word
            if line and self._measure(longer) > room:
                yield line
                line, room = word, rest
            else:
                line = longer
            while self._measure(line) > room and len(line) > 1:
                fits = self._fitting(line, room)
                yield line[:fits]
                line, room = line[fits:], rest
        if line:
            yield line

    def _fitting(self, word: str, room: int) -> int:
        """Return how many signs of a word fit that is longer than a whole line."""
        fits = next(n for n in range(1, len(word) + 1) if self._measure(word[: n + 1]) > room)
        return max(1, fits)
