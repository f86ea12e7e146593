"""A field of a form: what it is for, what is written, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.announcement import announce
from ui.widgets.text import Text

_HINT = Qt.InputMethodHint
_HINTS = _HINT.ImhSensitiveData | _HINT.ImhNoPredictiveText | _HINT.ImhNoAutoUppercase


class FormField(QWidget):
    """A label, a line that says more, a field, and room for what is wrong.

    Parameters
    ----------
    name
        Object name of the field.
    is_secret
        Whether what is written is not to be seen.
    """

    def __init__(self, name: str, *, is_secret: bool = False) -> None:
        super().__init__()
        self.label = Text("strong", f"{name}_label")
        self.hint = Text("quiet", f"{name}_hint")
        self.field = QLineEdit()
        self.field.setObjectName(name)
        self.field.setInputMethodHints(_HINTS)
        if is_secret:
            self.set_seen(is_seen=False)
        self.error = Text("error", f"{name}_error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.label, self.hint, self.field, self.error):
            column.addWidget(widget)
        self.hint.set_words("")
        self.error.set_words("")

    @property
    def text(self) -> str:
        """What is written."""
        return self.field.text()

    def set_words(self, label: str, hint: str = "") -> None:
        """Say what it is for."""
        self.label.set_words(label)
        self.hint.set_words(hint)
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(hint)

    def set_seen(self, *, is_seen: bool) -> None:
        """Let what is written be seen, or show dots."""
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if is_seen else modes.Password)

    def forget(self) -> None:
        """Hold nothing, also nothing that undoing would bring back."""
        self.field.setText("")
        self.show_error("")

    def show_error(self, words: str) -> None:
        """Say what is wrong, to the eye and to a screen reader, and go there; ``""`` for nothing.

        What is written stays.
        """
        self.error.set_words(words)
        self.field.setProperty("wrong", bool(words))
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(words or self.hint.plain)
        if words:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, words)
