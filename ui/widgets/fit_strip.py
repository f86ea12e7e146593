"""The fit strip: one block a wish, as wide as the wish weighs, filled as far as it is met."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.palette import ACCENT, LINE, QUIET, SURFACE, WASH
from ui.widgets.accessible_role import speak_as

GAP = 2
"""Pixels between blocks."""

LEAST_WIDTH = 10
"""Pixels below which blocks are too small to be told apart: they share one."""

_FULL = 1000
_DOT = 2.0
_DOT_STEP = 6.0


@dataclass(frozen=True, slots=True)
class Block:
    """One wish in the strip.

    Attributes
    ----------
    weight
        Whole, of what all blocks sum to.
    value, value_high
        Whole, 0..1000: known to fit, and possible.
    """

    weight: int
    value: float
    value_high: float


def shared(blocks: Sequence[Block], width: float) -> list[Block]:
    """Return the blocks as they are painted in this width, the small ones at the end as one.

    The shared block keeps their weight and their points, so that the filled area stays the score.
    """
    in_all = sum(block.weight for block in blocks) or 1
    narrowest = LEAST_WIDTH * in_all / max(1.0, width)
    small = [block for block in blocks if block.weight < narrowest]
    if len(small) < 2:
        return [*blocks]
    weight = sum(block.weight for block in small) or 1
    value = sum(block.weight * block.value for block in small) / weight
    high = sum(block.weight * block.value_high for block in small) / weight
    return [*(block for block in blocks if block not in small), Block(weight, value, high)]


class FitStrip(QWidget):
    """Blocks side by side, heaviest first; the filled area is the score.

    Filled from below is known to fit, dotted is not known, outlined and empty is different. The
    same content stands in its accessible name, which whoever shows the strip sets.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._blocks: tuple[Block, ...] = ()
        speak_as(self, QAccessible.Role.Graphic)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def set_blocks(self, blocks: Sequence[Block], words: str) -> None:
        """Show other blocks; `words` say the same."""
        self._blocks = tuple(blocks)
        self.setAccessibleName(words)
        self.setVisible(bool(blocks))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height that grows with the text."""
        return QSize(240, round(self.fontMetrics().height() * 1.6))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, area in self._placed():
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                area.moveLeft(self.width() - area.right())
            paint_block(painter, self, area, block)

    def _placed(self) -> Iterator[tuple[Block, QRectF]]:
        blocks = shared(self._blocks, self.width())
        in_all = sum(block.weight for block in blocks)
        room = self.width() - GAP * (len(blocks) - 1)
        left = 0.0
        for block in blocks:
            width = room * block.weight / in_all
            yield block, QRectF(left, 0.0, width, float(self.height()))
            left += width + GAP


class Swatch(QWidget):
    """One block beside the words it stands for; says nothing itself."""

    def __init__(self) -> None:
        super().__init__()
        self._block = Block(1, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_block(self, block: Block) -> None:
        """Show another block."""
        self._block = block
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square of the height of capitals, on a line of text."""
        metrics = self.fontMetrics()
        side = round(metrics.capHeight() * 1.15)
        return QSize(side, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: it never shrinks."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the block in the middle of the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.width())
        paint_block(painter, self, QRectF(0, (self.height() - side) / 2, side, side), self._block)


def paint_block(painter: QPainter, widget: QWidget, area: QRectF, block: Block) -> None:
    """Paint one block into an area: outline, dots for what is not known, and what fits."""
    colour = widget.palette().color
    # A block that fits in part is tinted above: left white, it would look like a fault of paint.
    painter.fillRect(area, colour(WASH if block.value else SURFACE))
    is_open = block.value_high > block.value
    pen = QPen(colour(LINE), 1)
    if is_open and block.value == 0:
        pen.setDashPattern([2, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    if is_open:
        _paint_dots(painter, _between(area, block.value, block.value_high), colour(QUIET))
    if block.value:
        painter.fillRect(_between(area, 0, block.value), colour(ACCENT))


def _between(area: QRectF, low: float, high: float) -> QRectF:
    """Return the part of an area between two values, counted from below."""
    unit = area.height() / _FULL
    top = area.bottom() - unit * high
    return QRectF(area.left(), top, area.width(), unit * (high - low))


def _paint_dots(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(area.adjusted(1, 1, -1, -1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    across = max(1, int((area.width() - _DOT) // _DOT_STEP))
    down = max(1, int((area.height() - _DOT) // _DOT_STEP))
    left = area.center().x() - (across - 1) * _DOT_STEP / 2
    top = area.center().y() - (down - 1) * _DOT_STEP / 2
    for row in range(down):
        for place in range(across):
            x, y = left + place * _DOT_STEP, top + row * _DOT_STEP
            painter.drawEllipse(QRectF(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT))
    painter.restore()
