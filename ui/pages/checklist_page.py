"""The sheets to take along: questions for each person chosen, then the file or the printer."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from matcher.checklist.selection import OfferedQuestion
from matcher.errors import MatcherError
from matcher.services.wording import question_text, reason_text
from ui.controllers.checklist_controller import ChecklistController
from ui.language import Language
from ui.pages.sheet_choices import SheetChoices
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.file_words import refused_words, saved_words
from ui.widgets.question_picker import QuestionPicker
from ui.widgets.save_dialog import ask_where
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

_BEFORE_PRINT = 2
"""Where in the bar what is looked at stands: after the way back and the room beside it."""


class ChecklistPage(SheetPage):
    """Up to three people, each with the questions that go on their sheet.

    Parameters
    ----------
    words
        The language that holds.
    checklist
        What is picked, and who makes the sheets.
    saves
        Whether sheets may be saved; where strangers share a computer they are only printed.
    takes_own
        Whether questions may be added in one's own words.
    """

    shows_answers = True
    goes_on_covered = False

    def __init__(
        self,
        words: Language,
        checklist: ChecklistController,
        *,
        saves: bool = True,
        takes_own: bool = True,
    ) -> None:
        super().__init__(words, "checklist")
        self._checklist = checklist
        self._saves = saves
        self._takes_own = takes_own
        self._pickers: dict[str, QuestionPicker] = {}
        self.compose()

    def enter(self) -> None:
        """Show the people who are chosen now."""
        super().enter()
        if self._checklist.is_outdated:
            self.withdrawn.emit()
            return
        self._tell("", aloud=False)
        self._show_people()
        self.choices.show_chosen()
        self._say_save()

    def first_focus(self) -> QWidget:
        """Begin with the first question."""
        for picker in self._pickers.values():
            return picker.row(picker.picked[0]).card
        return self.back_button

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self._say_save()
        self.print.set_words(text("checklist.print"))
        self.finish.set_words(text("finish.heading"))
        self.preview.set_words(text("checklist.preview"), text("checklist.preview_for"))
        self.copy.set_words(text("checklist.copy"))
        self.choices.retranslate()
        if self.isVisible():
            self._show_people()

    def go_on(self) -> None:
        """Ask where to save, then save; or go to the printer, where nothing is saved."""
        if not self._saves:
            self._open("print")
        elif self._is_ready():
            ask_where(self, self._checklist.usual_path(), self.words, self._save)

    def _build(self) -> None:
        self._people = QVBoxLayout()
        self._people.setSpacing(40)
        self.choices = SheetChoices(self.words, self._checklist, saves=self._saves)
        self.preview, self.copy = Button("quiet", "preview"), Button("quiet", "copy")
        self.print = Button("quiet", "print")
        self.told = Text("strong", "told")
        self.problem = Text("error", "problem")
        self.finish = Button("quiet", "finish")
        self._paperwork = QWidget()
        column = QVBoxLayout(self._paperwork)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(16)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column.addWidget(rule)
        column.addWidget(self.choices)
        column.addSpacing(8)
        for button in (self.copy, self.finish):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(16)
        self.column.addLayout(self._people)
        self.column.addWidget(self._paperwork)

    def _build_bar(self) -> None:
        for text in (self.told, self.problem):
            self.bar_column.insertWidget(0, text)
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        self.bar.addWidget(self.preview)
        if self._saves:
            self.bar.addWidget(self.print)
        else:
            self.print.setParent(self)
            self.print.hide()
        self.bar.addWidget(self.next_button)

    def _share_bar(self) -> None:
        """Let the pictures of the pages have a line of their own where all do not fit in one."""
        shown = (self.back_button, self.preview, self.print, self.next_button)
        widths = [each.sizeHint().width() for each in shown if not each.isHidden()]
        wanted = sum(widths) + self.bar.spacing() * len(widths)
        in_bar = self.bar.indexOf(self.preview) >= 0
        if in_bar and wanted > self.bar_row.width():
            self.bar.removeWidget(self.preview)
            above = self.bar_column.indexOf(self.bar)
            self.bar_column.insertWidget(above, self.preview, 0, Qt.AlignmentFlag.AlignRight)
        elif not in_bar and wanted <= self.bar_row.width():
            self.bar_column.removeWidget(self.preview)
            self.bar.insertWidget(_BEFORE_PRINT, self.preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the bar anew."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._share_bar)

    def _connect(self) -> None:
        self._checklist.selection_changed.connect(self._show_questions)
        self._checklist.limit_reached.connect(self._tell_limit)
        self._checklist.match_lost.connect(self.withdrawn)
        self._checklist.saved.connect(self._tell_saved)
        self._checklist.own_taken_off.connect(self._give_back)
        self._checklist.failed.connect(self._tell_failed)
        for button, page in ((self.print, "print"), (self.preview, "preview")):
            button.clicked.connect(partial(self._open, page))
        self.copy.clicked.connect(partial(self.open_over, "copy_card"))
        self.finish.clicked.connect(partial(self.open_over, "finish"))
        self.choices.form_changed.connect(self._say_save)

    def _show_people(self) -> None:
        people = self._checklist.people
        for id_ in [*self._pickers]:
            if id_ not in people:
                self._pickers.pop(id_).deleteLater()
        with self._checklist.reading():
            for place, id_ in enumerate(people):
                if id_ not in self._pickers:
                    self._pickers[id_] = self._make_picker(id_)
                self._people.insertWidget(place, self._pickers[id_])
                self._show_questions(id_)
        buttons = (self.print,) if self._saves else ()
        for widget in (self._paperwork, self.preview, *buttons, self.next_button):
            widget.setVisible(bool(people))
        why = "checklist.why" if people else "checklist.nobody"
        self.set_heading(self.words.text("checklist.heading"), self.words.text(why))

    def _make_picker(self, profile_id: str) -> QuestionPicker:
        picker = QuestionPicker(f"questions_{profile_id}", takes_own=self._takes_own)
        picker.pick_requested.connect(partial(self._checklist.pick, profile_id))
        picker.move_requested.connect(partial(self._checklist.move, profile_id))
        picker.own_requested.connect(partial(self._add_own, profile_id))
        return picker

    def _show_questions(self, profile_id: str) -> None:
        picker = self._pickers.get(profile_id)
        if picker is None:
            return
        selection = self._checklist.selection(profile_id)
        name = shown_name(self._checklist.name(profile_id))
        picker.heading.set_words(name)
        if picker.own is not None:
            picker.own.say(self.words, name)
        picker.note.set_words(self.words.text("checklist.note", n=len(selection.suggested)))
        picker.show_selection(selection, self._say_question, self.words)

    def _add_own(self, profile_id: str, words: str) -> None:
        if self._checklist.add_own(profile_id, words) and (own := self._pickers[profile_id].own):
            own.clear()
            # After the row that came has its place.
            QTimer.singleShot(0, self, partial(self.reveal, own))
            self._tell(self.words.text("checklist.own.added"))

    def _give_back(self, profile_id: str, words: str) -> None:
        """Put a question that was taken off back into its field: no other place has its words."""
        picker = self._pickers.get(profile_id)
        if picker is not None and picker.own is not None:
            picker.own.give_back(words)
            self._tell(self.words.text("checklist.own.taken_off"))

    def _say_question(self, offered: OfferedQuestion) -> tuple[str, str]:
        match = self._checklist.match
        assert match is not None
        catalogue = self.words.catalogue
        reason = reason_text(offered, match.answers, catalogue)
        # It is worded for the therapist, as on paper: said to the client it would be quoted.
        quoted = catalogue.text("checklist.reason", reason=reason) if reason else ""
        return question_text(offered, catalogue), quoted

    def _is_ready(self) -> bool:
        if not self._checklist.people:
            self._tell(self.words.text("checklist.nobody"))
            return False
        if not self._checklist.parts:
            self._tell(self.words.text("checklist.no_parts"), is_problem=True)
            self.choices.parts.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _open(self, page: str, _clicked: bool = False) -> None:
        """Open the pictures or the printer over this page, when there is something for them."""
        if self._is_ready():
            self._tell("", aloud=False)
            self.open_over(page)

    def _say_save(self) -> None:
        key = f"checklist.save.{self._checklist.form}" if self._saves else "checklist.print"
        self.next_button.set_words(self.words.text(key))

    def _save(self, path: Path) -> None:
        self._tell(self.words.text("checklist.saving"))
        self._checklist.save(path, self.words.catalogue)

    def _tell_saved(self, path: Path) -> None:
        self._tell(saved_words(path, self.words))

    def _tell_failed(self, error: MatcherError) -> None:
        self._tell(refused_words(error, self.words), is_problem=True)

    def _tell_limit(self, wanted_more: bool) -> None:
        self._tell(self.words.text("checklist.too_many" if wanted_more else "checklist.too_few"))

    def _tell(self, words: str, *, is_problem: bool = False, aloud: bool = True) -> None:
        """Say one sentence above the buttons, in the place of the one before."""
        self.told.set_words("" if is_problem else words)
        self.problem.set_words(words if is_problem else "")
        if aloud:
            self.announce(words)
