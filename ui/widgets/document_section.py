"""A section of a document on the screen, made block by block."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from matcher.document import Block, Bullets, Fit, Paragraph, Script, Section, Table
from matcher.marked_words import MarkedWords, Run
from ui.widgets.column import Column, make_room
from ui.widgets.copy_button import CopyWords
from ui.widgets.document_block import BulletsBlock, FitBlock, ParagraphBlock, ScriptBlock
from ui.widgets.document_table import DocumentTable
from ui.widgets.document_words import DocumentWords
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingLink

_ROWS_AT_ONCE = 3


class DocumentSection(Column):
    """A heading with its blocks, hidden until the first is there.

    Parameters
    ----------
    name
        Its object name; that of the heading is ``<name>_heading``.
    section
        What it says. Only blocks made for reading can be shown, none to write in.
    cell_words
        Says the heading of a table's column with a cell.
    copying
        Lets what is to be typed be copied.

    Signals
    -------
    link_pressed
        With the id of another document.
    """

    link_pressed = Signal(str)

    def __init__(
        self,
        name: str,
        section: Section,
        cell_words: Callable[[str, str], str],
        copying: CopyWords | None = None,
    ) -> None:
        super().__init__(name)
        self._cell_words = cell_words
        self._copying = copying
        self._is_complete = False
        self.column.setSpacing(12)
        self.heading = Text("heading", f"{name}_heading")
        self.column.addWidget(self.heading)
        self.heading.set_words(section.heading)
        self._steps = self._add_all(section.blocks)
        self.hide()

    @property
    def is_complete(self) -> bool:
        """Whether every block is there."""
        return self._is_complete

    def add_next(self) -> None:
        """Make a little more of it, and show it."""
        added = next(self._steps, None)
        self._is_complete = added is None
        if added is not None:
            make_room(self, self, *added)

    def _add_all(self, blocks: Sequence[Block]) -> Iterator[Sequence[QWidget]]:
        for block in blocks:
            widget = self._make(block)
            if isinstance(block, Fit):
                self.column.addSpacing(4)
            self.column.addWidget(widget)
            if isinstance(widget, WrappingLink):
                self.column.setAlignment(widget, Qt.AlignmentFlag.AlignLeading)
            yield [self._led_on(widget)]
            while isinstance(widget, DocumentTable) and not widget.is_complete:
                yield [*map(self._led_on, widget.add_rows(_ROWS_AT_ONCE))]

    def _led_on(self, widget: QWidget) -> QWidget:
        """Let the links of what was made lead on."""
        for words in (widget, *widget.findChildren(DocumentWords)):
            if isinstance(words, DocumentWords):
                words.linkActivated.connect(self.link_pressed)
        return widget

    def _link(self, words: str, address: str) -> WrappingLink:
        """Return what leads on by itself, for keys as well."""
        link = WrappingLink(address)
        link.set_words(words)
        link.clicked.connect(partial(self.link_pressed.emit, address))
        return link

    def _make(self, block: Block) -> QWidget:
        match block:
            case Paragraph(MarkedWords(runs=(Run(address=address),)) as words) if address:
                return self._link(words, address)
            case Paragraph(text, tone, hangs=hangs):
                return ParagraphBlock(text, tone, hangs)
            case Bullets(items):
                return BulletsBlock(items)
            case Fit():
                return FitBlock(block)
            case Script(label, lines):
                return ScriptBlock(label, lines, self._copying)
            case Table(headings, rows):
                return DocumentTable(headings, rows, self._cell_words)
        raise TypeError(type(block).__name__)
