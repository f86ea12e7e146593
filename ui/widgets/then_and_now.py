"""Where a statement stood last time and where it stands now, on a line of five marks."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from matcher.checklist.statements import ORDERED_STEPS, Step
from ui.theme.palette import INK, LINE
from ui.widgets.accessible_role import speak_as

_APART = 1.5
"""Between two marks, in heights of a line of text."""

_RING, _DISC, _MARK = 0.40, 0.22, 0.09
"""Radii, in heights of a line of text: a disc has room in a ring on the same mark."""


class ThenAndNow(QWidget):
    """An open ring for last time and a disc for now, the least on the side one reads from.

    It has no colour that says good or bad. The same content stands in its accessible name.

    Parameters
    ----------
    name
        Object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._then: int | None = None
        self._now: int | None = None
        speak_as(self, QAccessible.Role.Graphic)

    @property
    def marks(self) -> tuple[int | None, int | None]:
        """The marks of last time and of now, from 0; ``None`` for one that has no place."""
        return self._then, self._now

    def set_steps(self, then: Step | None, now: Step | None, words: str) -> None:
        """Show other steps; `words` say the same."""
        self._then, self._now = _mark_of(then), _mark_of(now)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text."""
        line = self.fontMetrics().height()
        across = line * (_APART * (len(ORDERED_STEPS) - 1) + 1)
        return QSize(round(across), round(line * 1.1))

    def minimumSizeHint(self) -> QSize:
        """Return the same: it never shrinks."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its marks, the ring and the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, colour = float(self.fontMetrics().height()), self.palette().color
        painter.setPen(QPen(colour(LINE), 1.5))
        painter.drawLine(self._place(0), self._place(len(ORDERED_STEPS) - 1))
        painter.setBrush(colour(LINE))
        for mark in range(len(ORDERED_STEPS)):
            painter.drawEllipse(self._place(mark), line * _MARK, line * _MARK)
        painter.setPen(QPen(colour(INK), 2))
        if self._then is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._place(self._then), line * _RING, line * _RING)
        if self._now is not None:
            painter.setBrush(colour(INK))
            painter.drawEllipse(self._place(self._now), line * _DISC, line * _DISC)

    def _place(self, mark: int) -> QPointF:
        line = float(self.fontMetrics().height())
        across = line * (0.5 + _APART * mark)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QPointF(self.width() - across if is_rtl else across, self.height() / 2)


def _mark_of(step: Step | None) -> int | None:
    return ORDERED_STEPS.index(step) if step in ORDERED_STEPS else None
