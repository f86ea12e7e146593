"""The base of pages on which a person notes what came after the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.followup.files import NOTES, PaperKind
from matcher.services.people.wording import clipped
from ui.controllers.followup_controller import FollowupController
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.language import Language
from ui.pages.sheet_page import SheetPage
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.document import Sheet
    from matcher.i18n import Catalogue

PREVIEW = "preview_notes"


class NotesPage(SheetPage):
    """A sheet about one person; nothing can be noted before there is a file to keep it in.

    A page fills `notes` in `_build_notes`, shows in `show_notes` what is noted, and tells its
    words in `_words_of`. It calls `compose` itself.

    Parameters
    ----------
    words
        The language that holds.
    name
        Its id.
    followup
        Keeps what is noted, and knows whom it is about.
    paper
        Prints it.

    Attributes
    ----------
    notes
        Layout of what is noted; hidden while nothing can be.
    """

    document = ""
    """Which of the documents of the file it is kept in."""

    shows_answers = True
    goes_on_covered = False

    def __init__(
        self,
        words: Language,
        name: str,
        followup: FollowupController,
        paper: NotesPaperController,
    ) -> None:
        super().__init__(words, name)
        self.followup = followup
        self._paper = paper
        self._asks = False

    @property
    def can_note(self) -> bool:
        """Whether there is a file to keep it in, and nothing in it that cannot be read."""
        return self.followup.is_open and not self._why_not()

    @property
    def name(self) -> str:
        """What the person is called whom it is about; ``""`` for nobody on the list."""
        one = self.followup.search.candidate(self.followup.opened)
        return "" if one is None else clipped(one.name)

    def enter(self) -> None:
        """Show what is noted; as it was, after a page opened over it."""
        self._asks = False
        if not self.is_returned_to:
            super().enter()
            self.forget_notes()
        self._show()

    def first_focus(self) -> QWidget:
        """Begin with the way to a file where there is none, or out of what cannot be read."""
        ways = (self.way, self.clear)
        return next((each for each in ways if not each.isHidden()), self.next_button)

    def retranslate(self) -> None:
        """Say everything in the language that holds."""
        super().retranslate()
        self.next_button.set_words(self.words.text("notes.done"))
        self.print.set_words(self.words.text("notes.print"))
        self.way.set_words(self.words.text("search.heading"))
        self.leave.set_words(self.words.text("notes.unread.leave"))
        self._show()

    def show_notes(self) -> None:
        """Show what is noted; called only where something can be."""

    def forget_notes(self) -> None:
        """Hold no words of a person any more."""

    def sheets(self) -> Callable[[Catalogue], tuple[Sheet, ...]]:
        """Return what says the page on paper."""
        raise NotImplementedError

    def print_notes(self) -> None:
        """Look at the page as it will come out."""
        self.print_as(self.sheets())

    def print_as(
        self, make: Callable[[Catalogue], tuple[Sheet, ...]], kind: PaperKind = NOTES
    ) -> None:
        """Look at other sheets as they will come out."""
        self._paper.want(make, kind)
        self.open_over(PREVIEW)

    def add_links(self, buttons: Iterable[Button]) -> None:
        """Put the ways to other pages below all else."""
        links = QWidget()
        flow = FlowLayout(links, down=12)
        for button in buttons:
            flow.addWidget(button)
        self.notes.addSpacing(16)
        self.notes.addWidget(links)

    def _build(self) -> None:
        self.problem = Text("body", "problem")
        self.way = Button("quiet", "notes_way")
        self.clear = Button("quiet", "notes_clear")
        self.leave = Button("quiet", "notes_leave")
        self._notes = QWidget()
        self.notes = QVBoxLayout(self._notes)
        self.notes.setContentsMargins(0, 0, 0, 0)
        self.notes.setSpacing(16)
        self.print = Button("quiet", "notes_print")
        self.column.addWidget(self.problem)
        row = FlowLayout()
        for button in (self.way, self.clear, self.leave):
            row.addWidget(button)
        self.column.addLayout(row)
        self.column.addWidget(self._notes)
        self._build_notes()

    def _build_notes(self) -> None:
        """Fill `notes`."""

    def _build_bar(self) -> None:
        self._fill_bar(self.print)

    def _connect(self) -> None:
        self.print.clicked.connect(self.print_notes)
        self.way.clicked.connect(lambda: self.open_over("search"))
        self.clear.clicked.connect(self._clear)
        self.leave.clicked.connect(lambda: self._ask(asks=False))

    def _words_of(self) -> tuple[str, str, str]:
        """Return heading, what stands below it, and what stands above."""
        raise NotImplementedError

    def _why_not(self) -> str:
        """Say why nothing can be noted although the file is open; ``""`` when it can."""
        error = self.followup.errors.get(self.document)
        return "" if error is None else self.words.render_all(error)

    def _clear(self) -> None:
        """Forget what cannot be read, once that was asked."""
        if self._asks:
            self.followup.clear(self.document)
        self._ask(asks=not self._asks)

    def _ask(self, *, asks: bool) -> None:
        self._asks = asks
        self._show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if asks:
            self.announce(self.problem.plain)

    def _show(self) -> None:
        self.set_heading(*self._words_of())
        is_open, text = self.followup.is_open, self.words.text
        is_unread = is_open and self.document in self.followup.errors
        asks = self._asks and is_unread
        why_not = text("notes.unread.why") if asks else self._why_not()
        self.problem.set_words(why_not if is_open else text("notes.closed"))
        self.way.setVisible(not is_open)
        self.clear.set_words(text("notes.unread.do" if asks else "notes.unread.clear"))
        self.clear.setVisible(is_unread)
        self.leave.setVisible(asks)
        self._notes.setVisible(self.can_note)
        self.print.setVisible(self.can_note)
        if self.can_note:
            self.show_notes()
        else:
            self.forget_notes()
