"""How this works: the whole model in words, to be read, saved or printed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from matcher.document import Section
from matcher.errors import MatcherError
from ui.controllers.model_card_controller import ModelCardController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.column import Column, take_out_all
from ui.widgets.contents_list import ContentsList
from ui.widgets.document_section import DocumentSection
from ui.widgets.file_guard import AskWhere
from ui.widgets.file_words import refused_words, saved_words
from ui.widgets.lines import Lines
from ui.widgets.text import Text

_SHORT = ("say", "first", "rest", "silence", "pay")
"""The whole in five lines."""


class ModelCardPage(SheetPage):
    """A long page, made section by section after it is seen.

    Parameters
    ----------
    words
        The language that holds.
    card
        Says the card, and takes it to paper.
    ask_where
        Lets it be saved as a file.
    """

    offers_back = False
    breadth = BROAD

    def __init__(
        self, words: Language, card: ModelCardController, ask_where: AskWhere | None = None
    ) -> None:
        super().__init__(words, "how")
        self._ask_where = ask_where
        self._card = card
        self._asked_in = ""
        self._sections: list[DocumentSection] = []
        self.compose()

    @property
    def is_complete(self) -> bool:
        """Whether the whole card is there."""
        return bool(self._sections) and not self._later.isActive()

    def enter(self) -> None:
        """Ask for the card in the language that holds, unless it is there."""
        super().enter()
        self.told.set_words("")
        if self._asked_in != self.words.code:
            self._ask()

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("model.title"), text("screen.how.why"))
        self.short.set_lines([text(f"screen.how.short.{line}") for line in _SHORT])
        self.contents.heading.set_words(text("screen.how.contents"))
        self.next_button.set_words(text("screen.how.close"))
        self.save.set_words(text("checklist.save.pdf"), text("screen.how.save"))
        self.print.set_words(text("checklist.print"), text("screen.how.print"))
        if self.isVisible():
            self._ask()

    def _build(self) -> None:
        self._waiting = Text("quiet", "waiting")
        self.short = Lines("short")
        self.contents = ContentsList("contents")
        self._card_column = Column("card")
        self._card_column.column.setSpacing(40)
        self.told = Text("strong", "told")
        self.save = Button("quiet", "save")
        self.print = Button("quiet", "print")
        self._later = QTimer(self)
        self.column.addWidget(self.short)
        self.column.addWidget(self._waiting)
        self.column.addWidget(self.contents)
        self.column.addSpacing(16)
        self.column.addWidget(self._card_column)

    def _build_bar(self) -> None:
        self.bar_column.insertWidget(0, self.told)
        self.bar.addWidget(self.print)
        self.bar.addWidget(self.save)
        if self._ask_where is None:
            self.save.hide()
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._card.written.connect(self._show)
        self._card.saved.connect(self._tell_saved)
        self._card.failed.connect(self._tell_failed)
        self.contents.section_requested.connect(self._go_to)
        if self._ask_where is not None:
            self.save.clicked.connect(partial(self._ask_to_save, self._ask_where))
        self.print.clicked.connect(partial(self.open_over, "print_card"))
        self._later.timeout.connect(self._add_next)

    def _ask(self) -> None:
        self._asked_in = self.words.code
        self._waiting.set_words(self.words.text("screen.how.waiting"))
        self._card.request(self.words.catalogue)

    def _show(self, sections: Sequence[Section]) -> None:
        """Begin to show another card; the rest follows as time allows."""
        take_out_all(self._card_column.column)
        self._waiting.set_words("")
        self.contents.set_headings([section.heading for section in sections])
        self._sections = [
            DocumentSection(f"section_{number}", section, self._say_cell)
            for number, section in enumerate(sections)
        ]
        for section in self._sections:
            self._card_column.column.addWidget(section)
        self._later.start(0)

    def _add_next(self) -> None:
        section = next((each for each in self._sections if not each.is_complete), None)
        if section is None:
            self._later.stop()
        else:
            section.add_next()

    def _go_to(self, number: int) -> None:
        """Show a section from its heading on, made up to there if it is not yet."""
        wanted = self._sections[number]
        while not wanted.is_complete:
            self._add_next()
        self.show_from(wanted)
        announce(self, wanted.heading.plain)

    def _say_cell(self, heading: str, cell: str) -> str:
        return self.words.text("screen.how.cell", heading=heading, cell=cell)

    def _ask_to_save(self, ask_where: AskWhere) -> None:
        ask_where(self, self._card.usual_path(), self.words, self._save)

    def _save(self, path: Path) -> None:
        self._tell(self.words.text("screen.how.saving"))
        self._card.save(path, self.words.catalogue)

    def _tell_saved(self, path: Path) -> None:
        self._tell(saved_words(path, self.words))

    def _tell_failed(self, error: MatcherError) -> None:
        self._waiting.set_words("")
        self._tell(refused_words(error, self.words))

    def _tell(self, words: str) -> None:
        self.told.set_words(words)
        announce(self, words)
