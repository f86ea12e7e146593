"""*For the end*: beginnings of a letter, and what to keep."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.followup.ending import load_ending
from matcher.services.followup.ending_sheet import keeping_sheet, letter_sheet
from matcher.services.followup.files import LETTER
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.language import Language
from ui.pages.notes_page import PREVIEW
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.document_block import BulletsBlock
from ui.widgets.own_line import OwnLine
from ui.widgets.text import Text


class EndingPage(SheetPage):
    """A letter to finish, kept nowhere; it is forgotten when the page is left.

    Parameters
    ----------
    words
        The language that holds.
    paper
        Prints it.
    """

    shows_answers = True
    goes_on_covered = False

    def __init__(self, words: Language, paper: NotesPaperController) -> None:
        super().__init__(words, "ending")
        self._paper = paper
        self.lines = {key: OwnLine(key.rpartition(".")[2]) for key in load_ending().letter}
        self._kept = QWidget()
        self.compose()

    @property
    def letter(self) -> dict[str, str]:
        """Own words by key of a beginning."""
        return {key: line.line for key, line in self.lines.items() if line.line}

    def enter(self) -> None:
        """Begin with an empty letter; as it was, after the page opened over it."""
        if not self.is_returned_to:
            super().enter()
            for line in self.lines.values():
                line.forget()

    def first_focus(self) -> QWidget:
        """Begin with the first line of the letter."""
        return next(iter(self.lines.values())).field

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("followup.ending.title"), text("notes.ending.why"))
        self.letter_title.set_words(text("followup.ending.letter_title"))
        self.letter_hint.set_words(text("followup.ending.letter_hint"))
        self.not_kept.set_words(text("notes.ending.not_kept"))
        for key, line in self.lines.items():
            line.set_words(text(key))
        self.keep_title.set_words(text("followup.ending.keep_title"))
        kept = BulletsBlock([text(key) for key in load_ending().keep])
        self.column.replaceWidget(self._kept, kept)
        self._kept.hide()
        self._kept.deleteLater()
        self._kept = kept
        self.blank.set_words(text("notes.ending.blank"))
        self.alone.set_words(text("notes.ending.alone"))
        self.print_letter.set_words(text("notes.ending.print_letter"))
        self.print_keep.set_words(text("notes.ending.print_keep"))
        self.next_button.set_words(text("notes.done"))

    def _build(self) -> None:
        self.letter_title = Text("heading", "letter_title")
        self.letter_hint = Text("body", "letter_hint")
        self.not_kept = Text("strong", "not_kept")
        self.alone = Text("body", "alone")
        self.keep_title = Text("heading", "keep_title")
        self.blank = Text("quiet", "blank")
        self.print_letter = Button("quiet", "letter_print")
        self.print_keep = Button("quiet", "keep_print")
        for widget in (self.letter_title, self.letter_hint, *self.lines.values()):
            self.column.addWidget(widget)
        for widget in (self.not_kept, self.alone, self.print_letter):
            self.column.addWidget(widget)
        self.column.addSpacing(24)
        for widget in (self.keep_title, self._kept, self.blank, self.print_keep):
            self.column.addWidget(widget)
        for button in (self.print_letter, self.print_keep):
            self.column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.print_letter.clicked.connect(self._print_letter)
        self.print_keep.clicked.connect(self._print_keep)

    def _print_letter(self) -> None:
        """Look at the letter, in a file without anything else."""
        letter = self.letter
        self._paper.want(lambda catalogue: (letter_sheet(catalogue, letter),), LETTER)
        self.open_over(PREVIEW)

    def _print_keep(self) -> None:
        self._paper.want(lambda catalogue: (keeping_sheet(catalogue),))
        self.open_over(PREVIEW)
