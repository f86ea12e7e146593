"""A fact that is written: a text, a number, a day, or codes that stand on no list."""

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from matcher.directory.field import Field, FieldKind
from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.cell_field import CellField
from ui.widgets.width import fit_words

_SHORT = frozenset({FieldKind.NUMBER, FieldKind.DATE})
_SHORT_TEXTS = frozenset({"country", "currency", "postcode", "register_area", "pronouns"})
_SHORT_WORDS = "such as 2026-11-30"
"""As much as a short field has room for, at least."""


class LineCell(CellField):
    """One line to write in."""

    def __init__(self, field: Field, words: Language) -> None:
        super().__init__(field, words)
        self.line = QLineEdit()
        self.line.setObjectName(f"field_{field.name}")
        self._is_short = field.kind in _SHORT or field.name in _SHORT_TEXTS
        self.column.addWidget(self.line)
        # Not textEdited: a screen reader or dictation writes without a key.
        self.line.textChanged.connect(self._tell)

    def set_cell(self, cell: str) -> None:
        """Show what is written; the place in words that stand there already is kept."""
        if cell != self.line.text().strip():
            with QSignalBlocker(self.line):
                self.line.setText(cell)
                self.line.setCursorPosition(0)

    def retranslate(self) -> None:
        """Say what is written here, and give an example."""
        self.line.setAccessibleName(self.title)
        example = f"form.profile.write.{self.field.name}"
        self.line.setPlaceholderText(self.words.text(example) if self.words.has(example) else "")
        self._measure()

    def first(self) -> QWidget:
        """Return the line."""
        return self.line

    def set_wrong(self, why: str) -> None:
        """Mark the line."""
        super().set_wrong(why)
        self.line.setProperty("wrong", bool(why))
        self.line.style().polish(self.line)

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the letters ask for."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._measure()

    def _measure(self) -> None:
        if self._is_short:
            fit_words(self.line, max(self.line.placeholderText(), _SHORT_WORDS, key=len))

    def _tell(self, text: str) -> None:
        self.cell_changed.emit(text.strip())
