"""Shapes side by side, and tables with rules that may go on over several pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, PageBreak, Table, TableStyle

from matcher.pdf.flowables import EmptyCell
from matcher.pdf.fonts import REGULAR
from matcher.pdf.styles import GAP, HAIRLINE, ROW_PADDING
from matcher.pdf.tagged_canvas import TaggedText

_BESIDE = 6.0
"""Room left and right of the words of a cell, in points."""

_ROWS_KEPT = 2
"""How many rows of a long table, below its headings, stay with the words before it."""

_HIGHEST_HEAD, _HIGHEST_ROW = 0.3, 0.5
"""Parts of a page: higher headings are not said again, a higher row may be divided."""

_NEARLY = 0.01
"""So that what is made to fit is not too high by a rounding."""

_RULE = ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, colors.black)
_COLUMN_RULE = ("LINEAFTER", (0, 0), (-2, -1), HAIRLINE, colors.black)
_EVERY_CELL: list[tuple[Any, ...]] = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the rows of a table look like; lengths in points.

    Attributes
    ----------
    above, below
        Room above and below the words of a row.
    is_flush
        Whether words begin where their column does.
    has_columns
        Whether rules stand between the columns, to keep apart what is written in them.
    wide_rows
        Rows, counted from 0, that are one cell, the heading of the row after it.
    """

    above: float = ROW_PADDING
    below: float = ROW_PADDING
    is_flush: bool = False
    has_columns: bool = False
    wide_rows: tuple[int, ...] = ()

    @property
    def beside(self) -> float:
        """Room that a cell's words leave of the width of its column."""
        return GAP if self.is_flush else 2 * _BESIDE

    def commands(self) -> Iterator[tuple[Any, ...]]:
        """Give the look in the words of reportlab."""
        yield from _EVERY_CELL
        yield ("TOPPADDING", (0, 0), (-1, -1), self.above - 1 if self.is_flush else self.above)
        yield ("BOTTOMPADDING", (0, 0), (-1, -1), min(self.above, self.below))
        yield ("BOTTOMPADDING", (0, 1), (-1, -1), self.below)
        yield ("LEFTPADDING", (0, 0), (0, -1), 0)
        if self.is_flush:
            yield ("LEFTPADDING", (0, 0), (-1, -1), 0)
            yield ("RIGHTPADDING", (0, 0), (-1, -1), GAP)
        if self.has_columns:
            yield _COLUMN_RULE
        yield from self._rules()

    def _rules(self) -> Iterator[tuple[Any, ...]]:
        begin = 0
        for row in self.wide_rows:
            yield ("SPAN", (0, row), (-1, row))
            if row > begin:
                yield ("LINEBELOW", (0, begin), (-1, row - 1), *_RULE[3:])
            begin = row + 1
        yield ("LINEBELOW", (0, begin), (-1, -1), *_RULE[3:])


class LongTable(Table):  # type: ignore[misc]
    """A table that may go on over several pages.

    Attributes
    ----------
    stays_whole
        Whether it is rather to begin a page than to be divided.
    """

    stays_whole = False

    _rowHeights: list[float]  # noqa: N815 - reportlab's name
    _again: Callable[[], TaggedText | None] | None = None
    _highest = 0.0

    def goes_on(
        self, heads: int, again: Callable[[], TaggedText | None], page_height: float
    ) -> None:
        """Settle what is said on the next page, and that no row stands there alone.

        Parameters
        ----------
        heads
            How many rows are headings; they are said again.
        again
            Makes what is said where the table has no headings, or too high ones.
        page_height
            Between the margins, in points.
        """
        self._highest = _HIGHEST_ROW * page_height
        self.wrap(sum(self._colWidths), page_height)
        heights = self._rowHeights
        self.repeatRows = heads if sum(heights[:heads]) <= _HIGHEST_HEAD * page_height else 0
        self._again = None if self.repeatRows else again
        for first in {*self._wide_rows(), len(heights) - 2}:
            if first >= self.repeatRows and sum(heights[first : first + 2]) <= self._highest:
                self.setStyle([("NOSPLIT", (0, first), (-1, first + 1))])

    def _wide_rows(self) -> Iterator[int]:
        return (start[1] for _, start, _ in self._spanCmds)

    def onSplit(self, table: "LongTable", *_: int) -> None:  # noqa: N802 - reportlab's name
        """Let a part of it know what is said again, too."""
        table._again, table._highest = self._again, self._highest  # noqa: SLF001 - of its own kind

    def split(self, width: float, height: float) -> list[Flowable]:
        """Divide it at the end of a page; a row only if it is very high."""
        self.splitInRow = int(max(self._rowHeights[: self.repeatRows + 1]) > self._highest)
        parts: list[Flowable] = super().split(width, height)
        again = self._again() if self._again is not None and len(parts) > 1 else None
        return [parts[0], PageBreak(), again, *parts[1:]] if again is not None else parts

    def height_of_beginning(self, width: float, height: float) -> float:
        """Return the height of the rows that stay with the words before it."""
        self.wrap(width, height)
        return float(sum(self._rowHeights[: self.repeatRows + _ROWS_KEPT]))


class LogTable(LongTable):
    """A table to write in: it stands whole on a page, its rows lower where room is short.

    Only one that is higher than a page goes on over the next.
    """

    _room = 0.0
    _lowest = 0.0
    _page_height = 0.0

    def stands_whole(self, room: float, lowest: float, page_height: float) -> None:
        """Settle how high it is.

        Parameters
        ----------
        room
            To write in below the words of each row but the first, in points.
        lowest
            What may become of it, in points.
        page_height
            Between the margins, in points.
        """
        self._room, self._lowest, self._page_height = room, lowest, page_height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give it lower rows where it fits so, or else leave it to the next page."""
        least = self._least_height(width)
        if least > self._page_height:
            return super().split(width, height)
        if least > height:
            return []
        _, usual = self.wrap(width, height)
        self._lower((usual - height) / self._rows_to_write_in + _NEARLY)
        return [self]

    def height_of_beginning(self, width: float, height: float) -> float:
        """Return how high it is at least: all of it stays with the words before it."""
        least = self._least_height(width)
        return least if least <= self._page_height else super().height_of_beginning(width, height)

    @property
    def _rows_to_write_in(self) -> int:
        return max(len(self._rowHeights) - 1, 1)

    def _least_height(self, width: float) -> float:
        _, usual = self.wrap(width, self._page_height)
        return float(usual - self._rows_to_write_in * (self._room - self._lowest - _NEARLY))

    def _lower(self, by: float) -> None:
        """Take so much, in points, of the room in each row."""
        self._room -= by
        self.setStyle([("BOTTOMPADDING", (0, 1), (-1, -1), self._room)])
        for cell in chain.from_iterable(chain.from_iterable(self._cellvalues)):
            if isinstance(cell, EmptyCell):
                cell.below = self._room


def long_table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    look: RowLook = RowLook(),
) -> LongTable:
    """Return rows with a rule below each.

    Parameters
    ----------
    rows
        Those that are headings first.
    widths
        Of the columns, in points.
    look
        What the rows look like.
    """
    table = LongTable(rows, widths, splitInRow=1, spaceAfter=GAP / 2)
    table.setStyle(TableStyle([*look.commands()]))
    return table


def log_table(rows: Sequence[Sequence[Any]], widths: Sequence[float], look: RowLook) -> LogTable:
    """Return rows to write in, as `long_table` returns those to read."""
    table = LogTable(rows, widths, splitInRow=1, spaceAfter=GAP / 2)
    table.setStyle(TableStyle([*look.commands()]))
    return table


def side_by_side(cells: Sequence[Any], widths: Sequence[float], *, gutter: float = GAP) -> Table:
    """Return shapes, or lists of them, side by side.

    Parameters
    ----------
    cells
        From left to right.
    widths
        Of each in points, the gutter after it included.
    gutter
        Between two, in points.
    """
    row = Table([cells], widths, splitInRow=1)
    style = [
        *_EVERY_CELL,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), gutter),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ]
    row.setStyle(TableStyle(style))
    return row
