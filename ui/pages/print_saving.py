"""Saving from the page that prints: the way on where no printer helps."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.controllers.print_source import PrintSource, page_for
from ui.pages.page import Page
from ui.widgets.file_guard import AskWhere
from ui.widgets.file_words import refused_words, saved_words
from ui.widgets.print_parts import PrintParts, Step


class PrintSaving(QObject):
    """Asks where, and says below the button how it went.

    Parameters
    ----------
    page
        Where it is asked and said.
    source
        Saves what would be printed.
    parts
        Holds the button.
    ask_where
        Asks; where nothing may be saved there is none.
    """

    def __init__(
        self, page: Page, source: PrintSource, parts: PrintParts, ask_where: AskWhere | None
    ) -> None:
        super().__init__(page)
        self._page = page
        self._source = source
        self._parts = parts
        self._may_save = ask_where is not None
        if ask_where is not None:
            parts.save.clicked.connect(partial(self._ask_to_save, ask_where))
        source.saved.connect(self._tell_saved)
        source.failed.connect(self._tell_failed)

    @property
    def leads_on(self) -> bool:
        """Whether the main button leads to the lines to copy where nothing can be printed."""
        return self._source.is_private and not self._may_save

    def begin(self, step: Step, *, has_none: bool) -> None:
        """Offer what is left beside the printer at a step; nothing is saved yet.

        Parameters
        ----------
        step
            Where one is.
        has_none
            Whether that is because there is no printer at all.
        """
        parts, text = self._parts, self._page.words.text
        parts.saved.set_words("")
        parts.save.setVisible(self._may_save and not self._source.lacks)
        is_main = self.leads_on and step is Step.STUCK
        is_of_sheets = page_for("copy_card", self._source) == "copy_card"
        parts.copy.setVisible(self._source.is_private and is_of_sheets and not is_main)
        if has_none and step is Step.STUCK and not self._source.lacks:
            parts.told.set_words(text("preview.print.none"))
        parts.ways_heading.set_words(text(f"preview.print.{'left' if has_none else 'ways'}"))
        parts.desk.set_words(text(self._left(has_none=has_none)))

    def way_out(self) -> QWidget:
        """Return what to do first where nothing can be printed."""
        parts = self._parts
        ways = (parts.save, parts.copy, self._page.next_button, parts.try_again)
        return next(way for way in ways if not way.isHidden())

    def _left(self, *, has_none: bool) -> str:
        """Return the key of the sentence on what else one can do."""
        without = f"preview.print.without.{self._source.kind}"
        by_hand = f"preview.print.by_hand.{self._source.kind}"
        if self._may_save:
            return "preview.print.elsewhere"
        fitting = (*((without,) if has_none else ()), by_hand)
        return next(filter(self._page.words.has, fitting), "preview.print.staff")

    def _ask_to_save(self, ask_where: AskWhere) -> None:
        # Paper was wanted: whatever else the sheets are saved as, these are pages.
        usual = self._source.usual_path().with_suffix(".pdf")
        ask_where(self._page, usual, self._page.words, self._save)

    def _save(self, path: Path) -> None:
        self._source.save(path, self._page.words.catalogue)

    def _tell_saved(self, path: Path) -> None:
        self._tell(saved_words(path, self._page.words))

    def _tell_failed(self, error: MatcherError) -> None:
        self._tell(refused_words(error, self._page.words))

    def _tell(self, words: str) -> None:
        if self._page.isVisible():
            self._parts.saved.set_words(words)
            self._page.announce(words)
