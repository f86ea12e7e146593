"""The list: one answer, then three shelves of cards that hold everybody."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from matcher.services.matching.list_firmness import ListFirmness
from matcher.services.matching.match import Match
from matcher.services.matching.match_words import asks_something
from ui.controllers.firmness_controller import FirmnessController
from ui.controllers.results_controller import MOST_CHOSEN, ResultsController
from ui.controllers.weights_controller import WeightsController
from ui.language import Language
from ui.pages.chosen_bar import ChosenBar
from ui.pages.keep_part import KeepPart
from ui.pages.page import Page
from ui.pages.result_rail import ResultRail
from ui.pages.result_shelves import ResultShelves
from ui.pages.results_room import ResultsRoom
from ui.pages.search_way import SearchWay
from ui.widgets import answer_words
from ui.widgets.answer_head import AnswerHead
from ui.widgets.order_change import order_change
from ui.widgets.result_words import ResultWords, short_name
from ui.widgets.text import Text

_REST_MS = 600
"""How long a slider rests before it is said what it moved."""


class ResultsPage(Page):
    """Who fits, who might, and everybody else.

    Parameters
    ----------
    words
        The language that holds.
    results
        The match, and who is chosen.
    weights
        How much each group counts.
    firmness
        How firm the first places are.
    is_kiosk
        Whether strangers share the screen, who can do nothing about a list that is missing.
    """

    shows_answers = True
    goes_on_covered = False

    def __init__(
        self,
        words: Language,
        results: ResultsController,
        weights: WeightsController,
        firmness: FirmnessController,
        *,
        is_kiosk: bool = False,
    ) -> None:
        super().__init__(words, "results")
        self._results = results
        self._weights = weights
        self._firmness = firmness
        self._is_kiosk = is_kiosk
        self._said: ResultWords | None = None
        self._told: Match | None = None
        self._found: ListFirmness | None = None
        self._rested = QTimer(self, singleShot=True, interval=_REST_MS)
        self.compose()

    def enter(self) -> None:
        """Ask for the match of what was answered."""
        super().enter()
        if not self._results.is_outdated:
            self._results.request()
        self._show()

    def first_focus(self) -> QWidget:
        """Begin with the first card; where there is none, with another try."""
        ways = [*(card.choose for card in self.shelves.cards[:1]), self.head.retry]
        return next((way for way in ways if way.isVisibleTo(self)), self.back_button)

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.setAccessibleName(self.words.text("results.title"))
        self.next_button.set_words(self.words.text("results.next"))
        self.choice.compare.set_words(self.words.text("results.compare"))
        self.head.retranslate(self.words)
        self.shelves.retranslate()
        self._say_firmness(self._found)
        self._say()
        self._show_chosen()

    def go_on(self) -> None:
        """Make sheets of those who are chosen; without any, say what is missing."""
        if self._results.chosen:
            self.next_requested.emit()
            return
        self._tell(self.words.text("results.choose_first"))
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_people(self) -> bool:
        match = self._results.match
        return match is not None and sum(match.counts.values()) > 0

    def offer_keeping(self, keep: KeepPart) -> None:
        """Let all this be kept from here, and what came of it noted."""
        ways: tuple[KeepPart | SearchWay, ...] = (keep, SearchWay(self.words, is_short=True))
        for way in ways:
            self.rail.add(way)
            way.wanted.connect(self.open_over)

    def _build(self) -> None:
        self.rail = ResultRail(self.words, self._weights)
        self.head = AnswerHead()
        self.shelves = ResultShelves(self.words, self._results)
        self.everyone = Text("quiet", "everyone")
        self.room = ResultsRoom(self.rail, self.head, self.shelves, self.everyone)
        self.body.addWidget(self.room)
        self.head.numbers.setChecked(self._weights.is_shown)
        self.shelves.set_figures(are_shown=self._weights.is_shown)

    def _build_bar(self) -> None:
        self.choice = ChosenBar(self)

    def _connect(self) -> None:
        self._results.match_changed.connect(self._show)
        self._results.failed.connect(self._tell_failed)
        self._results.chosen_changed.connect(self._show_chosen)
        self._results.limit_reached.connect(self._tell_limit)
        self._firmness.found.connect(self._say_firmness)
        self._firmness.failed.connect(self._drop_firmness)
        self.room.arranged.connect(self._arrange)
        self._rested.timeout.connect(self._tell_what_moved)
        self.shelves.profile_requested.connect(self._open)
        for asking in (self.shelves.how_requested, self.head.how.clicked):
            asking.connect(partial(self.open_over, "how"))
        self.choice.compare.clicked.connect(partial(self.open_over, "compare"))
        for changing in (self.rail.change_requested, self.head.questions.clicked):
            changing.connect(lambda: self.page_requested.emit("review"))
        self.head.retry.clicked.connect(self._results.request)
        self.head.numbers.toggled.connect(self._show_numbers)

    def _show(self) -> None:
        """Show the match that holds, or that there is none yet."""
        match = self._results.match
        if match is not None and self._said is not None and self._results.is_reordered:
            self._reorder(match)
            return
        if match is None:
            self._said = self._told = None
            self._rested.stop()
        elif self._said is None or self._said.match is not match:
            self._show_match(match)
        focused = self.focusWidget()
        is_here = focused is not None and focused.hasFocus()
        self._say()
        stays = is_here and focused is not None and focused.isVisible()
        if is_here and (focused is self.back_button or not stays):
            self.begin()
        self._show_chosen()

    def _reorder(self, match: Match) -> None:
        """Show the same people in another order; whatever else follows waits until it rests."""
        if self._said is not None and self._said.match is not match:
            self._said = ResultWords(self.words, match, self._results.questionnaire)
            self._rested.start()
            self._firmness.forget()  # what is still to come is about another order
            self._drop_firmness()
            self.shelves.show_match(self._said, is_reordered=True)

    def _show_match(self, match: Match) -> None:
        self._said = ResultWords(self.words, match, self._results.questionnaire)
        self._told = match
        self._drop_firmness()
        self.room.scroll_bar.setValue(0)
        self.announce(answer_words.answer(match, self.words))
        self._firmness.request()  # before the shelves, which may find that there is no match
        self.shelves.show_match(self._said)

    def _say(self) -> None:
        match, error = self._results.match, self._results.error
        self.next_button.setVisible(self._has_people)
        self.shelves.setVisible(match is not None)
        self.head.show_ways(
            to_questions=match is not None and self._has_people and not asks_something(match),
            to_know_more=match is not None,
            to_numbers=match is not None and bool(match.criteria) and self._has_people,
            to_retry=error is not None,
        )
        self.room.arrange(has_people=self._has_people)
        if match is not None:
            self._say_match(match)
            return
        self.everyone.set_words("")
        self.room.scroll_bar.setValue(0)
        if error is None:
            self.head.say(self.words.text("results.waiting"))
            return
        self.head.say(*_failed_words(error, self.words))

    def _say_match(self, match: Match) -> None:
        has_sample = match.is_sample and self._has_people
        has_strips = bool(match.criteria) and self._has_people
        self.head.say(
            answer_words.answer(match, self.words),
            answer_words.advice(
                match, self._results.questionnaire, self.words, is_kiosk=self._is_kiosk
            ),
            sample=self.words.text("results.sample") if has_sample else "",
            caption=self.words.text("results.caption") if has_strips else "",
        )
        self.everyone.set_words(answer_words.everyone(match, self.words))
        self.shelves.say()
        self._say_beside()

    def _say_beside(self) -> None:
        match = self._results.match
        if match is not None:
            self.rail.say(match, self._results.questionnaire)
            self.rail.show_numbers(are_shown=self._weights.is_shown)

    def _say_firmness(self, found: ListFirmness | None) -> None:
        match, self._found = self._results.match, found
        if match is not None:
            said = answer_words.firmness(found, match, self.words) if found else ""
            self.shelves.set_firmness(said)

    def _drop_firmness(self) -> None:
        self._say_firmness(None)

    def _tell_what_moved(self) -> None:
        """Say, once a slider rests, what it did to the list."""
        match = self._results.match
        if match is not None and self._told is not None:
            self._say_beside()
            self._tell(order_change(self._told, match, self.words))
            self._told = match
            self._firmness.request()

    def _show_numbers(self, are_shown: bool) -> None:
        self._weights.is_shown = are_shown
        self.head.numbers.setChecked(are_shown)
        self.shelves.set_figures(are_shown=are_shown)
        self.rail.show_numbers(are_shown=are_shown)

    def _show_chosen(self) -> None:
        chosen = self._results.chosen
        named = chosen if self._has_people and not self.room.is_narrow else ()
        with self._results.reading():
            names = [short_name(self._results.profile(id_).name) for id_ in named]
            self.choice.say(self.words, names, len(chosen), has_people=self._has_people)
        self.shelves.show_chosen()

    def _tell_failed(self, error: MatcherError) -> None:
        self._say()
        self.announce(self.words.render_all(error))

    def _tell_limit(self) -> None:
        self._tell(self.words.text("results.limit", most=MOST_CHOSEN))

    def _tell(self, words: str) -> None:
        self.choice.message.set_words(words)
        self.announce(words)

    def _open(self, profile_id: str) -> None:
        self._results.open(profile_id)
        self.open_over("profile")

    def _arrange(self) -> None:
        """Follow the room: the bar is as wide, and cards are as large as it is high."""
        self.shelves.set_air(has_air=self.room.is_high)
        self.choice.arrange(is_narrow=self.room.is_narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the list with the keys for it, wherever the focus is."""
        if not self.room.scroll_with(event.key()):
            super().keyPressEvent(event)


def _failed_words(error: MatcherError, words: Language) -> tuple[str, list[str]]:
    """Return a heading and what stands below it; what names a file would be broken in a heading."""
    problems = [words.render(each) for each in error.messages]
    helping = [words.text(f"results.help.{each}") for each in ("kept", "talk")]
    if any(each.params for each in error.messages):
        return words.text("results.failed"), [*problems, *helping]
    return "\n".join(problems), helping
