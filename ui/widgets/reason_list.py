"""Reasons one below the other, each with the block of the strip it speaks about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import Language
from ui.theme.palette import INK
from ui.theme.text_size import changes_text_size
from ui.widgets.accessible_role import speak_as
from ui.widgets.fit_strip import paint_block
from ui.widgets.result_words import ReasonLine

_BESIDE = 10
"""Pixels between a block and its words."""

_BETWEEN = 6
"""Pixels between two reasons."""

_BLOCK = 1.15
"""Side of a block, in heights of capitals."""


class ReasonList(QWidget):
    """Lines of reasons; a screen reader also says whether each fits.

    All are painted by one widget: a list of people holds hundreds of them.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lines: tuple[ReasonLine, ...] = ()
        self._heights: dict[int, int] = {}
        speak_as(self, QAccessible.Role.StaticText)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """The lines shown."""
        return tuple(line.words for line in self._lines)

    def set_lines(self, lines: Sequence[ReasonLine], language: Language) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        self._heights.clear()
        self.setAccessibleName("\n".join(_spoken(line, language) for line in lines))
        self.setVisible(bool(lines))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height all lines need at this width."""
        if width not in self._heights:
            heights = [self._laid_out(line, width).boundingRect().height() for line in self._lines]
            self._heights[width] = round(sum(heights) + _BETWEEN * max(0, len(heights) - 1))
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a width of a few words; the height follows from it."""
        width = self.fontMetrics().averageCharWidth() * 30
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return one line: how high it is, its width alone decides."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 12, metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._heights.clear()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each block and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = self._side
        top = 0.0
        for line in self._lines:
            layout = self._laid_out(line, self.width())
            area = QRectF(0, top + (self.fontMetrics().height() - side) / 2, side, side)
            if mirrored:
                area.moveRight(float(self.width()))
            if line.block is not None:
                paint_block(painter, self, area, line.block)
            painter.setPen(self.palette().color(INK))
            layout.draw(painter, QPointF(0 if mirrored else self._beside(line), top))
            top += layout.boundingRect().height() + _BETWEEN

    @property
    def _side(self) -> float:
        return float(round(self.fontMetrics().capHeight() * _BLOCK))

    def _beside(self, line: ReasonLine) -> float:
        """Return the width that a block takes from its words."""
        return 0.0 if line.block is None else self._side + _BESIDE

    def _laid_out(self, line: ReasonLine, width: int) -> QTextLayout:
        """Break the words of a line where they have to be, inside a word when it is too long."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout = QTextLayout(line.words, self.font())
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        room, top = max(1.0, width - self._beside(line)), 0.0
        layout.beginLayout()
        while (part := layout.createLine()).isValid():
            part.setLineWidth(room)
            part.setPosition(QPointF(0, top))
            top += part.height()
        layout.endLayout()
        return layout


def _spoken(line: ReasonLine, language: Language) -> str:
    kind = "" if line.block is None else language.text(f"results.kind.{line.kind}")
    return f"{kind} {line.words}".strip()
