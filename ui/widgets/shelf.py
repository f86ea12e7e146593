"""A shelf of the list: a heading with a count, and cards that are made as they are wanted."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.result_card import ResultCard
from ui.widgets.text import Text

CardMaker = Callable[[QModelIndex], ResultCard]
"""Makes the card of a row, with its words said and its signals connected."""


class Shelf(QWidget):
    """Cards of one model, one below the other.

    Parameters
    ----------
    name
        Object name; also the key of its words, ``results.shelf.<name>``.
    model
        Whom it shows; the shelf never changes it but for asking for more rows.
    make_card
        Makes a card.

    Signals
    -------
    grown
        With the first card that was added at the person's wish.
    """

    grown = Signal(QWidget)

    def __init__(self, name: str, model: QAbstractItemModel, make_card: CardMaker) -> None:
        super().__init__()
        self.setObjectName(f"shelf_{name}")
        self._name = name
        self._model = model
        self._make_card = make_card
        self._said: tuple[Language, int] | None = None
        self._cards: list[ResultCard] = []
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
        model.modelReset.connect(self._drop_cards)

    @property
    def cards(self) -> tuple[ResultCard, ...]:
        """The cards shown, in order."""
        return tuple(self._cards)

    @property
    def is_complete(self) -> bool:
        """Whether every row of the model has its card."""
        return len(self._cards) == self._model.rowCount()

    def say(self, language: Language, in_all: int) -> None:
        """Say heading, note and button for so many people in all."""
        self._said = (language, in_all)
        text = language.text
        self.setVisible(in_all > 0)
        self.heading.set_words(text(f"results.shelf.{self._name}.heading"))
        self.note.set_words(text(f"results.shelf.{self._name}.note", n=in_all))
        left = in_all - self._model.rowCount()
        self.more.set_words(text("results.more", n=left))
        self.more.setVisible(left > 0)

    def fill(self, count: int) -> int:
        """Make up to `count` of the cards that are not made yet; return how many were made."""
        rows = range(len(self._cards), self._model.rowCount())[:count]
        for row in rows:
            card = self._make_card(self._model.index(row, 0))
            self._cards.append(card)
            self._column.addWidget(card)
        if rows:
            make_room(self, *self._cards[rows.start :])
        return len(rows)

    def _show_more(self) -> None:
        before = len(self._cards)
        self._model.fetchMore(QModelIndex())
        self.fill(1)
        if self._said is not None:
            self.say(*self._said)
        if len(self._cards) > before:
            self.grown.emit(self._cards[before])

    def _drop_cards(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards.clear()
