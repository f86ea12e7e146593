"""From blocks of content to shapes on paper: one function a kind of block."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table

from matcher import document as content
from matcher.pdf.columns import are_short, height_of, least_width, widened
from matcher.pdf.flowables import BoxedLine, Framed, ReasonRow, TickBoxes, WritingLines
from matcher.pdf.group_columns import GroupColumns, column_width
from matcher.pdf.ledgers import LedgerPrinter
from matcher.pdf.rows import RowPrinter
from matcher.pdf.scale_line import ScaleLine
from matcher.pdf.styles import GAP, ROW_PADDING, Styles
from matcher.pdf.tables import LongTable, side_by_side
from matcher.pdf.tag import Tag, list_of
from matcher.pdf.tagged_canvas import TaggedText as Text
from matcher.pdf.texts import Texts, body_of

_BETWEEN_TICKS = 1.3 * GAP
_DIVIDED = (LongTable, GroupColumns)
_HIGHEST_TAIL = 0.25
"""What stands below a list is kept with its end up to this part of a page."""

_ASIDE_SHARE, _MOST_ASIDE = 0.4, 0.5
_NUMBER_WIDTH = 2.5 * GAP
_LONGEST_BESIDE = 200
"""Labels longer than this, in letters, stand below each other."""


class BlockPrinter:
    """Turns blocks into flowables.

    Parameters
    ----------
    styles
        The edition's styles.
    size
        Width and height between the margins, in points.
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
        self.width, self.height = size
        self.lines: list[WritingLines] = []
        self._texts = Texts(styles, unprintable)
        self._rows = RowPrinter(self._texts, size)
        self._ledgers = LedgerPrinter(self._texts, size)
        self._subject = self._heading = self._announced = ""
        self._listed = styles.dense
        self._by_kind: dict[type, Callable[[Any], Iterator[list[Flowable]]]] = {
            content.Paragraph: self._paragraph,
            content.Callout: self._callout,
            content.Bullets: self._bullets,
            content.Ticks: self._ticks,
            content.Blank: self._blank,
            content.Script: self._script,
            content.Table: self._table,
            content.Scale: lambda block: iter([[ScaleLine(block, styles.quiet)]]),
            content.Ledger: self._ledger,
        }
        self._by_run: dict[type, Callable[[Sequence[Any]], Iterator[list[Flowable]]]] = {
            content.Ask: self._asks,
            content.Fit: self._fits,
            content.Contrast: self._contrasts,
            content.Questions: self._in_columns,
        }

    def begin(self, listed: ParagraphStyle, padding: float = ROW_PADDING) -> None:
        """Begin a page, or begin it anew.

        Parameters
        ----------
        listed
            The style of questions in columns.
        padding
            Room above and below the words of a row, in points.
        """
        self.lines = []
        self._listed = listed
        self._rows.padding = padding

    def section(self, section: content.Section) -> list[list[Flowable]]:
        """Return shapes that are to stay together, the heading with what follows it."""
        self._subject = section.heading or self._subject
        self._heading = section.heading
        self._rows.begin_section(section.heading)
        self._ledgers.begin_section(section.heading)
        clusters = self._with_tails(_kept([*self._clusters(section)]))
        if section.heading:
            heading = self.text(section.heading, self.styles.heading, Tag("H2", self.tag))
            opening: list[Flowable] = [heading]
            opening += clusters.pop(0) if clusters else []
            if clusters and isinstance(opening[-1], Text):
                opening += clusters.pop(0)
            if clusters and isinstance(clusters[0][0], GroupColumns):
                opening += clusters.pop(0)
            clusters.insert(0, opening)
        shapes = [*chain(*clusters)]
        if section.together and shapes and height_of(shapes, self.width) <= self.height:
            if isinstance(shapes[-1], _DIVIDED):
                shapes[-1].stays_whole = True
            return [shapes]
        return clusters

    def _with_tails(self, clusters: Sequence[list[Flowable]]) -> list[list[Flowable]]:
        """Put short words and lines below a list together with its end."""
        kept: list[list[Flowable]] = []
        for cluster in clusters:
            columns = kept[-1][-1] if kept else None
            if isinstance(columns, GroupColumns) and not isinstance(cluster[-1], _DIVIDED):
                tail = [*columns.tail, *cluster]
                if height_of(tail, self.width) <= _HIGHEST_TAIL * self.height:
                    columns.tail = tail
                    continue
            kept.append(cluster)
        return kept

    def _clusters(self, section: content.Section) -> Iterator[list[Flowable]]:
        self._announced = ""
        for kind, blocks in groupby(section.blocks, type):
            run = [*blocks]
            if kind in self._by_run:
                yield from self._by_run[kind](run)
            else:
                yield from chain.from_iterable(map(self._by_kind[kind], run))
            self._announced = run[-1].text if isinstance(run[-1], content.Paragraph) else ""

    def text(self, words: str, style: ParagraphStyle, tag: Tag | None = None) -> Text:
        """Return plain words with what they are; left out, a paragraph."""
        return self._texts.text(words, style, tag or Tag("P", self.tag))

    def beside(self, left: Flowable, right: list[Text]) -> list[Flowable]:
        """Return one shape beside others, or above them where a word of theirs is very long."""
        widths = [(1 - _ASIDE_SHARE) * self.width, _ASIDE_SHARE * self.width]
        least = [least_width(left) + GAP, least_width(right)]
        if least[1] > _MOST_ASIDE * self.width:
            return [left, *right]
        return [side_by_side([left, right], widened(widths, least))]

    def _paragraph(self, block: content.Paragraph) -> Iterator[list[Flowable]]:
        style = {
            content.Tone.BODY: self.styles.body,
            content.Tone.STRONG: self.styles.strong,
            content.Tone.QUIET: self.styles.quiet,
        }[block.tone]
        self._subject = block.text
        yield [self.text(block.text, style)]

    def _callout(self, block: content.Callout) -> Iterator[list[Flowable]]:
        style = self.styles.loud if block.is_loud else self.styles.small
        yield [Framed(self.text(block.text, style))]

    def _bullets(self, block: content.Bullets) -> Iterator[list[Flowable]]:
        items = list_of(self.tag, "None")
        for item in block.items:
            yield [self._texts.bullet(item, self.styles.body, items)]

    def _questions(self, block: content.Questions) -> list[Flowable]:
        boxed = self._boxed(block.items, self._listed)
        return [self._subheading(block.heading), *boxed] if block.heading else boxed

    def _boxed(
        self, words: Sequence[str], style: ParagraphStyle, about: str = ""
    ) -> list[Flowable]:
        items = list_of(self.tag, "Square")
        return [BoxedLine(self.text(each, style, body_of(items)), about) for each in words]

    def _subheading(self, words: str) -> Text:
        return self.text(words, self.styles.subheading, Tag("H3", self.tag))

    def _in_columns(self, blocks: Sequence[content.Questions]) -> Iterator[list[Flowable]]:
        """Set groups of questions in two columns; a group stays whole."""
        groups = [self._questions(block) for block in blocks if block.items]
        column = column_width(self.width)
        items = [item for block in blocks for item in block.items]
        if self._texts.is_large and not are_short(items, self._listed, column):
            yield from groups
            return
        if groups:
            again = partial(self._again, (self._heading, self._announced), blocks)
            yield [GroupColumns(groups, again, self.height)]

    def _again(
        self, above: tuple[str, str], blocks: Sequence[content.Questions], start: int
    ) -> list[Flowable]:
        """Return what stands above groups that go on over the next page.

        It is the heading, how to tick them where that was said just before, and their group's name.
        """
        names = [block.heading for block in blocks if block.items]
        name = next(filter(None, reversed(names[:start])), "") if not names[start] else ""
        styles = (self.styles.heading, self.styles.quiet, self.styles.subheading)
        said = zip((*above, name), styles, strict=True)
        return [self._texts.unsaid(words, style) for words, style in said if words]

    def _asks(self, blocks: Sequence[content.Ask]) -> Iterator[list[Flowable]]:
        outer, items = self.tag, list_of(self.tag, "Decimal")
        for block in blocks:
            item = Tag("LI", items)
            self.tag = Tag("LBody", item) if block.number else outer
            yield [*self._ask(block, Tag("Lbl", item))]
            self.tag = outer

    def _ask(self, block: content.Ask, label: Tag) -> Iterator[Flowable]:
        question, about = self.text(block.text, self.styles.body), block.text
        indent = _NUMBER_WIDTH * self.styles.scale
        if block.number:
            about = f"{block.number}. {about}"
            number = self.text(f"{block.number}", self.styles.strong, label)
            yield self._row([number, question], indent)
        else:
            yield question
        for shape in self._below_question(block, about):
            yield self._row(["", shape], indent) if block.number else shape
        lines = WritingLines(block.lines, self.text(about, self.styles.body), space_after=0.3)
        self.lines.append(lines)
        yield lines

    def _below_question(self, block: content.Ask, about: str) -> list[Flowable]:
        """Return the reason, the boxes, or both beside each other; nothing where there is none."""
        reason = self._texts.quiet(block.reason, Tag("P", self.tag))
        boxes = self._boxes(block.boxes, about)
        if not block.reason:
            return boxes
        if len(boxes) == 1 and isinstance(boxes[0], TickBoxes):
            return [ReasonRow(reason, boxes[0])]
        return [reason, *boxes]

    def _ticks(self, block: content.Ticks) -> Iterator[list[Flowable]]:
        boxes = self._boxes(block.boxes, block.text, _BETWEEN_TICKS)
        yield [self.text(block.text, self.styles.body), *boxes]

    def _boxes(self, labels: Sequence[str], about: str, space_after: float = 0) -> list[Flowable]:
        """Return boxes side by side, or below each other where their labels are long."""
        if max(map(len, labels), default=0) > _LONGEST_BESIDE:
            return self._boxed(labels, self.styles.quiet, about)
        items = list_of(self.tag, "Square")
        texts = [self._texts.quiet(label, body_of(items)) for label in labels]
        return [TickBoxes(texts, about, space_after)] if texts else []

    def _blank(self, block: content.Blank) -> Iterator[list[Flowable]]:
        about = self.text(block.label or self._subject, self.styles.body)
        lines = WritingLines(block.lines, about, is_label=bool(block.label), space_after=0.2)
        self.lines.append(lines)
        yield [lines]

    def _script(self, block: content.Script) -> Iterator[list[Flowable]]:
        label = self._subheading(block.label)
        yield [label, *(self.text(line, self.styles.quiet) for line in block.lines)]

    def _fits(self, blocks: Sequence[content.Fit]) -> Iterator[list[Flowable]]:
        for table in self._rows.fits(blocks, self.tag):
            yield [table]

    def _contrasts(self, blocks: Sequence[content.Contrast]) -> Iterator[list[Flowable]]:
        for table in self._rows.contrasts(blocks, self.tag):
            yield [table]

    def _table(self, block: content.Table) -> Iterator[list[Flowable]]:
        for table in self._rows.table(block, self.tag):
            yield [table]

    def _ledger(self, block: content.Ledger) -> Iterator[list[Flowable]]:
        for table in self._ledgers.ledger(block, self.tag):
            yield [table]

    def _row(self, cells: Sequence[Any], first: float, *, gutter: float = GAP) -> Table:
        """Return two cells side by side, the first so wide, in points."""
        return side_by_side(cells, [first, self.width - first], gutter=gutter)


def _kept(clusters: Sequence[list[Flowable]]) -> list[list[Flowable]]:
    """Put words that announce what follows together with it."""
    kept: list[list[Flowable]] = []
    for cluster in clusters:
        if kept and isinstance(kept[-1][-1], Text) and kept[-1][-1].getKeepWithNext():
            kept[-1] += cluster
        else:
            kept.append(cluster)
    return kept
