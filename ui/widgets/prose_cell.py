"""A fact that is a text of several lines."""

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from matcher.directory.field import Field
from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.cell_field import CellField

_LINES = 5
_PADDING = 28
"""Pixels above and below the lines."""


class ProseCell(CellField):
    """Several lines to write in."""

    def __init__(self, field: Field, words: Language) -> None:
        super().__init__(field, words)
        self.text = QPlainTextEdit()
        self.text.setObjectName(f"field_{field.name}")
        self.text.setTabChangesFocus(True)
        self.column.addWidget(self.text)
        self._measure()
        self.text.textChanged.connect(self._tell)

    def set_cell(self, cell: str) -> None:
        """Show what is written; the place in words that stand there already is kept."""
        if cell != self.text.toPlainText().strip():
            with QSignalBlocker(self.text):
                self.text.setPlainText(cell)

    def retranslate(self) -> None:
        """Say what is written here."""
        self.text.setAccessibleName(self.title)

    def first(self) -> QWidget:
        """Return the field."""
        return self.text

    def changeEvent(self, event: QEvent) -> None:
        """Keep the lines when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._measure()

    def _measure(self) -> None:
        self.text.ensurePolished()
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES + _PADDING)

    def _tell(self) -> None:
        self.cell_changed.emit(self.text.toPlainText().strip())
