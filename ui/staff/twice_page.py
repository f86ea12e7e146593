"""The same person twice: pairs side by side; people decide."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.errors import MatcherError
from ui.controllers.pair_jobs import PORTION
from ui.controllers.staff_session import StaffSession
from ui.controllers.twice_controller import TwiceController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.pair_card import PairCard
from ui.widgets.button import Button
from ui.widgets.column import take_out_all
from ui.widgets.note import Note
from ui.widgets.text import Text


class TwicePage(SheetPage):
    """Pairs that may be one person, a portion at a time.

    Parameters
    ----------
    words
        The language that holds.
    controller
        Knows the pairs.
    session
        Says whether somebody may decide.
    """

    breadth = BROAD

    def __init__(self, words: Language, controller: TwiceController, session: StaffSession) -> None:
        super().__init__(words, "twice")
        self._twice = controller
        self._session = session
        self._cards: dict[tuple[str, str], PairCard] = {}
        self._held: tuple[str, str] | None = None
        self._begins = False
        self.compose()

    @property
    def cards(self) -> tuple[PairCard, ...]:
        """The pairs shown."""
        return tuple(self._cards.values())

    def enter(self) -> None:
        """Look for pairs; where somebody comes back, see how those shown stand now."""
        self.told.set_words("")
        self._show_session()
        if self.is_returned_to:
            self._twice.look_again()
            return
        super().enter()
        self._clear()
        self._begins = True
        self._state.set_lines([self.words.text("upkeep.twice.waiting")])
        self._show_place(is_waiting=True)
        self._twice.request()

    def first_focus(self) -> QWidget:
        """Begin with the first pair."""
        stops = (card.first_stop() for card in self.cards if card.has_stop)
        return next(stops, self.back_button)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("upkeep.twice.heading"), text("upkeep.twice.why"))
        self.earlier.set_words(text("upkeep.twice.earlier"))
        self.later.set_words(text("upkeep.twice.later", n=PORTION))
        self._show_session()
        if self._cards:
            self._clear()
            self._show()

    def _build(self) -> None:
        self._reading = Note("twice_reading")
        self._state = Note("twice_state")
        self._list = QWidget()
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(16)
        self._later = QTimer(self)
        for widget in (self._reading, self._state, self._list):
            self.column.addWidget(widget)

    def _build_bar(self) -> None:
        self.told = Text("error", "twice_told")
        self.place = Text("strong", "twice_place")
        self.earlier, self.later = Button("quiet", "twice_earlier"), Button("quiet", "twice_later")
        self.bar_column.insertWidget(0, self.told)
        self.bar.addWidget(self.back_button)
        self.bar.addWidget(self.place, 1)
        self.bar.addWidget(self.earlier)
        self.bar.addWidget(self.later)
        self.next_button.hide()

    def _connect(self) -> None:
        self._twice.listed.connect(self._show)
        self._twice.decided.connect(self._follow)
        self._later.timeout.connect(self._add_next)
        self._twice.failed.connect(self._tell_failed)
        self._session.changed.connect(self._show_session)
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)

    def _show(self) -> None:
        shown = self._twice.shown
        if {*self._cards} - {pair.key for pair in shown}:
            self._clear()
            self.scroll_bar.setValue(0)
        held = self._card_with_focus()
        self._held = None if held is None else held.key
        for pair in shown:
            if pair.key in self._cards:
                self._cards[pair.key].show_pair(pair)
        self._add_next()
        self._state.set_lines([] if shown else [self.words.text("upkeep.twice.none")])
        self._show_session()
        self._show_place(is_waiting=False)
        if self._begins:
            self.begin_late()
            self.announce(self.place.plain or self.words.text("upkeep.twice.none"))
        self._begins = False

    def _add_next(self) -> None:
        """Add the next card: all at once would keep the window from answering."""
        missing = [pair for pair in self._twice.shown if pair.key not in self._cards]
        if missing:
            self._cards[missing[0].key] = self._add_card(PairCard(missing[0], self.words))
        if len(missing) > 1:
            self._later.start(0)
        else:
            self._later.stop()

    def _card_with_focus(self) -> PairCard | None:
        focused = self.focusWidget()
        return next((card for card in self.cards if card.isAncestorOf(focused)), None)

    def _add_card(self, card: PairCard) -> PairCard:
        self._list_column.addWidget(card)
        card.merge_requested.connect(self._twice.merge)
        card.apart_requested.connect(self._set_apart)
        card.undo_requested.connect(self._twice.undo)
        return card

    def _clear(self) -> None:
        take_out_all(self._list_column)
        self._cards = {}

    def _follow(self, key: tuple[str, str]) -> None:
        """Say what was decided; the focus stays with the pair."""
        card = self._cards.get(key)
        if card is None:
            return
        self.told.set_words("")
        self.announce(card.state.plain or self.words.text("upkeep.twice.undone"))
        if self._held == key:
            self.moved_on.emit()
            card.first_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def _show_place(self, *, is_waiting: bool) -> None:
        count, start = self._twice.count, self._twice.start
        last = min(start + PORTION, count)
        is_shown = bool(count) and not is_waiting
        text = self.words.text
        said = text("upkeep.twice.place", first=start + 1, last=last, n=count) if is_shown else ""
        self.place.set_words(said)
        self.earlier.setVisible(is_shown and start > 0)
        self.later.setVisible(is_shown and last < count)

    def _show_session(self) -> None:
        is_kept_from = bool(self._twice.shown) and not self._session.may_change
        self._reading.set_lines([self.words.text("upkeep.twice.sign_in")] if is_kept_from else [])

    def _set_apart(self, key: tuple[str, str]) -> None:
        self._twice.set_apart(*key)

    def _go_earlier(self) -> None:
        self._begins = True
        self._twice.turn(-1)

    def _go_later(self) -> None:
        self._begins = True
        self._twice.turn(1)

    def _tell_failed(self, error: MatcherError) -> None:
        if not self._cards:
            self._state.set_lines([])
        self.told.set_words(self.words.render_all(error))
        self.announce(self.told.plain)
