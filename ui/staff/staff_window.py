"""The staff window: a header, the sections beside the pages, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.navigation import PageFlow
from ui.pages.page import Page
from ui.pages.page_stack import PageStack
from ui.staff.section_rail import SectionRail
from ui.staff.staff_header import StaffHeader
from ui.widgets.announcement import announce
from ui.widgets.focus_ring import FocusRing
from ui.widgets.late_letters import measure_late_letters
from ui.widgets.reading_order import next_stop, tab_stops
from ui.widgets.stage import Stage

DOOR = "staff_sign_in"
"""The page in front of all others."""

_SIGN_IN = "sign_in_account"
_USUAL = QSize(1280, 800)
_LEAST = QSize(640, 480)
_SCROLLS = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class StaffWindow(QWidget):
    """Shows one page at a time; makes a page when it is first wanted.

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
    page_entered
        With the id of the page that is shown now.
    closed
        After it was closed.
    """

    page_entered = Signal(str)
    closed = Signal()

    def __init__(
        self,
        words: Language,
        session: StaffSession,
        sections: Sequence[str],
        make_page: Callable[[str], Page],
    ) -> None:
        super().__init__()
        self.setObjectName("staff_window")
        self.resize(_USUAL)
        self.setMinimumSize(_LEAST)
        self._words = words
        self._session = session
        self._sections = (*sections,)
        self._flow = PageFlow(DOOR, lambda: self._sections)
        self._is_open = self._is_resuming = False
        self._pages = PageStack(make_page)
        self.header = StaffHeader(words, session)
        self.rail = SectionRail(words, self._sections)
        self._room = QWidget()
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(self._pages, 1)
        column = _column(self._room)
        column.addWidget(self.header)
        column.addLayout(below, 1)
        self.stage = Stage(self._room)
        _column(self).addWidget(self.stage)
        self._ring = FocusRing(self)
        self._connect()
        self._retranslate()
        self._show_current()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages.page(self._flow.current)

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
        """Sign everybody out and ask for the PIN again; no page keeps anything."""
        self._is_open = False
        self._session.sign_out()
        self.stage.clear()
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
        self._flow.go(page)
        self._show_current()

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

    def open(self, page: str) -> None:
        """Show a page over this one; both *back* and *next* lead here again."""
        self._flow.open(page)
        self._show_current()

    def open_run(self, pages: Sequence[str]) -> None:
        """Show pages over this one, one after the other; they lead here again."""
        self._flow.open(*pages)
        self._show_current()

    def go_on(self) -> None:
        """Show the next of the pages opened over another one, or that one again."""
        if self._flow.is_aside:
            self._flow.next()
            self._show_current()

    def go_back(self) -> None:
        """Show what this page was opened over; sections are reached by the rail."""
        if self._flow.is_aside:
            self._flow.back()
            self._show_current()

    def make_anew(self) -> None:
        """Forget pages that nobody is on."""
        self._pages.forget_others(self._flow.under_way)

    def lay_over(self, layer: QWidget) -> None:
        """Show `layer` and nothing else, and say what it is."""
        self.stage.lay_over(layer)
        announce(layer, layer.accessibleName())

    def take_off(self, layer: QWidget) -> None:
        """Show what was below `layer` again, exactly as it was."""
        page = self.page
        page.stays = True
        self.stage.take_off(layer)
        page.stays = False

    def _connect(self) -> None:
        self._pages.made.connect(self._listen_to)
        measure_late_letters(self)
        self.header.looks_requested.connect(partial(self._open_over, "looks"))
        self.header.close_requested.connect(self.close)
        self.header.language_chosen.connect(self._words.set_code)
        self.rail.chosen.connect(self._choose)
        self._session.sign_in_requested.connect(partial(self._open_over, _SIGN_IN))
        self._words.changed.connect(self._retranslate)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._room)
        escape.activated.connect(self._close_aside)

    def _choose(self, section: str) -> None:
        self.go(section)
        self.rail.show_open(self._flow.under_way[0])

    def _close_aside(self) -> None:
        if self._flow.is_aside:
            self.page.go_back()

    def _open_over(self, page: str) -> None:
        """Open a page that leads back to what has the focus now."""
        if page != self._flow.current:
            self.page.open_over(page)

    def _show_current(self) -> None:
        page = self.page
        if not self._is_resuming:  # else it stands as it was left, with all that is typed
            page.enter()
        if page is not self.page:
            return  # entering it led elsewhere
        page.back_button.setVisible(page.offers_back and self._flow.is_aside)
        self.rail.setVisible(self._is_open)
        self.rail.show_open(self._flow.under_way[0])
        self.header.set_open(is_open=self._is_open)
        self._pages.show_page(page)
        if self.stage.top is self._room:  # else no key may reach what cannot be seen
            page.begin()
            self._focus_something()
            announce(page, page.title)
        self.page_entered.emit(self._flow.current)

    def _focus_something(self) -> None:
        """Begin at the open section where the page has nothing yet that could have the focus."""
        focused = self._room.focusWidget()
        is_seen = focused is not None and focused.isEnabled() and focused.isVisibleTo(self._room)
        if is_seen and not isinstance(focused, QScrollArea):
            return
        stops = (*self.rail.open_stops(), *tab_stops(self.page), *tab_stops(self.header))
        seen = (stop for stop in stops if stop.isVisibleTo(self._room))
        next(seen, self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen_to(self, page: Page) -> None:
        page.next_requested.connect(self.go_on)
        page.back_requested.connect(self.go_back)
        page.page_requested.connect(self.go)
        page.detour_requested.connect(self.open)
        page.run_requested.connect(self.open_run)

    def _retranslate(self) -> None:
        way, is_rtl = Qt.LayoutDirection, self._words.is_right_to_left
        self.setLayoutDirection(way.RightToLeft if is_rtl else way.LeftToRight)
        self.setLocale(QLocale(self._words.code))
        self.setWindowTitle(self._words.text("staff.window.mark"))
        self.header.retranslate()
        self.rail.retranslate()
        self._pages.retranslate()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the order of reading, round and round, from where it can be seen."""
        if self.page.show_beginning():
            return True
        if stop := next_stop(self, QApplication.focusWidget(), 1 if forward else -1):
            way = Qt.FocusReason
            stop.setFocus(way.TabFocusReason if forward else way.BacktabFocusReason)
        return stop is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page from wherever the focus is."""
        focused = QApplication.focusWidget()
        is_outside = focused is not None and not self.page.isAncestorOf(focused)
        if is_outside and event.key() in _SCROLLS and self.stage.top is self._room:
            self.page.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Sign everybody out, and tell; what is not saved is asked about first."""
        if self._is_open and self.keeps_unsaved():
            event.ignore()
            return
        super().closeEvent(event)
        if event.isAccepted():
            self._session.sign_out()
            self.closed.emit()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
