"""Two ways of working with five steps between them, of which one is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup

from ui.widgets.option_card import RadioCard, set_tab_stop
from ui.widgets.step_row import STEPS, StepRow

__all__ = ["STEPS", "StyleAxis"]


class StyleAxis(StepRow):
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
        self._cards = {step: RadioCard(f"{name}_{step}") for step in STEPS}
        super().__init__(name, self._cards)
        self._group = QButtonGroup(self)
        self._is_showing = False
        for card in self._cards.values():
            self._group.addButton(card)
        # A screen reader toggles a card and does not click it.
        self._group.buttonToggled.connect(self._tell)

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
