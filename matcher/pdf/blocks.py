"""From blocks of content to shapes on paper: one function a kind of block."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table

from matcher import document as content
from matcher.pdf.columns import are_short, column_pairs, column_shares, height_of
from matcher.pdf.flowables import (
    BoxedLine,
    EmptyCell,
    Framed,
    ReasonRow,
    TickBoxes,
    WritingLines,
)
from matcher.pdf.fonts import markup
from matcher.pdf.styles import GAP, Styles
from matcher.pdf.tables import CELL_PADDING, long_table, side_by_side
from matcher.pdf.tag import Tag, row_of
from matcher.pdf.tagged_canvas import TaggedText as Text

_NAME_SHARE, _SOURCE_SHARE = 0.23, 0.22
"""Width of a wish's name, and of who said what stands between."""
_SHORT_SOURCE = 60
"""A longer one, in letters, stands below what it says."""

_TOPIC_SHARE = 0.2
"""Width of the topic before two lists side by side."""

_BETWEEN_COLUMNS = 2.4 * GAP
_ABOVE_COLUMNS = 120.0
"""Kept free for a title and a heading above columns as high as a page."""

_ASIDE_SHARE = 0.4
_LOG_ROW = 2.6 * GAP
"""Room to write below a name."""

_NUMBER_WIDTH = 2.5 * GAP
_BETWEEN_TICKS = 1.3 * GAP
_HIGHEST_HEAD = 0.3
"""A table's headings higher than this part of a page are not said again on the next one."""

_LARGE = 1.2
"""From this scale on, lines are too short to stand in columns, but for short words."""


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
    lines
        Those to write on that were made since the page was begun; how high they are is still open.
    """

    def __init__(self, styles: Styles, size: tuple[float, float], unprintable: str) -> None:
        self.tag = Tag("Document")
        self.styles = styles
        self._is_large = styles.scale >= _LARGE
        self.width, self.height = size
        self._unprintable = unprintable
        self.lines: list[WritingLines] = []
        self._subject = ""
        self._listed = styles.dense
        self._made: dict[str, ParagraphStyle] = {}
        self._tight = {
            name: ParagraphStyle(f"{name}-tight", parent=getattr(styles, name), spaceAfter=0)
            for name in ("small", "quiet", "dense")
        }
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

    def begin(self, listed: ParagraphStyle) -> None:
        """Begin a page, or begin it anew, with this style of questions in columns."""
        self.lines = []
        self._listed = listed

    def section(self, section: content.Section) -> list[list[Flowable]]:
        """Return shapes that are to stay together, the heading with what follows it."""
        self._subject = section.heading or self._subject
        clusters = _kept([*self._clusters(section)])
        if section.heading:
            heading = self.text(section.heading, self.styles.heading, Tag("H2", self.tag))
            opening: list[Flowable] = [heading]
            opening += clusters.pop(0) if clusters else []
            if clusters and isinstance(opening[-1], Text):
                opening += clusters.pop(0)
            clusters.insert(0, opening)
        shapes = [*chain(*clusters)]
        if section.together and shapes and height_of(shapes, self.width) <= self.height:
            return [shapes]
        return clusters

    def _clusters(self, section: content.Section) -> Iterator[list[Flowable]]:
        for kind, blocks in groupby(section.blocks, type):
            if kind is content.Questions:
                yield from self._in_columns([*blocks])
            else:
                yield from chain.from_iterable(map(self._by_kind[kind], blocks))

    def text(self, words: str, style: ParagraphStyle, tag: Tag | None = None) -> Text:
        """Return plain words with what they are; left out, a paragraph."""
        return self._tagged(words, style, tag or Tag("P", self.tag))

    def _tagged(
        self, words: str, style: ParagraphStyle, tag: Tag, bullet: str | None = None
    ) -> Text:
        text = Text(markup(words, self._unprintable), style, bulletText=bullet)
        text.tag, text.words = tag, words
        return text

    def beside(self, left: Flowable, right: list[Text]) -> Table:
        """Return one shape beside others, such as a title and what stands next to it."""
        return self._row([left, right], [1 - _ASIDE_SHARE])

    def _paragraph(self, block: content.Paragraph) -> Iterator[list[Flowable]]:
        style = {
            content.Tone.BODY: self.styles.body,
            content.Tone.STRONG: self.styles.strong,
            content.Tone.QUIET: self.styles.quiet,
        }[block.tone]
        self._subject = block.text
        yield [self.text(block.text, style)]

    def _callout(self, block: content.Callout) -> Iterator[list[Flowable]]:
        yield [Framed(self.text(block.text, self.styles.small))]

    def _bullets(self, block: content.Bullets) -> Iterator[list[Flowable]]:
        items = Tag("L", self.tag)
        for item in block.items:
            yield [self._bullet(item, self.styles.body, items)]

    def _bullet(self, words: str, like: ParagraphStyle, items: Tag) -> Text:
        name = f"{like.name}-bullet"
        if name not in self._made:
            self._made[name] = ParagraphStyle(
                name,
                parent=like,
                leftIndent=1.33 * GAP * self.styles.scale,
                bulletIndent=0,
                spaceAfter=like.spaceAfter / 2,
            )
        return self._tagged(words, self._made[name], _item_of(items), "–")

    def _questions(self, block: content.Questions) -> list[Flowable]:
        items = Tag("L", self.tag)
        lines = [BoxedLine(self.text(item, self._listed, _item_of(items))) for item in block.items]
        return [self._subheading(block.heading), *lines] if block.heading else [*lines]

    def _subheading(self, words: str) -> Text:
        return self.text(words, self.styles.subheading, Tag("H3", self.tag))

    def _in_columns(self, blocks: list[Any]) -> Iterator[list[Flowable]]:
        """Set groups of questions in two columns; a group stays whole."""
        groups = [self._questions(block) for block in blocks if block.items]
        column = (self.width - _BETWEEN_COLUMNS) / 2
        items = [item for block in blocks for item in block.items]
        if self._is_large and not are_short(items, self._listed, column):
            yield from groups
            return
        heights = [height_of(group, column) for group in groups]
        for left, right in column_pairs(heights, self.height - _ABOVE_COLUMNS):
            pair = [[shape for group in groups[part] for shape in group] for part in (left, right)]
            share = (column + _BETWEEN_COLUMNS) / self.width
            row = self._row(pair, [share], gutter=_BETWEEN_COLUMNS)
            row.spaceAfter = GAP
            yield [row]

    def _ask(self, block: content.Ask) -> Iterator[list[Flowable]]:
        question = self.text(block.text, self.styles.body)
        shapes: list[Flowable] = [question]
        indent = _NUMBER_WIDTH * self.styles.scale / self.width
        about = block.text
        if block.number:
            about = f"{block.number}. {about}"
            number = self.text(f"{block.number}", self.styles.strong)
            shapes = [self._row([number, question], [indent])]
        for shape in self._below_question(block, about):
            shapes.append(self._row(["", shape], [indent]) if block.number else shape)
        lines = WritingLines(block.lines, self.text(about, self.styles.body), space_after=0.3)
        self.lines.append(lines)
        yield [*shapes, lines]

    def _below_question(self, block: content.Ask, about: str) -> list[Flowable]:
        """Return the reason, the boxes, or both beside each other; nothing where there is none."""
        reason = self.text(block.reason, self._tight["quiet"])
        if not block.boxes:
            return [reason] if block.reason else []
        boxes = self._boxes(block.boxes, about)
        return [ReasonRow(reason, boxes)] if block.reason else [boxes]

    def _ticks(self, block: content.Ticks) -> Iterator[list[Flowable]]:
        boxes = [self._boxes(block.boxes, block.text, _BETWEEN_TICKS)] if block.boxes else []
        yield [self.text(block.text, self.styles.body), *boxes]

    def _boxes(self, labels: Sequence[str], about: str, space_after: float = 0) -> TickBoxes:
        texts = [self.text(label, self._tight["quiet"]) for label in labels]
        return TickBoxes(texts, about, space_after)

    def _blank(self, block: content.Blank) -> Iterator[list[Flowable]]:
        about = self.text(block.label or self._subject, self.styles.body)
        lines = WritingLines(block.lines, about, is_label=bool(block.label), space_after=0.2)
        self.lines.append(lines)
        yield [lines]

    def _script(self, block: content.Script) -> Iterator[list[Flowable]]:
        label = self._subheading(block.label)
        yield [label, *(self.text(line, self.styles.quiet) for line in block.lines)]

    def _fit(self, block: content.Fit) -> Iterator[list[Flowable]]:
        name = [self._topic(block.name), self.text(block.status, self._tight["dense"])]
        said = [self.text(line, self._tight["dense"]) for line in block.lines]
        source = [self.text(block.source, self._tight["dense"])] if block.source else []
        cells, shares = [name, said, source], [_NAME_SHARE, 1 - _NAME_SHARE - _SOURCE_SHARE]
        if self._is_large or not 0 < len(block.source) <= _SHORT_SOURCE:
            cells, shares = [name, said + source], [_NAME_SHARE]
        yield [self._row(cells, shares, is_ruled=True)]

    def _contrast(self, block: content.Contrast) -> Iterator[list[Flowable]]:
        lists: list[Any] = []
        for side in (block.left, block.right):
            if block.heading:
                items = Tag("L", self.tag)
                lists.append([self._bullet(item, self._tight["dense"], items) for item in side])
            else:
                lists.append(self.text(side[0], self.styles.small_strong))
        if not self._is_large:
            topic = self._topic(block.heading) if block.heading else ""
            half = (1 - _TOPIC_SHARE) / 2
            yield [self._row([topic, *lists], [_TOPIC_SHARE, half], is_ruled=True)]
        elif block.heading:
            yield [self._subheading(block.heading), self._row(lists, [0.5], is_ruled=True)]
        else:
            yield [self._row(lists, [0.5], is_ruled=True)]

    def _topic(self, words: str) -> Text:
        return self.text(words, self.styles.small_strong, Tag("H3", self.tag))

    def _table(self, block: content.Table) -> Iterator[list[Flowable]]:
        if not block.rows:
            return
        tag = Tag("Table", self.tag)
        below = _LOG_ROW * self.styles.scale if block.kind == "log" else CELL_PADDING
        heads = self._cells(block.headings, "TH", self.styles.small_strong, tag)
        rows = []
        for number, row in enumerate(block.rows, start=1):
            cells: list[Flowable] = []
            for place, cell in enumerate(self._cells(row, "TD", self._tight["dense"], tag)):
                about = f"{row[0] or number}: {block.headings[place]}"
                is_box = block.kind == "ticks" and place > 0
                cells.append(_to_fill(cell, about, below, is_box=is_box))
            rows.append(cells)
        widths = [self.width * share for share in column_shares(block)]
        table = long_table([heads, *rows], widths, below)
        table.repeat_if_low(_HIGHEST_HEAD * self.height)
        yield [table]

    def _cells(
        self, words: Sequence[str], kind: str, style: ParagraphStyle, table: Tag
    ) -> list[Text]:
        tags = row_of([kind] * len(words), table)
        pairs = zip(words, tags, strict=True)
        return [self.text(cell, style, Tag("P", tag)) for cell, tag in pairs]

    def _row(
        self,
        cells: Sequence[Any],
        shares: Sequence[float],
        *,
        gutter: float = GAP,
        is_ruled: bool = False,
    ) -> Table:
        """Return cells side by side, the last of which takes the width that is left."""
        widths = [self.width * share for share in (*shares, 1 - sum(shares))]
        return side_by_side(cells, widths, gutter=gutter, is_ruled=is_ruled)


def _to_fill(cell: Text, about: str, below: float, *, is_box: bool) -> Flowable:
    """Return a cell to be ticked, written in or just read; an empty one says what belongs there."""
    is_empty = not cell.words
    if is_empty:
        cell.words = about
    if is_box:
        return TickBoxes([cell], "" if is_empty else about)
    return EmptyCell(cell, below) if is_empty else cell


def _item_of(items: Tag) -> Tag:
    return Tag("LBody", Tag("LI", items))


def _kept(clusters: Sequence[list[Flowable]]) -> list[list[Flowable]]:
    """Put words that announce what follows together with it."""
    kept: list[list[Flowable]] = []
    for cluster in clusters:
        if kept and isinstance(kept[-1][-1], Text) and kept[-1][-1].getKeepWithNext():
            kept[-1] += cluster
        else:
            kept.append(cluster)
    return kept
