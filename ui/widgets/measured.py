"""A frame that knows how high its content is at a width, until the content changes."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme.text_size import changes_text_size


class Measured(QFrame):
    """One of many below each other.

    Qt measures everything in a column anew, several times, whenever one thing in it grows. Words
    that wrap are slow to measure, so each frame of a long column remembers its own measures.

    Attributes
    ----------
    column
        Layout to add to.
    """

    def __init__(self) -> None:
        super().__init__()
        self._content = QWidget(self)
        self.column = QVBoxLayout(self._content)
        self._content.installEventFilter(self)
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None

    def measure_again(self) -> None:
        """Forget the measures: something in it was shown, hidden or said anew."""
        self._heights.clear()
        self._least = None
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Tell that words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height its content needs at this width."""
        if width not in self._heights:
            self._heights[width] = self.column.totalHeightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the least width that holds the content; the height follows from it."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width below which something would be cut."""
        if self._least is None:
            self._least = QSize(self.column.totalMinimumSize().width(), 0)
        return self._least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the content fill the frame."""
        super().resizeEvent(event)
        self._content.resize(self.size())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Measure again when the content asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.measure_again()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self.measure_again()
