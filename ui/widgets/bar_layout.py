"""A line of buttons that goes on in a new line where there is no room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QStyle


class BarLayout(QHBoxLayout):
    """One line as long as all fits; else lines below each other, each full from its end.

    The last line holds as many as it has room for: what leads on stays beside what goes with it.
    The first widget of all begins its line, and every other stands where a line ends.
    """

    _least: QSize | None = None

    def invalidate(self) -> None:
        """Measure again: something in it is another now."""
        self._least = None
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high all lines are."""
        if self._fits(width):
            return int(super().heightForWidth(width))
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * (len(lines) - 1)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        one_line = super().sizeHint()
        return QSize(one_line.width(), max(one_line.height(), super().minimumSize().height()))

    def minimumSize(self) -> QSize:
        """Return the width of the widest one; how high it is, its width decides."""
        if self._least is None:  # Qt asks again and again, and Python is slow to answer
            widths = [item.minimumSize().width() for item in self._items()]
            self._least = QSize(max(widths, default=0), super().minimumSize().height())
        return self._least

    def setGeometry(self, rect: QRect) -> None:
        """Place them, from the right in languages that begin there."""
        if self._fits(rect.width()):
            super().setGeometry(rect)
            return
        top, begins = rect.top(), True
        for line in self._lines(rect.width()):
            self._place(line, QRect(rect.left(), top, rect.width(), _height(line)), begins=begins)
            top, begins = top + _height(line) + self.spacing(), False

    def _fits(self, width: int) -> bool:
        return super().minimumSize().width() <= width

    def _items(self) -> list[QLayoutItem]:
        each = (self.itemAt(place) for place in range(self.count()))
        return [item for item in each if item is not None and not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in reversed(self._items()):
            taken = item.minimumSize().width() + self.spacing()
            if not lines or taken > left:
                lines.insert(0, [])
                left = width
            lines[0].insert(0, item)
            left -= taken
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect, *, begins: bool) -> None:
        widget = self.parentWidget()
        direction = widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
        # What has a line to itself need not be pressed together.
        sizes = [item.sizeHint() if len(line) == 1 else item.minimumSize() for item in line]
        widths = [min(size.width(), rect.width()) for size in sizes]
        spare = rect.width() - sum(widths) - self.spacing() * (len(line) - 1)
        left = rect.left() + (0 if begins else spare)
        for n, (item, width) in enumerate(zip(line, widths, strict=True)):
            place = QRect(left, rect.top(), width, rect.height())
            item.setGeometry(QStyle.visualRect(direction, rect, place))
            left += width + self.spacing() + (spare if begins and n == 0 else 0)


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
