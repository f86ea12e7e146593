"""*My search*: whom a person asks after the list, what came of it, and what is next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from matcher.checklist.reaching import ways_to_reach
from matcher.directory.profile import Profile
from matcher.services.followup.search_sheet import search_sheet
from ui.controllers.followup_controller import FollowupController
from ui.controllers.keeping_controller import KeepingController
from ui.controllers.listed_person import Listed, ask_for, listed_person, people_now
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.controllers.results_controller import ResultsController
from ui.controllers.similar_controller import SimilarController
from ui.language import Language
from ui.pages.keep_part import KeepPart
from ui.pages.search_list import SearchList
from ui.pages.search_person import SearchPerson
from ui.pages.sheet_page import SheetPage
from ui.pages.similar_part import SimilarPart
from ui.widgets.lines import Lines
from ui.widgets.shown_name import shown_name

if TYPE_CHECKING:
    from matcher.document import Sheet
    from matcher.i18n import Catalogue

CLOSED, LIST, PERSON, CLEAR, OFF = "closed", "list", "person", "clear", "off"


@dataclass(frozen=True, slots=True)
class SearchOwners:
    """Who owns what the page shows, and what it does with it."""

    followup: FollowupController
    keeping: KeepingController
    results: ResultsController
    similar: SimilarController
    paper: NotesPaperController


class SearchPage(SheetPage):
    """The list, what is noted on one person, or a question before something goes.

    Parameters
    ----------
    words
        The language that holds.
    owners
        What it stands on.
    """

    shows_answers = True
    goes_on_covered = False

    def __init__(self, words: Language, owners: SearchOwners) -> None:
        super().__init__(words, "search")
        self._followup = owners.followup
        self._of = owners
        self._step = LIST
        self._listed_id = ""
        self.compose()

    def enter(self) -> None:
        """Show the list; after a page opened over it, what was shown."""
        is_back = self.is_returned_to
        super().enter()
        if self._of.results.chosen or self._followup.search.people:
            ask_for(self._of.results)
        self._call_people()
        self.go_to(self._step if is_back else LIST, begins=False)

    def first_focus(self) -> QWidget:
        """Begin with what the step is about."""
        if self._step == LIST:
            return next(iter(self.list.ways_in), self.back_button)
        firsts = {PERSON: self.person.add, CLOSED: self.keep.button}
        return firsts.get(self._step, self.back_button)

    def put_aside(self) -> None:
        """Note a try that was begun."""
        self.person.note_begun()

    def go_to(self, step: str, *, begins: bool = True) -> None:
        """Show a step, from its beginning."""
        if step != PERSON:
            self.put_aside()
        self._step = step
        self._show()
        if begins:
            self.begin_anew()
            self.announce(self.title)

    def go_on(self) -> None:
        """Do what the step asks about, or leave."""
        if self._step == CLEAR:
            self._followup.clear_all()
            self.go_to(LIST)
        elif self._step == OFF:
            self._followup.take_off(self.person.profile_id)
            self.go_to(LIST)
        elif self._step == PERSON:
            self.go_to(LIST)
        else:
            super().go_on()

    def go_back(self) -> None:
        """Go back to what the step was opened from, or leave."""
        if self._step in (CLEAR, PERSON):
            self.go_to(LIST)
        elif self._step == OFF:
            self.go_to(PERSON)
        else:
            super().go_back()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        if self._step == PERSON:
            self._look_at(self.person.profile_id)
        self._show()

    def open_person(self, profile_id: str) -> None:
        """Show what is noted on somebody."""
        self._followup.opened = profile_id
        self._look_at(profile_id)
        self.person.show_person(profile_id)
        self.go_to(PERSON)

    def _show(self) -> None:
        """Show what the step is about, as it is now."""
        followup = self._followup
        if not followup.is_open:
            self._step = CLOSED
        elif self._step == CLOSED:
            self._step = LIST
        if self._step in (PERSON, OFF) and not self._name:
            self._step = LIST
        text, step = self.words.text, self._step
        name = self._name if step in (PERSON, OFF) else ""
        heading = name if step == PERSON else text(f"search.{_WORDS[step]}heading", name=name)
        self.set_heading(heading, text(f"search.{_WORDS[step]}why", name=name))
        done = text(f"search.{_WORDS[step]}do", name=name)
        self.next_button.set_words(done)
        self.list.setVisible(step == LIST)
        self.person.setVisible(step == PERSON)
        self.keep.setVisible(step == CLOSED)
        self._goes.set_lines([text("search.clear.stays")] if step == CLEAR else ())
        if step == LIST:
            self.list.offered = self._chosen_people()
            self.list.show_list()
        elif step == PERSON:
            self.person.say()

    def _reached_by(self) -> dict[str, Profile]:
        """Return the profiles of those on the list who are in the directory, by id."""
        people = self._followup.search.people
        found = {
            one.profile_id: listed_person(self._of.results, one.profile_id, one.name).profile
            for one in people
        }
        return {id_: profile for id_, profile in found.items() if profile is not None}

    @property
    def _name(self) -> str:
        one = self._followup.search.candidate(self.person.profile_id)
        return "" if one is None else shown_name(one.name)

    def _chosen_people(self) -> dict[str, str]:
        results = self._of.results
        if results.match is None:
            return {}
        names: dict[str, str] = {}
        with results.reading():
            names.update((id_, results.profile(id_).name) for id_ in results.chosen)
        return names

    def _look_at(self, profile_id: str) -> None:
        """Be ready to look for people like somebody, where they are in the list."""
        results = self._of.results
        one = self._followup.search.candidate(profile_id)
        name = "" if one is None else one.name
        found = listed_person(results, profile_id, name)
        is_here = found.listed is Listed.HERE
        ways = () if found.profile is None else ways_to_reach(found.profile, self.words.catalogue)
        self.person.show_reach(ways, is_here=is_here)
        self._listed_id = profile_id if found.profile is None else found.profile.id
        if is_here:
            with results.reading():
                self._similar.show_profile(self._listed_id)

    def _call_people(self) -> None:
        """Take over by which names and ids those on the list are listed now."""
        now = people_now(self._of.results, self._followup.search.people)
        names = {kept: profile.name for kept, profile in now.items()}
        self._followup.call(names, {kept: profile.id for kept, profile in now.items()})

    def _look_at_profile(self, profile_id: str, like: str = "") -> None:
        self._of.results.open(profile_id, like)
        self.open_over("profile")

    def _look_at_like(self, profile_id: str) -> None:
        self._look_at_profile(profile_id, self._similar.profile_id)

    def _print(self) -> None:
        log, today, profiles = self._followup.search, self._followup.today(), self._reached_by()

        def make(catalogue: Catalogue) -> tuple[Sheet, ...]:
            ways = {id_: ways_to_reach(each, catalogue) for id_, each in profiles.items()}
            return (search_sheet(log, today, catalogue, ways),)

        self._of.paper.want(make)
        self.open_over("preview_notes")

    def _build(self) -> None:
        self.keep = KeepPart(self.words, self._of.keeping)
        self.list = SearchList(self.words, self._followup)
        self._similar = SimilarPart(self.words, self._of.results, self._of.similar)
        self.person = SearchPerson(self.words, self._followup, self._similar)
        self._goes = Lines("search_goes")
        for widget in (self.keep, self.list, self.person, self._goes):
            self.column.addWidget(widget)

    def _connect(self) -> None:
        self.keep.wanted.connect(self.open_over)
        self._followup.changed.connect(self._show)
        self._followup.settling.connect(self.put_aside)
        self._of.results.match_changed.connect(self._take_match)
        self.list.opened.connect(self.open_person)
        self.person.next_opened.connect(self.open_person)
        self._similar.open_requested.connect(self._look_at_like)
        self.person.profile.clicked.connect(lambda: self._look_at_profile(self._listed_id))
        of_list, of_one = self.list.ways, self.person.ways
        of_list["paper"].clicked.connect(self._print)
        of_list["clear"].clicked.connect(partial(self.go_to, CLEAR))
        of_one["off"].clicked.connect(partial(self.go_to, OFF))
        for page in ("check_in", "reading", "ending"):
            of_list[page].clicked.connect(partial(self._open_for, "", page))
        for page in ("talk", "check_in", "ending"):
            of_one[page].clicked.connect(partial(self._open_for, None, page))

    def _open_for(self, profile_id: str | None, page: str) -> None:
        """Open a page about somebody, or about whom the person found."""
        found = self._followup.search.found
        if profile_id is None:
            profile_id = self.person.profile_id
        elif found is not None and page != "check_in":  # which knows what goes on with whom
            profile_id = found.profile_id
        self._followup.opened = profile_id
        self.open_over(page)

    def _take_match(self) -> None:
        self._call_people()
        if self.isVisible():
            if self._step == PERSON:
                self._look_at(self.person.profile_id)
            self._show()


_WORDS = {CLOSED: "closed.", LIST: "", PERSON: "person.", CLEAR: "clear.", OFF: "off."}
