"""The list: one answer, then three shelves of cards that hold everybody."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from matcher.services.matching import Match
from ui.controllers.results_controller import MOST_CHOSEN, ResultsController
from ui.language import Language
from ui.pages.page import GUTTER, Page
from ui.pages.result_shelves import ResultShelves
from ui.widgets import answer_words
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.note import Note
from ui.widgets.result_words import ResultWords
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text import Text
from ui.widgets.wish_rail import WishRail

_NARROW_IN_LETTERS = 112
"""Below this many letters of width, what the person said folds above the list."""

_RAIL_WIDTH = 272

_NAME_IN_LETTERS = 40
"""How much of a name stands in the bar."""


class ResultsPage(Page):
    """Who fits, who might, and everybody else.

    Parameters
    ----------
    words
        The language that holds.
    results
        The match, and who is chosen.
    """

    def __init__(self, words: Language, results: ResultsController) -> None:
        super().__init__(words, "results")
        self._results = results
        self._said: ResultWords | None = None
        self.compose()

    def enter(self) -> None:
        """Ask for the match of what was answered."""
        self._results.request()
        self._show()

    def first_focus(self) -> QWidget:
        """Begin with the first card."""
        cards = self.shelves.cards
        return cards[0].choose if cards else self.back_button

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.setAccessibleName(self.words.text("results.title"))
        self.retry.set_words(self.words.text("results.retry"))
        self.next_button.set_words(self.words.text("results.next"))
        self.how.set_words(self.words.text("model.title"))
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

    def _build(self) -> None:
        self.rail = WishRail()
        self.answer = Text("heading", "answer")
        self.sample = Text("strong", "sample")
        self.advice = Note("advice")
        self.retry = Button("quiet", "retry")
        self.retry.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.caption = Text("small", "caption")
        self.how = Button("link", "how")
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(self.caption)
        about.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        self.shelves = ResultShelves(self.words, self._results)
        self.everyone = Text("quiet", "everyone")
        self.chosen = Text("strong", "chosen")
        self.message = Text("small", "message")
        list_ = Column("list")
        column = list_.column
        column.setContentsMargins(GUTTER, 16, GUTTER, GUTTER)
        column.setSpacing(8)
        for widget in (self.answer, self.sample, self.retry, self.advice):
            column.addWidget(widget)
        column.addLayout(about)
        column.addWidget(self.shelves)
        column.addWidget(self.everyone)
        column.addStretch(1)
        self._area = ScrollArea("scroll", list_)
        self._rail_area = ScrollArea("rail_scroll", self.rail)
        self._rail_area.setFixedWidth(_RAIL_WIDTH)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._rail_area)
        across.addWidget(self._area, 1)
        self._column = column
        self.body.addLayout(across, 1)

    def _build_bar(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.chosen)
        told.addWidget(self.message)
        self.bar.addWidget(self.back_button)
        self.bar.addLayout(told, 1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._results.match_changed.connect(self._show)
        self._results.failed.connect(self._say)
        self._results.chosen_changed.connect(self._show_chosen)
        self._results.limit_reached.connect(self._tell_limit)
        self.shelves.profile_requested.connect(self._open)
        for asking in (self.shelves.how_requested, self.how.clicked):
            asking.connect(self._open_how)
        self.rail.change_requested.connect(partial(self.page_requested.emit, "review"))
        self.retry.clicked.connect(self._results.request)

    def _show(self) -> None:
        """Show the match that holds, or that there is none yet."""
        match = self._results.match
        if match is None:
            self._said = None
        elif self._said is None or self._said.match is not match:
            self._said = ResultWords(self.words, match, self._results.questionnaire)
            self.shelves.show_match(self._said)
            self._area.verticalScrollBar().setValue(0)
            announce(self, answer_words.answer(match, self.words))
        self._say()
        if self.back_button.hasFocus() or self.retry.hasFocus():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chosen()

    def _say(self) -> None:
        match = self._results.match
        self.next_button.setVisible(self._has_people)
        self.shelves.setVisible(match is not None)
        self.how.setVisible(match is not None)
        self._fold_rail()
        self.retry.setVisible(self._results.error is not None)
        if match is not None:
            self._say_match(match)
            return
        error = self._results.error
        problems = [self.words.render(each) for each in error.messages] if error else []
        self.answer.set_words("\n".join(problems) or self.words.text("results.waiting"))
        for text in (self.sample, self.caption, self.everyone):
            text.set_words("")
        told = [self.words.text(f"results.help.{each}") for each in ("kept", "talk")]
        self.advice.set_lines(told if error else ())

    def _say_match(self, match: Match) -> None:
        self.answer.set_words(answer_words.answer(match, self.words))
        self.advice.set_lines(answer_words.advice(match, self.words))
        self.sample.set_words(self.words.text("results.sample") if match.is_sample else "")
        has_strips = bool(match.criteria) and self._has_people
        self.caption.set_words(self.words.text("results.caption") if has_strips else "")
        self.everyone.set_words(answer_words.everyone(match, self.words))
        self.shelves.retranslate()
        questionnaire = self._results.questionnaire
        self.rail.say(
            self.words,
            {
                "needs": answer_words.needs(match, questionnaire, self.words),
                "double": answer_words.priorities(match, self.words),
                "wishes": answer_words.wishes(match, questionnaire, self.words),
            },
        )

    def _show_chosen(self) -> None:
        n = len(self._results.chosen)
        count = self.words.text("results.chosen_count", n=n, most=MOST_CHOSEN)
        self.chosen.set_words(count if self._has_people else "")
        chosen = self._results.chosen if self._has_people else ()
        names = [_short(self._results.profile(id_).name) for id_ in chosen]
        self.message.set_words(self.words.catalogue.list(names) if names else "")
        self.shelves.show_chosen()

    def _tell_limit(self) -> None:
        self._tell(self.words.text("results.limit", most=MOST_CHOSEN))

    def _tell(self, words: str) -> None:
        self.message.set_words(words)
        announce(self, words)

    def _open(self, profile_id: str) -> None:
        self._results.open(profile_id)
        self.open_over("profile")

    def _open_how(self) -> None:
        self.open_over("how")

    def _fold_rail(self) -> None:
        """Put what the person said beside the list, or fold it at the top of the list."""
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW_IN_LETTERS
        if is_narrow and self._rail_area.widget() is not None:
            self._column.insertWidget(0, self._rail_area.takeWidget())
        elif not is_narrow and self._rail_area.widget() is None:
            self._rail_area.setWidget(self.rail)
        self.rail.set_folded(is_folded=is_narrow)
        self.rail.setVisible(self._has_people)
        self._rail_area.setVisible(not is_narrow and self._has_people)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail where there is no room for it."""
        super().resizeEvent(event)
        self._fold_rail()

    def changeEvent(self, event: QEvent) -> None:
        """Fold the rail when the text grows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fold_rail()


def _short(name: str) -> str:
    return name if len(name) <= _NAME_IN_LETTERS else f"{name[:_NAME_IN_LETTERS]}…"
