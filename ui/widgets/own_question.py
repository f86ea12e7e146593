"""A field for a question in one's own words."""

from PySide6.QtCore import Qt, Signal

from ui.language import Language
from ui.widgets.entry_field import EntryField

LONGEST = 160
"""Letters: two lines on a sheet, three in large print."""


class OwnQuestion(EntryField):
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
        super().__init__(name, LONGEST)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._error_words = ""
        self._given_back = ""
        self.field.textEdited.connect(self._forget_error)
        self.entry_requested.connect(self.take)

    @property
    def left(self) -> str:
        """What is written and on no sheet; not what the person took off and left in the field."""
        words = " ".join(self.field.text().split())
        return "" if words == self._given_back else words

    def say(self, language: Language, whose: str) -> None:
        """Say every word in the language that holds, and for whose sheet it is."""
        self._error_words = language.text("checklist.own.empty")
        self.label.set_words(language.text("checklist.own.label"))
        self.field.setAccessibleName(language.text("checklist.own.label_for", name=whose))
        self.add_button.set_words(
            language.text("checklist.own.add"), language.text("checklist.own.add_for", name=whose)
        )

    def give_back(self, words: str) -> None:
        """Put the words of a question back into the field, to be changed or added again."""
        if not self.field.text().strip():
            self.field.setText(words)
            self._given_back = words
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Be empty for another question."""
        self._given_back = ""
        self.field.setText("")
        self.show_error("")

    def take(self) -> None:
        """Tell the words."""
        words = " ".join(self.field.text().split())
        self.show_error("" if words else self._error_words)
        if words:
            self.added.emit(words)

    def _forget_error(self) -> None:
        self.show_error("")
