"""Two ways of working with five steps between them, of which some in a row are chosen."""

from PySide6.QtCore import Signal

from ui.widgets.option_card import CheckCard
from ui.widgets.step_row import STEPS, StepRow


class StyleRange(StepRow):
    """The axis that clients see, with boxes: those between the first and the last go along.

    Parameters
    ----------
    name
        Object name; a step's is ``<name>_<step>``.

    Signals
    -------
    range_changed
        With the lowest and the highest step, or ``None`` when none is left.
    """

    range_changed = Signal(object)

    def __init__(self, name: str) -> None:
        self._cards = {step: CheckCard(f"{name}_{step}") for step in STEPS}
        super().__init__(name, self._cards)
        self._range: tuple[int, int] | None = None
        self._is_showing = False
        for card in self._cards.values():
            # A screen reader toggles a card and does not click it.
            card.toggled.connect(self._turn)

    @property
    def first(self) -> CheckCard:
        """The card of the left pole."""
        return self._cards[STEPS[0]]

    def set_range(self, wanted: tuple[int, int] | None) -> None:
        """Show from which step to which; ``None`` when there is none."""
        self._range = wanted
        self._is_showing = True
        for step, card in self._cards.items():
            card.setChecked(wanted is not None and wanted[0] <= step <= wanted[1])
        self._is_showing = False

    def _turn(self, on: bool) -> None:
        if self._is_showing:
            return
        step = self.sender().property("step")
        self.set_range(_with(self._range, step) if on else _without(self._range, step))
        self.range_changed.emit(self._range)


def _with(held: tuple[int, int] | None, step: int) -> tuple[int, int]:
    return (step, step) if held is None else (min(held[0], step), max(held[1], step))


def _without(held: tuple[int, int] | None, step: int) -> tuple[int, int] | None:
    """Keep the longer side of a range that a step is taken out of."""
    low, high = held or (step, step)
    if low == high:
        return None
    return (step + 1, high) if high - step > step - low else (low, step - 1)
