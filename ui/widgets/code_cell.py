"""A fact that is one word of a list."""

from PySide6.QtWidgets import QWidget

from matcher.directory.field import Field
from matcher.forms.profile_form import codes_of
from ui.language import Language
from ui.widgets.cell_field import CellField
from ui.widgets.option_group import OptionGroup


class CodeCell(CellField):
    """Cards, of which one is chosen."""

    def __init__(self, field: Field, words: Language) -> None:
        super().__init__(field, words)
        self.group = OptionGroup(f"field_{field.name}", codes_of(field.name), columns=3)
        self.column.addWidget(self.group)
        self.group.chosen_changed.connect(self._tell)

    def set_cell(self, cell: str) -> None:
        """Show what is chosen."""
        self.group.set_chosen((cell,) if cell else ())

    def retranslate(self) -> None:
        """Say what each word means."""
        self.group.set_words(self.label)
        self.group.setAccessibleName(self.title)

    def first(self) -> QWidget:
        """Return the chosen card, or the first one."""
        return self.group.chosen_card() or self.group.cards[0]

    def _tell(self, chosen: tuple[str, ...]) -> None:
        self.cell_changed.emit("".join(chosen))
