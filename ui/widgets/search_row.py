"""Somebody on the list: their name, how it stands, and their place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from matcher.followup.search_log import Candidate
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.search_words import standing
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

UP, DOWN = -1, 1


class SearchRow(QFrame):
    """A card.

    Signals
    -------
    opened
        With the id: what is noted on them is wanted.
    moved
        With the id, and `UP` or `DOWN`.
    """

    opened = Signal(str)
    moved = Signal(str, int)

    def __init__(self, profile_id: str) -> None:
        super().__init__()
        self.profile_id = profile_id
        self.setProperty("kind", "card")
        self.setObjectName(f"row_{profile_id}")
        self._name = Text("strong", is_foreign=True)
        self._standing = Text("body")
        self.open = Button("quiet", f"open_{profile_id}")
        self.moves = {
            UP: Button("quiet", f"up_{profile_id}"),
            DOWN: Button("quiet", f"down_{profile_id}"),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._standing)
        row = FlowLayout(across=12, down=12)
        for button in (self.open, *self.moves.values()):
            row.addWidget(button)
        column.addLayout(row)
        self.open.clicked.connect(partial(self.opened.emit, profile_id))
        for way, button in self.moves.items():
            button.clicked.connect(partial(self.moved.emit, profile_id, way))

    def say(self, candidate: Candidate, words: Language, *, is_found: bool) -> None:
        """Say how it stands."""
        text, name = words.text, shown_name(candidate.name)
        self.setAccessibleName(name)
        self._name.set_words(name)
        self._standing.set_words(standing(candidate, words, is_found=is_found))
        self.open.set_words(text("search.row.open"), text("search.row.open_for", name=name))
        for key, way in (("up", UP), ("down", DOWN)):
            self.moves[way].set_words(
                text(f"search.row.{key}"), text(f"search.row.{key}_for", name=name)
            )

    def set_place(self, *, is_first: bool, is_last: bool) -> None:
        """Offer the ways there are from its place."""
        self.moves[UP].setEnabled(not is_first)
        self.moves[DOWN].setEnabled(not is_last)
