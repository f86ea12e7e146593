"""A long list of options: searched, in groups, the usual ones first."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from matcher.directory.vocabulary import Term
from ui.widgets.button import Button
from ui.widgets.card_group import CardGroup
from ui.widgets.card_layout import CardLayout
from ui.widgets.choice import Choice
from ui.widgets.group_line import GroupLine
from ui.widgets.option_card import CheckCard
from ui.widgets.plain_words import WordSearch
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
        self._lines: dict[str, GroupLine] = {}
        self._group_words: Callable[[str], str] = str
        self._everyday: Callable[[str], Iterable[str]] = lambda _: ()
        self._passed_over: Callable[[], Iterable[str]] = tuple
        self._index: WordSearch | None = None
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

    def set_search(
        self, everyday: Callable[[str], Iterable[str]], passed_over: Callable[[], Iterable[str]]
    ) -> None:
        """Say what else is searched; nothing is asked for before something is typed.

        Parameters
        ----------
        everyday
            What people say in place of a code's label.
        passed_over
            Words that say nothing by themselves.
        """
        self._everyday, self._passed_over = everyday, passed_over
        self._index = None

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
        self._group_words = group
        self.search.setPlaceholderText(own("search"))
        self.search.setAccessibleName(own("search"))
        self._all.set_words(own("all"))
        self._nothing.set_words(own("nothing"))
        self._index = None
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
        self._index = None
        self._show()

    def _build(self, columns: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.search)
        groups = [*dict.fromkeys(term.group for term in self._terms.values())]
        for group in groups:
            name = f"{self.objectName()}_group_{group}"
            self._groups[group] = CardGroup(name, columns)
        if not self._first and len(self._terms) >= FOLDED_FROM:
            column.addWidget(self._fold_groups(columns))
        else:
            for one in self._groups.values():
                column.addWidget(one)
        for code, term in self._terms.items():
            self._groups[term.group].add(self._new_card(code))
        self._own = CardGroup(f"{self.objectName()}_own", columns)
        self._own.set_words("")
        column.addWidget(self._own)
        column.addWidget(self._nothing)
        column.addWidget(self._all)

    def _fold_groups(self, columns: int) -> QWidget:
        """Return a grid of lines, each of which opens its group below its row."""
        grid = QWidget()
        layout = CardLayout(grid, columns)
        for name, group in self._groups.items():
            line = self._lines[name] = GroupLine(f"{group.objectName()}_line")
            line.toggled.connect(self._filter)
            layout.addWidget(line)
            layout.add_below(group)
        return grid

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
        wanted = self.search.text().strip()
        seen = self._found(wanted) if wanted else self._usual()
        for code, card in self._cards.items():
            card.setVisible(code in seen)
        for name, group in self._groups.items():
            mine = {code for code, term in self._terms.items() if term.group == name}
            is_open = True
            if name in self._lines:
                is_open = self._show_line(name, len(mine & {*self._choice.codes}), bool(wanted))
            group.setVisible(is_open and bool(mine & seen))
        self._own.setVisible(bool(seen - self._listed))
        self._all.setVisible(bool(self._first) and not wanted)
        self._nothing.setVisible(not seen)

    def _show_line(self, name: str, chosen: int, wanted: bool) -> bool:
        """Say how many of a group are chosen; return whether the group is open.

        A search opens all groups: then each stands under its heading, and needs no line.
        """
        line, words = self._lines[name], self._group_words(name)
        line.set_words(f"{words} ({chosen})" if chosen else words)
        line.setVisible(not wanted)
        self._groups[name].set_words(words if wanted else "")
        return wanted or line.isChecked()

    def _usual(self) -> frozenset[str]:
        usual = self._listed & self._first if self._first else self._listed
        return usual | {*self._choice.codes}

    def _found(self, wanted: str) -> frozenset[str]:
        if self._index is None:
            self._index = WordSearch(
                {code: self._names(code) for code in self._cards},
                {code: card.accessibleDescription() for code, card in self._cards.items()},
                self._passed_over(),
            )
        return self._index.find(wanted)

    def _names(self, code: str) -> tuple[str, ...]:
        term = self._terms[code]
        return (self._cards[code].words, term.endonym, *term.synonyms, *self._everyday(code))
