"""The pages of a file below each other, as large as one wants them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from ui.widgets.accessible_role import speak_as
from ui.widgets.column import take_out_all
from ui.widgets.focus_ring import HAS_RING
from ui.widgets.page_view import PageView
from ui.widgets.scroll_area import ScrollArea

SCREEN_INCH = 96
"""Pixels of an inch at 100 per cent, as the system counts them."""

LEVELS = (50, 75, 100, 125, 150, 200, 300)
"""Per cent one comes to by the buttons."""

_TURNING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End)

_POINTS = 72
_AIR = 24
_EMPTY = 36
"""Points at each side of a page on which nothing is printed."""

_WIDEST = 125
"""Per cent up to which a page is as wide as the room."""


class PagesView(ScrollArea):
    """Scrolls through pages; tells which are in sight.

    Parameters
    ----------
    name
        Its object name.
    begins_at
        Per cent the pages have at first where that is more than as wide as there is room; no
        more than lets each line on paper be seen whole.

    Signals
    -------
    moved
        Other pages may be in sight, or the same ones in another size.
    """

    moved = Signal()

    def __init__(self, name: str, begins_at: int = 0) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        self._column.setSpacing(_AIR)
        self._views: list[PageView] = []
        self._sizes: tuple[QSizeF, ...] = ()
        self._percent: int | None = None
        self._begins_at = begins_at
        super().__init__(name, self._content)
        # One stop for all of them: each is higher than its room, and there may be many.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(HAS_RING, True)
        speak_as(self, QAccessible.Role.Document)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._across.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.below = self._across.sizeHint().height()
        own = self.horizontalScrollBar()
        own.rangeChanged.connect(self._follow_across)
        own.valueChanged.connect(self._across.setValue)
        self._across.valueChanged.connect(own.setValue)
        # After the layout knows where everything is.
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self._follow_across(0, 0)

    @property
    def views(self) -> tuple[PageView, ...]:
        """The pages."""
        return tuple(self._views)

    @property
    def percent(self) -> int:
        """How large the pages are."""
        return self._percent or max(self._fitting(), self._beginning())

    @property
    def current(self) -> int:
        """The page most of which is in sight, counted from 0."""
        seen = self.in_sight()
        return max(seen, key=lambda number: (self._seen_height(number), -number), default=0)

    def set_pages(self, sizes: Sequence[QSizeF]) -> None:
        """Show other pages, of these sizes in points, from the first one on."""
        take_out_all(self._column)
        self._sizes = tuple(sizes)
        self._views = [PageView(f"page_{number}") for number in range(1, len(sizes) + 1)]
        for view in self._views:
            self._column.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self._measure()
        self.verticalScrollBar().setValue(0)

    def in_sight(self) -> tuple[int, ...]:
        """Return the numbers of the pages in sight."""
        return tuple(number for number in range(len(self._views)) if self._seen_height(number) > 0)

    def go_to(self, number: int) -> None:
        """Let a page begin at the top."""
        self.verticalScrollBar().setValue(self._top(number) - _AIR)

    def grow(self, step: int) -> None:
        """Show the pages larger (1), smaller (-1), or as wide as there is room (0)."""
        place, current = self.current, self.percent
        self._begins_at = 0
        if step == 0:
            self._percent = None
        elif step > 0:
            self._percent = min((level for level in LEVELS if level > current), default=LEVELS[-1])
        else:
            self._percent = max((level for level in LEVELS if level < current), default=LEVELS[0])
        self._measure()
        if self._views:
            self.go_to(place)

    def _fitting(self) -> int:
        room = self.viewport().width() - 2 * _AIR
        return max(LEVELS[0], min(_WIDEST, self._filling(room)))

    def _beginning(self) -> int:
        """Return how large pages begin: their lines as wide as there is room, at most."""
        return min(self._begins_at, self._filling(self.viewport().width(), 2 * _EMPTY))

    def _filling(self, room: int, unseen: int = 0) -> int:
        """Return how large a page without so many points of its width is as wide as the room."""
        widest = max((size.width() for size in self._sizes), default=0.0) - unseen
        return int(room * _POINTS / widest / SCREEN_INCH * 100) if widest > 0 else 100

    def _measure(self) -> None:
        scale = self.percent / 100 * SCREEN_INCH / _POINTS
        for view, size in zip(self._views, self._sizes, strict=True):
            view.set_size(QSize(round(size.width() * scale), round(size.height() * scale)))
        self._content.updateGeometry()
        self._column.activate()
        self._content.resize(self._content.sizeHint().expandedTo(self.viewport().size()))
        self._tell()

    def _seen_height(self, number: int) -> int:
        top = self._top(number) - self.verticalScrollBar().value()
        return min(top + self._views[number].height(), self.viewport().height()) - max(top, 0)

    def _top(self, number: int) -> int:
        """Return where a page begins; it is known before the layout has put it there."""
        return _AIR + sum(view.height() + _AIR for view in self._views[:number])

    def _tell(self) -> None:
        self._telling.start(0)

    def _follow_across(self, least: int, most: int) -> None:
        own = self.horizontalScrollBar()
        self._across.setRange(least, most)
        self._across.setPageStep(own.pageStep())
        self._across.setSingleStep(own.singleStep())
        self._across.setVisible(most > least)
        if self._begins_at:
            own.setValue((least + most) // 2)
        self._place_across()

    def _place_across(self) -> None:
        """Lay the bar below the pages; its room is kept, whether it is seen or not."""
        room = self.viewport().geometry()
        self._across.setGeometry(room.left(), self.height() - self.below, room.width(), self.below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with arrows; what turns pages over is for who says which page is seen then."""
        if event.key() in _TURNING:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as wide as there is room again."""
        super().resizeEvent(event)
        self._place_across()
        self._measure()
