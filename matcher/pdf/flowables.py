"""The few shapes that paragraphs do not give: boxes to tick, lines to write on, a frame.

Boxes and lines are drawn as paths, so that they print everywhere, whatever fonts a printer has.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from matcher.pdf.styles import BOX, FRAME_LINE, GAP, HAIRLINE, WRITING_LINE
from matcher.pdf.tag import Tag
from matcher.pdf.tagged_canvas import Foot
from matcher.pdf.tagged_canvas import TaggedText as Text

_AFTER_BOX = 5.0
_BETWEEN_BOXES = 16.0
_OF_LETTERS = 0.85
"""Side of a box beside large print, as part of its size."""
_ABOVE_LINE_END = 0.17
"""Where a box stands above the end of its line, as part of the line."""
_LABEL_SHARE = 0.6
"""A label longer than this part of the line stands above it."""
_BELOW_LABEL = 4
_LEAST_BESIDE = 0.4
"""Part of the line that a reason of several lines needs beside boxes."""
_HIGHEST_FIELD = 20.0
"""So that what is typed stands on the line."""
_BOX_SAID = "☐"


class WritingLines(Flowable):  # type: ignore[misc]
    """Lines to write on, the first one beginning after a label.

    Parameters
    ----------
    count
        How many lines.
    about
        What belongs there: whose tag the lines come under, whose words say what they are for.
    is_label
        Whether it is to be printed: in front of the first line, or above it when it is long.
    space_after
        Room below, as part of a line's height.

    Attributes
    ----------
    line_height
        Of one line, in points; may still change after the room it takes was asked for.
    numbered_from
        Of its first line, among those about the same; ``None`` for the only one.
    """

    def __init__(
        self, count: int, about: Text, *, is_label: bool = False, space_after: float = 0.0
    ) -> None:
        super().__init__()
        self.line_height: float = WRITING_LINE
        self._count = count
        self.numbered_from = 1 if count > 1 else None
        self._about = about
        self._label = about if is_label else None
        self._space_after = space_after
        self._indent = 0.0
        self._above = 0.0

    @property
    def share(self) -> float:
        """How many line heights it takes, the room below included."""
        return self._count + self._space_after

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Return the room below."""
        return self._space_after * self.line_height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        self._indent = self._above = 0.0
        if self._label is not None:
            _, label_height = self._label.wrap(width, height)
            longest = max(self._label.getActualLineWidths0(), default=0.0)
            if label_height <= self._label.style.leading and longest < width * _LABEL_SHARE:
                self._indent = longest + GAP
                self._above = max(label_height + _BELOW_LABEL - self.line_height, 0)
            else:
                self._above = label_height
        self.width = width
        self.height = self._above + self._count * self.line_height
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Divide it at the end of a page: a long label from the lines, or lines from others."""
        self.wrap(width, height)
        if self._label is not None and not self._indent:
            parts = self._label.split(width, height)
            return [*parts, self._others(self._count)] if parts else []
        fitting = int((height - self._above) / self.line_height)
        if not 0 < fitting < self._count:
            return []
        rest = self._others(self._count - fitting)
        if self.numbered_from is not None:
            rest.numbered_from = self.numbered_from + fitting
        self._count, self._space_after = fitting, 0.0
        return [self, rest]

    def _others(self, count: int) -> "WritingLines":
        lines = WritingLines(count, self._about, space_after=self._space_after)
        lines.line_height = self.line_height
        lines.numbered_from = self.numbered_from
        return lines

    def draw(self) -> None:
        """Draw the label and the lines."""
        self.canv.setLineWidth(HAIRLINE)
        if self._label is not None:
            top = self.height - self._label.height
            first_line = self._above + self.line_height
            drop = first_line - self._label.height - _BELOW_LABEL if self._indent else 0
            self._label.drawOn(self.canv, 0, top - drop)
        for number in range(self._count):
            y = self.height - self._above - (number + 1) * self.line_height + 1
            start = self._indent if number == 0 else 0
            self.canv.line(start, y, self.width, y)
            place = (start, y, self.width, y + min(self.line_height - 2, _HIGHEST_FIELD))
            about = self._about.words
            if self.numbered_from is not None:
                about += f" {self.numbered_from + number}"
            self.canv.field("line", place, about, self._about.tag)


class EmptyCell(Flowable):  # type: ignore[misc]
    """A cell of a table to write in.

    Parameters
    ----------
    text
        Empty; its words say what belongs there.
    below
        Room below it that belongs to it, too; it may still change.
    """

    def __init__(self, text: Text, below: float) -> None:
        super().__init__()
        self._text = text
        self.below = below

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        self.width, self.height = width, self._text.style.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw nothing: the lines of the table are enough."""
        place = (0, -self.below, self.width, self.height)
        self.canv.field("line", place, self._text.words, self._text.tag)


class TickBoxes(Flowable):  # type: ignore[misc]
    """Boxes to tick with a label each, side by side, on as many lines as they need.

    Parameters
    ----------
    labels
        What stands behind each box.
    about
        What is answered by ticking one.
    space_after
        Room below.
    """

    def __init__(self, labels: Sequence[Text], about: str = "", space_after: float = 0.0) -> None:
        super().__init__()
        self._labels = tuple(labels)
        self._about = about
        self._places: list[tuple[float, float]] = []
        self.natural_width = 0.0
        self.spaceAfter = space_after

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        self._places = []
        x = y = 0.0
        leading = max(label.style.leading for label in self._labels)
        before = _side(self._labels[0]) + _AFTER_BOX
        self.natural_width = 0.0
        below = leading
        for label in self._labels:
            label.wrap(width - before, height)
            taken = before + max(label.getActualLineWidths0(), default=0.0)
            if x and x + taken > width:
                x, y = 0.0, y + below + GAP / 2
                below = leading
            below = max(below, label.height)
            self._places.append((x, y))
            self.natural_width = max(self.natural_width, x + taken)
            x += taken + _BETWEEN_BOXES
        self.width = width
        self.height = y + below
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Divide it at the end of a page, between two lines of boxes."""
        self.wrap(width, height)
        bottoms = [
            y + label.height for label, (_, y) in zip(self._labels, self._places, strict=True)
        ]
        fitting = sum(bottom <= height for bottom in bottoms)
        while 0 < fitting < len(bottoms) and self._places[fitting][0]:
            fitting -= 1
        if not 0 < fitting < len(bottoms):
            return []
        parts = self._labels[:fitting], self._labels[fitting:]
        return [TickBoxes(part, self._about, self.spaceAfter) for part in parts]

    def draw(self) -> None:
        """Draw boxes and labels."""
        for label, (x, y) in zip(self._labels, self._places, strict=True):
            top = self.height - y
            _draw_box(self, (x, top - label.style.leading), label, self._about)
            label.drawOn(self.canv, x + _side(label) + _AFTER_BOX, top - label.height)


class ReasonRow(Flowable):  # type: ignore[misc]
    """A short reason on the left and boxes to tick on the right, or below where room is short."""

    def __init__(self, reason: Text, boxes: TickBoxes) -> None:
        super().__init__()
        self._reason = reason
        self._boxes = boxes
        self._boxes_at = (0.0, 0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        _, boxes_height = self._boxes.wrap(width, height)
        beside = width - self._boxes.natural_width - 2 * GAP
        self._reason.wrap(width, height)
        whole = max(self._reason.getActualLineWidths0(), default=0.0)
        if beside >= min(width * _LEAST_BESIDE, whole):
            _, reason_height = self._reason.wrap(beside, height)
            self.height = max(reason_height, boxes_height)
            self._boxes_at = (width - self._boxes.natural_width, self.height - boxes_height)
        else:
            _, reason_height = self._reason.wrap(width, height)
            self.height = reason_height + GAP / 2 + boxes_height
            self._boxes_at = (0.0, 0.0)
        self.width = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Divide it at the end of a page: the boxes from the reason, which may be long."""
        self._reason.wrap(width, height)
        parts = self._reason.split(width, height)
        return [*parts, self._boxes] if parts else []

    def draw(self) -> None:
        """Draw the reason, then the boxes."""
        self._reason.drawOn(self.canv, 0, self.height - self._reason.height)
        self._boxes.drawOn(self.canv, *self._boxes_at)


class BoxedLine(Flowable):  # type: ignore[misc]
    """A paragraph with a box to tick before it.

    Parameters
    ----------
    paragraph
        What stands behind the box.
    about
        What is answered by ticking it.
    has_box
        Whether the box is drawn; the rest of a long paragraph has none.
    """

    def __init__(self, paragraph: Text, about: str = "", *, has_box: bool = True) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._about = about
        self._has_box = has_box
        self._indent = _side(paragraph) + _AFTER_BOX
        self.spaceAfter = paragraph.style.spaceAfter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        _, self.height = self._paragraph.wrap(width - self._indent, height)
        self.width = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Divide it at the end of a page."""
        parts = self._paragraph.split(width - self._indent, height)
        return [
            BoxedLine(part, self._about, has_box=self._has_box and not number)
            for number, part in enumerate(parts)
        ]

    def draw(self) -> None:
        """Draw the box and the paragraph."""
        if self._has_box:
            at = (0, self.height - self._paragraph.style.leading)
            _draw_box(self, at, self._paragraph, self._about)
        self._paragraph.drawOn(self.canv, self._indent, 0)


class Framed(Flowable):  # type: ignore[misc]
    """A paragraph in a frame."""

    def __init__(self, paragraph: Text) -> None:
        super().__init__()
        self.spaceBefore = self.spaceAfter = GAP
        self._paragraph = paragraph

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        _, inner = self._paragraph.wrap(width - 2 * GAP, height)
        self.width, self.height = width, inner + 1.6 * GAP
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Divide it at the end of a page, each part in a frame."""
        parts = self._paragraph.split(width - 2 * GAP, height - 1.6 * GAP)
        return [Framed(part) for part in parts]

    def draw(self) -> None:
        """Draw the frame and the paragraph."""
        self.canv.setLineWidth(FRAME_LINE)
        self.canv.roundRect(0, 0, self.width, self.height, 4)
        self._paragraph.drawOn(self.canv, GAP, 0.9 * GAP)


class EmptyBack(Flowable):  # type: ignore[misc]
    """Keeps a sheet off another one's back: fills an even page, and is nothing on an odd one.

    What is filled in on a screen has no backs.

    Parameters
    ----------
    paragraph
        Says why the page is empty.
    foot
        What stands at its foot: that of the sheet before, on whose back it is.
    """

    def __init__(self, paragraph: Text, foot: Foot) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._foot = foot
        self._is_back = False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes: all there is, or nothing."""
        is_even = self.canv.getPageNumber() % 2 == 0
        self._is_back = is_even and not self.canv.is_fillable
        self._paragraph.wrap(width, height)
        self.width, self.height = width, height if self._is_back else 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Say why the page is empty."""
        if self._is_back:
            self.canv.foot = self._foot
            self._paragraph.drawOn(self.canv, 0, self.height / 2)


def _side(text: Text) -> float:
    """Return the side of a box beside a text."""
    return float(max(BOX, _OF_LETTERS * text.style.fontSize))


def _draw_box(flowable: Flowable, at: tuple[float, float], text: Text, about: str) -> None:
    """Draw a box to tick beside a text whose first line ends at a place.

    What is said of it stands before the text: a field, or else the sign of a box.
    """
    side, canvas = _side(text), flowable.canv
    x, y = at[0], at[1] + _ABOVE_LINE_END * text.style.leading
    about = f"{about}: {text.words}" if about else text.words
    item = _item_of(text)
    canvas.setLineWidth(FRAME_LINE)
    if canvas.is_fillable:
        canvas.rect(x, y, side, side)
        canvas.field("tick", (x, y, x + side, y + side), about, Tag("Lbl", item))
        return
    with canvas.marked(Tag("Lbl", item, says=_BOX_SAID)):
        canvas.rect(x, y, side, side)


def _item_of(text: Text) -> Tag:
    """Return the item of a list that a text is the body of, or a paragraph inside it."""
    tag = text.tag
    while tag.kind != "LI" and tag.parent is not None:
        tag = tag.parent
    return tag
