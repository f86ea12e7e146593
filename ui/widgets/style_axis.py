"""Two ways of working with five steps between them."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.option_card import CARD_PADDING, RadioCard, set_tab_stop
from ui.widgets.text import Text

STEPS = (-2, -1, 0, 1, 2)
"""From clearly the left pole to clearly the right one."""


class StyleAxis(QWidget):
    """Five radio cards from the left pole to the right one, side by side where there is room.

    Parameters
    ----------
    name
        Object name; a step's is ``<name>_<step>``.

    Signals
    -------
    step_chosen
        With the step, from -2 to 2.
    """

    step_chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        self._is_showing = False
        self._cards = {step: RadioCard(f"{name}_{step}") for step in STEPS}
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
        for step, card in self._cards.items():
            card.setProperty("step", step)
            self._group.addButton(card)
            self._row.addWidget(card, 1)
            card.set_centred(is_centred=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._poles)
        column.addLayout(self._row)
        # A screen reader toggles a card and does not click it.
        self._group.buttonToggled.connect(self._tell)

    def set_words(self, left: str, right: str, step: Callable[[int], str]) -> None:
        """Say the poles as sentences and each step in a few words."""
        self._left.set_words(left)
        self._right.set_words(right)
        for one, card in self._cards.items():
            card.set_words(step(one))

    def set_step(self, step: int | None) -> None:
        """Show the chosen step; ``None`` when there is none."""
        self._is_showing = True
        self._group.setExclusive(False)
        for one, card in self._cards.items():
            card.setChecked(one == step)
        self._group.setExclusive(True)
        self._is_showing = False
        set_tab_stop(self._cards.values())

    def _tell(self, button: QAbstractButton, on: bool) -> None:
        if on and not self._is_showing:
            self.step_chosen.emit(button.property("step"))

    def minimumSizeHint(self) -> QSize:
        """Return the width of one step: with no more room, they stand below each other."""
        widest = max(card.minimumSizeHint().width() for card in self._cards.values())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side only where the longest word of a step has room."""
        super().resizeEvent(event)
        longest = max(card.longest_word() for card in self._cards.values())
        room = (self.width() - 4 * self._row.spacing()) // len(STEPS) - 2 * CARD_PADDING
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if room >= longest else direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            for card in self._cards.values():
                card.set_centred(is_centred=wanted == direction.LeftToRight)
