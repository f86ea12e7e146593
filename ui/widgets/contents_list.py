"""What a long page holds: a press goes to a section."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card_layout import CardLayout
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingLink

_WIDEST = 40
"""Signs of a heading that stand on one line, where that is all the room a column needs."""


class ContentsList(QWidget):
    """The headings of a page, in two columns where there is room.

    Parameters
    ----------
    name
        Its object name; that of a heading is ``<name>_<number>``, counted from 0.

    Signals
    -------
    section_requested
        With the number of a section.
    """

    section_requested = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.heading = Text("strong", f"{name}_heading")
        self._lines = QWidget()
        self._cells = CardLayout(self._lines, 2, down=8)
        self._buttons: list[_Heading] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self._lines)
        self.hide()

    @property
    def buttons(self) -> tuple[WrappingLink, ...]:
        """One for each heading."""
        return tuple(self._buttons)

    def set_headings(self, headings: Sequence[str]) -> None:
        """Show other headings."""
        while len(self._buttons) > len(headings):
            _take_out(self._buttons.pop())
        while len(self._buttons) < len(headings):
            number = len(self._buttons)
            button = _Heading(f"{self.objectName()}_{number}")
            button.clicked.connect(partial(self.section_requested.emit, number))
            self._cells.addWidget(_cell(button))
            self._buttons.append(button)
        for button, heading in zip(self._buttons, headings, strict=True):
            button.set_words(heading)
        self.setVisible(bool(headings))


class _Heading(WrappingLink):
    """A heading that goes on below where it is longer than most."""

    def sizeHint(self) -> QSize:
        """Ask for the width of a usual one at most: one long one must not cost all a column."""
        wanted = super().sizeHint()
        return QSize(
            min(wanted.width(), _WIDEST * self.fontMetrics().averageCharWidth()), wanted.height()
        )


def _cell(button: _Heading) -> QWidget:
    """Let a button be as wide as its words in a column that is wider."""
    cell = QWidget()
    across = QHBoxLayout(cell)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(button)
    across.addStretch(1)
    return cell


def _take_out(button: _Heading) -> None:
    cell = button.parentWidget()
    assert cell is not None
    cell.hide()
    cell.deleteLater()
