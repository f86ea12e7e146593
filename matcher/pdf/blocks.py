"""From blocks of content to shapes on paper: one function a kind of block."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    Spacer,
    Table,
    TableStyle,
)

from matcher.checklist import document as content
from matcher.pdf.flowables import BoxedLine, Framed, ReasonRow, TickBoxes, WritingLines
from matcher.pdf.fonts import REGULAR, markup
from matcher.pdf.styles import GAP, HAIRLINE, WRITING_LINE, Styles
from matcher.pdf.tag import Tag, row_of
from matcher.pdf.tagged_canvas import TaggedText as Text

_NAME_SHARE = 0.3
"""Width of the first column of a table of profiles."""

_LINE_HEIGHTS = tuple(WRITING_LINE * share for share in (1.3, 1.15, 1.0, 0.9, 0.8, 0.72))
"""Lines to write on, the highest first: a page takes the first that lets it hold everything."""

_SHORTEST, _LONGEST = 12, 24
_CELL_PADDING = 3
"""Between these, in letters, a longer text makes its column of a table wider."""

_BETWEEN_COLUMNS = 2.4 * GAP
_TALLEST_COLUMN = 620.0
_ASIDE_SHARE = 0.4
_LOG_ROW = 2.6 * GAP
"""Room to write below a name."""

_NUMBER_WIDTH = 7.5 * (GAP / 3)


class _LongTable(Table):  # type: ignore[misc]
    """A table that may go on over several pages."""


class BlockPrinter:
    """Turns blocks into flowables.

    Parameters
    ----------
    styles
        The edition's styles.
    size
        Width and height between the margins.
    unprintable
        Said in place of letters without a font.

    Attributes
    ----------
    tag
        What everything printed from now on is a part of.
    """

    def __init__(self, styles: Styles, size: tuple[float, float], unprintable: str) -> None:
        self.tag = Tag("Document")
        self._styles = styles
        self._width, self._page_height = size
        self._unprintable = unprintable
        self._line_height = WRITING_LINE
        self._by_kind: dict[type, Callable[[Any], Iterator[list[Flowable]]]] = {
            content.Paragraph: self._paragraph,
            content.Callout: self._callout,
            content.Bullets: self._bullets,
            content.Ask: self._ask,
            content.Ticks: self._ticks,
            content.Blank: self._blank,
            content.Script: self._script,
            content.Fit: self._fit,
            content.Contrast: self._contrast,
            content.Table: self._table,
        }

    def room(self, shapes: Sequence[Flowable] = ()) -> float:
        """Return the height that is left on a page below these shapes."""
        return self._page_height - _height(shapes, self._width)

    def page(self, sections: Sequence[content.Section], room: float) -> Iterator[Flowable]:
        """Yield the shapes of sections that are to share a page where that can be.

        Parameters
        ----------
        sections
            In reading order.
        room
            Height left on the page. Lines to write on are as high as it allows, within bounds;
            what does not fit even so goes on to the next page.
        """
        clusters: list[list[Flowable]] = []
        for self._line_height in _LINE_HEIGHTS:
            clusters = [cluster for section in sections for cluster in self._section(section)]
            if sum(_height(cluster, self._width) for cluster in clusters) <= room:
                break
        for cluster in clusters:
            if len(cluster) == 1 and isinstance(cluster[0], Text | _LongTable):
                yield cluster[0]
            else:
                yield KeepTogether(cluster)

    def _section(self, section: content.Section) -> list[list[Flowable]]:
        """Return shapes that are to stay together, the heading with what follows it."""
        clusters = [*self._clusters(section)]
        if section.heading:
            heading = self.text(section.heading, self._styles.heading, Tag("H2", self.tag))
            opening = [heading, *clusters.pop(0)]
            if clusters and isinstance(opening[-1], Text):
                opening += clusters.pop(0)
            clusters.insert(0, opening)
        if section.together:
            return [[shape for cluster in clusters for shape in cluster]]
        return clusters

    def _clusters(self, section: content.Section) -> Iterator[list[Flowable]]:
        for block in section.blocks:
            if not isinstance(block, content.Questions):
                yield from self._by_kind[type(block)](block)
        yield from self._in_columns(
            [block for block in section.blocks if isinstance(block, content.Questions)]
        )

    def text(self, words: str, style: ParagraphStyle, tag: Tag | None = None) -> Text:
        """Return plain words with what they are; left out, a paragraph."""
        text = Text(markup(words, self._unprintable), style)
        text.tag = tag or Tag("P", self.tag)
        return text

    def beside(self, left: Flowable, right: list[Text]) -> Table:
        """Return one shape beside others, such as a title and what stands next to it."""
        return self._row([left, right], [self._width * (1 - _ASIDE_SHARE)])

    def _paragraph(self, block: content.Paragraph) -> Iterator[list[Flowable]]:
        style = {
            content.Tone.BODY: self._styles.body,
            content.Tone.STRONG: self._styles.strong,
            content.Tone.QUIET: self._styles.quiet,
        }[block.tone]
        yield [self.text(block.text, style)]

    def _callout(self, block: content.Callout) -> Iterator[list[Flowable]]:
        yield [Framed(self.text(block.text, self._styles.small))]

    def _bullets(self, block: content.Bullets) -> Iterator[list[Flowable]]:
        items = Tag("L", self.tag)
        for item in block.items:
            yield [self._bullet(item, self._styles.body, items)]

    def _bullet(self, words: str, like: ParagraphStyle, items: Tag) -> Text:
        style = ParagraphStyle(
            f"{like.name}-bullet",
            parent=like,
            leftIndent=4 * GAP / 3,
            bulletIndent=0,
            spaceAfter=like.spaceAfter / 2,
        )
        text = Text(markup(words, self._unprintable), style, bulletText="–")
        text.tag = _item_of(items)
        return text

    def _questions(self, block: content.Questions) -> list[Flowable]:
        items = Tag("L", self.tag)
        lines = [
            BoxedLine(self.text(item, self._styles.dense, _item_of(items))) for item in block.items
        ]
        return [self._subheading(block.heading), *lines]

    def _subheading(self, words: str) -> Text:
        return self.text(words, self._styles.subheading, Tag("H3", self.tag))

    def _in_columns(self, blocks: list[content.Questions]) -> Iterator[list[Flowable]]:
        """Set groups of questions in two columns; a group stays whole."""
        column = (self._width - _BETWEEN_COLUMNS) / 2
        groups = [self._questions(block) for block in blocks]
        heights = [_height(group, column) for group in groups]
        for left, right in _column_pairs(heights):
            pair = [[shape for group in groups[part] for shape in group] for part in (left, right)]
            yield [self._row(pair, [column + _BETWEEN_COLUMNS], gutter=_BETWEEN_COLUMNS)]

    def _ask(self, block: content.Ask) -> Iterator[list[Flowable]]:
        question = self.text(block.text, self._styles.body)
        shapes: list[Flowable] = [question]
        if block.number:
            number = self.text(f"{block.number}", self._styles.strong)
            shapes = [self._row([number, question], [_NUMBER_WIDTH])]
        if block.reason:
            reason = self.text(block.reason, self._styles.quiet)
            boxes = TickBoxes([self.text(label, self._styles.quiet) for label in block.boxes])
            row = ReasonRow(reason, boxes)
            shapes.append(self._row(["", row], [_NUMBER_WIDTH]) if block.number else row)
        shapes.append(WritingLines(block.lines, height=self._line_height))
        yield [*shapes, Spacer(0, 0.3 * self._line_height)]

    def _ticks(self, block: content.Ticks) -> Iterator[list[Flowable]]:
        boxes = TickBoxes([self.text(label, self._styles.quiet) for label in block.boxes])
        words = self.text(block.text, self._styles.body)
        yield [words, boxes, Spacer(0, 1.6 * GAP)]

    def _blank(self, block: content.Blank) -> Iterator[list[Flowable]]:
        label = self.text(block.label, self._styles.body) if block.label else None
        yield [WritingLines(block.lines, label, height=self._line_height), Spacer(0, GAP / 2)]

    def _script(self, block: content.Script) -> Iterator[list[Flowable]]:
        label = self._subheading(block.label)
        yield [label, *(self.text(line, self._styles.quiet) for line in block.lines)]

    def _fit(self, block: content.Fit) -> Iterator[list[Flowable]]:
        left = [
            self.text(block.name, self._styles.small_strong, Tag("H3", self.tag)),
            self.text(block.status, self._styles.small),
        ]
        right = [self.text(line, self._styles.small) for line in block.lines]
        if block.source:
            right.append(self.text(block.source, self._styles.quiet))
        yield [self._row([left, right], [self._width * _NAME_SHARE], line_below=True)]

    def _contrast(self, block: content.Contrast) -> Iterator[list[Flowable]]:
        half = self._width / 2
        if not block.heading:
            heads = [
                self.text(side[0], self._styles.small_strong) for side in (block.left, block.right)
            ]
            yield [self._row(heads, [half])]
            return
        lists = []
        for side in (block.left, block.right):
            items = Tag("L", self.tag)
            lists.append([self._bullet(item, self._styles.small, items) for item in side])
        heading = self._subheading(block.heading)
        rule = HRFlowable(
            width="100%", thickness=HAIRLINE, color=colors.black, spaceBefore=1, spaceAfter=2
        )
        yield [rule, heading, self._row(lists, [half]), Spacer(0, GAP / 3)]

    def _table(self, block: content.Table) -> Iterator[list[Flowable]]:
        if not block.rows:
            return
        tag = Tag("Table", self.tag)
        heads = self._cells(block.headings, "TH", self._styles.small_strong, tag)
        rows = [self._cells(row, "TD", self._styles.small, tag) for row in block.rows]
        widths = [self._width * share for share in _column_shares(block)]
        table = _LongTable([heads, *rows], widths, repeatRows=1, splitInRow=1)
        table.setStyle(
            TableStyle(
                [
                    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (0, -1), 0),
                    ("BOTTOMPADDING", (0, 1), (-1, -1), _LOG_ROW if block.kind == "log" else 3),
                    ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, colors.black),
                ]
            )
        )
        yield [table]
        yield [Spacer(0, GAP / 2)]

    def _cells(
        self, words: Sequence[str], kind: str, style: ParagraphStyle, table: Tag
    ) -> list[Text]:
        tags = row_of([kind] * len(words), table)
        pairs = zip(words, tags, strict=True)
        return [self.text(cell, style, Tag("P", tag)) for cell, tag in pairs]

    def _row(
        self,
        cells: list[Any],
        widths: list[float],
        *,
        gutter: float = GAP,
        line_below: bool = False,
    ) -> Table:
        """Return cells side by side; the last one takes the width that is left."""
        rest = self._width - sum(widths)
        row = Table([cells], [*widths, rest], splitInRow=1)
        style: list[tuple[Any, ...]] = [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), gutter),
            ("TOPPADDING", (0, 0), (-1, -1), 4 if line_below else 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5 if line_below else 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ]
        if line_below:
            style.append(("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, colors.black))
        row.setStyle(TableStyle(style))
        return row


def _item_of(items: Tag) -> Tag:
    return Tag("LBody", Tag("LI", items))


def _height(shapes: Sequence[Flowable], width: float) -> float:
    """Return the height of shapes one below the other."""
    total = 0.0
    for shape in shapes:
        _, height = shape.wrap(width, _TALLEST_COLUMN)
        total += height + shape.getSpaceBefore() + shape.getSpaceAfter()
    return total


def _column_shares(table: content.Table) -> list[float]:
    """Return each column's part of the width, by its longest text."""
    if table.kind == "log":
        longest = [2 * _SHORTEST, *[_SHORTEST] * (len(table.headings) - 1)]
    else:
        columns = zip(table.headings, *table.rows, strict=True)
        longest = [min(max(map(len, [*column, "x" * _SHORTEST])), _LONGEST) for column in columns]
    return [length / sum(longest) for length in longest]


def _column_pairs(heights: Sequence[float]) -> Iterator[tuple[slice, slice]]:
    """Divide groups of these heights into pairs of columns, no column higher than a page.

    The last pair is as even as whole groups allow.
    """
    start, end = 0, len(heights)
    while start < end:
        middle = min(
            range(start, end + 1),
            key=lambda cut: max(sum(heights[start:cut]), sum(heights[cut:end])),
        )
        stop = end
        if max(sum(heights[start:middle]), sum(heights[middle:end])) > _TALLEST_COLUMN:
            middle = _filled(heights, start)
            stop = _filled(heights, middle)
        yield slice(start, middle), slice(middle, stop)
        start = stop


def _filled(heights: Sequence[float], start: int) -> int:
    """Return where a column that begins at `start` is full; it takes one group at least."""
    stop = min(start + 1, len(heights))
    while stop < len(heights) and sum(heights[start : stop + 1]) <= _TALLEST_COLUMN:
        stop += 1
    return stop
