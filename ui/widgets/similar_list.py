"""People like one person: asked for by a button, each opened by another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.text import Text

_BETWEEN = 12
"""Pixels above each difference."""


@dataclass(frozen=True, slots=True)
class SimilarPersonWords:
    """What is said of one person.

    Attributes
    ----------
    differences
        In what they differ: what this person offers, and below it what the other one does.
    """

    profile_id: str
    name: str
    differences: tuple[tuple[str, str], ...]


class SimilarList(QWidget):
    """Up to three people, after they were asked for.

    Signals
    -------
    list_requested
        The button was pressed.
    open_requested
        With the id of somebody's profile.
    """

    list_requested = Signal()
    open_requested = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.heading = Text("heading", f"{name}_heading")
        self.note = Text("quiet", f"{name}_note")
        self.show_button = Button("quiet", f"{name}_show")
        self.told = Text("quiet", f"{name}_told")
        self._people: list[QFrame] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 24)
        self._column.setSpacing(12)
        for widget in (self.heading, self.note):
            self._column.addWidget(widget)
        self._column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.told)
        self.show_button.clicked.connect(self.list_requested)
        self.clear()

    @property
    def people(self) -> tuple[QFrame, ...]:
        """A card for each person shown."""
        return tuple(self._people)

    def clear(self) -> None:
        """Show nobody, and the button again."""
        for card in self._people:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._people = []
        self.told.set_words("")
        self.show_button.show()

    def tell(self, words: str) -> None:
        """Say one sentence in the place of people."""
        self.clear()
        self.told.set_words(words)
        make_room(self)

    def show_people(
        self, intro: str, people: Sequence[SimilarPersonWords], words: Language
    ) -> None:
        """Show people in the place of the button."""
        self.clear()
        self.told.set_words(intro)
        self._people = [self._make_card(person, words) for person in people]
        had_focus = self.show_button.hasFocus()
        for card in self._people:
            card.hide()
            self._column.addWidget(card)
        make_room(self, *self._people)
        first = self.findChild(Button, f"see_like_{people[0].profile_id}") if people else None
        if had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_button.hide()

    def _make_card(self, person: SimilarPersonWords, words: Language) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setObjectName(f"like_{person.profile_id}")
        card.setAccessibleName(person.name)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 16, 24, 10)
        column.setSpacing(4)
        _add(column, "strong", person.name)
        for other, own in person.differences:
            column.addSpacing(_BETWEEN - column.spacing())
            _add(column, "body", other)
            _add(column, "small", own)
        column.addSpacing(4)
        see = Button("link", f"see_like_{person.profile_id}")
        see.set_words(words.text("profile.similar.see", name=person.name))
        see.clicked.connect(partial(self.open_requested.emit, person.profile_id))
        column.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _add(column: QVBoxLayout, role: str, said: str) -> None:
    text = Text(role)
    column.addWidget(text)
    text.set_words(said)
