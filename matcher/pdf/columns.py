"""How high shapes are, and how they are divided into columns; a table's width among its own."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from matcher.document import Table
from matcher.pdf.tagged_canvas import TaggedText

_ANY_HEIGHT = 9999.0

_SHORTEST, _LONGEST = 12, 60
"""Between these, in letters, a longer text makes its column of a table wider."""

_FIRST_SHARE, _BOX_SHARE = 0.23, 0.2
"""Of a table to be ticked: the least its first column takes, the most one of boxes takes."""

_MOST_LINES = 2.6
"""Short words take no more than three lines, as each break loses room."""


def column_shares(table: Table) -> list[float]:
    """Return each column's part of the width, by its longest text."""
    if table.kind == "log":
        longest: list[float] = [2 * _SHORTEST, *[_SHORTEST] * (len(table.headings) - 1)]
    elif table.kind == "ticks":
        each = min(_BOX_SHARE, (1 - _FIRST_SHARE) / (len(table.headings) - 1))
        longest = [1 - each * (len(table.headings) - 1), *[each] * (len(table.headings) - 1)]
    else:
        columns = zip(table.headings, *table.rows, strict=True)
        # A text twice as long goes on a second line rather than take twice the width.
        longest = [
            min(max(map(len, [*column, "x" * _SHORTEST])), _LONGEST) ** 0.5 for column in columns
        ]
    return [length / sum(longest) for length in longest]


def least_width(cell: Any) -> float:
    """Return how wide the longest word of a cell is, in points: a shape, or a list of them."""
    if isinstance(cell, list):
        return max(map(least_width, cell), default=0.0)
    return cell.least_width if isinstance(cell, TaggedText) else 0.0


def widened(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return widths of columns, all in points, none narrower than its longest word.

    What one takes, the others give of what they can spare. Where there is no room for all words,
    the longest is broken.
    """
    pairs = [*zip(widths, _with_room(least, sum(widths)), strict=True)]
    missing = sum(max(want - width, 0) for width, want in pairs)
    spare = sum(max(width - want, 0) for width, want in pairs)
    kept = 1 - missing / spare if spare else 0.0
    return [want if want >= width else want + kept * (width - want) for width, want in pairs]


def _with_room(least: Sequence[float], room: float) -> list[float]:
    """Return how wide columns are to be at least, so that there is room for all."""
    wanted, too_much = [*least], sum(least) - room
    if too_much > 0:
        longest = wanted.index(max(wanted))
        wanted[longest] = max(wanted[longest] - too_much, room / len(wanted) / 2)
    left, most = room, room
    for number, want in enumerate(sorted(wanted)):
        most = left / (len(wanted) - number)
        if want > most:
            break
        left -= want
    else:
        return wanted
    return [min(want, most) for want in wanted]


def are_short(words: Sequence[str], style: ParagraphStyle, width: float) -> bool:
    """Tell whether words with boxes can stand in columns of this width.

    Most of them have to stay on one line, and none may take many.
    """
    room = width - 2 * style.fontSize
    lines = [stringWidth(each, style.fontName, style.fontSize) / room for each in words]
    is_most = sum(each <= 1 for each in lines) >= len(lines) / 2
    return is_most and max(lines, default=0) <= _MOST_LINES


def height_of(shapes: Sequence[Flowable], width: float) -> float:
    """Return the height of shapes one below the other in a width; room between two is shared.

    Both in points.
    """
    total = room = 0.0
    for shape in shapes:
        _, height = shape.wrap(width, _ANY_HEIGHT)
        total += max(shape.getSpaceBefore() - room, 0) + height + shape.getSpaceAfter()
        room = shape.getSpaceAfter()
    return total
