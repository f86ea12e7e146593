"""A field with a button beside it that takes what is written there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.text import Text


class EntryField(QWidget):
    """A label, a field, a button, and room for what is wrong with what was written.

    Parameters
    ----------
    name
        Object name of the field.
    longest
        Letters it takes.

    Signals
    -------
    entry_requested
        What is written is to be taken.
    """

    entry_requested = Signal()

    def __init__(self, name: str, longest: int) -> None:
        super().__init__()
        self.label = Text("strong", f"{name}_label")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setMaxLength(longest)
        self.add_button = Button("quiet", f"{name}_add")
        self.error = Text("error", f"{name}_error")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addLayout(row)
        column.addWidget(self.error)
        self.error.set_words("")
        self.add_button.clicked.connect(self._enter)

    def show_error(self, words: str) -> None:
        """Say what is wrong, to the eye and to a screen reader; ``""`` when nothing is."""
        self.error.set_words(words)
        self.field.setAccessibleDescription(words)
        if words:
            announce(self, words)

    def _enter(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is written on Return; with nothing written, Return goes on."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and self.field.text().strip():
            self._enter()
            return
        super().keyPressEvent(event)
