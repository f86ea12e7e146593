"""A field with a label above it, a hint, and room for what is wrong with what was written."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.announcement import announce
from ui.widgets.text import Text


class LabeledField(QWidget):
    """One line to write in.

    Parameters
    ----------
    name
        Object name of the field.
    longest
        Letters it takes.
    """

    def __init__(self, name: str, longest: int) -> None:
        super().__init__()
        self.label, self.hint = Text("strong", f"{name}_label"), Text("quiet", f"{name}_hint")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setMaxLength(longest)
        self.error = Text("error", f"{name}_error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for widget in (self.label, self.hint, self.field, self.error):
            column.addWidget(widget)
        self.error.set_words("")
        self.hint.set_words("")

    @property
    def text(self) -> str:
        """What is written, without spaces around it."""
        return self.field.text().strip()

    def set_words(self, label: str, hint: str = "") -> None:
        """Say what is to be written, and how."""
        self.label.set_words(label)
        self.hint.set_words(hint)
        self.field.setAccessibleName(label)
        self._describe()

    def show_error(self, words: str) -> None:
        """Say what is wrong, to the eye and to a screen reader; ``""`` when nothing is."""
        self.error.set_words(words)
        self._describe()
        if words:
            announce(self, words)

    def _describe(self) -> None:
        self.field.setAccessibleDescription(self.error.plain or self.hint.plain)
