"""The shelves of the results page: who fits, whom to ask first, and everybody else."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.scoring.result import Group
from matcher.services.matching.match_words import shelf_key
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.models.ranking_model import RankingRole
from ui.widgets.fold import Fold
from ui.widgets.result_card import ResultCard
from ui.widgets.result_words import ResultWords
from ui.widgets.shelf import Shelf

_OPEN = (Group.MEETS_ALL, Group.TO_CHECK)
_FOLDED = (Group.NEAR_MISS, Group.OTHER, Group.NOT_ACCEPTING)


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
        self._shows_figures = self._has_air = False
        self._firmness = ""
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
        self._others.turned.connect(self._start_filling)

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """All shelves, in shown order."""
        return tuple(self._shelves.values())

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

    def show_match(self, said: ResultWords, *, is_reordered: bool = False) -> None:
        """Show another match; `said` makes its sentences.

        Parameters
        ----------
        is_reordered
            Whether it holds the same people in another order: then nothing opens or closes.
        """
        self._said = said
        if not is_reordered:
            has_open = any(self._results.model(group).in_all for group in _OPEN)
            self._others.set_open(is_open=not has_open)
        self._fill_on()
        self._later.start(0)

    def retranslate(self) -> None:
        """Say everything in the language that holds, the cards one by one."""
        self.say()
        self._show_cards_again()

    def say(self) -> None:
        """Say headings and counts."""
        firmness = self._firmness
        for group, shelf in self._shelves.items():
            in_all = self._results.model(group).in_all
            key = shelf_key(group, self._said.match) if self._said else f"results.shelf.{group}"
            shelf.say(self._words, key, in_all, firmness if in_all else "")
            firmness = "" if in_all else firmness
        n = sum(self._results.model(group).in_all for group in _FOLDED)
        self._others.setVisible(n > 0)
        self._others.line.set_words(self._words.text("results.others", n=n))

    def set_firmness(self, words: str) -> None:
        """Say how firm the first places are, where they begin."""
        if words != self._firmness:
            self._firmness = words
            self.say()

    def show_chosen(self) -> None:
        """Show on each card whether it is chosen."""
        for card in self.cards:
            card.set_chosen(is_chosen=card.profile_id in self._results.chosen)

    def set_figures(self, *, are_shown: bool) -> None:
        """Show scores in figures on every card, or on none."""
        self._shows_figures = are_shown
        self._show_cards_again()

    def set_air(self, *, has_air: bool) -> None:
        """Let cards be large and airy, or close together."""
        if has_air != self._has_air:
            self._has_air = has_air
            for shelf in self._shelves.values():
                for card in shelf.all_cards:
                    card.set_air(has_air=has_air)

    def _make_shelf(self, group: Group) -> Shelf:
        model = self._results.model(group)
        shelf = Shelf(group.value, model, self._make_card, self._fill_card)
        shelf.grown.connect(self._go_to)
        return shelf

    def _make_card(self) -> ResultCard:
        card = ResultCard()
        card.set_air(has_air=self._has_air)
        card.choose_requested.connect(self._results.choose)
        card.open_requested.connect(self.profile_requested)
        card.how_requested.connect(self.how_requested)
        return card

    def _fill_card(self, card: ResultCard, index: QModelIndex) -> bool:
        said, profile_id = self._said, index.data(RankingRole.PROFILE_ID)
        assert said is not None
        with self._results.reading():
            # Not as data of the row: what is raised there gets lost in Qt.
            result, profile = self._results.result(profile_id), self._results.profile(profile_id)
            card.set_figures(are_shown=self._shows_figures)
            card.show_person(result, profile, said)
            card.set_chosen(is_chosen=bool(index.data(RankingRole.CHOSEN)))
            return True
        return False

    def _show_cards_again(self) -> None:
        for shelf in self._shelves.values():
            shelf.show_again()
        self._later.start(0)

    def _start_filling(self) -> None:
        self._later.start(0)

    def _fill_on(self) -> None:
        """Fill one card, whichever can be seen first; the rest has to wait for its turn."""
        shown = _OPEN if not self._others.is_open else (*_OPEN, *_FOLDED)
        shelves = [self._shelves[group] for group in shown]
        if self._said is None or not (
            any(shelf.fill(in_sight=True) for shelf in shelves)
            or any(shelf.fill() for shelf in shelves)
        ):
            self._later.stop()

    def _go_to(self, card: ResultCard) -> None:
        card.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._later.start(0)
