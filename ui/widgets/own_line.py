"""A line in a person's own words, kept as it stands."""

from PySide6.QtCore import Signal

from matcher.followup.search_log import LONGEST_LINE
from matcher.questionnaire.answer_check import clean_words
from ui.widgets.form_field import FormField


class OwnLine(FormField):
    """A label, and a field that takes no more than is kept.

    Parameters
    ----------
    name
        Object name of the field.

    Signals
    -------
    written
        With the words, without spaces around them, after the person changed them.
    """

    written = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.label.set_role("small")
        self.field.setMaxLength(LONGEST_LINE)
        self.field.textEdited.connect(self._tell)

    @property
    def line(self) -> str:
        """The words, without spaces around them."""
        return clean_words(self.text).strip()

    def show_line(self, line: str) -> None:
        """Show words; a space that is being typed after the same words stays."""
        if line != self.line:
            self.field.setText(line)

    def _tell(self) -> None:
        self.written.emit(self.line)
