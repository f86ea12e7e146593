"""Blocks that are rows: tables, wishes beside profiles, good signs beside those to take care of."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from reportlab.platypus import Flowable

from matcher import document as content
from matcher.pdf.columns import column_shares, least_width, widened
from matcher.pdf.flowables import EmptyCell, TickBoxes
from matcher.pdf.styles import GAP
from matcher.pdf.tables import LogTable, LongTable, RowLook, log_table, long_table
from matcher.pdf.tag import Scope, Tag, list_of, row_of, wide_heading_of
from matcher.pdf.tagged_canvas import TaggedText as Text
from matcher.pdf.texts import Texts, body_of

_NAME_SHARE = 0.23
"""Width of a wish's name, as part of the page's."""

_TOPIC_SHARE = 0.2
"""Width of the topic before two lists side by side."""

_LONGEST_AGAIN = 200
"""A heading longer than this, in letters, is not said again over rows that go on."""

_LOG_ROW, _LOW_LOG_ROW = 4 * GAP, 2 * GAP
"""Room to write below a name; and where a page is nearly full."""


class RowPrinter:
    """Turns blocks that are rows into tables.

    Parameters
    ----------
    texts
        Makes their words.
    size
        Width and height between the margins, in points.

    Attributes
    ----------
    padding
        Room above and below the words of a row, in points.
    """

    def __init__(self, texts: Texts, size: tuple[float, float]) -> None:
        self.padding = texts.styles.row_padding
        self._texts = texts
        self._styles = texts.styles
        self._width, self._height = size
        self._heading = ""
        self._above: list[float] = []

    def begin_section(self, heading: str) -> None:
        """Begin a section; its heading is said again over rows that go on over the next page."""
        self._heading = heading
        self._above = []

    def fits(self, blocks: Sequence[content.Fit], parent: Tag) -> Iterator[LongTable]:
        """Return wishes, one below the other, as one table."""
        rows = []
        for block in blocks:
            status = [self._dense(block.status, parent)] if block.status else []
            said = [*block.lines, block.source] if block.source else block.lines
            name = [self._topic(block.name, parent), *status]
            rows.append([name, [self._dense(line, parent) for line in said]])
        look = RowLook(self.padding, self.padding, is_flush=True)
        yield self._table(rows, self._widths(rows, [_NAME_SHARE], look), look)

    def contrasts(self, blocks: Sequence[content.Contrast], parent: Tag) -> Iterator[LongTable]:
        """Return pairs of lists below each other; what heads both is said on each page."""
        runs: list[list[content.Contrast]] = []
        for block in blocks:
            if not runs or not block.heading:
                runs.append([])
            runs[-1].append(block)
        for run in runs:
            yield self._contrast_table(run, Tag("Table", parent))

    def _contrast_table(self, blocks: Sequence[content.Contrast], tag: Tag) -> LongTable:
        make = self._pair_below_topic if self._texts.is_large else self._pair_beside_topic
        rows = [row for block in blocks for row in make(block, tag)]
        shares = [0.5] if self._texts.is_large else [_TOPIC_SHARE, (1 - _TOPIC_SHARE) / 2]
        wide = [number for number, row in enumerate(rows) if row[-1] == ""]
        look = RowLook(self.padding, self.padding, is_flush=True, wide_rows=tuple(wide))
        widths = self._widths(rows, shares, look)
        return self._table(rows, widths, look, heads=0 if blocks[0].heading else 1)

    def _pair_beside_topic(self, block: content.Contrast, table: Tag) -> Iterator[list[Any]]:
        if not block.heading:
            _corner, *sides = row_of([None, "Column", "Column"], table)
            yield ["", *self._heads(block, sides)]
            return
        topic, *sides = row_of(["Row", None, None], table)
        yield [self._topic(block.heading, topic), *self._lists(block, sides)]

    def _pair_below_topic(self, block: content.Contrast, table: Tag) -> Iterator[list[Any]]:
        if not block.heading:
            yield self._heads(block, row_of(["Column", "Column"], table))
            return
        yield [self._topic(block.heading, wide_heading_of(2, table)), ""]
        yield self._lists(block, row_of([None, None], table))

    def _heads(self, block: content.Contrast, cells: Sequence[Tag]) -> list[Any]:
        style = self._styles.small_strong
        return [
            [self._texts.text(words, style, Tag("P", cell)) for words in side]
            for side, cell in zip((block.left, block.right), cells, strict=True)
        ]

    def _lists(self, block: content.Contrast, cells: Sequence[Tag]) -> list[Any]:
        lists = []
        for side, cell in zip((block.left, block.right), cells, strict=True):
            items = list_of(cell, "None")
            lists.append([self._texts.dense_bullet(item, items) for item in side])
        return lists

    def table(self, block: content.Table, parent: Tag) -> Iterator[LongTable]:
        """Return a table; its first column says what its rows are about."""
        if not block.rows:
            return
        tag, is_log = Tag("Table", parent), block.kind == "log"
        below = _LOG_ROW * self._styles.scale if is_log else self.padding
        scopes: list[Scope | None] = ["Column" if words else None for words in block.headings]
        style = self._styles.small_strong
        heads = [
            self._texts.text(words, style, Tag("P", cell))
            for words, cell in zip(block.headings, row_of(scopes, tag), strict=True)
        ]
        rows = [self._row(block, number, tag, below) for number in range(len(block.rows))]
        look = RowLook(self.padding, below, has_columns=is_log)
        lines = [heads, *rows]
        if not is_log or len(self._above) != len(heads):
            self._above = self._widths(lines, column_shares(block)[:-1], look)
        if is_log:
            yield self._log(lines, look)
        else:
            yield self._table(lines, self._above, look, heads=1)

    def _log(self, rows: Sequence[Sequence[Any]], look: RowLook) -> LogTable:
        table = log_table(rows, self._above, look)
        table.goes_on(1, partial(self._again, self._heading), self._height)
        table.stands_whole(look.below, _LOW_LOG_ROW * self._styles.scale, self._height)
        return table

    def _row(self, block: content.Table, number: int, tag: Tag, below: float) -> list[Flowable]:
        row = block.rows[number]
        first: Scope | None = "Row" if row[0] else None
        tags = row_of([first, *[None] * (len(row) - 1)], tag)
        cells: list[Flowable] = []
        for place, (words, cell) in enumerate(zip(row, tags, strict=True)):
            is_box = block.kind == "ticks" and place > 0
            text = self._dense(words, body_of(list_of(cell, "Square")) if is_box else cell)
            about = f"{row[0] or number + 1}: {block.headings[place]}"
            text.words = words or about
            if is_box:
                cells.append(TickBoxes([text], about if words else ""))
            else:
                cells.append(text if words else EmptyCell(text, below))
        return cells

    def _table(
        self, rows: Sequence[Sequence[Any]], widths: list[float], look: RowLook, heads: int = 0
    ) -> LongTable:
        table = long_table(rows, widths, look)
        table.goes_on(heads, partial(self._again, self._heading), self._height)
        return table

    def _widths(
        self, rows: Sequence[Sequence[Any]], shares: Sequence[float], look: RowLook
    ) -> list[float]:
        """Return the widths of columns in points, the last one's what there is left."""
        widths = [self._width * share for share in (*shares, 1 - sum(shares))]
        least = [0.0] * len(widths)
        for number, row in enumerate(rows):
            if number not in look.wide_rows:
                needed = [least_width(cell) + look.beside for cell in row]
                least = [*map(max, least, needed)]
        return widened(widths, least)

    def _again(self, heading: str) -> Text | None:
        """Return a section's heading as it stands over rows that go on."""
        if not 0 < len(heading) <= _LONGEST_AGAIN:
            return None
        text = self._texts.text(heading, self._styles.subheading, Tag("P"))
        text.is_decoration = True
        return text

    def _topic(self, words: str, parent: Tag) -> Text:
        return self._texts.text(words, self._styles.small_strong, Tag("H3", parent))

    def _dense(self, words: str, parent: Tag) -> Text:
        return self._texts.dense(words, Tag("P", parent))
