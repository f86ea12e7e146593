"""The recovery code, shown once, and whether it was written down."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.secret.recovery_code import signs_in
from ui.language import Language
from ui.widgets.form_field import FormField
from ui.widgets.shown_code import ShownCode
from ui.widgets.text import Text


class CodeCard(QWidget):
    """Shows the code large, and asks for its last signs.

    Parameters
    ----------
    name
        Its object name.
    """

    def __init__(self, words: Language, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._code = ""
        self._shown = ShownCode(f"{name}_code")
        self._keep = Text("body", f"{name}_keep")
        self.last = FormField(f"{name}_last")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self._shown, self._keep, self.last):
            column.addWidget(widget)
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show a code; ``""`` forgets the one that was shown."""
        self._code = code
        self.last.forget()
        self.retranslate()

    def retranslate(self) -> None:
        """Say what to do with it in the language that holds."""
        self._shown.show_code(self._code)
        self._keep.set_words(self._words.text("staff.code.keep"))
        text = self._words.text
        self.last.set_words(text("staff.code.last"), text("staff.code.last_hint"))

    def is_written_down(self) -> bool:
        """Tell whether the last signs were typed; where not, say so."""
        is_right = bool(self._code) and signs_in(self.last.text) == self._code.split("-")[-1]
        self.last.show_error("" if is_right else self._words.text("staff.code.not_last"))
        return is_right
