"""Check your answers: each with *Change*, and what the directory says to them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from matcher.checklist.wording import describe_asked
from matcher.errors import MatcherError
from matcher.questionnaire.response import Response
from ui.controllers.matching_controller import MatchingController
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.text import Text


class ReviewPage(SheetPage):
    """The answers in the order they were asked, and the counts above them."""

    def __init__(
        self, words: Language, sitting: SittingController, matching: MatchingController
    ) -> None:
        super().__init__(words, "review")
        self._sitting = sitting
        self._matching = matching
        self.compose()

    def enter(self) -> None:
        """Show the answers that hold and ask what the directory says to them."""
        super().enter()
        self._show_answers()
        self._counts.set_words(self.words.text("screen.review.counting"))
        self._matching.request(self._sitting.answers)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("screen.review.heading"))
        self.next_button.set_words(text("screen.review.go"))
        if self.isVisible():
            self.enter()

    def _build(self) -> None:
        self._counts_card = QFrame()
        self._counts_card.setProperty("kind", "note")
        inside = QVBoxLayout(self._counts_card)
        inside.setContentsMargins(20, 16, 20, 16)
        self._counts = Text("lead", "counts")
        inside.addWidget(self._counts)
        self._rows = QWidget()
        self._grid = QVBoxLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.column.addWidget(self._counts_card)
        self.column.addSpacing(8)
        self.column.addWidget(self._rows)

    def _connect(self) -> None:
        self._matching.matched.connect(self._show_counts)
        self._matching.failed.connect(self._show_failure)

    def _show_counts(self, match: object) -> None:
        counts = match.counts  # type: ignore[attr-defined]
        text = self.words.text
        fit, might = counts["meets_all"], counts["to_check"]
        if fit or might:
            words = text("screen.review.fit", n=fit) + " " + text("screen.review.might", n=might)
        else:
            words = text("screen.review.nobody")
        self._counts.set_words(words)

    def _show_failure(self, error: MatcherError) -> None:
        self._counts.set_words(self.words.render_all(error))

    def _show_answers(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for page in self._sitting.questionnaire.pages:
            for item_id in page.items:
                self._add_row(item_id, page.id)
        self._add_priorities()

    def _add_row(self, item_id: str, page: str) -> None:
        name = self.words.item(item_id, "name")
        self._add(item_id, name, self._answer(item_id), page)

    def _add_priorities(self) -> None:
        text = self.words.text
        groups = [text(f"screen.group.{group}") for group in self._sitting.double]
        said = self.words.catalogue.list(groups) if groups else text("screen.review.none_more")
        self._add("priorities", text("screen.review.priorities"), said, "priorities")

    def _add(self, row_id: str, name: str, said: str, page: str) -> None:
        row = QWidget()
        row.setObjectName(f"answer_{row_id}")
        grid = QHBoxLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        label, answer = Text("small", f"name_{row_id}"), Text("body", f"said_{row_id}")
        label.set_words(name)
        answer.set_words(said)
        words.addWidget(label)
        words.addWidget(answer)
        change = Button("plain", f"change_{row_id}")
        change.set_words(
            self.words.text("screen.common.change"),
            self.words.text("screen.review.change", name=name),
        )
        change.clicked.connect(partial(self.detour_requested.emit, page))
        grid.addLayout(words, 1)
        grid.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        self._grid.addWidget(rule)

    def _answer(self, item_id: str) -> str:
        """Say what was answered and how much it counts."""
        response = self._sitting.response(item_id)
        if response is None:
            return self.words.text("screen.review.skipped")
        if response.state is not None:
            return self.words.text(f"item.state.{response.state.value}")
        return self._value(item_id, response)

    def _value(self, item_id: str, response: Response) -> str:
        item = self._sitting.questionnaire.item(item_id)
        said = describe_asked(item, response.value, self.words.catalogue)
        if not item.scored:
            return said
        importance = response.importance or self._sitting.default_importance(item)
        counts = self.words.text(f"item.importance.{importance.value}")
        return self.words.text("screen.review.answer", answer=said, importance=counts)
