"""Widgets side by side in their own widths, going on in a new line where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

GAP = 16
"""Pixels between two widgets, unless told otherwise."""


class FlowLayout(QLayout):
    """As words flow in a paragraph, each in the middle of its line; for buttons.

    Parameters
    ----------
    parent
        The widget whose layout it becomes.
    across, down
        Pixels between two widgets, and between two lines.
    """

    def __init__(
        self, parent: QWidget | None = None, *, across: int = GAP, down: int = GAP
    ) -> None:
        super().__init__(parent)
        self._across = across
        self._down = down
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        flowed = self._flowed(width)
        heights: dict[int, int] = {}
        for _, place in flowed:
            heights[place.top()] = max(heights.get(place.top(), 0), place.height())
        return [
            (item, place.translated(0, (heights[place.top()] - place.height()) // 2))
            for item, place in flowed
        ]

    def _flowed(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Return where each stands, all of a line level with its top."""
        places, corner, line = [], QPoint(0, 0), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(width, 10_000))
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + line + self._down)
                line = 0
            places.append((item, QRect(corner, size)))
            corner = QPoint(corner.x() + size.width() + self._across, corner.y())
            line = max(line, size.height())
        return places

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all lines are."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._across * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the width of the widest one."""
        width = max((item.minimumSize().width() for item in self._items), default=0)
        return QSize(width, 0)

    def setGeometry(self, rect: QRect) -> None:
        """Place them, from the right in languages that begin there."""
        super().setGeometry(rect)
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        for item, place in self._places(rect.width()):
            place.translate(rect.topLeft())
            item.setGeometry(QStyle.visualRect(direction, rect, place))
