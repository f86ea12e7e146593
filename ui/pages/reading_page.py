"""Short pages about the therapy itself: a list, and one of them at a time to read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.document import Block, Bullets, Contrast, Paragraph, Section, Tone
from matcher.followup.reading import ReadingPage as Reading
from matcher.followup.reading import load_reading
from matcher.services.followup.reading_sheet import reading_sheet
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.language import Language
from ui.pages.notes_page import PREVIEW
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.contents_list import ContentsList
from ui.widgets.document_section import DocumentSection


class ReadingPage(SheetPage):
    """The list, or one page; nothing on it is a person's.

    Parameters
    ----------
    words
        The language that holds.
    paper
        Prints a page.
    today
        Gives the day it is.
    """

    def __init__(
        self, words: Language, paper: NotesPaperController, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(words, "reading")
        self._paper = paper
        self._today = today
        self._opened: Reading | None = None
        self.sections: list[DocumentSection] = []
        self.compose()

    @property
    def opened(self) -> str:
        """Id of the page that is read; ``""`` for the list."""
        return "" if self._opened is None else self._opened.id

    def enter(self) -> None:
        """Show the list; what was read, after the page opened over it."""
        if not self.is_returned_to:
            super().enter()
            self._opened = None
            self._show()

    def first_focus(self) -> QWidget:
        """Begin with the first page of the list."""
        return self.next_button if self._opened else self.list.buttons[0]

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.print.set_words(self.words.text("notes.print"))
        self.list.set_headings([self.words.text(page.title) for page in load_reading()])
        self._show()

    def open(self, number: int) -> None:
        """Read a page of the list, counted from 0."""
        self._opened = load_reading()[number]
        self._show()
        self.begin_anew()
        self.announce(self.title)

    def go_on(self) -> None:
        """Go to the list again, and from there to where one came from."""
        if self._opened is None:
            super().go_on()
        else:
            self._close()

    def go_back(self) -> None:
        """Do the same."""
        if self._opened is None:
            super().go_back()
        else:
            self._close()

    def _close(self) -> None:
        number = load_reading().index(self._opened) if self._opened else 0
        self._opened = None
        self._show()
        self.scroll_bar.setValue(0)
        self.list.buttons[number].setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce(self.title)

    def _build(self) -> None:
        self.list = ContentsList("reading_list")
        self._text = Column("reading_text")
        self._text.column.setSpacing(24)
        self.print = Button("quiet", "notes_print")
        self.column.addWidget(self.list)
        self.column.addWidget(self._text)

    def _build_bar(self) -> None:
        self._fill_bar(self.print)

    def _connect(self) -> None:
        self.list.section_requested.connect(self.open)
        self.print.clicked.connect(self._print)

    def _print(self) -> None:
        if self._opened is not None:
            opened, today = self._opened, self._today()
            self._paper.want(lambda catalogue: (reading_sheet(opened, today, catalogue),))
            self.open_over(PREVIEW)

    def _show(self) -> None:
        text, page = self.words.text, self._opened
        take_out_all(self._text.column)
        self.sections = []
        self.list.setVisible(page is None)
        self.print.setVisible(page is not None)
        self.next_button.set_words(text("notes.done" if page is None else "notes.reading_all"))
        if page is None:
            self.set_heading(text("followup.reading.title"), text("followup.reading.intro"))
            return
        self.set_heading(text(page.title), place=text("followup.reading.title"))
        sheet = reading_sheet(page, self._today(), self.words.catalogue)
        for number, section in enumerate(sheet.sections):
            whole = DocumentSection(f"reading_{number}", readable(section), self._say_cell)
            self._text.column.addWidget(whole)
            while not whole.is_complete:
                whole.add_next()
            self.sections.append(whole)
        make_room(self._text)

    def _say_cell(self, heading: str, cell: str) -> str:
        return self.words.text("screen.how.cell", heading=heading, cell=cell)


def readable(section: Section) -> Section:
    """Return a section with lists below each other that stand side by side on paper."""
    frames: tuple[str, ...] = ()
    blocks: list[Block] = []
    for block in section.blocks:
        if not isinstance(block, Contrast):
            blocks.append(block)
        elif not block.heading:
            frames = (*block.left, *block.right)
        else:
            blocks.extend(_one_below_the_other(block, frames))
    return replace(section, blocks=tuple(blocks))


def _one_below_the_other(block: Contrast, frames: tuple[str, ...]) -> Iterator[Block]:
    for frame, items in zip(frames, (block.left, block.right), strict=True):
        yield Paragraph(frame, Tone.STRONG)
        yield Bullets(items)
