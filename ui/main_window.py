"""The window: a header over a stack of pages, and the way from one page to another."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.controllers.cover_controller import CoverController
from ui.controllers.hide_code import HideCode
from ui.language import Language
from ui.navigation import PageFlow
from ui.pages.page import Page
from ui.pages.page_stack import PageStack
from ui.widgets.announcement import announce
from ui.widgets.cover_banner import CoverBanner
from ui.widgets.curtain import Curtain
from ui.widgets.focus_ring import FocusRing
from ui.widgets.header import Header
from ui.widgets.hide_keys import HideKeys
from ui.widgets.late_letters import measure_late_letters
from ui.widgets.reading_order import next_stop, tab_stops
from ui.widgets.stage import Stage

_USUAL = QSize(1280, 800)
_LEAST = QSize(640, 480)

_TITLE_BAR = 40
"""Pixels that the system's own frame may take above the window."""

_SCROLLS = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


def opening_size(available: QSize) -> QSize | None:
    """Return the size to open with on a screen; ``None`` is as large as it lets the window be."""
    fits = (
        _USUAL.width() <= available.width() and _USUAL.height() + _TITLE_BAR <= available.height()
    )
    return _USUAL if fits else None


class MainWindow(QWidget):
    """Shows one page at a time; makes a page when it is first wanted.

    Parameters
    ----------
    words
        The language that holds.
    flow
        The order of the pages.
    make_page
        Makes the page of an id.
    cover
        Whether answers are covered while staff helps.
    code
        What shows a hidden window again.

    Signals
    -------
    clear_requested
        The person would sooner begin anew than say the code.
    painted
        Once, after the window was seen for the first time.
    page_entered
        With the id of the page that is shown now.
    """

    clear_requested = Signal()
    painted = Signal()
    page_entered = Signal(str)

    def __init__(
        self,
        words: Language,
        flow: PageFlow,
        make_page: Callable[[str], Page],
        cover: CoverController,
        code: HideCode,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.resize(_USUAL)
        self.setMinimumSize(_LEAST)
        self._words = words
        self._flow = flow
        self._cover = cover
        self._code = code
        self._was_painted = False
        self._pages = PageStack(make_page)
        self.header = Header(words)
        self._banner = CoverBanner(words)
        self._banner.hide()
        self._curtain = Curtain(words)
        self._room = QWidget()
        column = _column(self._room)
        column.addWidget(self.header)
        column.addWidget(self._banner)
        column.addWidget(self._pages, 1)
        self.stage = Stage(self._room)
        self.stage.keep(self._curtain)
        _column(self).addWidget(self.stage)
        self._ring = FocusRing(self)
        self._connect()
        self._retranslate()
        self._show_current()

    @property
    def was_painted(self) -> bool:
        """Whether it has been seen."""
        return self._was_painted

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages.page(self._flow.current)

    @property
    def is_hidden_away(self) -> bool:
        """Whether the person has hidden everything."""
        return self.stage.is_over(self._curtain)

    def open_on_screen(self) -> None:
        """Be seen, no larger than the screen has room for."""
        if size := opening_size(self.screen().availableSize()):
            self.resize(size)
            self.show()
        else:
            self.showMaximized()

    def hide_away(self) -> None:
        """Show nothing but a curtain."""
        if not self.is_hidden_away:
            self._curtain.prepare(needs_code=self._code.is_set)
            self.lay_over(self._curtain)

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

    def go(self, page: str) -> None:
        """Show a page by its id."""
        self._flow.go(page)
        self._show_current()

    def open(self, page: str) -> None:
        """Show a page over this one; both *back* and *next* lead here again."""
        self.open_run((page,))

    def open_run(self, pages: Sequence[str]) -> None:
        """Show pages over this one, one after the other; they lead here again."""
        self._flow.open(*pages)
        self._show_current()

    def go_on(self) -> None:
        """Show the next page of the order."""
        self._flow.next()
        self._show_current()

    def go_back(self) -> None:
        """Show the page before."""
        self._flow.back()
        self._show_current()

    def make_anew(self, *, wholly: bool = False) -> None:
        """Forget pages that nobody is on; `wholly`, also those below the one that is shown."""
        self._pages.forget_others((self._flow.current,) if wholly else self._flow.under_way)

    def start_again(self) -> None:
        """Show the first page and forget every page that was made: their words were a person's."""
        self.stage.clear()
        self._flow.start_again()
        self._pages.forget_others()
        self._show_current()

    def _connect(self) -> None:
        self._pages.made.connect(self._listen_to)
        measure_late_letters(self)
        self.header.help_requested.connect(partial(self.open, "help"))
        self.header.comfort_requested.connect(partial(self.open, "looks"))
        self.header.hide_requested.connect(self.hide_away)
        self.header.language_chosen.connect(self._words.set_code)
        self._words.changed.connect(self._retranslate)
        self._banner.ended.connect(partial(self._cover.set_covered, False))
        self._cover.changed.connect(self._show_covered)
        self._curtain.opened.connect(partial(self.take_off, self._curtain))
        self._curtain.code_entered.connect(self._try_code)
        self._curtain.cleared.connect(self.clear_requested)
        # Of the room, so that no key reaches what is not seen.
        keys = {Qt.Key.Key_F1: partial(self.open, "help"), Qt.Key.Key_Escape: self._close_aside}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self._room).activated.connect(slot)
        HideKeys(self, self._room).pressed.connect(self.hide_away)

    def _try_code(self, code: str) -> None:
        answer = self._curtain.accept if self._code.opens(code) else self._curtain.refuse
        answer()

    def _show_covered(self) -> None:
        """Cover the answers of the page that is shown, or show them again."""
        focused = self._room.focusWidget()
        self._banner.setVisible(self._cover.is_covered)
        self.page.set_covered(self._cover.is_covered)
        self._focus_something(focused)
        if self._cover.is_covered:
            announce(self._banner, self._words.text("screen.cover.holds"))

    def _close_aside(self) -> None:
        if self._flow.is_aside:
            self.go_back()

    def _show_current(self) -> None:
        page = self.page
        page.enter()
        if page is not self.page:
            return  # entering it led elsewhere
        page.back_button.setVisible(page.offers_back and self._flow.can_go_back)
        page.set_covered(self._cover.is_covered)
        self._pages.show_page(page)
        if self.stage.top is self._room:  # else no key may reach what cannot be seen
            page.begin()
            self._focus_something(self._room.focusWidget())
            announce(page, page.title)
        self.page_entered.emit(self._flow.current)

    def _focus_something(self, focused: QWidget | None) -> None:
        """Begin at the bar where what had the focus, or should have it, is covered."""
        if focused and focused.isEnabled() and focused.isVisibleTo(self._room):
            return
        stops = (self.page.next_button, *tab_stops(self.page), *tab_stops(self._banner))
        seen = (stop for stop in stops if stop.isVisibleTo(self._room))
        next(seen, self.page.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen_to(self, page: Page) -> None:
        page.next_requested.connect(self.go_on)
        page.back_requested.connect(self.go_back)
        page.help_requested.connect(partial(self.open, "help"))
        page.page_requested.connect(self.go)
        page.detour_requested.connect(self.open)
        page.run_requested.connect(self.open_run)
        page.withdrawn.connect(partial(self._leave, page))

    def _leave(self, page: Page) -> None:
        """Show the list when what the page shows is gone."""
        if page is self.page:
            self.go("results")

    def _retranslate(self) -> None:
        way, is_rtl = Qt.LayoutDirection, self._words.is_right_to_left
        self.setLayoutDirection(way.RightToLeft if is_rtl else way.LeftToRight)
        self.setLocale(QLocale(self._words.code))
        self.setWindowTitle(self._words.text("screen.window.name"))
        self.header.retranslate()
        self._banner.retranslate()
        self._curtain.retranslate()
        self._pages.retranslate()
        if self._cover.is_covered:
            self.page.set_covered(True)

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
        is_in_header = focused is not None and not self.page.isAncestorOf(focused)
        if is_in_header and event.key() in _SCROLLS and self.stage.top is self._room:
            self.page.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
