"""Ledgers: what is said now, and beside each fact the room to correct it with a pen."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, Spacer

from matcher import document as content
from matcher.pdf.flowables import EmptyCell, TickBoxes
from matcher.pdf.rows import RowPrinter
from matcher.pdf.styles import HAIRLINE, WRITING_LINE
from matcher.pdf.tables import LongTable, RowLook
from matcher.pdf.tag import Scope, Tag, list_of, row_of, wide_heading_of
from matcher.pdf.texts import body_of

_STATED_SHARES, _LARGE_STATED_SHARES = (0.15, 0.53), (0.68,)
_SILENT_SHARES, _LARGE_WRITTEN_SHARES = (0.3,), (0.45,)
"""Widths of columns but the last, as parts of the page's; large print names a part above it."""

_ROOM = 3.0
"""Above and below the words of a row, in points: one line of it can be written on."""


@dataclass(frozen=True, slots=True)
class _LedgerLook(RowLook):
    """Rules between parts; inside a part only where something is to be written.

    Attributes
    ----------
    ends
        The last row of each part, and the headings.
    """

    ends: tuple[int, ...] = ()

    def _rules(self) -> Iterator[tuple[Any, ...]]:
        rule = (HAIRLINE, colors.black)
        for row in self.wide_rows:
            yield ("SPAN", (0, row), (-1, row))
        begin = 0
        for end in self.ends:
            yield ("LINEBELOW", (0, end), (-1, end), *rule)
            first = begin + 1 if begin in self.wide_rows else begin
            if first < end:
                yield ("LINEBELOW", (-1, first), (-1, end - 1), *rule)
            begin = end + 1


class LedgerPrinter(RowPrinter):
    """Turns ledgers into tables."""

    def ledger(self, block: content.Ledger, parent: Tag) -> Iterator[LongTable]:
        """Yield one ledger as a table; in large print, boxes apart from what is written."""
        if block.headings or not self._texts.is_large:
            shares = _SILENT_SHARES if not block.headings else self._stated_shares
            yield self._ledger_table(block.headings, block.parts, shares, parent)
            return
        for are_boxes, parts in groupby(block.parts, lambda part: bool(part.boxes)):
            shares = () if are_boxes else _LARGE_WRITTEN_SHARES
            yield self._ledger_table((), tuple(parts), shares, parent)

    @property
    def _stated_shares(self) -> tuple[float, ...]:
        return _LARGE_STATED_SHARES if self._texts.is_large else _STATED_SHARES

    def _ledger_table(
        self,
        headings: tuple[str, ...],
        parts: tuple[content.Part, ...],
        shares: tuple[float, ...],
        parent: Tag,
    ) -> LongTable:
        tag = Tag("Table", parent)
        rows = [self._ledger_heads(headings, tag)] if headings else []
        ends, wide = [*range(len(rows))], []
        for part in parts:
            if self._is_named_above(part):
                wide.append(len(rows))
                heading = wide_heading_of(len(shares) + 1, tag)
                rows.append([self._topic(part.name, heading), *[""] * len(shares)])
            rows += self._ledger_rows(part, tag)
            ends.append(len(rows) - 1)
        look = _LedgerLook(_ROOM, _ROOM, wide_rows=tuple(wide), ends=tuple(ends))
        # A long word of what is said is broken: it may not take the room to write.
        named = [] if wide else [[row[0], *[""] * len(shares)] for row in rows]
        widths = self._widths(named, shares, look)
        return self._table(rows, widths, look, len(headings[:1]))

    def _is_named_above(self, part: content.Part) -> bool:
        return self._texts.is_large and bool(part.stated or part.boxes)

    def _ledger_heads(self, headings: tuple[str, ...], table: Tag) -> list[Any]:
        if self._texts.is_large:
            headings = headings[1:]
        scopes: list[Scope | None] = ["Column" if words else None for words in headings]
        style = self._styles.small_strong
        return [
            self._texts.text(words, style, Tag("P", cell))
            for words, cell in zip(headings, row_of(scopes, table), strict=True)
        ]

    def _ledger_rows(self, part: content.Part, table: Tag) -> Iterator[list[Any]]:
        """Yield each thing said with room beside it, or the room alone; the name comes first."""
        count = 2 if part.stated else 1
        for number, said in enumerate(part.stated or ("",)):
            if self._is_named_above(part):
                name: list[Any] = []
                cells = row_of([None] * count, table)
            else:
                head, *cells = row_of([None if number else "Row", *[None] * count], table)
                name = ["" if number else self._topic(part.name, head)]
            stated = [self._dense(said, cells[0])] if part.stated else []
            yield [*name, *stated, self._room(part, said or part.name, cells[-1])]

    def _room(self, part: content.Part, about: str, cell: Tag) -> list[Flowable]:
        if not part.boxes:
            text = self._dense("", cell)
            text.words = about
            more = (part.lines - 1) * WRITING_LINE * self._styles.scale
            return [EmptyCell(text, _ROOM + more), Spacer(0, more)]
        items = list_of(cell, "Square")
        labels = [self._dense(label, body_of(items)) for label in part.boxes]
        return [TickBoxes(labels, part.name)]
