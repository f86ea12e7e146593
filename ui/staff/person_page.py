"""The editor of one profile: everything it can state, by part, with who says so and since when."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from matcher.directory.field import FIELDS
from matcher.errors import MatcherError
from matcher.forms.profile_form import FOR_STAFF, PARTS_OF_FORM
from ui.controllers.person_controller import PersonController
from ui.controllers.person_jobs import EditOutcome
from ui.controllers.refusal import Refusal
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.fact_box import FactBox
from ui.staff.leave_question import LeaveQuestion
from ui.staff.person_section import PersonSection
from ui.staff.voice_part import VoicePart
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.shown_name import WHOLE, shown_name
from ui.widgets.text import Text

SECTIONS = {
    part: tuple(field for field in fields if field in FIELDS)
    for part, fields in PARTS_OF_FORM.items()
}
"""The parts of the paper form, which staff type in here; the last has what is for staff alone."""
SECTIONS[FOR_STAFF] += tuple(field.name for field in FIELDS.values() if field.for_staff)


class PersonPage(SheetPage):
    """What is written stays until it is saved or let go; each saving is one act.

    Parameters
    ----------
    words
        The language that holds.
    person
        Keeps the draft.
    session
        Who changes the directory.
    """

    breadth = BROAD

    def __init__(self, words: Language, person: PersonController, session: StaffSession) -> None:
        super().__init__(words, "person")
        self._person = person
        self._session = session
        self._shown_id: str | None = None
        self._undoes = 0
        self._leaves = False
        self.compose()

    @property
    def sections(self) -> tuple[PersonSection, ...]:
        """The parts."""
        return tuple(self._sections)

    @property
    def would_lose(self) -> bool:
        """Whether something is written that is not saved."""
        return bool(self._person.changed)

    def enter(self) -> None:
        """Show the profile that is open; as it was left, after a page opened over it."""
        if not self.is_returned_to:
            super().enter()
        if self._shown_id != self._person.profile_id:
            self._begin()
        self._person.request()

    def first_focus(self) -> QWidget:
        """Begin with the name of somebody new, else with the first part."""
        first = self._sections[0]
        return first.line if self._person.profile_id else first.box("name").first()

    def put_aside(self) -> None:
        """Keep what is written for whoever wrote it."""
        for box in self._boxes():
            box.settle()
        self._person.put_aside()

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.seen.set_words(text("editor.seen"))
        self.history.set_words(text("editor.history"))
        self.confirm_all.set_words(text("editor.confirm_all"))
        self.next_button.set_words(text("editor.save"))
        self.undo.set_words(text("editor.undo"), text("editor.undo_of"))
        self.voice.retranslate()
        for section in self._sections:
            section.retranslate()
        self._say_head()

    def go_on(self) -> None:
        """Save."""
        if not all(box.settle() for box in self._boxes()):
            return
        if not self._session.may_change:
            self._tell(self.words.text("editor.signed_out"))
        self._person.save()

    def go_back(self) -> None:
        """Leave; asks first when something is not saved."""
        if self.would_lose:
            self.told.set_words("")
            changed, undecided = len(self._person.changed), len(self._person.overtaken)
            self.leaving.ask(changed, self.words, can_save=not undecided)
        else:
            super().go_back()

    def _build(self) -> None:
        self.seen, self.history = Button("quiet", "person_seen"), Button("quiet", "person_history")
        self.publish = Button("quiet", "person_publish")
        self.confirm_all = Button("quiet", "person_confirm_all")
        self._actions = QWidget()
        row = FlowLayout(self._actions, across=12, down=12)
        for button in (self.seen, self.history, self.publish, self.confirm_all):
            row.addWidget(button)
        self.voice = VoicePart(self.words, self._person)
        self._sections = [
            PersonSection(part, fields, self.words, self._person)
            for part, fields in SECTIONS.items()
        ]
        self.column.addWidget(self._actions)
        self.column.addSpacing(8)
        self.column.addWidget(self.voice)
        self.column.addSpacing(16)
        for section in self._sections:
            self.column.addWidget(section)
        self.told = Text("strong", "told")
        self.leaving = LeaveQuestion()
        self.undo = Button("quiet", "undo")
        self.undo.hide()

    def _build_bar(self) -> None:
        self.bar_column.insertWidget(0, self.leaving)
        self.bar_column.insertWidget(0, self.told)
        self.told.set_words("")
        self.bar.addWidget(self.back_button)
        self.bar.addStretch(1)
        self.bar.addWidget(self.undo)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        person = self._person
        person.loaded.connect(self._show)
        person.draft_changed.connect(self._follow)
        person.done.connect(self._tell_done)
        person.refused.connect(self._tell_refused)
        person.failed.connect(self._tell_failed)
        person.kept_aside.connect(self._tell_kept_aside)
        self.seen.clicked.connect(partial(self.open_over, "person_seen"))
        self.history.clicked.connect(partial(self.open_over, "person_history"))
        self.publish.clicked.connect(self._turn_published)
        self.confirm_all.clicked.connect(person.confirm_all)
        self.undo.clicked.connect(self._undo)
        self.voice.changed.connect(self._refresh_notes)
        self.leaving.save_chosen.connect(self._save_and_leave)
        self.leaving.leave_chosen.connect(self._let_go)
        self.leaving.stay_chosen.connect(self.back_button.setFocus)

    def _boxes(self) -> Iterator[FactBox]:
        return chain.from_iterable(section.boxes for section in self._sections)

    def _begin(self) -> None:
        """Turn to another profile: every part closed, nothing told."""
        self._shown_id, self._leaves = self._person.profile_id, False
        self._offer_undo(0)
        self.told.set_words("")
        self.leaving.hide()
        self.voice.refresh()
        for section in self._sections:
            section.set_open(is_open=False)
            section.show_faults({})
            section.refresh()
        self._say_head()
        if self.would_lose:  # it was put aside when somebody was signed out
            self._tell(self.words.text("editor.restored"))
            self._go_later(self._person.changed)

    def _show(self) -> None:
        for section in self._sections:
            section.refresh()
        self._say_head()

    def _say_head(self) -> None:
        text, person = self.words.text, self._person
        is_known = bool(person.profile_id)
        for part in (self._actions, self.seen, self.history, self.publish, self.confirm_all):
            part.setVisible(is_known)
        if not is_known:
            self.set_heading(text("editor.new"), text("editor.new_lead"), text("editor.place"))
            return
        shown = person.profile.published
        status = "waiting" if not person.is_loaded else "shown" if shown else "hidden"
        name = person.profile.name if person.is_loaded else person.profile_id
        self.set_heading(shown_name(name, WHOLE), text(f"editor.{status}"), text("editor.place"))
        self.publish.set_words(text("editor.hide" if shown else "editor.show"))

    def _follow(self, field: str) -> None:
        self.leaving.hide()  # what it said of the changes is no longer so
        for section in self._sections:
            if field in section.fields:
                section.forget_fault(field)
        self._offer_undo(0)
        self.told.set_words("")

    def _refresh_notes(self) -> None:
        for section in self._sections:
            section.refresh_notes()

    def _turn_published(self) -> None:
        self._person.publish(shown=not self._person.profile.published)

    def _undo(self) -> None:
        self._person.undo(self._undoes)

    def _save_and_leave(self) -> None:
        self._leaves = True
        self.go_on()

    def _let_go(self) -> None:
        self._person.let_go()
        self._shown_id = None
        self.back_requested.emit()

    def _tell_done(self, done: EditOutcome) -> None:
        self.leaving.hide()
        self._shown_id = self._person.profile_id
        self.voice.show_fault(())
        for section in self._sections:
            section.show_faults({})
        self._say_head()
        self._offer_undo(done.act_id)
        self._tell(self.words.text(f"editor.done.{done.what}"))
        leaves, self._leaves = self._leaves, False
        if leaves and not self.would_lose:
            self.back_requested.emit()

    def _offer_undo(self, act_id: int) -> None:
        had_focus = self.undo.hasFocus()
        self._undoes = act_id
        self.undo.setVisible(bool(act_id))
        if had_focus and not act_id:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_refused(self, refusal: Refusal) -> None:
        self._leaves = False
        by_field = refusal.by_field
        self.voice.show_fault(by_field.get("", ()))
        for section in self._sections:
            section.show_faults(by_field)
        said = [self.words.render(message) for message in refusal.others]
        if by_field:
            said.append(self.words.text("editor.done.refused", n=len(by_field)))
        self._tell(" ".join(said))
        self._go_later(by_field)

    def _go_later(self, fields: Iterable[str]) -> None:
        """Go to the first of some fields, not before the layout has room for them."""
        QTimer.singleShot(0, self, partial(_go_to_first, self, frozenset(fields)))

    def _tell_kept_aside(self, who: str) -> None:
        """Begin anew with what holds; say for whom what was written waits."""
        self._begin()
        self._tell(self.words.text("editor.kept_aside", name=who))

    def _tell_failed(self, error: MatcherError) -> None:
        self._tell(self.words.render_all(error))

    def _tell(self, said: str) -> None:
        self.told.set_words(said)
        self.announce(said)


def _go_to_first(page: PersonPage, fields: frozenset[str]) -> None:
    if "" in fields:
        _go_to(page, page.voice, page.voice.day)
        return
    for section in page.sections:
        field = next((field for field in section.fields if field in fields), None)
        if field is not None:
            box = section.box(field)
            _go_to(page, box, box.first_to_do())
            return


def _go_to(page: PersonPage, part: QWidget, stop: QWidget) -> None:
    """Go to a stop, and show from the title of its part on what is said of it."""
    stop.setFocus(Qt.FocusReason.OtherFocusReason)
    # Not before the page has scrolled to what has the focus.
    QTimer.singleShot(0, page, partial(page.show_from, part))
