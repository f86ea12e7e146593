"""A practitioner's page as clients see it, with what its silence costs; to print or to save."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from matcher.errors import MatcherError
from matcher.services.people.profile_facts import register_words
from matcher.services.practitioner.files import form_of
from ui.controllers.seen_controller import Seen, SeenController
from ui.language import Language
from ui.pages.outcome import Outcome
from ui.pages.sheet_page import BROAD, SheetPage
from ui.widgets.aged_words import AgedWords
from ui.widgets.button import Button
from ui.widgets.column import Column, take_out_all
from ui.widgets.contents_list import ContentsList
from ui.widgets.document_section import DocumentSection
from ui.widgets.file_words import saved_words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.note import Note
from ui.widgets.profile_sections import ProfileSections
from ui.widgets.save_dialog import ask_where
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text

_BUTTONS = ("print", "save", "save_file")


class SeenPage(SheetPage):
    """One practitioner's page, made of the same parts as the client's.

    Parameters
    ----------
    words
        The language that holds.
    controller
        Knows whose page it is, and takes it to paper.
    """

    breadth = BROAD

    def __init__(self, words: Language, controller: SeenController) -> None:
        super().__init__(words, "person_seen")
        self._controller = controller
        self._shown = ("", "")
        self._facts: QWidget | None = None
        self._costs: list[DocumentSection] = []
        self.compose()

    @property
    def is_complete(self) -> bool:
        """Whether the whole page is there."""
        is_whole = isinstance(self._facts, ProfileSections) and self._facts.is_complete
        return is_whole and bool(self._costs) and not self._later.isActive()

    def enter(self) -> None:
        """Show the page as it is now; as it was, after a page opened over it."""
        if self.is_returned_to and self._shown == (self._controller.profile_id, self.words.code):
            return
        super().enter()
        self._outcome.clear()
        self._ask()

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.contents.heading.set_words(text("screen.how.contents"))
        for name, button in self.buttons.items():
            button.set_words(
                text(f"practitioner.screen.{name}"), text(f"practitioner.screen.{name}_for")
            )
        if not self._shown[0]:
            self.set_heading(text("practitioner.screen.place"))
        if self.isVisible():
            self._ask()

    def _build(self) -> None:
        self.next_button.setParent(self)  # nothing follows: the page leads back
        self.next_button.hide()
        self._waiting = Text("quiet", "waiting")
        self._whole_name = Text("body", "whole_name")
        self._about = Text("quiet", "about")
        self._lead = Text("body", "lead")
        self.hidden = Note("hidden")
        self.contents = ContentsList("contents")
        self._facts_column = Column("seen")
        self._costs_column = Column("costs")
        self._costs_column.column.setSpacing(40)
        self._outcome = Outcome(self)
        self.told, self.problem = self._outcome.told, self._outcome.problem
        self.buttons = {name: Button("quiet", name) for name in _BUTTONS}
        self._later = QTimer(self)
        for text in (self._about, self._whole_name):
            self.column.insertWidget(self.column.indexOf(self.heading) + 1, text)
        for widget in (self.hidden, self._lead, self._waiting, self.contents):
            self.column.addWidget(widget)
        self.column.addSpacing(8)
        self.column.addWidget(self._facts_column)
        self.column.addWidget(self._costs_column)

    def _build_bar(self) -> None:
        for text in (self.problem, self.told):
            self.bar_column.insertWidget(0, text)
        room = QWidget()
        row = FlowLayout(room)
        for button in (self.back_button, *self.buttons.values()):
            row.addWidget(button)
        self.bar.addWidget(room, 1)

    def _connect(self) -> None:
        self._controller.opened.connect(self._open)
        self._controller.written.connect(self._show)
        self._controller.saved.connect(self._tell_saved)
        self._controller.failed.connect(self._tell_failed)
        self.contents.section_requested.connect(self._go_to)
        self.buttons["print"].clicked.connect(partial(self.open_over, "print_seen"))
        self.buttons["save"].clicked.connect(self._ask_where_pdf)
        self.buttons["save_file"].clicked.connect(self._ask_where_file)
        self._later.timeout.connect(self._add_next)

    def first_focus(self) -> QWidget:
        """Begin at what is done with the page: it is read by scrolling."""
        return self.buttons["print"]

    def _open(self) -> None:
        if self.isVisible():
            self.enter()

    def _ask(self) -> None:
        if self._controller.lacks:
            self._outcome.refuse(self.words.text(self._controller.lacks))
            return
        self._waiting.set_words(self.words.text("practitioner.screen.waiting"))
        self._controller.request(self.words.catalogue)

    def _show(self, seen: Seen) -> None:
        """Begin to show a page; the rest follows as time allows."""
        profile, result = seen.page.profile, seen.page.result
        self._shown = (profile.id, self.words.code)
        self._waiting.set_words("")
        text, words = self.words.text, self.words.catalogue
        place = text("practitioner.screen.place")
        self.set_heading(shown_name(profile.name), register_words(profile, words), place)
        own = (profile.text(field) for field in ("pronouns", "title", "credential"))
        is_cut = self.heading.plain != profile.name
        self._whole_name.set_words(profile.name if is_cut else "")
        self._about.set_words(" · ".join(filter(None, own)))
        self._lead.set_words(text("practitioner.screen.lead"))
        self.hidden.set_lines(() if profile.published else (text("practitioner.screen.hidden"),))
        said = AgedWords(self.words, seen.page)
        self._replace_facts(ProfileSections(result, seen.page.match.profile(profile.id), said))
        self._replace_costs(seen)
        self.contents.set_headings([section.heading for section in seen.costs])
        self.contents.show()
        self._later.start(0)

    def _replace_facts(self, facts: QWidget) -> None:
        if self._facts is not None:
            self._facts_column.column.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = facts
        self._facts_column.column.addWidget(facts)

    def _replace_costs(self, seen: Seen) -> None:
        take_out_all(self._costs_column.column)
        self._costs = [
            DocumentSection(f"cost_{number}", section, self._say_cell)
            for number, section in enumerate(seen.costs)
        ]
        for section in self._costs:
            self._costs_column.column.addWidget(section)

    def _add_next(self) -> None:
        section = next((each for each in self._costs if not each.is_complete), None)
        if section is None:
            self._later.stop()
        else:
            section.add_next()

    def _go_to(self, number: int) -> None:
        """Show what silence or age costs from its heading on."""
        wanted = self._costs[number]
        while not wanted.is_complete:
            self._add_next()
        self.show_from(wanted)
        self.announce(wanted.heading.plain)

    def _say_cell(self, heading: str, cell: str) -> str:
        return self.words.text("screen.how.cell", heading=heading, cell=cell)

    def _ask_where_pdf(self) -> None:
        ask_where(self, self._controller.usual_path(), self.words, self._save)

    def _ask_where_file(self) -> None:
        ask_where(self, self._controller.usual_path("csv"), self.words, self._save)

    def _save(self, path: Path) -> None:
        self._outcome.tell(self.words.text("practitioner.screen.saving"))
        self._controller.save(path, self.words.catalogue)

    def _tell_saved(self, path: Path) -> None:
        said = saved_words(path, self.words)
        if form_of(path) == "csv":
            said = f"{said} {self.words.text('practitioner.screen.codes')}"
        self._outcome.tell(said)

    def _tell_failed(self, error: MatcherError) -> None:
        self._waiting.set_words("")
        self._outcome.tell_failed(error)
