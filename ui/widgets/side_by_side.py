"""People side by side where there is room, and one below the other where there is none."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from ui.theme.text_size import changes_text_size
from ui.widgets.column import Column
from ui.widgets.compare_row import GAP, CompareRow

_ABOUT_IN_LETTERS = 18
_EACH_IN_LETTERS = 24
"""Least widths of the columns; with less room all stand one below the other."""


class SideBySide(Column):
    """Lines that say of each person what holds for them.

    Parameters
    ----------
    name
        Its object name.
    people
        How many there are.
    """

    def __init__(self, name: str, people: int) -> None:
        super().__init__(name)
        self._count = people
        self._rows: list[CompareRow] = []
        self._arranged = (-1, -1)

    @property
    def is_stacked(self) -> bool:
        """Whether people stand one below the other."""
        return self._arranged[1] == 0

    @property
    def rows(self) -> tuple[CompareRow, ...]:
        """Every line that is made, the first that of the people."""
        return tuple(self._rows)

    def add_row(self, column: QVBoxLayout, row: CompareRow) -> CompareRow:
        """Add a line to a layout inside."""
        column.addWidget(row)
        self._rows.append(row)
        if self._arranged[0] >= 0:
            row.arrange(*self._arranged)
        return row

    def _widths(self) -> tuple[int, int]:
        """Return the widths of the columns; 0 for each person where there is no room."""
        letter = self.fontMetrics().averageCharWidth()
        about = letter * _ABOUT_IN_LETTERS
        each = (self.width() - about) // self._count - GAP
        return (about, each) if each >= letter * _EACH_IN_LETTERS else (0, 0)

    def _arrange(self) -> None:
        widths = self._widths()
        if widths != self._arranged:
            self._arranged = widths
            for row in self._rows:
                row.arrange(*widths)

    def minimumSizeHint(self) -> QSize:
        """Ask for one person's width: columns must not keep the page from growing narrow."""
        return QSize(self.fontMetrics().averageCharWidth() * _EACH_IN_LETTERS, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for another text size."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()
