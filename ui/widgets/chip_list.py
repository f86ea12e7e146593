"""A long list of options: searched, in groups, the usual ones first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from matcher.directory.vocabulary import Term
from ui.widgets.button import Button
from ui.widgets.card_group import CardGroup
from ui.widgets.choice import Choice
from ui.widgets.option_card import CheckCard
from ui.widgets.plain_words import plain
from ui.widgets.text import Text

FOLDED_FROM = 40
"""A list of so many terms, none of which is usual, shows its groups closed."""


class ChipList(QWidget):
    """Cards in groups with a search field above them.

    Parameters
    ----------
    name
        Object name; a card's is ``<name>_<code>``.
    terms
        In display order, by group.
    first
        Codes shown before all are asked for. A list without them shows all from the start when
        it is short, and its groups closed when it is long.
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
        self, name: str, terms: Sequence[Term], *, first: frozenset[str], columns: int = 2
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._terms = {term.code: term for term in terms}
        self._listed = frozenset(self._terms)
        self._first = first
        self._choice = Choice()
        self._ranked = False
        self._is_showing = False
        self._cards: dict[str, CheckCard] = {}
        self._groups: dict[str, CardGroup] = {}
        self.search = QLineEdit()
        self.search.setObjectName(f"{name}_search")
        self._nothing = Text("quiet", f"{name}_nothing")
        self._all = Button("quiet", f"{name}_all")
        self._build(columns)
        self.search.textChanged.connect(self._filter)
        self._all.clicked.connect(self._show_all)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen codes in the order of choosing."""
        return self._choice.codes

    @property
    def cards(self) -> tuple[CheckCard, ...]:
        """All cards in display order, hidden ones too."""
        return tuple(self._cards.values())

    def set_rule(self, *, limit: int = 0, ranked: bool = False) -> None:
        """Say how many may be chosen, and whether their order is shown."""
        self._choice = Choice(self._choice.codes, limit=limit)
        self._ranked = ranked

    def set_words(
        self,
        label: Callable[[str], str],
        gloss: Callable[[str], str],
        group: Callable[[str], str],
        own: Callable[[str], str],
    ) -> None:
        """Say every word.

        Parameters
        ----------
        label, gloss
            Of a code.
        group
            Of a group.
        own
            Of the list itself: ``search``, ``all``, ``nothing``.
        """
        for code, card in self._cards.items():
            card.set_words(label(code), gloss(code))
        for name, one in self._groups.items():
            one.set_words(group(name) if name else "")
        self.search.setPlaceholderText(own("search"))
        self.search.setAccessibleName(own("search"))
        self._all.set_words(own("all"))
        self._nothing.set_words(own("nothing"))
        self._filter()

    def show_gloss(self, *, shown: bool) -> None:
        """Show what the words mean on the cards, or leave it to screen readers and tool tips."""
        for card in self._cards.values():
            card.show_gloss(shown=shown)

    def set_chosen(self, codes: Sequence[str]) -> None:
        """Show what is chosen."""
        self._choice = self._choice.with_codes(tuple(codes))
        self._show()

    def turn(self, code: str, *, on: bool) -> None:
        """Choose a code or let go of it, as a press on its card does."""
        self._cards[code].setChecked(on)

    def has(self, code: str) -> bool:
        """Tell whether there is a card for a code."""
        return code in self._cards

    def add(self, code: str, words: str) -> None:
        """Add a card for a code that is not of the list; it is seen while it is chosen."""
        self._terms[code] = Term(code)
        self._own.add(self._new_card(code, words))
        self._show()

    def _build(self, columns: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.search)
        folded = not self._first and len(self._terms) >= FOLDED_FROM
        for code, term in self._terms.items():
            if term.group not in self._groups:
                name = f"{self.objectName()}_group_{term.group}"
                self._groups[term.group] = CardGroup(name, columns, folded=folded)
                column.addWidget(self._groups[term.group])
            self._groups[term.group].add(self._new_card(code))
        self._own = CardGroup(f"{self.objectName()}_own", columns, folded=False)
        self._own.set_words("")
        column.addWidget(self._own)
        column.addWidget(self._nothing)
        column.addWidget(self._all)

    def _new_card(self, code: str, words: str = "") -> CheckCard:
        card = CheckCard(f"{self.objectName()}_{code}")
        card.setProperty("code", code)
        card.set_words(words)
        card.toggled.connect(self._turn)
        self._cards[code] = card
        return card

    def _turn(self, on: bool) -> None:
        card = self.sender()
        assert isinstance(card, CheckCard)
        if self._is_showing:
            return
        before = self._choice
        self._choice = before.turned(card.property("code"), on=on)
        self._show()
        if self._choice is not before:
            self.chosen_changed.emit(self._choice.codes)
        else:
            self.limit_reached.emit()

    def _show(self) -> None:
        chosen = self._choice.codes
        show_order = self._ranked and len(chosen) > 1
        self._is_showing = True
        for code, card in self._cards.items():
            card.setChecked(code in chosen)
            card.set_mark(str(chosen.index(code) + 1) if show_order and code in chosen else "")
        self._is_showing = False
        self._filter()

    def _show_all(self) -> None:
        self._first = frozenset()
        self._filter()

    def _filter(self) -> None:
        wanted = plain(self.search.text())
        seen = {code for code in self._cards if self._is_seen(code, wanted)}
        for code, card in self._cards.items():
            card.setVisible(code in seen)
        for name, group in self._groups.items():
            mine = {code for code, term in self._terms.items() if term.group == name}
            group.setVisible(bool(mine & seen))
            group.show_cards(wanted=bool(wanted), chosen=len(mine & {*self._choice.codes}))
        self._own.setVisible(bool({*seen} - self._listed))
        self._all.setVisible(bool(self._first) and not wanted)
        self._nothing.setVisible(not seen)

    def _is_seen(self, code: str, wanted: str) -> bool:
        if wanted:
            term, card = self._terms[code], self._cards[code]
            spellings = (card.words, card.accessibleDescription(), term.endonym, *term.synonyms)
            return any(wanted in plain(spelling) for spelling in spellings)
        is_usual = code in self._listed and (not self._first or code in self._first)
        return is_usual or code in self._choice.codes
