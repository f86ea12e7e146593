"""The staff window: a header, the sections beside the pages, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.navigation import PageFlow
from ui.page_window import PageWindow
from ui.pages.page import Page
from ui.staff.section_rail import SectionRail
from ui.staff.staff_header import StaffHeader
from ui.widgets.file_guard import FileGuard
from ui.widgets.reading_order import tab_stops

DOOR = "staff_sign_in"
"""The page in front of all others."""

_SIGN_IN = "sign_in_account"


class StaffWindow(PageWindow):
    """Shows the door, then the sections and the pages that each leads to.

    Parameters
    ----------
    words
        The language that holds.
    session
        Who is signed in.
    sections
        Ids of the pages that the rail leads to, the first to begin with.
    make_page
        Makes the page of an id.

    Signals
    -------
    closed
        After it was closed.
    """

    closed = Signal()

    def __init__(
        self,
        words: Language,
        session: StaffSession,
        sections: Sequence[str],
        make_page: Callable[[str], Page],
    ) -> None:
        kept = (*sections,)
        super().__init__(words, PageFlow(DOOR, lambda: kept), make_page)
        self.setObjectName("staff_window")
        self._session = session
        self._sections = kept
        self._is_open = self._is_resuming = False
        FileGuard(self, session.ask_for_files)
        self.header = StaffHeader(words, session)
        self.rail = SectionRail(words, kept)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(self._pages, 1)
        self._column.addWidget(self.header)
        self._column.addLayout(below, 1)
        self._compose()

    @property
    def page_id(self) -> str:
        """The id of the page that is shown."""
        return self._flow.current

    @property
    def is_open(self) -> bool:
        """Whether somebody came past the PIN."""
        return self._is_open

    def let_in(self) -> None:
        """Show the first section; what was typed to come in is forgotten."""
        if self._is_open:
            return
        self._is_open = True
        self._flow.start_again()
        self._flow.go(self._sections[0])
        self._show_current()
        self._pages.forget_others((self._flow.current,))

    def shut(self) -> None:
        """Sign everybody out and ask for the PIN again; no page keeps anything.

        What can be put aside for whoever wrote it is.
        """
        try:
            for name in self._flow.under_way:
                self._pages.page(name).put_aside()
        finally:  # whatever becomes of that, nobody stays signed in
            self._close_door()

    def _close_door(self) -> None:
        self._is_open = False
        self._session.sign_out()
        self.stage.clear()
        self._place = None
        self._flow.start_again()
        self._pages.forget_others()
        self._show_current()

    def take_signed_in(self) -> None:
        """Lead whoever signed in back to where they were, or in."""
        if not self._is_open:
            self.let_in()
        elif self._flow.current == _SIGN_IN:
            self._is_resuming = True
            self.go_back()
            self._is_resuming = False

    def go(self, page: str) -> None:
        """Show a page by its id: a section, or another one over where one is.

        A section is not shown before what was written on the way to it is saved or let go.
        """
        if page in self._sections and self.keeps_unsaved():
            return
        super().go(page)

    def keeps_unsaved(self) -> bool:
        """Tell whether something that is written is not saved; then show it, and ask."""
        for name in reversed(self._flow.under_way):
            page = self._pages.page(name)
            if page.would_lose:
                if page is not self.page:
                    self._flow.open(name)
                    self._show_current()
                page.go_back()
                return True
        return False

    def go_on(self) -> None:
        """Show the next of the pages opened over another one, or that one again."""
        if self._flow.is_aside:
            super().go_on()

    def go_back(self) -> None:
        """Show what this page was opened over; sections are reached by the rail."""
        if self._flow.is_aside:
            super().go_back()

    def make_anew(self) -> None:
        """Forget pages that nobody is on."""
        self._pages.forget_others(self._flow.under_way)

    def _connect(self) -> None:
        super()._connect()
        self.header.looks_requested.connect(partial(self._open_over, "looks"))
        self.header.close_requested.connect(self.close)
        self.header.language_chosen.connect(self._words.set_code)
        self.rail.chosen.connect(self._choose)
        self._session.sign_in_requested.connect(partial(self._open_over, _SIGN_IN))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._room)
        escape.activated.connect(self._close_aside)

    def _choose(self, section: str) -> None:
        self.go(section)
        self.rail.show_open(self._flow.under_way[0])

    def _close_aside(self) -> None:
        if self._flow.is_aside and not self.page.close_open():
            self.page.go_back()

    def _open_over(self, page: str) -> None:
        """Open a page that leads back to what has the focus now."""
        if page != self._flow.current:
            self.page.open_over(page)

    def _enter(self, page: Page) -> None:
        if not self._is_resuming:  # else it stands as it was left, with all that is typed
            super()._enter(page)

    def _prepare(self, page: Page) -> None:
        page.back_button.setVisible(page.offers_back and self._flow.is_aside)
        self.rail.setVisible(self._is_open)
        self.rail.show_open(self._flow.under_way[0])
        self.header.set_open(is_open=self._is_open)

    def _focus_something(self, focused: QWidget | None) -> None:
        """Begin at the open section where the page has nothing yet that could have the focus.

        Where nothing opens the door, begin at the way out.
        """
        if not self._can_use(focused):
            stops = (*self.rail.open_stops(), *tab_stops(self.page), self.header.way_out)
            self._focus_first(stops, self.page)

    def _retranslate_frame(self) -> None:
        self.setWindowTitle(self._words.text("staff.window.mark"))
        self.header.retranslate()
        self.rail.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Sign everybody out, and tell; what is not saved is asked about first."""
        if self._is_open and self.keeps_unsaved():
            event.ignore()
            return
        super().closeEvent(event)
        if event.isAccepted():
            self._session.sign_out()
            self.closed.emit()
