"""The base of what one fact of a profile is written with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.directory.field import Field
from matcher.forms.profile_form import code_label
from matcher.services.people.fact_words import field_name
from ui.language import Language


class CellField(QWidget):
    """Shows a fact in the text form of a directory cell, and tells what becomes of it.

    Parameters
    ----------
    field
        What it is about.
    words
        The language that holds.

    Attributes
    ----------
    column
        Its layout.

    Signals
    -------
    cell_changed
        With the cell after the person changed it; ``""`` when nothing is written or chosen.
    """

    cell_changed = Signal(str)

    def __init__(self, field: Field, words: Language) -> None:
        super().__init__()
        self.field = field
        self.words = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def set_cell(self, cell: str) -> None:
        """Show a cell; ``""`` when there is nothing to show."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Return what gets the focus."""
        raise NotImplementedError

    def settle(self) -> bool:
        """Take what is written and not yet added; tell whether nothing is left that cannot be."""
        return True

    def set_wrong(self, why: str) -> None:
        """Show that it cannot be taken, and tell a screen reader why; ``""`` takes that back."""
        self.first().setAccessibleDescription(why)

    @property
    def title(self) -> str:
        """What the fact is called."""
        own = f"editor.field.{self.field.name}"
        if self.words.has(own):
            return self.words.text(own)
        return field_name(self.field.name, self.words.catalogue)

    def label(self, code: str) -> str:
        """Say what a code means."""
        return code_label(self.field.name, code, self.words.catalogue)
