"""A code for a phone's camera: dark squares on white, whatever the colours of the window are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.accessible_role import speak_as

QUIET = 4
"""Squares of white around a code, without which cameras do not find it."""

_SIDE = 480
_LEAST_SQUARE = 3


class CodePicture(QWidget):
    """Shows rows of squares.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        speak_as(self, QAccessible.Role.Graphic)
        self._rows: tuple[tuple[bool, ...], ...] = ()

    @property
    def square(self) -> int:
        """Pixels of the side of a square: whole ones, so that all are alike."""
        return max(_LEAST_SQUARE, _SIDE // (len(self._rows) + 2 * QUIET))

    def set_rows(self, rows: Sequence[Sequence[bool]]) -> None:
        """Show other squares; true is dark."""
        self._rows = tuple(tuple(row) for row in rows)
        side = self.square * (len(self._rows) + 2 * QUIET)
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the squares."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        side = self.square
        for down, row in enumerate(self._rows, start=QUIET):
            for across, is_dark in enumerate(row, start=QUIET):
                if is_dark:
                    painter.fillRect(across * side, down * side, side, side, Qt.GlobalColor.black)
