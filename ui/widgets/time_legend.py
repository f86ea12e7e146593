"""What the marks of the week mean, in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.text import Text
from ui.widgets.time_cell import ALL_MARKS, TimeMark, paint_mark

MARK_NAMES = {TimeMark.NO: "no", TimeMark.GOOD: "good", TimeMark.POSSIBLE: "possible"}
"""What texts call the marks."""


_ORDER = (TimeMark.GOOD, TimeMark.POSSIBLE, TimeMark.NO)


class TimeLegend(QWidget):
    """Each mark with its word."""

    def __init__(self, name: str, marks: Sequence[TimeMark] = ALL_MARKS) -> None:
        super().__init__()
        self.setObjectName(name)
        self._labels = {mark: Text("small", f"{name}_{MARK_NAMES[mark]}") for mark in marks}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for mark in (each for each in _ORDER if each in marks):
            label = self._labels[mark]
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
            label.setWordWrap(False)
            row.addWidget(_Sign(mark))
            row.addWidget(label)
            row.addSpacing(16)
        row.addStretch(1)

    def set_words(self, word: Callable[[str], str]) -> None:
        """Say what ``no``, ``good`` and ``possible`` mean."""
        for mark, label in self._labels.items():
            label.set_words(word(MARK_NAMES[mark]))


class _Sign(QWidget):
    def __init__(self, mark: TimeMark) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_mark(QPainter(self), self.palette(), area, self._mark)
