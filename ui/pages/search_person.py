"""What a person notes on somebody they ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.followup.reminders import is_silent, next_to_ask
from matcher.followup.search_log import LONGEST_NOTE, OF_A_TALK, Candidate, Contact, Outcome, Reply
from matcher.services.followup.search_sheet import untried_text
from ui.controllers.followup_controller import FollowupController
from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.column import make_room, take_out_all
from ui.widgets.contact_form import ContactForm
from ui.widgets.lines import Lines
from ui.widgets.option_group import OptionGroup
from ui.widgets.search_words import contact_line
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text
from ui.widgets.words_field import WordsField
from ui.widgets.wrapping_button import WrappingLink


class SearchPerson(QWidget):
    """Each try, how a first talk went, a note, and where that leads.

    Parameters
    ----------
    words
        The language that holds.
    followup
        Owns what is noted.
    similar
        Shows people like this one.

    Signals
    -------
    next_opened
        With the id of the next on the list.
    """

    next_opened = Signal(str)

    def __init__(self, words: Language, followup: FollowupController, similar: QWidget) -> None:
        super().__init__()
        self.setObjectName("search_person")
        self._words = words
        self._followup = followup
        self.similar = similar
        self.profile_id = ""
        self._is_here = False
        self._place: int | None = None
        self._begun: Contact | None = None
        self._said: tuple[object, ...] = ()
        self.whole_name = Text("body", "person_whole_name", is_foreign=True)
        self.reach = Lines("search_reach")
        self.profile = WrappingLink("person_profile")
        self.contacts_heading = Text("heading", "contacts_heading")
        self.none = Text("quiet", "contacts_none")
        self._contacts = QVBoxLayout()
        self.add = Button("quiet", "contact_add")
        self.form = ContactForm()
        self.next_on_list = WrappingLink("next_on_list")
        self.outcome_heading = Text("heading", "outcome_heading")
        self.outcome = OptionGroup("outcome", [each.value for each in OF_A_TALK])
        self.note_heading = Text("heading", "note_heading")
        self.note = WordsField("search_note", LONGEST_NOTE)
        self.found = Text("strong", "person_is_found")
        self.ways = {name: WrappingLink(f"person_{name}") for name in _WAYS}
        self._build()
        self._connect()

    def show_person(self, profile_id: str) -> None:
        """Show what is noted on somebody."""
        self.note_begun()
        self.profile_id, self._place = profile_id, None
        self.note.show_text("")
        self.say()

    def show_reach(self, ways: Sequence[str], *, is_here: bool) -> None:
        """Show how to reach them, a line for each way, and the way to a profile that is here."""
        self.reach.set_lines(ways)
        self._is_here = is_here
        self.profile.setVisible(is_here)

    def note_begun(self) -> None:
        """Leave a form that is open; what was changed in it is noted."""
        if self.form.isHidden():
            return
        contact, one = self.form.contact, self._one
        self.form.hide()
        if one is not None and contact != self._begun:
            self._put(one.with_contact(contact, self._place))

    def say(self) -> None:
        """Say every word, and show what is noted now."""
        one = self._one
        if one is None:
            return
        text, name = self._words.text, shown_name(one.name)
        self.whole_name.set_words(one.name if one.name != name else "")
        self.profile.set_words(text("profile.similar.see", name=name))
        self.contacts_heading.set_words(text("search.contact.heading"))
        self.none.set_words("" if one.contacts else untried_text(one, self._words.catalogue))
        self.add.set_words(text("search.contact.add"))
        self.add.setVisible(self.form.isHidden())
        self._show_contacts(one)
        self.outcome_heading.set_words(text("search.outcome.heading"))
        self.outcome.set_words(lambda code: text(f"followup.outcome.{code}"))
        self.outcome.set_chosen((one.first_talk.value,))
        self.note_heading.set_words(text("search.note.heading"))
        self.note.set_words(
            text("search.note.for", name=name),
            "",
            text("screen.words.room", n=LONGEST_NOTE),
            text("search.note.full", n=LONGEST_NOTE),
        )
        self.note.show_text(one.note)
        self._offer(one)

    @property
    def _one(self) -> Candidate | None:
        return self._followup.search.candidate(self.profile_id)

    def _needs_others(self, one: Candidate) -> bool:
        """Whether to look at somebody else: no room, no answer, or none for some days."""
        log, today = self._followup.search, self._followup.today()
        is_undecided = log.found is None and one.first_talk is Outcome.NOT_YET
        has_none = one.reply in (Reply.FULL, Reply.NO_ANSWER)
        return (is_undecided and has_none) or is_silent(log, one, today)

    def _offer(self, one: Candidate) -> None:
        text, log = self._words.text, self._followup.search
        is_found = log.found is not None and log.found.profile_id == one.profile_id
        needs_others = self._needs_others(one)
        following = next_to_ask(log, one) if needs_others else None
        self.next_on_list.setVisible(following is not None)
        if following is not None:
            name = shown_name(following.name)
            self.next_on_list.set_words(text("search.person.next", name=name))
        self.similar.setVisible(needs_others and self._is_here)
        self.found.set_words(text("search.person.found") if is_found else "")
        for name, button in self.ways.items():
            button.set_words(text(f"search.person.way.{name}"))
        self.ways["found"].setVisible(not is_found)
        self.ways["on"].setVisible(is_found)
        self.ways["ending"].setVisible(is_found)

    def _show_contacts(self, one: Candidate) -> None:
        now = (one.profile_id, one.contacts, self._words.code)
        if now == self._said:
            return
        self._said = now
        if not self.form.isHidden():
            self._say_form(self.form.contact)
        take_out_all(self._contacts)
        for place, contact in enumerate(one.contacts):
            said = Text("body", f"contact_{place}")
            line = contact_line(contact, self._words)
            own = f"\n{contact.line}" if contact.line else ""
            self._contacts.addWidget(said)
            said.set_words(line + own)
            change = Button("link", f"contact_change_{place}")
            change.set_words(
                self._words.text("search.contact.change"),
                self._words.text("search.contact.change_for", contact=line),
            )
            change.clicked.connect(partial(self._open_form, place))
            self._contacts.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)

    def _open_form(self, place: int | None) -> None:
        one = self._one
        if one is None:
            return
        self._place = place
        today = self._followup.today()
        reply = Reply.NOT_YET if one.contacts else one.reply
        self._begun = Contact(today, reply=reply) if place is None else one.contacts[place]
        self._say_form(self._begun)
        self._begun = self.form.contact  # as the fields take it
        self.add.hide()
        make_room(self, self.form)
        self.form.tried_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_form(self, contact: Contact) -> None:
        is_new = self._place is None
        self.form.show_contact(contact, self._followup.today(), self._words, is_new=is_new)

    def _close_form(self) -> None:
        self.form.hide()
        self.add.show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_contact(self, contact: Contact) -> None:
        one = self._one
        self._close_form()
        if one is not None:
            self._put(one.with_contact(contact, self._place))

    def _remove_contact(self) -> None:
        one = self._one
        self._close_form()
        if one is not None and self._place is not None:
            self._put(one.without_contact(self._place))

    def _set_note(self, note: str) -> None:
        if (one := self._one) is not None and note != one.note:
            self._put(replace(one, note=note))

    def _set_outcome(self, chosen: tuple[str, ...]) -> None:
        if (one := self._one) is not None and chosen:
            self._put(replace(one, outcome=Outcome(chosen[0])))

    def _put(self, one: Candidate) -> None:
        self._followup.set_search(self._followup.search.with_candidate(one))

    def _find(self) -> None:
        followup = self._followup
        followup.set_search(followup.search.with_found(self.profile_id, followup.today()))
        self.ways["on"].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.found.plain)

    def _search_on(self) -> None:
        self._followup.set_search(self._followup.search.searching_on())
        self.ways["found"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_next(self) -> None:
        one = self._one
        following = None if one is None else next_to_ask(self._followup.search, one)
        if following is not None:
            self.next_opened.emit(following.profile_id)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._contacts.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.whole_name)
        column.addWidget(self.reach)
        column.addWidget(self.profile, 0, left)
        for text in (self.contacts_heading, self.none):
            column.addWidget(text)
        column.addLayout(self._contacts)
        column.addWidget(self.add, 0, left)
        column.addWidget(self.form)
        column.addWidget(self.next_on_list, 0, left)
        column.addWidget(self.similar)
        for widget in (
            self.outcome_heading,
            self.outcome,
            self.note_heading,
            self.note,
            self.found,
        ):
            column.addWidget(widget)
        for button in self.ways.values():
            column.addWidget(button, 0, left)
        self.form.hide()
        self.show_reach((), is_here=False)

    def _connect(self) -> None:
        self.add.clicked.connect(partial(self._open_form, None))
        self.form.kept.connect(self._keep_contact)
        self.form.left.connect(self._close_form)
        self.form.removed.connect(self._remove_contact)
        self.next_on_list.clicked.connect(self._open_next)
        self.outcome.chosen_changed.connect(self._set_outcome)
        self.note.words_changed.connect(self._set_note)
        self.ways["found"].clicked.connect(self._find)
        self.ways["on"].clicked.connect(self._search_on)


_WAYS = ("talk", "check_in", "found", "on", "ending", "off")
