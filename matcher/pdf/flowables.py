"""The few shapes that paragraphs do not give: boxes to tick, lines to write on, a frame.

Boxes and lines are drawn as paths, so that they print everywhere, whatever fonts a printer has.
"""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

from matcher.pdf.styles import BOX, FRAME_LINE, GAP, HAIRLINE, WRITING_LINE

_AFTER_BOX = 5.0
_BETWEEN_BOXES = 16.0
_LABEL_SHARE = 0.6
"""A label longer than this part of the line stands above it."""


class WritingLines(Flowable):  # type: ignore[misc]
    """Lines to write on, the first one beginning after a label.

    Parameters
    ----------
    count
        How many lines.
    label
        What belongs there; a long one stands above the lines.
    height
        Of one line.
    """

    def __init__(
        self, count: int, label: Paragraph | None = None, *, height: float = WRITING_LINE
    ) -> None:
        super().__init__()
        self._line = height
        self._count = count
        self._label = label
        self._indent = 0.0
        self._above = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        self._indent = self._above = 0.0
        if self._label is not None:
            _, label_height = self._label.wrap(width, height)
            longest = max(self._label.getActualLineWidths0(), default=0.0)
            if label_height <= self._label.style.leading and longest < width * _LABEL_SHARE:
                self._indent = longest + GAP
            else:
                self._above = label_height
        self.width = width
        self.height = self._above + self._count * self._line
        return self.width, self.height

    def draw(self) -> None:
        """Draw the label and the lines."""
        self.canv.setLineWidth(HAIRLINE)
        if self._label is not None:
            descent = 4 if self._indent else 0
            top = self.height - self._label.height
            drop = self._line - self._label.height - descent if self._indent else 0
            self._label.drawOn(self.canv, 0, top - drop)
        for number in range(self._count):
            y = self.height - self._above - (number + 1) * self._line
            start = self._indent if number == 0 else 0
            self.canv.line(start, y + 1, self.width, y + 1)


class TickBoxes(Flowable):  # type: ignore[misc]
    """Boxes to tick with a label each, side by side, on as many lines as they need."""

    def __init__(self, labels: Sequence[Paragraph]) -> None:
        super().__init__()
        self._labels = tuple(labels)
        self._places: list[tuple[float, float]] = []
        self.natural_width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        self._places = []
        x = y = 0.0
        leading = max(label.style.leading for label in self._labels)
        self.natural_width = 0.0
        for label in self._labels:
            label.wrap(width - BOX - _AFTER_BOX, height)
            taken = BOX + _AFTER_BOX + max(label.getActualLineWidths0(), default=0.0)
            if x and x + taken > width:
                x, y = 0.0, y + leading + GAP / 2
            self._places.append((x, y))
            self.natural_width = max(self.natural_width, x + taken)
            x += taken + _BETWEEN_BOXES
        self.width = width
        self.height = y + max(leading, *(label.height for label in self._labels))
        return self.width, self.height

    def draw(self) -> None:
        """Draw boxes and labels."""
        for label, (x, y) in zip(self._labels, self._places, strict=True):
            top = self.height - y
            draw_box(self, x, top - label.style.leading)
            label.drawOn(self.canv, x + BOX + _AFTER_BOX, top - label.height)


class ReasonRow(Flowable):  # type: ignore[misc]
    """A short reason on the left and boxes to tick on the right, or below where room is short."""

    def __init__(self, reason: Paragraph, boxes: TickBoxes) -> None:
        super().__init__()
        self._reason = reason
        self._boxes = boxes
        self._boxes_at = (0.0, 0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        _, boxes_height = self._boxes.wrap(width, height)
        beside = width - self._boxes.natural_width - 2 * GAP
        if beside >= width * 0.4:
            _, reason_height = self._reason.wrap(beside, height)
            self.height = max(reason_height, boxes_height)
            self._boxes_at = (width - self._boxes.natural_width, self.height - boxes_height)
        else:
            _, reason_height = self._reason.wrap(width, height)
            self.height = reason_height + GAP / 2 + boxes_height
            self._boxes_at = (0.0, 0.0)
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the reason, then the boxes."""
        self._reason.drawOn(self.canv, 0, self.height - self._reason.height)
        self._boxes.drawOn(self.canv, *self._boxes_at)


class BoxedLine(Flowable):  # type: ignore[misc]
    """A paragraph with a box to tick before it."""

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        self._paragraph = paragraph
        self.spaceAfter = paragraph.style.spaceAfter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        _, self.height = self._paragraph.wrap(width - BOX - _AFTER_BOX, height)
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box and the paragraph."""
        draw_box(self, 0, self.height - self._paragraph.style.leading)
        self._paragraph.drawOn(self.canv, BOX + _AFTER_BOX, 0)


class Framed(Flowable):  # type: ignore[misc]
    """A paragraph in a frame."""

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        self._paragraph = paragraph

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes in this width."""
        _, inner = self._paragraph.wrap(width - 2 * GAP, height)
        self.width, self.height = width, inner + 1.6 * GAP
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame and the paragraph."""
        self.canv.setLineWidth(FRAME_LINE)
        self.canv.roundRect(0, 0, self.width, self.height, 4)
        self._paragraph.drawOn(self.canv, GAP, 0.9 * GAP)


class EmptyBack(Flowable):  # type: ignore[misc]
    """Keeps a sheet off another one's back: fills an even page, and is nothing on an odd one."""

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        self._paragraph = paragraph
        self._is_back = False

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size it takes: all there is, or nothing."""
        self._is_back = self.canv.getPageNumber() % 2 == 0
        self._paragraph.wrap(width, height)
        self.width, self.height = width, height if self._is_back else 0.0
        return self.width, self.height

    def draw(self) -> None:
        """Say why the page is empty."""
        if self._is_back:
            self._paragraph.drawOn(self.canv, 0, self.height / 2)


def draw_box(flowable: Flowable, x: float, baseline: float) -> None:
    """Draw one box to tick so that it stands on a line of text that ends at `baseline`."""
    flowable.canv.setLineWidth(FRAME_LINE)
    flowable.canv.rect(x, baseline + 2.4, BOX, BOX)
