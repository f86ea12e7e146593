"""The cards of all who are to be asked today."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.asked_person import AskedPerson
from ui.controllers.confirm_controller import ConfirmController
from ui.language import Language
from ui.staff.asked_card import AskedCard
from ui.widgets.column import take_out_all


class AskedList(QWidget):
    """One card below the other, the most urgent first.

    Parameters
    ----------
    words
        The language that holds.
    controller
        Knows the people, and is told what was said of them.

    Signals
    -------
    changed
        With an id: something is not so any more.
    """

    changed = Signal(str)

    def __init__(self, words: Language, controller: ConfirmController) -> None:
        super().__init__()
        self._words = words
        self._confirm = controller
        self._cards: dict[str, AskedCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._later = QTimer(self)
        self._later.timeout.connect(self._add_next)

    @property
    def cards(self) -> tuple[AskedCard, ...]:
        """The cards that are there so far."""
        return tuple(self._cards.values())

    def card(self, profile_id: str) -> AskedCard | None:
        """Return the card of somebody, or ``None``."""
        return self._cards.get(profile_id)

    def show_people(self) -> None:
        """Show everybody as they stand now."""
        people = self._confirm.people
        if {*self._cards} - {person.id for person in people}:
            self._clear()
        for person in people:
            if person.id in self._cards:
                self.show_person(person)
        self._add_next()

    def show_person(self, person: AskedPerson) -> None:
        """Show how somebody stands who has a card."""
        is_unreached = person.id in self._confirm.unreached
        card, day = self._cards[person.id], self._confirm.day
        card.show_person(person, day, self._words, is_unreached=is_unreached)

    def next_open(self, profile_id: str = "") -> AskedCard | None:
        """Return the card after one, or else the first, that has something left to do."""
        ids = [*self._cards]
        start = ids.index(profile_id) + 1 if profile_id in ids else 0
        left = {person.id for person in self._confirm.people if not self._confirm.is_done(person)}
        following = [id_ for id_ in ids[start:] + ids[:start] if id_ in left]
        return self._cards[following[0]] if following else None

    def _clear(self) -> None:
        take_out_all(self._column)
        self._cards = {}

    def _add_next(self) -> None:
        """Add the next card: all at once would keep the window from answering."""
        missing = [person for person in self._confirm.people if person.id not in self._cards]
        if missing:
            self._add_card(missing[0])
        if len(missing) > 1:
            self._later.start(0)
        else:
            self._later.stop()

    def _add_card(self, person: AskedPerson) -> None:
        card = self._cards[person.id] = AskedCard(person.id)
        self.show_person(person)
        self._column.addWidget(card)
        card.confirmed.connect(self._confirm.confirm)
        card.changed.connect(self.changed)
        card.unreached.connect(self._set_unreached)

    def _set_unreached(self, profile_id: str, is_unreached: bool) -> None:
        self._confirm.set_unreached(profile_id, is_unreached=is_unreached)
