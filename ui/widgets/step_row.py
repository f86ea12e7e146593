"""Five steps between two poles: what choosing one and choosing several have in common."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.option_card import CARD_PADDING, CheckCard, RadioCard
from ui.widgets.text import Text

STEPS = (-2, -1, 0, 1, 2)
"""From clearly the left pole to clearly the right one."""


class StepRow(QWidget):
    """Cards from the left pole to the right one, side by side where there is room.

    Parameters
    ----------
    name
        Object name.
    cards
        By step, in the order of `STEPS`.
    """

    def __init__(self, name: str, cards: Mapping[int, RadioCard] | Mapping[int, CheckCard]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._steps = dict(cards)
        self._left, self._right = Text("strong", f"{name}_left"), Text("strong", f"{name}_right")
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._poles = QWidget()
        poles = QHBoxLayout(self._poles)
        poles.setContentsMargins(0, 0, 0, 0)
        poles.setSpacing(32)
        poles.addWidget(self._left, 1, Qt.AlignmentFlag.AlignBottom)
        poles.addWidget(self._right, 1, Qt.AlignmentFlag.AlignBottom)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        for step, card in self._steps.items():
            card.setProperty("step", step)
            self._row.addWidget(card, 1)
            card.set_centred(is_centred=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._poles)
        column.addLayout(self._row)

    def set_words(self, left: str, right: str, step: Callable[[int], str]) -> None:
        """Say the poles as sentences and each step in a few words."""
        self._left.set_words(left)
        self._right.set_words(right)
        for one, card in self._steps.items():
            card.set_words(step(one))

    def minimumSizeHint(self) -> QSize:
        """Return the width of one step: with no more room, they stand below each other."""
        widest = max(card.minimumSizeHint().width() for card in self._steps.values())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side only where the longest word of a step has room."""
        super().resizeEvent(event)
        longest = max(card.longest_word() for card in self._steps.values())
        room = (self.width() - 4 * self._row.spacing()) // len(STEPS) - 2 * CARD_PADDING
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if room >= longest else direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            for card in self._steps.values():
                card.set_centred(is_centred=wanted == direction.LeftToRight)
