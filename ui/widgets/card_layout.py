"""Cards in as many columns of equal width as there is room for."""

from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

GAP = 12
"""Pixels between cards: room for the ring around the focused one."""


_MANY = 3
"""Columns from which a card alone in the last row looks forgotten."""


class CardLayout(QLayout):
    """Lays cards out in rows; the cards of a row are equally high.

    Where the cards make one row, each may be as wide as its words need. Where they make several,
    a card does not stand alone below rows of three or more; there are fewer columns instead.

    Parameters
    ----------
    parent
        The widget whose layout it becomes.
    columns
        The most columns there may be.
    down
        Pixels between two rows.
    """

    def __init__(self, parent: QWidget | None = None, columns: int = 1, *, down: int = GAP) -> None:
        super().__init__(parent)
        self._columns = columns
        self._down = down
        self._items: list[QLayoutItem] = []
        self._read: list[QLayoutItem] = []
        self._below: set[QWidget] = set()
        self.setContentsMargins(0, 0, 0, 0)

    def add_below(self, widget: QWidget) -> None:
        """Add what stands, as wide as the layout, below the row of the card before it."""
        self._below.add(widget)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a card at the end."""
        self._items.append(item)
        self._read.append(item)

    def count(self) -> int:
        """Return how many cards there are."""
        return len(self._read)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a card, in the order in which they are read."""
        return self._read[index] if 0 <= index < len(self._read) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a card out."""
        if not 0 <= index < len(self._read):
            return None
        item = self._read.pop(index)
        self._items.remove(item)
        return item

    def _is_below(self, item: QLayoutItem) -> bool:
        return item.widget() in self._below

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _cards(self) -> list[QLayoutItem]:
        return [item for item in self._shown() if not self._is_below(item)]

    def _columns_in(self, width: int) -> int:
        wanted = [item.sizeHint().width() for item in self._cards()]
        number = len(wanted)
        if number <= self._columns and sum(wanted) + GAP * (number - 1) <= width:
            return max(1, number)
        fitting = (width + GAP) // (max(wanted) + GAP)
        columns = max(1, min(self._columns, fitting, number))
        while columns >= _MANY and number % columns == 1:
            columns -= 1
        # Two above one say nothing that three in a column do not.
        return 1 if columns < number == _MANY <= self._columns else columns

    def _rows(self, columns: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        below: list[list[QLayoutItem]] = []
        for item in self._shown():
            if self._is_below(item):
                below.append([item])
                continue
            if len(rows[-1]) == columns:
                rows, below = [*rows, *below, []], []
            rows[-1].append(item)
        return [row for row in (*rows, *below) if row]

    def _placed(self, width: int) -> Iterator[list[tuple[QLayoutItem, int, int]]]:
        """Give each row: its cards with where they begin and how wide they are."""
        columns = self._columns_in(width)
        equal = (width - GAP * (columns - 1)) // columns
        for row in self._rows(columns):
            if self._is_below(row[0]):
                yield [(row[0], 0, width)]
                continue
            widths = [equal] * len(row)
            wanted = [item.sizeHint().width() for item in row]
            spare = (width - GAP * (columns - 1) - sum(wanted)) // columns
            if 1 < columns == len(self._cards()) and max(wanted) > equal and spare >= 0:
                widths = [one + spare for one in wanted]
            lefts = accumulate(widths[:-1], lambda left, one: left + one + GAP, initial=0)
            yield [*zip(row, lefts, widths, strict=True)]

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all rows are."""
        heights = [_height(row) for row in self._placed(width)]
        return sum(heights) + self._down * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        """Return the size of one column."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the width of the narrowest a card may be."""
        width = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(width, 0)

    def setGeometry(self, rect: QRect) -> None:
        """Place the cards, from the right in languages that begin there."""
        super().setGeometry(rect)
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        top = rect.top()
        read = []
        for row in self._placed(rect.width()):
            height = _height(row)
            for item, left, width in row:
                place = QRect(rect.left() + left, top, width, height)
                item.setGeometry(QStyle.visualRect(direction, rect, place))
                read.append(item)
            top += height + self._down
        if self._below:
            self._read = [*read, *(item for item in self._items if item not in read)]


def _height(row: list[tuple[QLayoutItem, int, int]]) -> int:
    return max(
        item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        for item, _left, width in row
    )
