"""Two or three chosen people side by side: words first, the points one fold away."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from matcher.services.matching.match import Match
from ui.controllers.results_controller import MOST_CHOSEN, ResultsController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.compare_table import CompareTable
from ui.widgets.compare_words import CompareWords
from ui.widgets.result_words import ResultWords
from ui.widgets.text import Text

_FEWEST = 2

_ANSWER_BREADTH = 1.25
"""How wide the sentences above the table may be, in lines of text."""


class ComparePage(SheetPage):
    """The chosen people, opened over the list.

    Parameters
    ----------
    words
        The language that holds.
    results
        The match, and who is chosen.
    """

    shows_answers = True
    goes_on_covered = False
    breadth = 1.55

    def __init__(self, words: Language, results: ResultsController) -> None:
        super().__init__(words, "compare")
        self._results = results
        self._comparison: CompareTable | None = None
        self._shown: tuple[Match | None, tuple[str, ...]] = (None, ())
        self.compose()

    @property
    def table(self) -> CompareTable | None:
        """The comparison; ``None`` while fewer than two are chosen."""
        return self._comparison

    def enter(self) -> None:
        """Compare those who are chosen; as it was, after a profile opened over it."""
        if self._results.is_outdated:
            self.withdrawn.emit()
            return
        match = self._shown[0]
        if self.is_returned_to and match is not None and match is self._results.match:
            return
        super().enter()
        self._compare(self._results.chosen)

    def first_focus(self) -> QWidget:
        """Begin with the first person."""
        return self.back_button if self._comparison is None else self._comparison.heads[0].see

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.set_heading(self.words.text("compare.title"), place=self.words.text("profile.place"))
        self.next_button.set_words(self.words.text("results.next"))
        if self.isVisible():
            self._compare(self._shown[1])

    def go_on(self) -> None:
        """Make sheets of those who are chosen; without any, say what is missing."""
        if self._results.chosen:
            self.page_requested.emit("checklist")
            return
        self._tell(self.words.text("results.choose_first"))

    def _build(self) -> None:
        self.answer = Text("lead", "answer")
        self.chosen = Text("small", "chosen")
        row = QHBoxLayout()
        row.addWidget(self.answer, 1000)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(8)

    def _build_bar(self) -> None:
        self.bar.addWidget(self.back_button)
        self.bar.addWidget(self.chosen, 1)
        self.bar.addWidget(self.next_button)

    def _measure(self) -> None:
        """Keep what is said above the table, on the wide sheet, to lines that can be read."""
        super()._measure()
        self.answer.setMaximumWidth(round(self._line * _ANSWER_BREADTH))

    def _connect(self) -> None:
        self._results.failed.connect(self.withdrawn)
        self._results.chosen_changed.connect(self._show_chosen)
        self._results.limit_reached.connect(self._tell_limit)

    def _compare(self, profile_ids: tuple[str, ...]) -> None:
        match = self._results.match
        if self._comparison is not None:
            self.column.removeWidget(self._comparison)
            self._comparison.hide()
            self._comparison.deleteLater()
            self._comparison = None
        self._shown = (match, profile_ids)
        self.next_button.setVisible(match is not None and len(profile_ids) >= _FEWEST)
        if match is None or len(profile_ids) < _FEWEST:
            self.answer.set_words(self.words.text("compare.too_few"))
            self.chosen.set_words("")
            return
        with self._results.reading():
            self._compare_in(match, profile_ids)

    def _compare_in(self, match: Match, profile_ids: tuple[str, ...]) -> None:
        said = ResultWords(self.words, match, self._results.questionnaire)
        words = CompareWords(said, self._results.questionnaire, profile_ids)
        self.answer.set_words(words.answer())
        self._comparison = CompareTable(words)
        self._comparison.open_requested.connect(self._open)
        self._comparison.choose_requested.connect(self._results.choose)
        # Before the room that is left at the end of the sheet.
        self.column.insertWidget(self.column.count() - 1, self._comparison)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._comparison is None:
            return
        chosen = self._results.chosen
        for head in self._comparison.heads:
            head.set_chosen(is_chosen=head.profile_id in chosen)
        self.chosen.set_words(
            self.words.text("results.chosen_count", n=len(chosen), most=MOST_CHOSEN)
        )

    def _tell_limit(self) -> None:
        if self.isVisible():
            self._tell(self.words.text("results.limit", most=MOST_CHOSEN))

    def _tell(self, words: str) -> None:
        self.chosen.set_words(words)
        self.announce(words)

    def _open(self, profile_id: str) -> None:
        self._results.open(profile_id)
        self.open_over("profile")
