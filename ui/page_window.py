"""The base of the windows: pages shown one at a time, and the way from one to another."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.language import Language
from ui.navigation import Bookmark, PageFlow
from ui.pages.page import Page
from ui.pages.page_stack import PageStack
from ui.widgets.announcement import announce
from ui.widgets.focus_ring import FocusRing
from ui.widgets.late_letters import measure_late_letters
from ui.widgets.press_guard import PressGuard
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


class PageWindow(QWidget):
    """Shows one page at a time; makes a page when it is first wanted.

    A window fills its `_column`, puts `_pages` there, and calls `_compose` at the end of its
    ``__init__``.

    Parameters
    ----------
    words
        The language that holds.
    flow
        The order of the pages.
    make_page
        Makes the page of an id.

    Attributes
    ----------
    stage, guard
        What is seen, and what is laid over it; what stops presses that nobody meant.

    Signals
    -------
    page_entered
        With the id of the page that is shown now.
    """

    page_entered = Signal(str)

    def __init__(self, words: Language, flow: PageFlow, make_page: Callable[[str], Page]) -> None:
        super().__init__()
        self.resize(_USUAL)
        self.setMinimumSize(_LEAST)
        self._words = words
        self._flow = flow
        self._pages = PageStack(make_page)
        self._room = QWidget()
        self._column = _column_in(self._room)
        self.stage = Stage(self._room)
        _column_in(self).addWidget(self.stage)
        self._ring = FocusRing(self)
        self.guard = PressGuard(self)
        self._place: Bookmark | None = None

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages.page(self._flow.current)

    def open_on_screen(self) -> None:
        """Be seen, no larger than the screen has room for."""
        if size := opening_size(self.screen().availableSize()):
            self.resize(size)
            self.show()
        else:
            self.showMaximized()

    def lay_over(self, layer: QWidget) -> None:
        """Show `layer` and nothing else, and say what it is."""
        self.stage.lay_over(layer)
        self.guard.note_change()
        announce(layer, layer.accessibleName())

    def take_off(self, layer: QWidget) -> None:
        """Show what was below `layer` again, exactly as it was."""
        page = self.page
        page.stays = True
        self.stage.take_off(layer)
        self.guard.note_change()
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

    def _compose(self) -> None:
        """Connect all, say the words and show the first page; the last line of ``__init__``."""
        self._connect()
        self._retranslate()
        self._show_current()

    def _connect(self) -> None:
        """Connect what is in the window; a window extends it."""
        self._pages.made.connect(self._listen_to)
        measure_late_letters(self)
        self._words.changed.connect(self._retranslate)

    def _listen_to(self, page: Page) -> None:
        """Do what a page wishes; a window that knows more wishes extends it."""
        page.next_requested.connect(self.go_on)
        page.back_requested.connect(self.go_back)
        page.page_requested.connect(self.go)
        page.detour_requested.connect(self.open)
        page.run_requested.connect(self.open_run)
        page.moved_on.connect(self.guard.note_change)

    def _retranslate(self) -> None:
        way, is_rtl = Qt.LayoutDirection, self._words.is_right_to_left
        self.setLayoutDirection(way.RightToLeft if is_rtl else way.LeftToRight)
        self.setLocale(QLocale(self._words.code))
        self._retranslate_frame()
        self._pages.retranslate()

    def _retranslate_frame(self) -> None:
        """Say the words around the pages; a window that has any overrides it."""

    def _show_current(self) -> None:
        """Show the page that the flow leads to; where it cannot be shown, stay where one was."""
        try:
            self._try_to_show()
        except Exception:
            self._stay()
            raise
        self._place = self._flow.bookmark()

    def _stay(self) -> None:
        """Be on the page that was shown before, which has all that was answered on it."""
        if self._place is None:
            return
        self._flow.return_to(self._place)
        self._pages.show_again(self._flow.current)

    def _try_to_show(self) -> None:
        page = self.page
        self._enter(page)
        if page is not self.page:
            return  # entering it led elsewhere
        self._prepare(page)
        self._pages.show_page(page)
        self.guard.note_change()
        if self.stage.top is self._room:  # else no key may reach what cannot be seen
            page.begin()
            self._focus_something(self._room.focusWidget())
            announce(page, page.title)
        self.page_entered.emit(self._flow.current)

    def _enter(self, page: Page) -> None:
        """Let a page show what holds now; it may lead elsewhere."""
        page.enter()

    def _prepare(self, page: Page) -> None:
        """Suit page and window to each other before the page is seen; a window extends it."""
        page.back_button.setVisible(page.offers_back and self._flow.can_go_back)

    def _focus_something(self, focused: QWidget | None) -> None:
        """Begin at the first stop of the page where what has the focus cannot be used."""
        if not self._can_use(focused):
            self._focus_first(tab_stops(self.page), self.page)

    def _can_use(self, widget: QWidget | None) -> bool:
        """Tell whether keys do something there: Qt also gives the focus to a page as a whole."""
        if widget is None or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return False
        return widget.isEnabled() and widget.isVisibleTo(self._room)

    def _focus_first(self, stops: Iterable[QWidget], otherwise: QWidget) -> None:
        """Give the focus to the first stop that can be seen."""
        seen = (stop for stop in stops if stop.isVisibleTo(self._room))
        next(seen, otherwise).setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the order of reading, round and round, from where it can be seen."""
        if self.page.show_beginning():
            return True
        if stop := next_stop(self, QApplication.focusWidget(), 1 if forward else -1):
            way = Qt.FocusReason
            stop.setFocus(way.TabFocusReason if forward else way.BacktabFocusReason)
        return stop is not None

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at something that can be used: before it was shown, nothing could be seen."""
        super().showEvent(event)
        if self.stage.top is self._room:
            self._focus_something(self._room.focusWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page from wherever the focus is."""
        focused = QApplication.focusWidget()
        is_outside = focused is not None and not self.page.isAncestorOf(focused)
        if is_outside and event.key() in _SCROLLS and self.stage.top is self._room:
            self.page.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def _column_in(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
