"""Whether somebody chooses a card, or looks through the cards with the arrow keys."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class ArrowWatch(QObject):
    """Notice how a card is chosen: each arrow key chooses one on the way to the next.

    Parameters
    ----------
    cards
        Those of a group of which one can be chosen.
    """

    def __init__(self, cards: Iterable[QWidget]) -> None:
        super().__init__()
        self.looks_around = False
        for card in cards:
            card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of the last key, and of a press."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.looks_around = event.key() in _ARROWS
        elif event.type() == QEvent.Type.MouseButtonPress:
            self.looks_around = False
        return False
