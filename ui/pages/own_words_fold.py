"""*Say it in your own words*: finds areas, and ticks one only when a person presses it."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from ui.controllers.own_words_controller import FoundTerm, OwnWordsController
from ui.language import Language
from ui.pages.page import Page
from ui.widgets.announcement import announce
from ui.widgets.column import make_room
from ui.widgets.fold import Fold
from ui.widgets.list_editor import ListEditor
from ui.widgets.own_words import OwnWords

_OWN = {
    "label": "screen.own_words.label",
    "find": "screen.own_words.find",
    "private": "learning.suggest.private",
    "limits": "screen.own_words.limits",
}


class OwnWordsFold(Fold):
    """Stands above the list of areas; what is written is forgotten when the page is left.

    Parameters
    ----------
    words
        The language that holds.
    finder
        Finds areas.
    editor
        The list of areas.

    Signals
    -------
    shown
        With a widget that says something new, and should be seen.
    """

    shown = Signal(QWidget)

    def __init__(self, words: Language, finder: OwnWordsController, editor: ListEditor) -> None:
        area = OwnWords("own_words")
        super().__init__("own_words_fold", area)
        self.area = area
        self._words = words
        self._finder = finder
        self._editor = editor
        self.turned.connect(self._begin)
        area.find_requested.connect(self._find)
        area.term_turned.connect(self._turn_term)
        finder.found.connect(self._show)
        finder.failed.connect(self._tell_failed)
        editor.value_changed.connect(self._show_chosen)

    def retranslate(self) -> None:
        """Say everything in the language that holds; what was found was of another one."""
        self.line.set_words(self._words.text("screen.own_words.open"))
        self.area.set_words(lambda what: self._words.text(_OWN[what]))
        self._drop()

    def set_line(self, words: str) -> None:
        """Say the line to call that stands below every answer, as it stands beside the list."""
        self.area.set_line(words)

    def _begin(self, is_open: bool) -> None:
        """Let somebody write at once, and see what to press then."""
        if is_open:
            make_room(self)
            self.area.field.setFocus()
            # After the field itself is brought into sight.
            QTimer.singleShot(0, self, self._show_button)

    def _show_button(self) -> None:
        self.shown.emit(self.area.find_button)

    def _find(self, text: str) -> None:
        self._drop()
        if not text.strip():
            self._tell("screen.own_words.empty")
            self.area.field.setFocus()
            return
        self._tell("screen.own_words.waiting")
        self._finder.find(text, self._words.catalogue)

    def _show(self, found: Sequence[FoundTerm]) -> None:
        intro = self._words.text(f"learning.suggest.{'intro' if found else 'none'}")
        terms = [
            (each.code, self._editor.option_words(each.code), self._because(each)) for each in found
        ]
        self.area.show_terms(intro, terms)
        self._show_chosen()
        labels = (f"{label}." for _, label, _ in terms)
        announce(self, " ".join((intro, *labels, self.area.line.plain)))
        self.shown.emit(self.area.line)

    def _because(self, found: FoundTerm) -> str:
        return self._words.text("learning.suggest.because", words=", ".join(found.fragments))

    def _turn_term(self, code: str, on: bool) -> None:
        self._editor.turn(code, on=on)
        self._show_chosen()
        if on and code not in self._editor.chosen:
            self.shown.emit(self._editor.limit)

    def _show_chosen(self) -> None:
        self.area.set_chosen(self._editor.chosen)

    def _tell_failed(self, error: MatcherError) -> None:
        self.area.tell(self._words.render_all(error))

    def _tell(self, key: str) -> None:
        said = self._words.text(key)
        self.area.tell(said)
        announce(self, said)

    def _drop(self) -> None:
        self._finder.forget()
        self.area.tell("")

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the words when the page is left; not when the window is put aside or covered."""
        super().hideEvent(event)
        page = self.parentWidget()
        while page is not None and not isinstance(page, Page):
            page = page.parentWidget()
        if page is None or page.isHidden():
            self._drop()
            self.area.clear()
            self.set_open(is_open=False)
