"""A few options as cards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets.card_layout import CardLayout
from ui.widgets.choice import Choice
from ui.widgets.option_card import CheckCard, RadioCard, set_tab_stop


class OptionGroup(QWidget):
    """Cards of which one or several are chosen.

    Parameters
    ----------
    name
        Object name; a card's is ``<name>_<code>``.
    codes
        In display order.
    several
        Whether more than one may be chosen.
    columns
        The most cards side by side.

    Signals
    -------
    chosen_changed
        With the chosen codes, in the order of choosing, after the person changed them.
    limit_reached
        The person wanted more than may be chosen.
    """

    chosen_changed = Signal(object)
    limit_reached = Signal()

    def __init__(
        self, name: str, codes: Sequence[str], *, several: bool = False, columns: int = 2
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._choice = Choice(several=several)
        self._ranked = False
        self._is_showing = False
        self._cards: dict[str, RadioCard | CheckCard] = {}
        # Only of radio cards: a group leaves one tab stop, whether it is exclusive or not.
        self._group = None if several else QButtonGroup(self)
        layout = CardLayout(self, columns)
        for code in codes:
            card = (CheckCard if several else RadioCard)(f"{name}_{code}")
            card.setProperty("code", code)
            self._cards[code] = card
            if self._group is not None:
                self._group.addButton(card)
            # A screen reader toggles a card and does not click it.
            card.toggled.connect(self._turn)
            layout.addWidget(card)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen codes in the order of choosing."""
        return self._choice.codes

    @property
    def cards(self) -> tuple[RadioCard | CheckCard, ...]:
        """The cards in display order."""
        return tuple(self._cards.values())

    def chosen_card(self) -> RadioCard | CheckCard | None:
        """Return the first chosen card, or ``None``."""
        return next((card for card in self.cards if card.isChecked()), None)

    def set_order(self, codes: Sequence[str]) -> None:
        """Let the cards stand in another order."""
        layout = self.layout()
        if [*codes] == [*self._cards] or layout is None:
            return
        self._cards = {code: self._cards[code] for code in codes}
        for card in self.cards:
            layout.removeWidget(card)
            layout.addWidget(card)
            if self._group is not None:  # arrows follow the order of the group
                self._group.removeButton(card)
                self._group.addButton(card)

    def set_centred(self, *, is_centred: bool) -> None:
        """Let the signs stand above the words, so that more cards fit side by side."""
        for card in self.cards:
            card.set_centred(is_centred=is_centred)

    def set_quiet(self) -> None:
        """Be beside the matter."""
        for card in self.cards:
            card.set_quiet()

    def set_rule(self, *, limit: int = 0, ranked: bool = False) -> None:
        """Say how many may be chosen, and whether their order is shown."""
        self._choice = Choice(self._choice.codes, self._choice.several, limit)
        self._ranked = ranked

    def set_words(
        self, label: Callable[[str], str], gloss: Callable[[str], str] | None = None
    ) -> None:
        """Show a label, and where there is one a gloss, on each card."""
        for code, card in self._cards.items():
            card.set_words(label(code), gloss(code) if gloss else "")

    def set_chosen(self, codes: Sequence[str]) -> None:
        """Show what is chosen."""
        self._choice = self._choice.with_codes(tuple(codes))
        self._show()

    def take_back(self) -> None:
        """Let nothing be chosen, and tell so."""
        self.set_chosen(())
        self.chosen_changed.emit(self._choice.codes)

    def _turn(self, on: bool) -> None:
        card = self.sender()
        assert isinstance(card, RadioCard | CheckCard)
        let_go = self._group is not None and not on  # another one is chosen in its place
        if self._is_showing or let_go:
            return
        before = self._choice
        self._choice = before.turned(card.property("code"), on=on)
        self._show()
        if self._choice is not before:
            self.chosen_changed.emit(self._choice.codes)
        else:
            self.limit_reached.emit()

    def _show(self) -> None:
        self._is_showing = True
        if self._group is not None:  # an exclusive group would not let go of the last one
            self._group.setExclusive(False)
        chosen = self._choice.codes
        show_order = self._ranked and len(chosen) > 1
        for code, card in self._cards.items():
            card.setChecked(code in chosen)
            if isinstance(card, CheckCard):
                place = str(chosen.index(code) + 1) if show_order and code in chosen else ""
                card.set_mark(place)
        if self._group is not None:
            self._group.setExclusive(True)
            set_tab_stop(card for card in self.cards if isinstance(card, RadioCard))
        self._is_showing = False
