"""What became of what somebody asked a page for."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.pages.page import Page
from ui.widgets.file_words import refused_words, saved_words
from ui.widgets.text import Text


class Outcome(QObject):
    """One sentence at a time, in the place of the one before: what was done, or why it was not.

    Parameters
    ----------
    page
        Where it is said; it lays out `told` and `problem`.

    Attributes
    ----------
    told, problem
        The line for each; one of them is empty.
    about
        The part of the page that it is about; ``None`` for all of it, or when nothing is said.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.told, self.problem = Text("strong", "told"), Text("error", "problem")
        self.about: QWidget | None = None

    def tell(self, words: str, about: QWidget | None = None) -> None:
        """Say what was done, or is being done, to the page or to a part of it."""
        self._show(words, "")
        self.about = about

    def refuse(self, words: str) -> None:
        """Say why something is not done."""
        self._show("", words)

    def tell_saved(self, path: Path) -> None:
        """Say where a file is now."""
        self.tell(saved_words(path, self._page.words))

    def tell_failed(self, error: MatcherError) -> None:
        """Say why there is no file."""
        self.refuse(refused_words(error, self._page.words))

    def clear(self) -> None:
        """Say no more of it."""
        self._write("", "")

    def follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Say no more of a part of the page when one goes on to something else."""
        if self.about is not None and new is not None and not self.about.isAncestorOf(new):
            self.clear()

    def _write(self, told: str, problem: str) -> None:
        self.told.set_words(told)
        self.problem.set_words(problem)
        self.about = None

    def _show(self, told: str, problem: str) -> None:
        self._write(told, problem)
        self._page.announce(told or problem)
