"""More about what I'd like: everything that can be asked, answered or open, in sections."""

from PySide6.QtWidgets import QWidget

from matcher.questionnaire.item import Item
from ui.controllers.directory_controller import DirectoryController
from ui.controllers.page_order import run_from
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.pages.answer_rows import AnswerRows
from ui.pages.sheet_page import SheetPage


class MorePage(SheetPage):
    """Every item with what was answered and a way to it; it is opened over where one is."""

    shows_answers = True
    offers_back = False

    def __init__(
        self, words: Language, sitting: SittingController, directory: DirectoryController
    ) -> None:
        super().__init__(words, "more")
        self._sitting = sitting
        self._directory = directory
        self.compose()

    def enter(self) -> None:
        """Show what holds; where somebody comes back to a row, the page stays where it was."""
        if not self.is_returned_to:
            super().enter()
        self._rows.show_answers()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        spoken = self.words.spoken
        self.set_heading(spoken("screen.more.heading"), spoken("screen.more.why"))
        self.next_button.set_words(self.words.text("screen.more.done"))
        if self.isVisible():
            self._rows.show_answers(anew=False)

    def first_focus(self) -> QWidget:
        """Begin at the way back."""
        return self.next_button

    def _build(self) -> None:
        self._rows = AnswerRows(self.words, self._sitting, self._directory, self._shows)
        self.column.addWidget(self._rows)

    def _build_bar(self) -> None:
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        self._rows.page_requested.connect(self._open)

    def _shows(self, _item: Item) -> bool:
        return True

    def _open(self, page_id: str) -> None:
        page = self._sitting.questionnaire.page(page_id)
        self.open_run_over(run_from(page, self._sitting))
