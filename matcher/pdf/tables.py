"""Shapes side by side, and tables with rules that may go on over several pages."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, Table, TableStyle

from matcher.pdf.fonts import REGULAR
from matcher.pdf.styles import GAP, HAIRLINE

CELL_PADDING = 3
_ROWS_KEPT = 3
"""How many rows of a long table, its headings among them, stay with the words before it."""

_RULE = ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, colors.black)
_EVERY_CELL: list[tuple[Any, ...]] = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


class LongTable(Table):  # type: ignore[misc]
    """A table that may go on over several pages."""

    def repeat_if_low(self, highest: float) -> None:
        """Say the headings again on each page, unless they would take most of it."""
        self.wrap(sum(self._colWidths), highest)
        self.repeatRows = 1 if self._rowHeights[0] <= highest else 0

    def height_of_beginning(self, width: float, height: float) -> float:
        """Return the height of the rows that stay with the words before it."""
        self.wrap(width, height)
        return float(sum(self._rowHeights[:_ROWS_KEPT]))


def long_table(
    rows: Sequence[Sequence[Flowable]], widths: Sequence[float], below: float = CELL_PADDING
) -> LongTable:
    """Return rows with a rule below each.

    Parameters
    ----------
    rows
        The headings first.
    widths
        Of the columns.
    below
        Room below the words of a row.
    """
    table = LongTable(rows, widths, splitInRow=1, spaceAfter=GAP / 2)
    first_column = ("LEFTPADDING", (0, 0), (0, -1), 0)
    room = ("BOTTOMPADDING", (0, 1), (-1, -1), below)
    table.setStyle(TableStyle([*_EVERY_CELL, first_column, room, _RULE]))
    return table


def side_by_side(
    cells: Sequence[Any], widths: Sequence[float], *, gutter: float = GAP, is_ruled: bool = False
) -> Table:
    """Return shapes, or lists of them, side by side.

    Parameters
    ----------
    cells
        From left to right.
    widths
        Of each, the gutter after it included.
    gutter
        Between two.
    is_ruled
        Whether a rule stands below.
    """
    row = Table([cells], widths, splitInRow=1)
    style = [
        *_EVERY_CELL,
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), gutter),
        ("TOPPADDING", (0, 0), (-1, -1), CELL_PADDING - 1 if is_ruled else 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), CELL_PADDING if is_ruled else 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ]
    row.setStyle(TableStyle([*style, _RULE] if is_ruled else style))
    return row
