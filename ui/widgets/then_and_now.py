"""Where a statement stood last time and where it stands now, on a line of five named marks."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from matcher.checklist.statements import ORDERED_STEPS, Step
from ui.theme.palette import INK, LINE, QUIET
from ui.widgets.accessible_role import speak_as

_APART = 1.5
"""Between two marks, in heights of a line of text."""

_RING, _DISC, _MARK = 0.40, 0.22, 0.09
"""Radii, in heights of a line of text: a disc has room in a ring on the same mark."""

_BESIDE = 0.3
"""Between the line and the words at its ends, likewise."""


class ThenAndNow(QWidget):
    """An open ring for last time and a disc for now, the least on the side one reads from.

    Words at its ends say from what to what it goes. It has no colour that says good or bad. The
    same content stands in its accessible name and description.

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
        self._ends = ("", "")
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

    def set_ends(self, least: str, most: str, words: str) -> None:
        """Name the two ends; `words` say the same."""
        self._ends = least, most
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text."""
        line = self.fontMetrics().height()
        across = line * (_APART * (len(ORDERED_STEPS) - 1) + 1) + sum(map(self._room, self._ends))
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
        painter.setPen(colour(QUIET))
        for place, words in zip(self._end_places(), self._ends, strict=True):
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setPen(QPen(colour(INK), 2))
        if self._then is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._place(self._then), line * _RING, line * _RING)
        if self._now is not None:
            painter.setBrush(colour(INK))
            painter.drawEllipse(self._place(self._now), line * _DISC, line * _DISC)

    def _room(self, words: str) -> float:
        """Return how wide words at an end are, with the air beside them."""
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(words) + _BESIDE * metrics.height() if words else 0.0

    def _end_places(self) -> tuple[QRect, QRect]:
        """Return where the words of the least and of the most stand."""
        least, most = (self.fontMetrics().horizontalAdvance(words) for words in self._ends)
        height, across = self.height(), round(self.sizeHint().width())
        places = QRect(0, 0, least, height), QRect(across - most, 0, most, height)
        turned = (QStyle.visualRect(self.layoutDirection(), self.rect(), each) for each in places)
        return next(turned), next(turned)

    def _place(self, mark: int) -> QPointF:
        line = float(self.fontMetrics().height())
        across = self._room(self._ends[0]) + line * (0.5 + _APART * mark)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QPointF(self.width() - across if is_rtl else across, self.height() / 2)


def _mark_of(step: Step | None) -> int | None:
    return ORDERED_STEPS.index(step) if step in ORDERED_STEPS else None
