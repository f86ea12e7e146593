"""A section of a document on the screen, made block by block."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from matcher.checklist.document import Block, Bullets, Fit, Paragraph, Section, Table
from ui.widgets.column import Column
from ui.widgets.document_block import BulletsBlock, FitBlock, ParagraphBlock
from ui.widgets.document_table import DocumentTable
from ui.widgets.text import Text

_ROWS_AT_ONCE = 4


class DocumentSection(Column):
    """A heading with its blocks; hidden until it is whole, as each change costs a layout.

    Parameters
    ----------
    name
        Its object name; that of the heading is ``<name>_heading``.
    section
        What it says. Only blocks made for reading can be shown, none to write in.
    cell_words
        Says the heading of a table's column with a cell.
    """

    def __init__(self, name: str, section: Section, cell_words: Callable[[str, str], str]) -> None:
        super().__init__(name)
        self._cell_words = cell_words
        self.column.setSpacing(12)
        self.heading = Text("heading", f"{name}_heading")
        self.column.addWidget(self.heading)
        self.heading.set_words(section.heading)
        self._steps = self._add_all(section.blocks)
        self.hide()

    def add_next(self) -> bool:
        """Make a little more of it; tell whether there was something left to make."""
        return next(self._steps, False)

    def _add_all(self, blocks: Sequence[Block]) -> Iterator[bool]:
        for block in blocks:
            widget = self._make(block)
            if isinstance(block, Fit):
                self.column.addSpacing(4)
            self.column.addWidget(widget)
            yield True
            while isinstance(widget, DocumentTable) and not widget.is_complete:
                widget.add_rows(_ROWS_AT_ONCE)
                yield True

    def _make(self, block: Block) -> QWidget:
        match block:
            case Paragraph(text, tone):
                return ParagraphBlock(text, tone)
            case Bullets(items):
                return BulletsBlock(items)
            case Fit():
                return FitBlock(block)
            case Table(headings, rows):
                return DocumentTable(headings, rows, self._cell_words)
        raise TypeError(type(block).__name__)
