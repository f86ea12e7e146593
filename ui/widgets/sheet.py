"""A sheet of paper with a line at its margin."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from ui.theme.palette import ACCENT, SURFACE

_LINE = 2


class Sheet(QWidget):
    """What the column of a page stands on.

    Attributes
    ----------
    column
        Its layout.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.column = QVBoxLayout(self)
        self._has_line = True

    def set_line(self, *, shown: bool) -> None:
        """Have the line at the margin, or do without it where the paper has no edge to see."""
        self._has_line = shown
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Ask for width alone: labels add up to more height than they need at their width."""
        return QSize(super().minimumSizeHint().width(), 0)

    def sizeHint(self) -> QSize:
        """Ask for the same: what it would be at a width it never has costs a layout of all."""
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, and the line where a notebook has it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(SURFACE))
        if not self._has_line:
            return
        margin = self.column.contentsMargins().left()
        line = QRect(margin // 2 - 6, 0, _LINE, self.height())
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), line)
        painter.fillRect(place, self.palette().color(ACCENT))
