"""People found by their names: a search field, who was found, and who is chosen."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card_layout import CardLayout
from ui.widgets.column import make_room, take_out_all
from ui.widgets.option_card import CheckCard
from ui.widgets.plain_words import plain
from ui.widgets.text import Text

MOST_FOUND = 20
"""How many names are shown; with more, some letters more are asked for."""


class Say(Protocol):
    """Gives a text of the window by the end of its key."""

    def __call__(self, what: str, **given: object) -> str:
        """Return the text with its placeholders filled."""


class PeoplePicker(QWidget):
    """Shows names only when some letters of them are written.

    Parameters
    ----------
    name
        Object name; a found person's card is ``<name>_<id>``.
    people
        Gives everybody, each with an id and a name, in the order to show them.

    Signals
    -------
    chosen_changed
        With the ids chosen, in the order of choosing, after the person changed them.
    """

    chosen_changed = Signal(object)

    def __init__(self, name: str, people: Callable[[], Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._people = people
        self._chosen: tuple[str, ...] = ()
        self._is_showing = False
        self._say: Say = lambda what, **_given: what
        self._spelt: tuple[object, list[tuple[str, str, str]]] = (None, [])
        self.search = QLineEdit()
        self.search.setObjectName(f"{name}_search")
        self.told = Text("quiet", f"{name}_told")
        self._cards: list[CheckCard] = []
        self._found = QWidget()
        self._found_cards = CardLayout(self._found, 2)
        self._label = Text("strong", f"{name}_chosen_label")
        self._rows = QWidget()
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.search, self.told, self._found, self._label, self._rows):
            column.addWidget(widget)
        self.search.textChanged.connect(self._search)

    @property
    def found(self) -> tuple[CheckCard, ...]:
        """The cards of who was found."""
        return tuple(card for card in self._cards if not card.isHidden())

    def set_words(self, say: Say) -> None:
        """Say every word."""
        self._say = say
        self.search.setPlaceholderText(say("people.search"))
        self.search.setAccessibleName(say("people.search"))
        self._search()
        self._show_chosen()

    def set_chosen(self, ids: Sequence[str]) -> None:
        """Show who is chosen; what was searched for before is gone."""
        self._chosen = tuple(ids)
        self.search.setText("")
        self._search()
        self._show_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return take the only one found, or lead to the first; never to another page.

        With nothing written it goes on, as from any field.
        """
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_return or not self.search.hasFocus() or not self.search.text().strip():
            super().keyPressEvent(event)
            return
        if len(self.found) == 1:
            self.found[0].setChecked(True)
        elif self.found:
            self.found[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _search(self) -> None:
        wanted = plain(self.search.text())
        hits = [person for person in self._spellings() if wanted in person[2]] if wanted else []
        shown = hits[:MOST_FOUND]
        self._show_found(shown)
        if not wanted:
            self.told.set_words("")
        elif not hits:
            self.told.set_words(self._say("people.nobody"))
        elif len(hits) > len(shown):
            self.told.set_words(self._say("people.more", n=len(hits), shown=len(shown)))
        else:
            self.told.set_words(self._say("people.found", n=len(hits)))
        make_room(self)

    def _spellings(self) -> list[tuple[str, str, str]]:
        """Return id, name and name as it is typed in a hurry; worked out once for a directory."""
        people = self._people()
        if self._spelt[0] is not people:
            self._spelt = (people, [(id_, name, plain(name)) for id_, name in people])
        return self._spelt[1]

    def _show_found(self, people: Sequence[tuple[str, str, str]]) -> None:
        while len(self._cards) < len(people):
            card = CheckCard("")
            card.toggled.connect(self._turn)
            self._cards.append(card)
            self._found_cards.addWidget(card)
        self._is_showing = True
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(people))
            if number < len(people):
                id_, name, _ = people[number]
                card.setObjectName(f"{self.objectName()}_{id_}")
                card.setProperty("person", id_)
                card.set_words(name)
                card.setChecked(id_ in self._chosen)
        self._is_showing = False
        self._found.setVisible(bool(people))

    def _turn(self, on: bool) -> None:
        card = self.sender()
        assert isinstance(card, CheckCard)
        if not self._is_showing:
            self._choose(card.property("person"), on=on)

    def _choose(self, id_: str, *, on: bool) -> None:
        without = tuple(one for one in self._chosen if one != id_)
        self._chosen = (*without, id_) if on else without
        self._show_chosen()
        self._is_showing = True
        for card in self._cards:
            card.setChecked(card.property("person") in self._chosen)
        self._is_showing = False
        self.chosen_changed.emit(self._chosen)

    def _take_off(self) -> None:
        self._choose(self.sender().property("person"), on=False)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self) -> None:
        take_out_all(self._lines)
        names = {id_: name for id_, name, _ in self._spellings()} if self._chosen else {}
        for id_ in self._chosen:
            self._lines.addWidget(self._row(id_, names.get(id_) or self._say("people.gone")))
        self._label.set_words(self._say("people.chosen") if self._chosen else "")
        self._rows.setVisible(bool(self._chosen))

    def _row(self, id_: str, name: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        label = Text("body", f"{self.objectName()}_chosen_{id_}")
        label.set_words(name)
        button = Button("plain", f"{self.objectName()}_take_off_{id_}")
        button.set_words(self._say("people.take_off"), self._say("people.take_off_who", name=name))
        button.setProperty("person", id_)
        button.clicked.connect(self._take_off)
        across.addWidget(label, 1)
        across.addWidget(button)
        return row
