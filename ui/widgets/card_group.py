"""Cards under a heading."""

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.widgets.card_layout import CardLayout
from ui.widgets.text import Text


class CardGroup(QWidget):
    """One group of a long list.

    Parameters
    ----------
    name
        Object name.
    columns
        The most cards side by side.
    """

    def __init__(self, name: str, columns: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self._heading = Text("strong", f"{name}_heading")
        cards = QWidget()
        self._layout = CardLayout(cards, columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(cards)

    def add(self, card: QAbstractButton) -> None:
        """Add a card at the end."""
        self._layout.addWidget(card)

    def set_words(self, words: str) -> None:
        """Show what the group is called; nothing when it has no name."""
        self._heading.set_words(words)
