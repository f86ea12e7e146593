"""How this works: the whole model in words, to be read, saved or printed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from matcher.document import Section
from matcher.errors import MatcherError
from ui.controllers.model_card_controller import ModelCardController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.pages.sheets_way import ONTO_PAPER, SheetsWay
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.document_section import DocumentSection
from ui.widgets.file_guard import AskWhere
from ui.widgets.file_words import refused_words, saved_words
from ui.widgets.lines import Lines
from ui.widgets.long_document import LongDocument
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
    way
        Where it goes: saved, printed, or only read.
    """

    offers_back = False
    breadth = BROAD

    def __init__(
        self, words: Language, card: ModelCardController, way: SheetsWay = ONTO_PAPER
    ) -> None:
        super().__init__(words, "how")
        self._way = way
        self._card = card
        self._asked_in = ""
        self.compose()

    @property
    def is_complete(self) -> bool:
        """Whether the whole card is there."""
        return self._document.is_complete

    def enter(self) -> None:
        """Ask for the card in the language that holds, unless it is there."""
        super().enter()
        self.told.set_words("")
        self._way.look()
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
        self._document = LongDocument("card", self._say_cell)
        self.contents = self._document.contents
        self.told = Text("strong", "told")
        self.save = Button("quiet", "save")
        self.print = Button("quiet", "print")
        self.column.addWidget(self.short)
        self.column.addWidget(self._waiting)
        self.column.addWidget(self._document)

    def _build_bar(self) -> None:
        self.bar_column.insertWidget(0, self.told)
        self.bar.addWidget(self.print)
        self.bar.addWidget(self.save)
        if not self._way.saves:
            self.save.hide()
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._card.written.connect(self._show)
        self._card.saved.connect(self._tell_saved)
        self._card.failed.connect(self._tell_failed)
        self._document.section_reached.connect(self._show_from)
        if self._way.ask_where is not None:
            self.save.clicked.connect(partial(self._ask_to_save, self._way.ask_where))
        if self._way.printing is not None:
            self._way.printing.found.connect(self._show_way)
        self.print.clicked.connect(partial(self.open_over, "print_card"))

    def _show_way(self) -> None:
        """Promise no paper where none comes out."""
        self.print.setVisible(not self._way.is_by_hand)

    def _ask(self) -> None:
        self._asked_in = self.words.code
        self._waiting.set_words(self.words.text("screen.how.waiting"))
        self._card.request(self.words.catalogue)

    def _show(self, sections: Sequence[Section]) -> None:
        """Begin to show another card; the rest follows as time allows."""
        self._waiting.set_words("")
        self._document.show_sections(sections)

    def _show_from(self, section: DocumentSection) -> None:
        self.show_from(section)
        announce(self, section.heading.plain)

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
