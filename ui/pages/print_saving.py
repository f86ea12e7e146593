"""Saving from the page that prints: the way on where no printer helps."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.controllers.print_source import PrintSource
from ui.pages.page import Page
from ui.widgets.file_guard import AskWhere
from ui.widgets.file_words import refused_words, saved_words
from ui.widgets.print_parts import PrintParts


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

    def begin(self) -> None:
        """Offer to save where there is something that may be; nothing is saved yet."""
        self._parts.saved.set_words("")
        self._parts.save.setVisible(self._may_save and not self._source.lacks)

    def way_out(self) -> QWidget:
        """Return what to do first where nothing can be printed."""
        parts = self._parts
        ways = (parts.save, parts.copy, parts.try_again)
        return next(way for way in ways if not way.isHidden())

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
