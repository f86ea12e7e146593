"""A field for something that is not in a list, by its name."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from matcher.letters import code_of
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.text import Text

_LONGEST = 60


class OwnEntry(QWidget):
    """Takes a name and tells it as a code.

    Parameters
    ----------
    name
        Object name of the field.

    Signals
    -------
    entered
        With the code a name comes to.
    """

    entered = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._label = Text("strong", f"{name}_label")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setMaxLength(_LONGEST)
        self.error = Text("error", f"{name}_error")
        self._error_words = ""
        self.add_button = Button("quiet", f"{name}_add")
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
        self.add_button.clicked.connect(self._enter)

    def set_words(self, own: Callable[[str], str]) -> None:
        """Say the words ``other``, ``add`` and ``wrong``."""
        self._error_words = own("wrong")
        self._show_error("")
        self._label.set_words(own("other"))
        self.field.setAccessibleName(own("other"))
        self.add_button.set_words(own("add"))

    def settle(self) -> bool:
        """Take what is written and not yet added; tell whether nothing is left that cannot be."""
        written = self.field.text().strip()
        code = code_of(written)
        self._show_error(self._error_words if written and not code else "")
        if code:
            self.field.clear()
            self.entered.emit(code)
        return bool(code) or not written

    def _show_error(self, words: str) -> None:
        self.error.set_words(words)
        self.field.setAccessibleDescription(words)
        if words:
            announce(self, words)

    def _enter(self) -> None:
        self.settle()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is written on Return; with nothing written, Return goes on."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and self.field.text().strip():
            self._enter()
            return
        super().keyPressEvent(event)
