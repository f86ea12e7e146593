"""A long text on a page: what it holds, and its sections, made one after the other once seen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal

from matcher.document import Section
from ui.widgets.column import Column, take_out_all
from ui.widgets.contents_list import ContentsList
from ui.widgets.copy_button import CopyWords
from ui.widgets.document_section import DocumentSection

_BETWEEN = 40


class LongDocument(Column):
    """The headings, and below them everything.

    Parameters
    ----------
    name
        Its object name.
    say_cell
        Says the heading of a table's column with a cell.

    Attributes
    ----------
    contents
        The headings; a press leads to a section.
    copying
        Lets what is to be typed in the next text be copied.

    Signals
    -------
    section_reached
        With the `DocumentSection` that somebody wishes to see from its heading on.
    link_pressed
        With the id of another document.
    completed
        All of a text is there.
    """

    section_reached = Signal(object)
    link_pressed = Signal(str)
    completed = Signal()

    def __init__(self, name: str, say_cell: Callable[[str, str], str]) -> None:
        super().__init__()
        self.copying: CopyWords | None = None
        self._say_cell = say_cell
        self._sections: list[DocumentSection] = []
        self._headed: list[int] = []
        self._later = QTimer(self)
        self.contents = ContentsList("contents")
        self._text = Column(name)
        self._text.column.setSpacing(_BETWEEN)
        self.column.addWidget(self.contents)
        self.column.addSpacing(16)
        self.column.addWidget(self._text)
        self.contents.section_requested.connect(self._go_to)
        self._later.timeout.connect(self._add_next)

    @property
    def is_complete(self) -> bool:
        """Whether all of it is there."""
        return bool(self._sections) and not self._later.isActive()

    def show_sections(self, sections: Sequence[Section], *, with_contents: bool = True) -> None:
        """Begin to show another text; the rest follows as time allows."""
        take_out_all(self._text.column)
        self._headed = [number for number, each in enumerate(sections) if each.heading]
        headings = [sections[number].heading for number in self._headed]
        self.contents.set_headings(headings if with_contents else ())
        self._sections = [
            DocumentSection(f"section_{number}", section, self._say_cell, self.copying)
            for number, section in enumerate(sections)
        ]
        for section in self._sections:
            section.link_pressed.connect(self.link_pressed)
            self._text.column.addWidget(section)
        if self._sections:
            self._later.start(0)
        else:
            self._later.stop()
            self.completed.emit()

    def _add_next(self) -> None:
        section = next((each for each in self._sections if not each.is_complete), None)
        if section is None:
            self._later.stop()
            self.completed.emit()
        else:
            section.add_next()

    def _go_to(self, number: int) -> None:
        """Make all up to a section, if it is not there yet, and ask for it to be shown."""
        wanted = self._sections[self._headed[number]]
        while not wanted.is_complete:
            self._add_next()
        self.section_reached.emit(wanted)
