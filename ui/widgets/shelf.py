"""A shelf of the list: a heading with a count, and cards that are made as they are wanted."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.result_card import ResultCard
from ui.widgets.text import Text

CardMaker = Callable[[], ResultCard]
"""Makes a card with its signals connected."""

CardFiller = Callable[[ResultCard, QModelIndex], bool]
"""Shows on a card whoever stands in a row; tells whether somebody could be shown."""


class Shelf(QWidget):
    """Cards of one model, one below the other.

    Parameters
    ----------
    name
        Object name.
    model
        Whom it shows; the shelf never changes it but for asking for more rows.
    make_card, fill_card
        Make a card, and show somebody on it; cards are kept for whoever comes next.

    Signals
    -------
    grown
        With the first card that was added at the person's wish.
    """

    grown = Signal(QWidget)

    def __init__(
        self, name: str, model: QAbstractItemModel, make_card: CardMaker, fill_card: CardFiller
    ) -> None:
        super().__init__()
        self.setObjectName(f"shelf_{name}")
        self._name = name
        self._model = model
        self._make_card = make_card
        self._fill_card = fill_card
        self._said: tuple[Language, str, int, str] | None = None
        self._cards: list[ResultCard] = []
        self._due: set[int] = set()
        self.heading = Text("heading", f"shelf_{name}_heading")
        self.note = Text("small", f"shelf_{name}_note")
        self.more = Button("quiet", f"more_{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.heading)
        head.addWidget(self.note)
        column.addLayout(head)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        column.addLayout(self._column)
        column.addWidget(self.more)
        self.more.clicked.connect(self._show_more)
        model.modelReset.connect(self._begin_again)
        model.rowsInserted.connect(self._take_more)
        self._begin_again()

    @property
    def cards(self) -> tuple[ResultCard, ...]:
        """The cards shown, in order."""
        return tuple(card for card in self._cards if not card.isHidden())

    @property
    def all_cards(self) -> tuple[ResultCard, ...]:
        """The cards shown, and those that wait for somebody."""
        return tuple(self._cards)

    @property
    def is_complete(self) -> bool:
        """Whether every row of the model has its card, as it should be."""
        return not self._due

    def say(self, language: Language, key: str, in_all: int, besides: str = "") -> None:
        """Say heading, note and button for so many people in all, and a sentence besides.

        Parameters
        ----------
        key
            Of the table that has ``heading`` and ``note``.
        """
        self._said = (language, key, in_all, besides)
        text = language.text
        self.setVisible(in_all > 0)
        self.heading.set_words(text(f"{key}.heading"))
        note = text(f"{key}.note", n=in_all)
        self.note.set_words(" ".join(filter(None, (note, besides))))
        left = in_all - self._model.rowCount()
        self.more.set_words(text("results.more", n=left))
        self.more.setVisible(left > 0)

    def show_again(self) -> None:
        """Let everybody be shown anew: the words changed, or what is shown of each."""
        self._due = set(range(self._model.rowCount()))

    def fill(self, *, in_sight: bool = False) -> bool:
        """Show whoever is due on one card more; tell whether there was anybody.

        Parameters
        ----------
        in_sight
            Only on a card that can be seen now.
        """
        row = next(filter(self._is_in_sight if in_sight else _anywhere, sorted(self._due)), None)
        if row is None:
            return False
        self._due.remove(row)
        if row == len(self._cards):
            self._cards.append(self._make_card())
            self._column.addWidget(self._cards[row])
        card = self._cards[row]
        is_filled = self._fill_card(card, self._model.index(row, 0))
        if is_filled and card.isHidden():
            make_room(self, card)
        return True

    def _is_in_sight(self, row: int) -> bool:
        return row < len(self._cards) and not self._cards[row].visibleRegion().isEmpty()

    def _show_more(self) -> None:
        before = self._model.rowCount()
        self._model.fetchMore(QModelIndex())
        while before in self._due:
            self.fill()
        if self._said is not None:
            self.say(*self._said)
        if self._model.rowCount() > before:
            self.grown.emit(self._cards[before])

    def _begin_again(self) -> None:
        """Let every card show whoever stands there now; those nobody needs wait out of sight."""
        self._due = set(range(self._model.rowCount()))
        for card in self._cards[self._model.rowCount() :]:
            card.hide()

    def _take_more(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._due |= set(range(first, last + 1))


def _anywhere(_row: int) -> bool:
    return True
