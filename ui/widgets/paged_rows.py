"""A long list a page at a time: as many widgets as a page has, however many rows there are."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text


class PagedRows(QWidget):
    """Rows of one kind, filled with what the page in sight holds.

    Parameters
    ----------
    name
        Object name; that of a row is ``<name>_<slot>``.
    words
        The language that holds.
    make
        Makes a row with an object name.
    fill
        Shows in a row what stands at a place of the list.
    size
        Rows on a page.

    Signals
    -------
    turned
        Another page is in sight.
    """

    turned = Signal()

    def __init__(
        self,
        name: str,
        words: Language,
        make: Callable[[str], QWidget],
        fill: Callable[[QWidget, int], None],
        size: int = 10,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words, self._make, self._fill, self._size = words, make, fill, size
        self._count = self._first = 0
        self._what = ""
        self.rows: list[QWidget] = []
        self._pager = QWidget()
        flow = FlowLayout(self._pager, across=16, down=8)
        self.earlier = Button("quiet", f"{name}_earlier")
        self.later = Button("quiet", f"{name}_later")
        self.place = Text("quiet", f"{name}_place")
        self.place.setWordWrap(False)
        for widget in (self.earlier, self.later, self.place):
            flow.addWidget(widget)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        root = QVBoxLayout(self)
        root.setContentsMargins(0, 0, 0, 0)
        root.setSpacing(12)
        root.addLayout(self._column)
        root.addWidget(self._pager)
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self._show()

    @property
    def first(self) -> int:
        """The place of the first row in sight."""
        return self._first

    def retranslate(self, what: str) -> None:
        """Say every word; `what` is what the list is called."""
        self._what = what
        text = self._words.text
        self.earlier.set_words(
            text("intake.pager.earlier"), text("intake.pager.earlier_for", what=what)
        )
        self.later.set_words(text("intake.pager.later"), text("intake.pager.later_for", what=what))
        self._show()

    def set_count(self, count: int, at: int = 0) -> None:
        """Say how many rows there are, and show the page that holds one of them."""
        self._count = count
        self._first = self._page_of(at)
        self._show()

    def refresh(self) -> None:
        """Fill the rows in sight anew."""
        self._show()

    def show_place(self, place: int) -> QWidget:
        """Bring a row in sight, and return it."""
        if self._page_of(place) != self._first:
            self._first = self._page_of(place)
            self._show()
        return self.rows[place - self._first]

    def _page_of(self, place: int) -> int:
        return max(0, min(place, self._count - 1)) // self._size * self._size

    def _turn(self, step: int) -> None:
        self._first = self._page_of(self._first + step * self._size)
        self._show()
        # A button that cannot go on would keep the focus and say nothing.
        if not (self.later if step > 0 else self.earlier).isEnabled():
            (self.earlier if step > 0 else self.later).setFocus()
        self.turned.emit()

    def _show(self) -> None:
        seen = min(self._size, max(0, self._count - self._first))
        for slot, row in enumerate(self.rows):
            if slot < seen:
                self._fill(row, self._first + slot)
            row.setVisible(slot < seen)
        added = []
        for slot in range(len(self.rows), seen):
            row = self._make(f"{self.objectName()}_{slot}")
            # Filled before it stands anywhere, so that all are laid out in one go.
            self._fill(row, self._first + slot)
            added.append(row)
        for row in added:
            self._column.addWidget(row)
        self.rows += added
        self._show_pager(seen)
        make_room(self, *added)

    def _show_pager(self, seen: int) -> None:
        is_long = self._count > self._size
        self._pager.setVisible(is_long)
        first, last = self._first + 1, self._first + seen
        self.place.set_words(
            self._words.text("intake.pager.place", first=first, last=last, n=self._count)
            if is_long
            else ""
        )
        self.earlier.setEnabled(self._first > 0)
        self.later.setEnabled(last < self._count)
