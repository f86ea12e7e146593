"""The window: a header over a stack of pages, and what keeps answers from being seen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from ui.controllers.cover_controller import CoverController
from ui.controllers.hide_code import HideCode
from ui.language import Language
from ui.navigation import PageFlow
from ui.page_window import PageWindow
from ui.pages.page import Page
from ui.widgets.announcement import announce
from ui.widgets.cover_banner import CoverBanner
from ui.widgets.curtain import Curtain
from ui.widgets.header import Header
from ui.widgets.hide_keys import HideKeys
from ui.widgets.reading_order import tab_stops


class MainWindow(PageWindow):
    """Shows a person the pages, covers what they answered, and hides all of it when they wish.

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
    """

    clear_requested = Signal()
    painted = Signal()

    def __init__(
        self,
        words: Language,
        flow: PageFlow,
        make_page: Callable[[str], Page],
        cover: CoverController,
        code: HideCode,
    ) -> None:
        super().__init__(words, flow, make_page)
        self.setObjectName("window")
        self._cover = cover
        self._code = code
        self._was_painted = False
        self.header = Header(words)
        self._banner = CoverBanner(words)
        self._banner.hide()
        self._curtain = Curtain(words)
        for widget in (self.header, self._banner):
            self._column.addWidget(widget)
        self._column.addWidget(self._pages, 1)
        self.stage.keep(self._curtain)
        self._compose()

    @property
    def was_painted(self) -> bool:
        """Whether it has been seen."""
        return self._was_painted

    @property
    def is_hidden_away(self) -> bool:
        """Whether the person has hidden everything."""
        return self.stage.is_over(self._curtain)

    def hide_away(self) -> None:
        """Show nothing but a curtain."""
        if not self.is_hidden_away:
            self._curtain.prepare(needs_code=self._code.is_set)
            self.lay_over(self._curtain)

    def open_help(self) -> None:
        """Show whom to call, unless something is laid over: that says it too."""
        if self.stage.top is self._room:
            self.open("help")

    def make_anew(self, *, wholly: bool = False) -> None:
        """Forget pages that nobody is on; `wholly`, also those below the one that is shown."""
        kept = (self._flow.current,) if wholly else self._flow.under_way
        self._pages.put_aside_others(kept)
        self._pages.forget_others(kept)

    def start_again(self) -> None:
        """Show the first page and forget every page that was made: their words were a person's."""
        self.stage.clear()
        self._place = None  # there is no way back to what was a person's
        self._flow.start_again()
        self._pages.forget_others()
        self._show_current()

    def come_back(self, page: str) -> None:
        """Show a page as if one had come there page by page; make every page anew."""
        self.stage.clear()
        self._flow.take_up(page)
        self._pages.forget_others()
        self._show_current()

    def read_key(self, keys: QKeySequence) -> QShortcut:
        """Return a key of the room, so that it does nothing where the page is not seen."""
        return QShortcut(keys, self._room)

    def add_line(self, line: QWidget) -> None:
        """Let something stand between the header and the pages."""
        self._column.insertWidget(self._column.indexOf(self._pages), line)

    def _connect(self) -> None:
        super()._connect()
        self.header.help_requested.connect(self.open_help)
        self.header.comfort_requested.connect(partial(self.open, "looks"))
        self.header.finish_requested.connect(partial(self.open, "finish"))
        self.header.hide_requested.connect(self.hide_away)
        self.header.language_chosen.connect(self._words.set_code)
        self._banner.ended.connect(partial(self._cover.set_covered, False))
        self._cover.changed.connect(self._show_covered)
        self._curtain.opened.connect(partial(self.take_off, self._curtain))
        self._curtain.code_entered.connect(self._try_code)
        self._curtain.cleared.connect(self.clear_requested)
        # Of the room, so that no key reaches what is not seen.
        keys = {Qt.Key.Key_F1: self.open_help, Qt.Key.Key_Escape: self._close_aside}
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

    def _prepare(self, page: Page) -> None:
        super()._prepare(page)
        page.set_covered(self._cover.is_covered)

    def _focus_something(self, focused: QWidget | None) -> None:
        """Begin at the bar where what had the focus, or should have it, is covered."""
        if not self._can_use(focused):
            following = self.page.next_button
            stops = (following, *tab_stops(self.page), *tab_stops(self._banner))
            self._focus_first(stops, following)

    def _listen_to(self, page: Page) -> None:
        super()._listen_to(page)
        page.help_requested.connect(self.open_help)
        page.withdrawn.connect(partial(self._leave, page))

    def _leave(self, page: Page) -> None:
        """Show the list when what the page shows is gone."""
        if page is self.page:
            self.go("results")

    def _retranslate_frame(self) -> None:
        self.setWindowTitle(self._words.text("screen.window.name"))
        for part in (self.header, self._banner, self._curtain):
            part.retranslate()

    def _retranslate(self) -> None:
        super()._retranslate()
        if self._cover.is_covered:
            self.page.set_covered(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
