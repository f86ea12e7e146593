"""A new recovery code: shown once, printed if somebody likes, and ticked off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.option_group import OptionGroup
from ui.widgets.shown_code import ShownCode
from ui.widgets.text import Text

_NOTED = "noted"


class CodePart(QWidget):
    """The code, what to do with it, and whether that is done.

    Parameters
    ----------
    words
        The language that holds.
    name
        Begins the object names.

    Signals
    -------
    print_requested
        The person wants it on paper.
    """

    print_requested = Signal()

    def __init__(self, words: Language, name: str) -> None:
        super().__init__()
        self._words = words
        self.code = ""
        self._shown = ShownCode(f"{name}_code")
        self._keep = Text("body", f"{name}_keep")
        self.print = Button("quiet", f"{name}_print")
        self.noted = OptionGroup(name, (_NOTED,), several=True, columns=1)
        self.error = Text("error", f"{name}_error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self._shown, self._keep, self.print, self.noted, self.error):
            column.addWidget(widget)
        column.setAlignment(self.print, Qt.AlignmentFlag.AlignLeft)
        self.error.set_words("")
        self.print.clicked.connect(self.print_requested)
        self.noted.chosen_changed.connect(lambda _: self.error.set_words(""))
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show a code; ``""`` forgets the one that was shown."""
        self.code = code
        self._shown.show_code(code)
        self.noted.set_chosen(())
        self.error.set_words("")

    def retranslate(self) -> None:
        """Say what to do with it in the language that holds."""
        text = self._words.text
        self._keep.set_words(text("keeping.code.keep"))
        self.print.set_words(text("keeping.code.print"))
        self.noted.set_words(lambda _: text("keeping.code.noted"))

    def is_noted(self) -> bool:
        """Tell whether it is ticked off; where it is not, say so there."""
        is_done = self.noted.chosen == (_NOTED,)
        words = "" if is_done else self._words.text("keeping.code.not_noted")
        self.error.set_words(words)
        card = self.noted.cards[0]
        card.setAccessibleDescription(words)
        if words:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_done
