"""The shelves of the results page: who fits, whom to ask first, and everybody else."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.scoring.result import Group
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.models.ranking_model import RankingRole
from ui.widgets.fold import Fold
from ui.widgets.result_card import ResultCard
from ui.widgets.result_words import ResultWords
from ui.widgets.shelf import Shelf

_OPEN = (Group.MEETS_ALL, Group.TO_CHECK)
_FOLDED = (Group.NEAR_MISS, Group.OTHER, Group.NOT_ACCEPTING)

_AT_ONCE = 3
"""How many cards fill the window."""


class ResultShelves(QWidget):
    """All listed groups; the last three fold away under *Others*.

    Parameters
    ----------
    words
        The language that holds.
    results
        Whose lists are shown.

    Signals
    -------
    profile_requested
        With the id of a profile to be looked at.
    how_requested
        How all this works is wanted.
    """

    profile_requested = Signal(str)
    how_requested = Signal()

    def __init__(self, words: Language, results: ResultsController) -> None:
        super().__init__()
        self._words = words
        self._results = results
        self._said: ResultWords | None = None
        self._shelves = {group: self._make_shelf(group) for group in (*_OPEN, *_FOLDED)}
        folded = QWidget()
        inside = QVBoxLayout(folded)
        column = QVBoxLayout(self)
        for layout, groups in ((column, _OPEN), (inside, _FOLDED)):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(32)
            for group in groups:
                layout.addWidget(self._shelves[group])
        self._others = Fold("others", folded)
        column.addWidget(self._others)
        self._later = QTimer(self)
        self._later.timeout.connect(self._fill_on)
        self._others.turned.connect(self._fill_others)

    @property
    def cards(self) -> tuple[ResultCard, ...]:
        """All cards that are made, in shown order."""
        return tuple(card for shelf in self._shelves.values() for card in shelf.cards)

    @property
    def is_complete(self) -> bool:
        """Whether every card that was asked for is made."""
        return not self._later.isActive()

    @property
    def others(self) -> Fold:
        """The fold over everybody who does not fit as things stand."""
        return self._others

    def show_match(self, said: ResultWords) -> None:
        """Show another match; `said` makes its sentences."""
        self._said = said
        self._others.set_open(is_open=False)
        self._fill(_OPEN)
        if not self.cards:
            self._others.set_open(is_open=True)

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        for group, shelf in self._shelves.items():
            shelf.say(self._words, self._results.model(group).in_all)
        n = sum(self._results.model(group).in_all for group in _FOLDED)
        self._others.setVisible(n > 0)
        self._others.line.set_words(self._words.text("results.others", n=n))
        if self._said is not None:
            for card in self.cards:
                card.say(self._said)

    def show_chosen(self) -> None:
        """Show on each card whether it is chosen."""
        for card in self.cards:
            card.set_chosen(is_chosen=card.profile_id in self._results.chosen)

    def _make_shelf(self, group: Group) -> Shelf:
        shelf = Shelf(group.value, self._results.model(group), self._make_card)
        shelf.grown.connect(self._go_to)
        return shelf

    def _make_card(self, index: QModelIndex) -> ResultCard:
        result = index.data(RankingRole.RESULT)
        card = ResultCard(result, self._results.profile(result.profile_id))
        card.choose_requested.connect(self._results.choose)
        card.open_requested.connect(self.profile_requested)
        card.how_requested.connect(self.how_requested)
        if self._said is not None:
            card.say(self._said)
        card.set_chosen(is_chosen=bool(index.data(RankingRole.CHOSEN)))
        return card

    def _fill_others(self, is_open: bool) -> None:
        if is_open:
            self._fill(_FOLDED)

    def _fill(self, groups: Sequence[Group]) -> None:
        """Make the cards that fill the window now, and the others one by one when there is time."""
        left = _AT_ONCE
        for group in groups:
            left -= self._shelves[group].fill(left)
        self._later.start(0)

    def _fill_on(self) -> None:
        shown = _OPEN if not self._others.is_open else (*_OPEN, *_FOLDED)
        if not any(self._shelves[group].fill(1) for group in shown):
            self._later.stop()

    def _go_to(self, card: ResultCard) -> None:
        card.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._later.start(0)
