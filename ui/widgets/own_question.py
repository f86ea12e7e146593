"""A field for a question in one's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.text import Text

LONGEST = 160
"""Letters: two lines on a sheet, three in large print."""


class OwnQuestion(QWidget):
    """Takes a question; it stays in the field until it has a place on the sheet.

    Parameters
    ----------
    name
        Object name of the field.

    Signals
    -------
    added
        With the words.
    """

    added = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label = Text("strong", f"{name}_label")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setMaxLength(LONGEST)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.add_button = Button("quiet", f"{name}_add")
        self.error = Text("error", f"{name}_error")
        self._error_words = ""
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self.error)
        self.error.set_words("")
        self.add_button.clicked.connect(self._add)

    def say(self, language: Language, whose: str) -> None:
        """Say every word in the language that holds, and for whose sheet it is."""
        self._error_words = language.text("checklist.own.empty")
        self._label.set_words(language.text("checklist.own.label"))
        self.field.setAccessibleName(language.text("checklist.own.label_for", name=whose))
        self.add_button.set_words(
            language.text("checklist.own.add"), language.text("checklist.own.add_for", name=whose)
        )

    def give_back(self, words: str) -> None:
        """Put the words of a question back into the field, to be changed or added again."""
        if not self.field.text().strip():
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Be empty for another question."""
        self.field.setText("")
        self._show_error("")

    def _add(self) -> None:
        words = " ".join(self.field.text().split())
        self._show_error("" if words else self._error_words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if words:
            self.added.emit(words)

    def _show_error(self, words: str) -> None:
        self.error.set_words(words)
        self.field.setAccessibleDescription(words)
        if words:
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on Return; with nothing written, Return goes on."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and self.field.text().strip():
            self._add()
            return
        super().keyPressEvent(event)
