"""Cards under a heading, which opens and closes them in a very long list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card_layout import CardLayout
from ui.widgets.text import Text


class CardGroup(QWidget):
    """One group of a long list.

    Parameters
    ----------
    name
        Object name; that of the heading is ``<name>_open``.
    columns
        The most cards side by side.
    folded
        Whether the heading opens and closes it; closed at first.
    """

    def __init__(self, name: str, columns: int, *, folded: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._folded = folded
        self._words = ""
        self._heading = Text("strong", f"{name}_heading")
        self._line = Button("group", f"{name}_open")
        self._line.setCheckable(True)
        self._cards = QWidget()
        self._layout = CardLayout(self._cards, columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._cards)
        self._line.setVisible(folded)
        self._heading.setVisible(not folded)
        self._cards.setVisible(not folded)
        self._line.toggled.connect(self._cards.setVisible)

    def add(self, card: QAbstractButton) -> None:
        """Add a card at the end."""
        self._layout.addWidget(card)

    def set_words(self, words: str) -> None:
        """Show what the group is called; nothing when it has no name."""
        self._words = words
        if self._folded:
            self._line.set_words(words)
        else:
            self._heading.set_words(words)

    def show_cards(self, *, wanted: bool, chosen: int) -> None:
        """Open for a search, and say how many of its cards are chosen."""
        if not self._folded:
            return
        self._cards.setVisible(wanted or self._line.isChecked())
        self._line.set_words(f"{self._words} ({chosen})" if chosen else self._words)
