"""Something that is opened and closed by the line above it."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui.theme.motion import fold_ms
from ui.theme.palette import SURFACE
from ui.widgets.button import Button
from ui.widgets.veil import fade_from

_GAP = 8


class FoldLine(Button):
    """Words after a mark that points down when open and to the words when closed.

    Parameters
    ----------
    name
        Its object name.
    kind
        As of any button.
    """

    def __init__(self, name: str, kind: str = "fold") -> None:
        super().__init__(kind, name)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Return the size of the words and the mark."""
        return super().sizeHint() + QSize(self._mark_room(), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the words would be cut."""
        return super().minimumSizeHint() + QSize(self._mark_room(), 0)

    def _mark_size(self) -> int:
        return max(10, round(self.fontMetrics().height() * 0.5))

    def _mark_room(self) -> int:
        return self._mark_size() + _GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words as any button's, and the mark before them."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.rect().adjusted(self._mark_room(), 0, 0, 0)
        option.rect = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_mark(painter)

    @property
    def _points_down(self) -> bool:
        """Whether the mark points down: what it opens is there, or comes below it."""
        return self.isChecked()

    def _paint_mark(self, painter: QPainter) -> None:
        size = self._mark_size()
        box = QRect(1, (self.height() - size) // 2, size, size)
        centre = QStyle.visualRect(self.layoutDirection(), self.rect(), box).toRectF().center()
        far, near = size * 0.42, size * 0.22
        if self._points_down:
            corners = ((-far, -near), (0.0, near), (far, -near))
        else:
            forth = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
            corners = ((-near * forth, -far), (near * forth, 0.0), (-near * forth, far))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().buttonText(), max(2.0, size / 6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))


class Fold(QWidget):
    """A line of words that opens what is below it.

    Parameters
    ----------
    name
        Object name; that of the line is ``<name>_open``.
    content
        What is opened; closed at first.
    kind
        Kind of the line's button.

    Signals
    -------
    turned
        With whether it is open now.
    """

    turned = Signal(bool)

    def __init__(self, name: str, content: QWidget, kind: str = "fold") -> None:
        super().__init__()
        self.setObjectName(name)
        self.content = content
        self.line = FoldLine(f"{name}_open", kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        content.hide()
        self.line.toggled.connect(self._turn)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self.line.isChecked()

    def set_open(self, *, is_open: bool) -> None:
        """Open or close it."""
        self.line.setChecked(is_open)

    def _turn(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.turned.emit(is_open)
        milliseconds = fold_ms()
        if is_open and milliseconds and self.isVisible():
            paper = QPixmap(1, 1)
            paper.fill(self.palette().color(SURFACE))
            fade_from(self.content, paper, milliseconds)
