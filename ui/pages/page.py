"""What every page is: a body, a bar at the bottom, and three wishes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.language import Language
from ui.pages.covered_room import CoveredRoom
from ui.pages.page_focus import PageFocus
from ui.widgets.announcement import announce
from ui.widgets.bar_layout import BarLayout
from ui.widgets.button import Button

GUTTER = 32
"""Pixels between the edge of the window and what stands on a page."""


class Page(QWidget):
    """The base of all pages.

    A page is given its controllers, calls `compose` at the end of its ``__init__``, and fills in
    `_build`, `_connect`, `retranslate` and, when it shows what changes, `enter`.

    Parameters
    ----------
    words
        The language that holds.
    name
        Its object name is ``page_<name>``.

    Attributes
    ----------
    body
        Layout above the bar.
    bar, bar_column, bar_row, bar_frame
        Layout of the bar at the bottom (`back_button` first, `next_button` last), the layout it
        stands in (what needs a line of its own goes above it), the widget of that, and its frame.
    stays
        Whether it is not scrolled to what gets the focus, because that is where it was before.

    Signals
    -------
    next_requested, back_requested, help_requested
        What the person wishes to do.
    page_requested
        Another page by its id.
    detour_requested
        A page by its id that leads back here.
    run_requested
        Pages by their ids that lead from one to the next, and at the end back here.
    withdrawn
        What the page shows is no longer there; the list says why.
    moved_on
        The page has given the focus to something else, that nobody has gone to.
    """

    offers_back = True
    """Whether the bar has *Back* where there is a page to go back to."""

    shows_answers = False
    """Whether the page says what the person answered, or what follows from it."""

    goes_on_covered = True
    """Whether *Next* only leads on; else it acts on answers, and is covered with them."""

    next_requested = Signal()
    back_requested = Signal()
    help_requested = Signal()
    page_requested = Signal(str)
    detour_requested = Signal(str)
    run_requested = Signal(object)
    withdrawn = Signal()
    moved_on = Signal()

    def __init__(self, words: Language, name: str) -> None:
        super().__init__()
        self.words = words
        self.setObjectName(f"page_{name}")
        self.back_button = Button("quiet", "back")
        self.next_button = Button("primary", "next")
        self.bar_frame = QFrame()
        self.bar_frame.setProperty("kind", "bar")
        self.bar_row = QWidget()
        self.bar_column = QVBoxLayout(self.bar_row)
        self.bar_column.setContentsMargins(0, 0, 0, 0)
        self.bar_column.setSpacing(12)
        self.bar = BarLayout()
        self.bar.setSpacing(16)
        self.bar_column.addLayout(self.bar)
        middle = QHBoxLayout(self.bar_frame)
        middle.setContentsMargins(GUTTER, 14, GUTTER, 14)
        middle.addStretch(1)
        middle.addWidget(self.bar_row, 1000)
        middle.addStretch(1)
        self._room = QWidget()
        self.body = QVBoxLayout(self._room)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._own_title = ""
        self._is_covered = False
        self._instead = CoveredRoom()
        self._instead.hide()
        root = QVBoxLayout(self)
        root.setContentsMargins(0, 0, 0, 0)
        root.setSpacing(0)
        root.addWidget(self._room, 1)
        root.addWidget(self._instead, 1)
        root.addWidget(self.bar_frame)
        self.stays = False
        self._focus = PageFocus(self)

    @property
    def would_lose(self) -> bool:
        """Whether leaving it would lose what was written; then `go_back` asks first."""
        return False

    def put_aside(self) -> None:
        """Keep what would be lost when the page is forgotten, where that can be kept."""

    @property
    def title(self) -> str:
        """What the page is called: said by screen readers when it is entered."""
        return self.accessibleName()

    def compose(self) -> None:
        """Build the page, connect it and say its words; the last line of ``__init__``."""
        self._build()
        self._build_bar()
        if self.back_button.parentWidget() is None:
            self.back_button.setParent(self)
            self.back_button.hide()
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self._instead.back_requested.connect(self.go_back)
        self._instead.next_requested.connect(self.go_on)
        self._connect()
        self.retranslate()

    def enter(self) -> None:
        """Show what holds now; called each time the page is about to be seen."""

    def retranslate(self) -> None:
        """Say every word in the language that holds; a page extends it."""
        self.back_button.set_words(self.words.text("screen.common.back"))
        self.next_button.set_words(self.words.text("screen.common.next"))

    def set_covered(self, covered: bool) -> None:
        """Keep what was answered from being seen, or let it be seen again."""
        self._is_covered = covered
        self.show_covered()

    def show_covered(self) -> None:
        """Show nothing while covered; a page that can do without the answers overrides it."""
        if is_blank := self._is_covered and self.shows_answers:
            self._instead.say(self.words, self.next_button.text() if self.goes_on_covered else "")
            self._instead.offer_back(is_offered=not self.back_button.isHidden())
        for widget in (self._room, self.bar_frame):
            widget.setVisible(not is_blank)
        self._instead.setVisible(is_blank)
        self.setAccessibleName(self._own_title)

    @property
    def is_covered(self) -> bool:
        """Whether what was answered is to be kept from being seen, and from being heard."""
        return self._is_covered

    def setAccessibleName(self, name: str) -> None:
        """Give the page its title, often a person's name; covered, it is called otherwise."""
        self._own_title = name
        super().setAccessibleName(name if self._instead.isHidden() else self._instead.words)

    def announce(self, words: str) -> None:
        """Say something aloud that changed on the page, unless it is covered."""
        if not self.is_covered:
            announce(self, words)

    def go_on(self) -> None:
        """Wish for the next page; a page that has to check something first overrides it."""
        self.next_requested.emit()

    def go_back(self) -> None:
        """Wish for the page before; a page that has a way back inside itself overrides it."""
        self.back_requested.emit()

    def close_open(self) -> bool:
        """Close what is open on the page, which comes before leaving it; tell whether it was."""
        return False

    def open_over(self, page: str) -> None:
        """Wish for a page by its id that leads back here, to what has the focus now."""
        self._focus.left_at = self.focusWidget()
        self.detour_requested.emit(page)

    def open_run_over(self, pages: Sequence[str]) -> None:
        """Wish for pages one after the other that lead back here, to what has the focus now."""
        self._focus.left_at = self.focusWidget()
        self.run_requested.emit(pages)

    @property
    def is_returned_to(self) -> bool:
        """Whether a page that was opened over this one has just been closed."""
        return self._focus.left_at is not None

    def take_return(self) -> QWidget | None:
        """Return, once, where a page that was opened over this one was opened from."""
        return self._focus.take_left()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget of the page is seen, with some air around it."""
        self._focus.reveal(widget)

    def reveal_soon(self, widget: QWidget) -> None:
        """Do so once the layout has room for what it says by now."""
        self._focus.reveal_soon(widget)

    def reveal_focus(self) -> None:
        """Scroll until what has the focus is seen."""
        self._focus.reveal_focused()

    def first_focus(self) -> QWidget:
        """Return what has the focus when the page is entered."""
        return self.next_button

    def begin_late(self) -> None:
        """Begin once what had to be waited for is there, unless somebody went on by themselves."""
        self._focus.begin_late()

    def begin(self) -> None:
        """Give the focus to what is first, or to where another page was opened from."""
        self.moved_on.emit()
        left_at = self.take_return()
        if left_at is None:
            self._focus.begin(self.first_focus())
        else:
            left_at.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_beginning(self) -> bool:
        """Scroll to what has the focus since the page was entered; tell whether that was needed."""
        return self._focus.show_beginning()

    def _build(self) -> None:
        """Fill `body`."""

    def _build_bar(self) -> None:
        """Fill `bar`."""
        self._fill_bar()

    def _fill_bar(self, *beside_back: QWidget) -> None:
        for widget in (self.back_button, *beside_back):
            self.bar.addWidget(widget)
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        """Connect widgets and controllers."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Return when nothing that has the focus wants it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.next_button.isVisible() and self.next_button.isEnabled():
                self.next_button.click()
            return
        super().keyPressEvent(event)
