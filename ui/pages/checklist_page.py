"""The sheets to take along: questions for each person chosen, then the file or the printer."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from matcher.checklist.selection import OfferedQuestion
from matcher.i18n import Catalogue
from matcher.questionnaire.response import ResponseSet
from matcher.services.people.wording import question_text, reason_text
from ui.controllers.checklist_controller import ChecklistController
from ui.language import Language
from ui.pages.keep_part import KeepPart
from ui.pages.outcome import Outcome
from ui.pages.search_way import SearchWay
from ui.pages.shared_bar import SharedBar
from ui.pages.sheet_choices import SheetChoices
from ui.pages.sheet_page import SheetPage
from ui.pages.sheets_way import ONTO_PAPER, SheetsWay
from ui.pages.words_left import WordsLeft
from ui.widgets.button import Button
from ui.widgets.own_question import OwnQuestion
from ui.widgets.question_picker import QuestionPicker
from ui.widgets.shown_name import shown_name


class ChecklistPage(SheetPage):
    """Up to three people, each with the questions that go on their sheet.

    Parameters
    ----------
    words
        The language that holds.
    checklist
        What is picked, and who makes the sheets.
    way
        Where sheets go from here.
    takes_own
        Whether questions may be added in one's own words.
    keep
        The way to keep all this, where that can be done.
    """

    shows_answers = True
    goes_on_covered = False

    def __init__(
        self,
        words: Language,
        checklist: ChecklistController,
        *,
        way: SheetsWay = ONTO_PAPER,
        takes_own: bool = True,
        keep: KeepPart | None = None,
    ) -> None:
        super().__init__(words, "checklist")
        self._keep = keep
        self._checklist = checklist
        self._way = way
        self._takes_own = takes_own
        self._pickers: dict[str, QuestionPicker] = {}
        self._left = WordsLeft(checklist)
        self.compose()

    def enter(self) -> None:
        """Show the people who are chosen now."""
        super().enter()
        if self._checklist.is_outdated:
            self.withdrawn.emit()
            return
        self._outcome.clear()
        self._show_people()
        self.choices.show_chosen()
        self._way.look()

    def first_focus(self) -> QWidget:
        """Begin with the first question."""
        for picker in self._pickers.values():
            return picker.row(picker.picked[0]).card
        return self.back_button

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.print.set_words(text("checklist.print"))
        self.finish.set_words(text("finish.heading"))
        self.copy.set_words(text("checklist.copy"))
        self.choices.retranslate()
        self._say_save()
        if self.isVisible():
            self._show_people()

    def go_on(self) -> None:
        """Ask where to save, then save; or go to the printer, where nothing is saved."""
        if self._way.ask_where is None:
            self._open(self._way.page)
        elif self._is_ready() and self._leaves_no_words():
            self._way.ask_where(self, self._checklist.usual_path(), self.words, self._save)

    def _build(self) -> None:
        self._people = QVBoxLayout()
        self._people.setSpacing(40)
        self.choices = SheetChoices(self.words, self._checklist, saves=self._way.saves)
        self.preview, self.copy = Button("quiet", "preview"), Button("quiet", "copy")
        self.print, self.finish = Button("quiet", "print"), Button("quiet", "finish")
        self._outcome = Outcome(self)
        self.told, self.problem = self._outcome.told, self._outcome.problem
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
        if self._keep is not None:
            for way in _ways_on(self._keep, self.words):
                way.wanted.connect(self._open)
                column.insertWidget(column.count() - 1, way)
        self.column.addSpacing(16)
        self.column.addLayout(self._people)
        self.column.addWidget(self._paperwork)

    def _build_bar(self) -> None:
        for text in (self.told, self.problem):
            self.bar_column.insertWidget(0, text)
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        self.bar.addWidget(self.preview)
        if self._way.saves:
            self.bar.addWidget(self.print)
        else:
            self.print.setParent(self)
            self.print.hide()
        self.bar.addWidget(self.next_button)
        SharedBar(self.bar_row, self.bar, self.bar_column, self.preview)

    def _connect(self) -> None:
        self._checklist.selection_changed.connect(self._show_changed)
        _application().focusChanged.connect(self._outcome.follow_focus)
        self._checklist.limit_reached.connect(self._tell_limit)
        self._checklist.match_lost.connect(self.withdrawn)
        self.scroll_bar.rangeChanged.connect(self._keep_field_seen)
        self._checklist.saved.connect(self._outcome.tell_saved)
        self._checklist.own_taken_off.connect(self._give_back)
        self._checklist.failed.connect(self._outcome.tell_failed)
        opens = {"print": self.print, "preview": self.preview, "copy_card": self.copy}
        for page, button in opens.items():
            button.clicked.connect(partial(self._open, page))
        self.finish.clicked.connect(partial(self.open_over, "finish"))
        self.choices.form_changed.connect(self._say_save)
        if self._way.printing is not None:
            self._way.printing.found.connect(self._show_people)

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
        for widget in (self._paperwork, self.preview, self.next_button):
            widget.setVisible(bool(people))
        self.print.setVisible(self._way.saves and bool(people))
        self._show_way(people)

    def _show_way(self, people: Sequence[str]) -> None:
        """Promise no paper where none comes out."""
        text, way = self.words.text, "checklist.by_hand" if self._way.is_by_hand else "checklist"
        for widget in (self.choices, self.copy):
            widget.setVisible(not self._way.is_by_hand)
        self.set_heading(text(f"{way}.heading"), text(f"{way}.why" if people else _NOBODY))
        self.preview.set_words(text("checklist.preview"), text(f"{way}.preview_for"))
        self._say_save()

    def _make_picker(self, profile_id: str) -> QuestionPicker:
        picker = QuestionPicker(f"questions_{profile_id}", takes_own=self._takes_own)
        picker.pick_requested.connect(partial(self._checklist.pick, profile_id))
        picker.move_requested.connect(partial(self._checklist.move, profile_id))
        if picker.own is not None:
            picker.own_requested.connect(partial(self._add_own, profile_id, picker.own))
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
        note = "by_hand.note" if self._way.is_by_hand else "note"
        picker.note.set_words(self.words.text(f"checklist.{note}", n=len(selection.suggested)))
        picker.show_selection(selection, self._say_question, self.words)

    def _show_changed(self, profile_id: str) -> None:
        """Show other questions; what was said before holds no more, and a row may have moved."""
        self._outcome.clear()
        self._show_questions(profile_id)
        QTimer.singleShot(0, self, self.reveal_focus)

    def _add_own(self, profile_id: str, own: OwnQuestion, words: str) -> None:
        gone = self._checklist.makes_way(profile_id)
        if not self._checklist.add_own(profile_id, words):
            self._outcome.clear()
            own.show_error(self.words.text("checklist.own.full"))
            return
        own.clear()
        words = self.words.text("checklist.own.added")
        if gone is not None and gone.id not in self._pickers[profile_id].picked:
            question = self._say_question(gone)[0]
            words = self.words.text("checklist.own.swapped", question=question)
        self._outcome.tell(words)

    def _leaves_no_words(self) -> bool:
        """Take words that still stand in a field where there is room; else name them, once."""
        own = self._left.take(self._pickers, self.words)
        if own is not None:
            self._outcome.clear()
            self.reveal(own)
        return own is None

    def _give_back(self, profile_id: str, words: str) -> None:
        """Put a question that was taken off back into its field: no other place has its words."""
        picker = self._pickers.get(profile_id)
        if picker is not None and picker.own is not None:
            picker.own.give_back(words)
            self._outcome.tell(self.words.text("checklist.own.taken_off"))

    def _say_question(self, offered: OfferedQuestion) -> tuple[str, str]:
        assert self._checklist.match is not None
        return _question_and_reason(offered, self._checklist.match.answers, self.words.catalogue)

    def _is_ready(self) -> bool:
        if not self._checklist.people:
            self._outcome.tell(self.words.text("checklist.nobody"))
            return False
        if not self._checklist.parts:
            self._outcome.refuse(self.words.text("checklist.no_parts"))
            self.choices.parts.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _open(self, page: str, _clicked: bool = False) -> None:
        """Open a page over this one, when there is something for it; a card needs no sheets."""
        if (page in _NEEDS_NO_SHEETS or self._is_ready()) and self._leaves_no_words():
            self._outcome.clear()
            self.open_over(page)

    def _say_save(self) -> None:
        saves = self._way.saves
        key = f"checklist.save.{self._checklist.form}" if saves else self._way.key
        self.next_button.set_words(self.words.text(key))

    def _save(self, path: Path) -> None:
        self._outcome.tell(self.words.text("checklist.saving"))
        self._checklist.save(path, self.words.catalogue)

    def _tell_limit(self, profile_id: str, wanted_more: bool) -> None:
        words = self.words.text("checklist.too_many" if wanted_more else "checklist.too_few")
        self._outcome.tell(words, about=self._pickers.get(profile_id))

    def _keep_field_seen(self) -> None:
        """Follow the field one writes in when rows come above it, or words below it."""
        fields = [each.own for each in self._pickers.values() if each.own is not None]
        for own in (each for each in fields if each.field.hasFocus()):
            QTimer.singleShot(0, self, partial(self.reveal, own))


_NOBODY = "checklist.nobody"


def _ways_on(keep: KeepPart, words: Language) -> tuple[KeepPart | SearchWay, ...]:
    return keep, SearchWay(words)


_NEEDS_NO_SHEETS = ("copy_card", "keep", "kept", "search")


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _question_and_reason(
    offered: OfferedQuestion, answers: ResponseSet, catalogue: Catalogue
) -> tuple[str, str]:
    reason = reason_text(offered, answers, catalogue)
    # It is worded for the therapist, as on paper: said to the client it would be quoted.
    quoted = catalogue.text("checklist.reason", reason=reason) if reason else ""
    return question_text(offered, catalogue), quoted
