"""Cards in as many columns of equal width as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

GAP = 12
"""Pixels between cards: room for the ring around the focused one."""


class CardLayout(QLayout):
    """Lays cards out in rows; the cards of a row are equally high.

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
        self.setContentsMargins(0, 0, 0, 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _columns_in(self, width: int) -> int:
        widest = max((item.sizeHint().width() for item in self._shown()), default=1)
        fitting = (width + GAP) // (widest + GAP)
        return max(1, min(self._columns, fitting, len(self._shown()) or 1))

    def _rows(self, width: int) -> tuple[int, list[list[QLayoutItem]]]:
        columns = self._columns_in(width)
        shown = self._shown()
        rows = [shown[start : start + columns] for start in range(0, len(shown), columns)]
        return (width - GAP * (columns - 1)) // columns, rows

    def addItem(self, item: QLayoutItem) -> None:
        """Add a card at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many cards there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a card."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a card out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all rows are."""
        card, rows = self._rows(width)
        return sum(_height(row, card) for row in rows) + self._down * max(0, len(rows) - 1)

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
        card, rows = self._rows(rect.width())
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        top = rect.top()
        for row in rows:
            height = _height(row, card)
            for number, item in enumerate(row):
                place = QRect(rect.left() + number * (card + GAP), top, card, height)
                item.setGeometry(QStyle.visualRect(direction, rect, place))
            top += height + self._down


def _height(row: list[QLayoutItem], width: int) -> int:
    return max(
        item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        for item in row
    )
