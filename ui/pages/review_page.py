"""Check your answers: each with *Change*, and what the directory says to them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.errors import MatcherError
from matcher.questionnaire.item import Item
from matcher.services.matching.match import Match
from ui.controllers.directory_controller import DirectoryController
from ui.controllers.matching_controller import MatchingController
from ui.controllers.page_order import run_of
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.pages.answer_rows import AnswerRows
from ui.pages.sheet_page import SheetPage
from ui.widgets.answer_row import AnswerRow
from ui.widgets.button import Button
from ui.widgets.review_words import say_counts
from ui.widgets.text import Text


class ReviewPage(SheetPage):
    """What was answered in the order of the sections, and the counts above it.

    Parameters
    ----------
    is_kiosk
        Whether strangers share the screen, who can do nothing about a list that is missing.
    """

    shows_answers = True

    def __init__(
        self,
        words: Language,
        sitting: SittingController,
        matching: MatchingController,
        directory: DirectoryController,
        *,
        is_kiosk: bool = False,
    ) -> None:
        super().__init__(words, "review")
        self._is_kiosk = is_kiosk
        self._sitting = sitting
        self._matching = matching
        self._directory = directory
        self.compose()

    def enter(self) -> None:
        """Show the answers that hold and ask what the directory says to them."""
        if not self.is_returned_to:
            super().enter()
        self._rows.show_answers()
        self._show_priorities()
        self._count()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("screen.review.heading"))
        self.next_button.set_words(text("screen.review.go"))
        self._again.set_words(text("screen.review.again"))
        self._more.set_words(self.words.spoken("screen.more.heading"))
        self._more_label.set_words(text("screen.review.more"))
        if self.isVisible():
            self._rows.show_answers(anew=False)
            self._show_priorities()
            self._count()

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("kind", "note")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        self._counts = Text("lead", "counts")
        self._again = Button("quiet", "try_again")
        self._more_label = Text("quiet", "more_label")
        self._more = Button("quiet", "more")
        self._rows = AnswerRows(self.words, self._sitting, self._directory, self._shows)
        self._priorities = AnswerRow("priorities")
        inside.addWidget(self._counts)
        inside.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        self.column.addWidget(self._rows)
        self.column.addWidget(self._priorities)
        self.column.addSpacing(16)
        self.column.addWidget(self._more_label)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._again.hide()

    def _connect(self) -> None:
        self._matching.matched.connect(self._show_counts)
        self._matching.failed.connect(self._show_failure)
        self._again.clicked.connect(self._try_again)
        self._rows.page_requested.connect(self._open)
        self._priorities.change_requested.connect(self._open_priorities)
        self._more.clicked.connect(self._open_more)

    def _count(self) -> None:
        self._again.hide()
        self._counts.set_words(self.words.text("screen.review.counting"))
        self._matching.request(self._sitting.answers)

    def _show_counts(self, match: Match) -> None:
        self._again.hide()
        self._counts.set_words(say_counts(match, self.words, is_kiosk=self._is_kiosk))

    def _show_failure(self, error: MatcherError) -> None:
        said = self.words.render_all(error)
        self._counts.set_words(said)
        self._again.show()
        self.announce(said)

    def _try_again(self) -> None:
        self._count()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shows(self, item: Item) -> bool:
        """Tell whether an item is of the express path, or was answered beyond it."""
        page = self._sitting.questionnaire.page_of(item.id)
        is_express = page in self._sitting.questionnaire.pages
        return is_express or self._sitting.response(item.id) is not None

    def _show_priorities(self) -> None:
        text = self.words.text
        groups = [text(f"screen.group.{group}") for group in self._sitting.double]
        said = self.words.catalogue.list(groups) if groups else text("screen.review.none_more")
        name = text("screen.review.priorities")
        change = text("screen.answers.change_item", name=name)
        self._priorities.set_words(name, said, "", text("screen.answers.change"), change)

    def _open_priorities(self) -> None:
        self.open_over("priorities")

    def _open_more(self) -> None:
        self.open_over("more")

    def _open(self, page_id: str) -> None:
        page = self._sitting.questionnaire.page(page_id)
        self.open_run_over(run_of(page))

    def first_focus(self) -> QWidget:
        """Begin at the way on."""
        return self.next_button
