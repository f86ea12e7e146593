"""The window: a header over a stack of pages, and the way from one page to another."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ui.language import Language
from ui.navigation import PageFlow
from ui.pages.page import Page
from ui.widgets.announcement import announce
from ui.widgets.focus_ring import FocusRing
from ui.widgets.header import Header
from ui.widgets.reading_order import tab_stops

_USUAL = QSize(1280, 800)
_LEAST = QSize(640, 480)


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

    Signals
    -------
    painted
        Once, after the window was seen for the first time.
    page_entered
        With the id of the page that is shown now.
    """

    painted = Signal()
    page_entered = Signal(str)

    def __init__(self, words: Language, flow: PageFlow, make_page: Callable[[str], Page]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.resize(_USUAL)
        self.setMinimumSize(_LEAST)
        self._words = words
        self._flow = flow
        self._make_page = make_page
        self._pages: dict[str, Page] = {}
        self._was_painted = False
        self._stack = QStackedWidget()
        self.header = Header(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
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
        return self._pages[self._flow.current]

    def go(self, page: str) -> None:
        """Show a page by its id."""
        self._flow.go(page)
        self._show_current()

    def open(self, page: str) -> None:
        """Show a page over this one; both *back* and *next* lead here again."""
        self._flow.open(page)
        self._show_current()

    def go_on(self) -> None:
        """Show the next page of the order."""
        self._flow.next()
        self._show_current()

    def go_back(self) -> None:
        """Show the page before."""
        self._flow.back()
        self._show_current()

    def make_anew(self) -> None:
        """Forget every page but the one that is shown: what they are made from has changed."""
        for name in [name for name, page in self._pages.items() if page is not self.page]:
            self._remove(name)

    def start_again(self) -> None:
        """Show the first page and forget every page that was made: their words were a person's."""
        self._flow.start_again()
        for name in [*self._pages]:
            self._remove(name)
        self._show_current()

    def _connect(self) -> None:
        self.header.help_requested.connect(self._open_help)
        self.header.comfort_requested.connect(self._open_comfort)
        self.header.language_chosen.connect(self._words.set_code)
        self._words.changed.connect(self._retranslate)
        for key, slot in ((Qt.Key.Key_F1, self._open_help), (Qt.Key.Key_Escape, self._close_aside)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _open_help(self) -> None:
        self.open("help")

    def _open_comfort(self) -> None:
        self.open("looks")

    def _close_aside(self) -> None:
        if self._flow.is_aside:
            self.go_back()

    def _show_current(self) -> None:
        name = self._flow.current
        page = self._pages.get(name) or self._add(name)
        page.enter()
        page.back_button.setVisible(page.offers_back and self._flow.can_go_back)
        self._stack.setCurrentWidget(page)
        focus = page.take_return() or page.first_focus()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(page, page.title)
        self.page_entered.emit(name)

    def _add(self, name: str) -> Page:
        page = self._make_page(name)
        page.next_requested.connect(self.go_on)
        page.back_requested.connect(self.go_back)
        page.help_requested.connect(self._open_help)
        page.page_requested.connect(self.go)
        page.detour_requested.connect(self.open)
        self._pages[name] = page
        self._stack.addWidget(page)
        return page

    def _remove(self, name: str) -> None:
        page = self._pages.pop(name)
        self._stack.removeWidget(page)
        page.deleteLater()

    def _retranslate(self) -> None:
        rtl = self._words.is_right_to_left
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        self.setWindowTitle(self._words.text("screen.window.name"))
        self.header.retranslate()
        for page in self._pages.values():
            page.retranslate()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the order of reading, round and round."""
        stops = [*tab_stops(self)]
        focused = QApplication.focusWidget()
        if not stops:
            return False
        if focused in stops:
            place = stops.index(focused) + (1 if forward else -1)
        else:
            place = 0 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
