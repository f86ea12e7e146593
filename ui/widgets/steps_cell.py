"""A fact that is a range on a style axis."""

from PySide6.QtWidgets import QWidget

from matcher.directory.cells import read_cell, write_cell
from matcher.directory.field import Field
from ui.language import Language
from ui.widgets.cell_field import CellField
from ui.widgets.style_range import StyleRange


class StepsCell(CellField):
    """The axis as clients see it, in words about the therapist and the client."""

    def __init__(self, field: Field, words: Language) -> None:
        super().__init__(field, words)
        self.axis = StyleRange(f"field_{field.name}")
        self.column.addWidget(self.axis)
        self.axis.range_changed.connect(self._tell)

    def set_cell(self, cell: str) -> None:
        """Show the steps; a cell that cannot be read shows none."""
        value = read_cell(self.field, cell).value
        ends = [int(str(end)) for end in value] if isinstance(value, tuple) else []
        self.axis.set_range((ends[0], ends[1]) if ends else None)

    def retranslate(self) -> None:
        """Say the poles and the steps."""
        left, right = (self._pole(side) for side in ("left", "right"))
        self.axis.set_words(left, right, lambda step: self.label(str(step)))

    def first(self) -> QWidget:
        """Return the left step."""
        return self.axis.first

    def _pole(self, side: str) -> str:
        """Say a pole as it is said about a client, not to one."""
        item = f"item.{self.field.name}.{side}"
        about = f"{item}_other"
        return self.words.text(about if self.words.has(about) else item)

    def _tell(self, steps: tuple[int, int] | None) -> None:
        self.cell_changed.emit("" if steps is None else write_cell(steps))
