"""A field for something that is not in a list, by its name."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from matcher.letters import code_of
from ui.widgets.entry_field import EntryField

_LONGEST = 60


class OwnEntry(EntryField):
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
        super().__init__(name, _LONGEST)
        self._error_words = ""
        self.entry_requested.connect(self.settle)

    def set_words(self, own: Callable[[str], str]) -> None:
        """Say the words ``other``, ``add`` and ``wrong``."""
        self._error_words = own("wrong")
        self.show_error("")
        self.label.set_words(own("other"))
        self.field.setAccessibleName(own("other"))
        self.add_button.set_words(own("add"))

    def settle(self) -> bool:
        """Take what is written and not yet added; tell whether nothing is left that cannot be."""
        written = self.field.text().strip()
        code = code_of(written)
        self.show_error(self._error_words if written and not code else "")
        if code:
            self.field.setText("")
            self.entered.emit(code)
        return bool(code) or not written
