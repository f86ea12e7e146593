"""*How is it going?*: seven statements, what is another than last time, and words to begin with."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from matcher.checklist.statements import STATEMENTS, Step, WhatNow
from matcher.document import Sheet
from matcher.followup.check_in import Answer, ChangeKind, CheckIn, changes, says_all_again
from matcher.followup.sentences import SuggestedSentence, composed, load_sentences
from matcher.i18n import Catalogue
from matcher.services.followup.check_in_sheet import check_in_sheet, last_text, picture_text
from ui.controllers.followup_controller import FollowupController
from ui.controllers.kept_notes import CHECK_INS
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.language import Language
from ui.pages.notes_page import NotesPage
from ui.pages.sheet_page import BROAD
from ui.widgets.button import Button
from ui.widgets.change_row import ChangeRow
from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_line import OwnLine
from ui.widgets.sentence_builder import SentenceBuilder
from ui.widgets.statement_row import StatementRow
from ui.widgets.take_back import TakeBack
from ui.widgets.text import Text


class CheckInPage(NotesPage):
    """One look at how it goes with somebody; of one day there is one.

    Parameters
    ----------
    words
        The language that holds.
    followup
        Keeps what is said, and knows whom it is about.
    paper
        Prints it.
    """

    document = CHECK_INS
    breadth = BROAD

    def __init__(
        self, words: Language, followup: FollowupController, paper: NotesPaperController
    ) -> None:
        super().__init__(words, "check_in", followup, paper)
        self.statements = [StatementRow(statement) for statement in STATEMENTS]
        self.changes: list[ChangeRow] = []
        self._day = followup.today()
        self._shown: tuple[object, ...] | None = None
        self._suggested: SuggestedSentence | None = None
        self.compose()

    def enter(self) -> None:
        """Begin a day; it goes on past midnight until the page is left, here and on paper."""
        if not self.is_returned_to:
            self._day = self.followup.today()
            self._go_on_with_found()
        super().enter()

    def first_focus(self) -> QWidget:
        """Begin with the first statement, where it can be answered."""
        if not self.can_note:
            return super().first_focus()
        steps = self.statements[0].steps
        return steps.chosen_card() or steps.cards[0]

    def show_notes(self) -> None:
        """Show what was said today, and what is another than last time."""
        check_in = self._today()
        for row in self.statements:
            row.show_answer(check_in.answer(row.statement))
        self.what_now.set_chosen(() if check_in.what_now is None else (check_in.what_now,))
        self.no_what_now.follow()
        self.outside.show_line(check_in.outside)
        self._show_changes()

    def forget_notes(self) -> None:
        """Hold no words of a person any more."""
        for row in self.statements:
            row.show_answer(Answer(row.statement))
            row.line.forget()
        self.what_now.set_chosen(())
        self.no_what_now.follow()
        self.outside.forget()
        self.builder.clear()
        self._take_out_changes()

    def sheets(self) -> Callable[[Catalogue], tuple[Sheet, ...]]:
        """Return what says the page on paper, with the sentence that was built."""
        now, sentence = self._today(), self.builder.sentence
        before = self._before(now)
        return lambda catalogue: (check_in_sheet(now, before, catalogue, sentence),)

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        cannot_say = text(f"sheet.home.step.{Step.CANNOT_SAY}")
        self.leave_out.set_words(text("notes.check_in.leave_out", cannot_say=cannot_say))
        for row in self.statements:
            row.say(self.words)
        self.now_heading.set_words(text("sheet.home.next_step"))
        self.what_now.setAccessibleName(text("sheet.home.next_step"))
        self.what_now.set_words(lambda code: text(f"sheet.home.next.{code}"))
        self.no_what_now.set_words(text("notes.take_back"))
        self.no_what_now.setAccessibleDescription(text("sheet.home.next_step"))
        self.outside.set_words(text("notes.check_in.outside"))
        self.sentence_heading.set_words(text("followup.paper.check_in.sentence"))
        self.sentence_why.set_words(text("notes.check_in.sentence_why"))
        self.not_kept.set_words(text("notes.check_in.not_kept"))
        self.use.set_words(text("notes.check_in.use"))
        self.builder.retranslate()
        for name, button in self.links.items():
            button.set_words(text(_LINKS[name]))

    def _words_of(self) -> tuple[str, str, str]:
        text, name = self.words.text, self.name
        place = text("notes.check_in.with", name=name) if name else ""
        return text("notes.check_in.heading"), text("followup.paper.check_in.hint"), place

    def _build_notes(self) -> None:
        self.leave_out = Text("body", "leave_out")
        for widget in (self.leave_out, *self.statements):
            self.notes.addWidget(widget)
        self.now_heading = Text("heading", "now_heading")
        self.what_now = OptionGroup("what_now", [*WhatNow], columns=3)
        self.no_what_now = TakeBack(self.what_now)
        self.outside = OwnLine("outside")
        self._changes = Column("changes")
        self.sentence_heading = Text("heading", "sentence_heading")
        self.sentence_why = Text("body", "sentence_why")
        self.not_kept = Text("strong", "not_kept")
        self.suggested = Text("lead", "suggested")
        self.use = Button("quiet", "use_suggested")
        self.builder = SentenceBuilder(self.words)
        self.links = {name: Button("quiet", name) for name in _LINKS}
        for heading, *widgets in (
            (self.now_heading, self.what_now, self.no_what_now, self.outside),
            (self._changes,),
            (self.sentence_heading, self.sentence_why, self.not_kept),
            (self.suggested, self.use, self.builder),
        ):
            self.notes.addSpacing(24)
            for widget in (heading, *widgets):
                self.notes.addWidget(widget)
        for button in (self.no_what_now, self.use):
            self.notes.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        self.add_links(self.links.values())

    def _connect(self) -> None:
        super()._connect()
        for row in self.statements:
            row.answered.connect(self._answer)
        self.what_now.chosen_changed.connect(self._decide)
        self.outside.written.connect(self._note_outside)
        self.use.clicked.connect(self._use_suggested)
        self.builder.paper_requested.connect(self.print_notes)
        for name, button in self.links.items():
            button.clicked.connect(lambda _=False, name=name: self.open_over(name))

    def _go_on_with_found(self) -> None:
        """Be about whom the person found, unless this day was begun without a name."""
        found, book = self.followup.search.found, self.followup.check_ins
        is_begun = any(each.day == self._day for each in book.of(""))
        if not self.followup.opened and found is not None and not is_begun:
            self.followup.opened = found.profile_id

    def _before(self, now: CheckIn) -> CheckIn | None:
        """Return the last time: with whom was found, it may have had no name yet."""
        found = self.followup.search.found
        is_found = found is not None and found.profile_id == now.profile_id
        return self.followup.check_ins.before(now, is_found=is_found)

    def _today(self) -> CheckIn:
        """Return what was said on the day that was begun; an empty one when nothing was."""
        today, about = self._day, self.followup.opened
        there = (each for each in self.followup.check_ins.of(about) if each.day == today)
        return next(there, CheckIn(today, about, self.name))

    def _answer(self, answer: Answer) -> None:
        self._keep(self._today().with_answer(answer))

    def _decide(self, chosen: Sequence[str]) -> None:
        self.no_what_now.follow()
        self._keep(replace(self._today(), what_now=next(map(WhatNow, chosen), None)))

    def _note_outside(self, line: str) -> None:
        self._keep(replace(self._today(), outside=line))

    def _keep(self, check_in: CheckIn) -> None:
        book = self.followup.check_ins
        if check_in.is_empty:
            self.followup.set_check_ins(book.without(check_in.profile_id, check_in.day))
        else:
            self.followup.set_check_ins(book.with_check_in(check_in))
        self._show_changes()

    def _show_changes(self) -> None:
        """Say what is another than last time of what is said today."""
        now = self._today()
        before = self._before(now)
        found = tuple(change for change in changes(before, now) if change.now is not None)
        shown = (before, found, self.words.code)
        if shown == self._shown:
            return
        self._take_out_changes()
        self._shown = shown
        text = self.words.text
        lines = [("heading", text("notes.check_in.changes"))]
        if before is None:
            lines.append(("body", text("followup.change.first")))
        else:
            lines.append(("body", last_text(now, before, self.words.catalogue)))
        if before is not None and found and {each.kind for each in found} == {ChangeKind.SAME}:
            none = "none" if says_all_again(before, now) else "none_so_far"
            lines.append(("body", text(f"followup.change.{none}")))
        if found:
            lines.append(("small", picture_text(self.words.catalogue)))
        for role, said in lines:
            line = Text(role)
            self._changes.column.addWidget(line)
            line.set_words(said)
        self.changes = [ChangeRow(change, self.words) for change in found]
        for row in self.changes:
            self._changes.column.addWidget(row)
        self._suggested = load_sentences().suggested(found)
        self._say_suggested()
        make_room(self._changes)

    def _take_out_changes(self) -> None:
        self.changes, self._shown = [], None
        take_out_all(self._changes.column)

    def _say_suggested(self) -> None:
        one, text = self._suggested, self.words.text
        self.use.setVisible(one is not None)
        if one is None:
            self.suggested.set_words("")
            return
        statement = text(f"sheet.home.after.{one.change.statement}")
        change = text(f"followup.change.{one.change.kind}")
        because = text("notes.check_in.because", statement=statement, change=change)
        sentence = composed(text(one.kind.start), (), text(one.kind.ways[0]))
        said = text("notes.check_in.suggested", sentence=sentence)
        self.suggested.set_words(f"{because} {said}")

    def _use_suggested(self) -> None:
        if self._suggested is not None:
            self.builder.choose(self._suggested.kind.id)
            self.builder.gaps[0].field.setFocus(Qt.FocusReason.OtherFocusReason)


_LINKS = {"reading": "followup.reading.title", "ending": "followup.ending.title"}
"""Pages that are opened from here, with what their buttons say."""
