"""*After the first talk*: how it was, what was met beside what a profile says, and others."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from matcher.checklist.part import MOST_TO_CHOOSE
from matcher.checklist.statements import AFTER_TALKS
from matcher.document import Sheet
from matcher.followup.difference import Difference, differences, noted_again, with_stated
from matcher.followup.first_talk import Met, Talk
from matcher.followup.talk_subjects import talk_subjects
from matcher.i18n import Catalogue
from matcher.services.followup.correction_slip import correction_slip
from matcher.services.followup.files import SLIP
from matcher.services.followup.stated import subject_name
from matcher.services.followup.talks_sheet import MetPerson, difference_text, talks_sheet
from ui.controllers.followup_controller import FollowupController
from ui.controllers.kept_notes import TALKS
from ui.controllers.listed_person import Listed, ListedPerson, listed_person
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.controllers.results_controller import ResultsController
from ui.language import Language
from ui.pages.notes_page import NotesPage
from ui.pages.talk_thing import talk_thing
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room, take_out_all
from ui.widgets.difference_row import DifferenceRow
from ui.widgets.own_line import OwnLine
from ui.widgets.talk_row import TalkRow
from ui.widgets.talk_rows import TalkRows
from ui.widgets.talk_table import TalkTable
from ui.widgets.text import Text

_FEWEST = 2

_FIRST_ASKED = ("how_it_felt", "would_i_go")
"""Impressions that are asked for before anything else; the other ones come after the things."""

_PAUSE_MS = 400
"""How long nothing is typed before it stands in the table: some hundred labels are made for it."""


class TalkPage(NotesPage):
    """The first talk with one person; those with others stand beside it below.

    Parameters
    ----------
    words
        The language that holds.
    followup
        Keeps what is noted, and knows whom it is about.
    paper
        Prints it.
    results
        Knows what the profiles state.
    """

    document = TALKS
    breadth = 1.55

    def __init__(
        self,
        words: Language,
        followup: FollowupController,
        paper: NotesPaperController,
        results: ResultsController,
    ) -> None:
        super().__init__(words, "talk", followup, paper)
        self._results = results
        self.differences: list[DifferenceRow] = []
        self.table: TalkTable | None = None
        self.impressions = {code: OwnLine(code) for code in AFTER_TALKS}
        self.things, self._differences = TalkRows(), Column("differences")
        self._side = Column("side")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self.compose()

    @property
    def rows(self) -> list[TalkRow]:
        """Of each thing, those that matter first."""
        return self.things.rows

    def first_focus(self) -> QWidget:
        """Begin with how it was."""
        return self.impressions[_FIRST_ASKED[0]].field if self.can_note else super().first_focus()

    def show_notes(self) -> None:
        """Show what was noted, and where it is otherwise than stated."""
        person = self._take_stated(self._person())
        self.differences = []
        take_out_all(self._differences.column)
        self.waiting.set_words(_waiting(self._results, self.words) if self._is_unknown else "")
        self._show_rows(person)
        for code, line in self.impressions.items():
            line.show_line(person.talk.impression(code))
        self._show_differences(person)
        self._show_side()

    def forget_notes(self) -> None:
        """Hold no words of a person any more."""
        self._later.stop()
        for line in self.impressions.values():
            line.forget()
        self.things.forget()
        for each in (self._differences, self._side):
            take_out_all(each.column)
        self.differences = []
        self.table = None

    def sheets(self) -> Callable[[Catalogue], tuple[Sheet, ...]]:
        """Return what says all talks that stand side by side on paper."""
        people, subjects, today = self._people(), self._order(), self.followup.today()
        return lambda catalogue: (talks_sheet(people, subjects, today, catalogue),)

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        for name, said in self._said.items():
            said.set_words(self.words.text(f"notes.talk.{name}"))
        for code, line in self.impressions.items():
            line.set_words(self.words.text(f"sheet.home.{code}"))
        self.reading.set_words(self.words.text("followup.reading.title"))

    def _words_of(self) -> tuple[str, str, str]:
        text = self.words.text
        return text("notes.talk.heading"), text("notes.talk.why"), self.name

    def _why_not(self) -> str:
        nobody = "" if self.followup.opened else self.words.text("notes.talk.nobody")
        return super()._why_not() or nobody

    def _build_notes(self) -> None:
        self.waiting = Text("body", "waiting")
        self.reading = Button("quiet", "reading")
        roles = {"after": "heading", "about": "heading", "about_why": "body"}
        self._said = {name: Text(role, name) for name, role in roles.items()}
        first = [self.impressions[code] for code in _FIRST_ASKED]
        others = [line for code, line in self.impressions.items() if code not in _FIRST_ASKED]
        about, about_why = self._said["about"], self._said["about_why"]
        for widget in (self._said["after"], *first):
            self.notes.addWidget(widget)
        self.notes.addSpacing(24)
        for widget in (about, about_why, self.waiting, self.things, *others):
            self.notes.addWidget(widget)
        for widget in (self._differences, self._side):
            self.notes.addWidget(widget)
        self.add_links((self.reading,))

    def _connect(self) -> None:
        super()._connect()
        self._later.timeout.connect(self._show_side)
        # Only after what is being shown: a profile that cannot be read lets go of the match.
        queued = Qt.ConnectionType.QueuedConnection
        self._results.match_changed.connect(self._take_match, queued)
        self.things.noted.connect(self._note)
        for code, line in self.impressions.items():
            line.written.connect(partial(self._note_impression, code))
        self.reading.clicked.connect(lambda: self.open_over("reading"))

    def _talk(self, profile_id: str) -> Talk:
        """Return what was noted with somebody; an empty talk when nothing was."""
        return self.followup.talks.talk(profile_id) or Talk(profile_id, self.name)

    def _look_up(self, profile_id: str) -> ListedPerson:
        one = self.followup.search.candidate(profile_id)
        return listed_person(self._results, profile_id, "" if one is None else one.name)

    @property
    def _is_unknown(self) -> bool:
        """Whether nobody can say yet what the profile states."""
        return self._look_up(self.followup.opened).listed is Listed.UNKNOWN

    def _take_match(self) -> None:
        if self.isVisible():
            self._show()

    def _person(self) -> MetPerson:
        about = self.followup.opened
        return MetPerson(self._talk(about), self._look_up(about).profile)

    def _take_stated(self, person: MetPerson) -> MetPerson:
        """Keep with what was noted before there was a list what that list states."""
        if person.profile is None:
            return person
        talk = with_stated(person.talk, person.profile)
        if talk != person.talk:
            self.followup.set_talks(self.followup.talks.with_talk(talk))
        return replace(person, talk=talk)

    def _people(self) -> list[MetPerson]:
        """Return whom it is about, then with whom else there was a talk, as they are listed."""
        about, book = self.followup.opened, self.followup.talks
        ids = [about, *(each.profile_id for each in self.followup.search.people)]
        talks = [talk for id_ in dict.fromkeys(ids) if (talk := book.talk(id_)) is not None]
        shown = talks[:MOST_TO_CHOOSE]
        return [MetPerson(talk, self._look_up(talk.profile_id).profile) for talk in shown]

    def _order(self) -> tuple[str, ...]:
        about, match = self.followup.opened, self._results.match
        talk = self._talk(about)
        if match is None:
            return tuple(note.subject for note in talk.notes)
        profile = self._look_up(about).profile
        return talk_subjects(None if profile is None else match.result_for(profile.id), talk)

    def _show_rows(self, person: MetPerson) -> None:
        here = self._look_up(self.followup.opened)
        things = (
            talk_thing(person.talk.note(subject), here, self.words) for subject in self._order()
        )
        self.things.show_things([thing for thing in things if thing.name], self.words)

    def _note(self, subject: str, met: Met | None, line: str) -> None:
        person, here = self._person(), self._look_up(self.followup.opened)
        before = person.talk.note(subject)
        is_known = here.listed is not Listed.UNKNOWN
        note = noted_again(before, met, line, person.profile, is_known=is_known)
        if met is not before.met:
            self.things.say_thing(talk_thing(note, here, self.words), self.words)
        self._keep(person.talk.with_note(note), is_typing=met is before.met)

    def _note_impression(self, code: str, line: str) -> None:
        talk = self._talk(self.followup.opened).with_impression(code, line)
        self._keep(talk, is_typing=True)

    def _keep(self, talk: Talk, *, is_typing: bool) -> None:
        """Keep a talk, with the day on which something was first noted; an empty one goes."""
        book = self.followup.talks
        if talk.notes or talk.impressions or talk.unread:
            talk = talk if talk.day is not None else replace(talk, day=self.followup.today())
            self.followup.set_talks(book.with_talk(talk))
        else:
            self.followup.set_talks(book.without(talk.profile_id))
        self._show_differences(self._person())
        if is_typing:
            self._later.start(_PAUSE_MS)
        else:
            self._show_side()

    def _show_side(self) -> None:
        """Put two or three people side by side."""
        self._later.stop()
        take_out_all(self._side.column)
        self.table = _side_by_side(self._side, self._people(), self._order(), self.words)
        make_room(self._side)

    def _show_differences(self, person: MetPerson) -> None:
        """Say where it was otherwise; rows that are there stay, for somebody may be on one."""
        text, catalogue = self.words.text, self.words.catalogue
        found = differences(person.talk, person.profile, self._order())
        found = () if self._is_unknown else found
        if [_kind(one) for one in found] != [row.kind for row in self.differences]:
            self._make_differences(found)
        for one, row in zip(found, self.differences, strict=True):
            slip_for = text("notes.talk.slip_for", name=subject_name(one.note.subject, catalogue))
            row.set_words(
                difference_text(one, person, catalogue), text("notes.talk.slip"), slip_for
            )
        make_room(self._differences)

    def _make_differences(self, found: Sequence[Difference]) -> None:
        take_out_all(self._differences.column)
        self.differences = []
        if not found:
            return
        self._differences.column.addSpacing(24)
        _add_text(self._differences, "heading", self.words.text("followup.paper.talks.differences"))
        if any(one.is_correction for one in found):
            _add_text(self._differences, "quiet", self.words.text("notes.talk.slip_why"))
        for one in found:
            subject, is_correction = _kind(one)
            row = DifferenceRow(subject, is_correction=is_correction)
            row.slip_requested.connect(partial(self._print_slip, subject))
            self._differences.column.addWidget(row)
            self.differences.append(row)

    def _print_slip(self, subject: str) -> None:
        person = self._person()
        profile = person.profile
        found = differences(person.talk, profile)
        one = next((each for each in found if each.note.subject == subject), None)
        if profile is not None and one is not None:
            self.print_as(lambda catalogue: (correction_slip(one, profile, catalogue),), SLIP)


def _kind(one: Difference) -> tuple[str, bool]:
    return one.note.subject, one.is_correction


def _waiting(results: ResultsController, words: Language) -> str:
    """Say why nobody can tell what is stated."""
    error = results.error
    return words.text("results.waiting") if error is None else words.render_all(error)


def _side_by_side(
    column: Column, people: Sequence[MetPerson], subjects: Sequence[str], words: Language
) -> TalkTable | None:
    if len(people) < _FEWEST:
        return None
    column.column.addSpacing(24)
    _add_text(column, "heading", words.text("notes.talk.side"))
    table = TalkTable(people, subjects, words)
    column.column.addWidget(table)
    return table


def _add_text(column: Column, role: str, words: str) -> None:
    text = Text(role)
    column.column.addWidget(text)
    text.set_words(words)
