"""One part of one day: no, good or possible."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme.palette import ACCENT, INK, LINE, ON_ACCENT, SURFACE, WASH
from ui.widgets.option_card import paint_tick


class TimeMark(Enum):
    """What a cell says; the values are Qt's states of a box that can be ticked by half."""

    NO = Qt.CheckState.Unchecked
    GOOD = Qt.CheckState.Checked
    POSSIBLE = Qt.CheckState.PartiallyChecked


ALL_MARKS = tuple(TimeMark)


class TimeCell(QCheckBox):
    """A box with states that screen readers know; the grid decides what a press does.

    Parameters
    ----------
    name
        Its object name.
    marks
        What it may say, in the order in which presses go round.
    """

    def __init__(self, name: str, marks: Sequence[TimeMark] = ALL_MARKS) -> None:
        super().__init__()
        self._marks = [*marks]
        self.setObjectName(name)
        self.setTristate(TimeMark.POSSIBLE in marks)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def mark(self) -> TimeMark:
        """What it says."""
        return TimeMark(self.checkState())

    @property
    def following(self) -> TimeMark:
        """What a press makes of it."""
        return self._marks[(self._marks.index(self.mark) + 1) % len(self._marks)]

    def set_mark(self, mark: TimeMark) -> None:
        """Say something else."""
        self.setCheckState(mark.value)

    def nextCheckState(self) -> None:
        """Go round: no, good and, where it may say so, possible."""
        self.set_mark(self.following)

    def sizeHint(self) -> QSize:
        """Return a square that a finger can press."""
        side = max(48, self.fontMetrics().height() * 3 // 2)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the least a finger can press."""
        return QSize(44, self.sizeHint().height())

    def hitButton(self, _position: object) -> bool:
        """Leave presses to the grid, which also knows strokes."""
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark: filled with a tick, ringed with a dot, or empty."""
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_mark(QPainter(self), self.palette(), area, self.mark, hovered=self.underMouse())


def paint_mark(
    painter: QPainter, palette: QPalette, area: QRectF, mark: TimeMark, *, hovered: bool = False
) -> None:
    """Paint a mark into an area, without colour alone: a tick, a dot, or nothing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = INK if hovered else LINE if mark is TimeMark.NO else ACCENT
    painter.setPen(QPen(palette.color(edge), 1 if mark is TimeMark.NO else 2))
    fill = {TimeMark.NO: SURFACE, TimeMark.GOOD: ACCENT, TimeMark.POSSIBLE: WASH}[mark]
    painter.setBrush(palette.color(fill))
    painter.drawRoundedRect(area, 6, 6)
    side = min(area.width(), area.height(), 34.0)
    middle = QRectF(0, 0, side, side)
    middle.moveCenter(area.center())
    if mark is TimeMark.GOOD:
        paint_tick(painter, middle, QPen(palette.color(ON_ACCENT), max(2.0, side / 11)))
    elif mark is TimeMark.POSSIBLE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(ACCENT))
        painter.drawEllipse(area.center(), side / 6, side / 6)
