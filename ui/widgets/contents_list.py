"""What a long page holds: a press goes to a section."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text


class ContentsList(QWidget):
    """The headings of a page, side by side as words in a paragraph.

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
        self._flow = FlowLayout(self._lines, across=24, down=0)
        self._buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self._lines)
        self.hide()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """One for each heading."""
        return tuple(self._buttons)

    def set_headings(self, headings: Sequence[str]) -> None:
        """Show other headings."""
        while len(self._buttons) > len(headings):
            self._buttons.pop().deleteLater()
        while len(self._buttons) < len(headings):
            number = len(self._buttons)
            button = Button("link", f"{self.objectName()}_{number}")
            button.clicked.connect(partial(self.section_requested.emit, number))
            self._flow.addWidget(button)
            self._buttons.append(button)
        for button, heading in zip(self._buttons, headings, strict=True):
            button.set_words(heading)
        self.setVisible(bool(headings))
