"""One of a clinic's own words: what it may mean, and what somebody says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from matcher.services.intake.mapping_choice import KEEP_TEXT, LEAVE_OUT
from matcher.services.intake.mapping_offer import (
    Choosable,
    meant_by,
    takes_several,
    term_choices,
    token_label,
    with_one_more,
)
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.marked_text import MarkedText
from ui.widgets.one_picker import OnePicker
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.services.intake.mapping_terms import TermDraft

_MEANINGS = ("accept", "change")
_SIMILAR, _CHOSEN = "similar", "chosen"


class WordRow(QFrame):
    """A word with the marked letters that led to its suggestion, and what to say of it.

    It may stand for several terms at once: once it stands for one, one more can be chosen.

    Parameters
    ----------
    name
        Its object name.
    words
        The language that holds.

    Signals
    -------
    decided
        With the word and its token, or one of the two that take nothing over.
    """

    decided = Signal(str, str)

    def __init__(self, name: str, words: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "card")
        self._words = words
        self._term: TermDraft | None = None
        self._field = ""
        self._adds = False
        self.text = MarkedText("strong", f"{name}_text")
        self.meaning = Text("body", f"{name}_meaning")
        self.count = Text("small", f"{name}_count")
        self.accept, self.change, self.also, self.keep, self.leave = (
            Button("quiet" if what in _MEANINGS else "link", f"{name}_{what}")
            for what in (*_MEANINGS, "also", "keep", "leave")
        )
        self.picker: OnePicker | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._column.setSpacing(6)
        for label in (self.text, self.meaning, self.count):
            self._column.addWidget(label)
        buttons = FlowLayout(across=16, down=8)
        for button in (self.accept, self.change, self.also, self.keep, self.leave):
            buttons.addWidget(button)
        self._column.addSpacing(4)
        self._column.addLayout(buttons)
        self.accept.clicked.connect(lambda: self._say(self._suggested()))
        self.keep.clicked.connect(lambda: self._say(KEEP_TEXT))
        self.leave.clicked.connect(lambda: self._say(LEAVE_OUT))
        self.change.clicked.connect(lambda: self._open(adds=False))
        self.also.clicked.connect(lambda: self._open(adds=True))

    @property
    def word(self) -> str:
        """The word it is about."""
        return "" if self._term is None else self._term.text

    def show_term(self, field: str, term: TermDraft) -> None:
        """Show a word of a column."""
        is_other = self._term is None or (field, term.text) != (self._field, self.word)
        self._field, self._term = field, term
        text = self._words.text
        meaning = token_label(field, term.token, self._words.catalogue) if term.token else ""
        self.text.set_marked(term.text, term.fragments if term.how == _SIMILAR else ())
        self.count.set_words(text("intake.map.count", n=term.count))
        self.meaning.set_words(_meaning(term, meaning, self._words))
        what = shown_name(term.text)
        self.accept.set_words(
            text("intake.map.accept"), text("intake.map.accept_for", what=what, meaning=meaning)
        )
        for key in ("change", "also", "keep", "leave"):
            button: Button = getattr(self, key)
            button.set_words(text(f"intake.map.{key}"), text(f"intake.map.{key}_for", what=what))
        self.also.setVisible(bool(meaning) and term.token != LEAVE_OUT and takes_several(field))
        self.accept.setVisible(term.how == _SIMILAR)
        if is_other and self.picker is not None:
            self.picker.hide()

    def first_button(self) -> Button:
        """Return what to press first."""
        return self.change if self.accept.isHidden() else self.accept

    def _suggested(self) -> str:
        return "" if self._term is None else self._term.token

    def _say(self, token: str) -> None:
        if self._term is not None:
            self._close()
            self.decided.emit(self._term.text, token)

    def _choose(self, code: str) -> None:
        self._say(with_one_more(self._suggested(), code) if self._adds else code)

    def _open(self, *, adds: bool) -> None:
        self._adds = adds
        if self.picker is None:
            self.picker = OnePicker(f"{self.objectName()}_picker", self._words, self.text)
            self.picker.chosen.connect(self._choose)
            self.picker.closed.connect(self._close)
            self._column.addSpacing(8)
            self._column.addWidget(self.picker)
        choices = term_choices(self._field, self._words.catalogue, self.word)
        self.picker.offer(
            choices, self._likely(choices), self._words.text("intake.map.search_term")
        )
        self.picker.show()
        make_room(self, self.picker)
        self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _likely(self, choices: Sequence[Choosable]) -> list[str]:
        """Return the terms suggested, the most like first, without their levels."""
        if self._term is None:
            return []
        known = {choice.code for choice in choices}
        own = [] if self._adds else meant_by(self._term.token)
        codes = (
            token if token in known else token.partition(":")[0]
            for token in (*own, *self._term.others)
        )
        return [*dict.fromkeys(code for code in codes if code in known)]

    def _close(self) -> None:
        """Close the search where it was opened; hidden first, it would lose the focus anywhere."""
        if self.picker is not None and not self.picker.isHidden():
            (self.also if self._adds else self.change).setFocus(Qt.FocusReason.OtherFocusReason)
            self.picker.hide()
            make_room(self)


def _meaning(term: TermDraft, meaning: str, words: Language) -> str:
    text: Callable[..., str] = words.text
    if term.token == LEAVE_OUT:
        return text("intake.term.left")
    if term.how == _CHOSEN and not term.token:
        return text("intake.term.kept")
    how = term.how or "open"
    return text(f"intake.term.{how}", meaning=meaning, score=round(term.score * 100))
