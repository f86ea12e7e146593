"""A narrow column in the middle of the window, for what stands there alone."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.scroll_area import ScrollArea, reveal_in

_AIR = 24

_LETTERS = 36
"""How many letters a line is to hold at least."""


class Middle(QWidget):
    """Scrolls where the window is too small for it.

    Parameters
    ----------
    name
        Object name of what scrolls.
    widest
        Pixels; more where letters are so large that a line would hold few of them.

    Attributes
    ----------
    column
        Layout to add to.
    """

    def __init__(self, name: str, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self._inside = inside = QWidget()
        inside.setMaximumWidth(widest)
        inside.installEventFilter(self)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(8, _AIR, 8, _AIR)
        self.column.setSpacing(16)
        table = _Table()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        whole = QVBoxLayout(table)
        whole.setContentsMargins(_AIR, 0, _AIR, 0)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea(name, table)
        outer.addWidget(self._area)

    def begin(self) -> None:
        """Scroll to the top."""
        self._area.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until something of the column is seen, once there is room for it."""
        QTimer.singleShot(0, self, partial(reveal_in, self._area, widget, _AIR))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Be wider than meant where letters are large, or where a button's words would be cut."""
        if event.type() == QEvent.Type.LayoutRequest:
            line = self.fontMetrics().averageCharWidth() * _LETTERS
            least = self.column.minimumSize().width()
            self._inside.setMaximumWidth(max(self._widest, line, least))
        return False


class _Table(QWidget):
    """What scrolls: as high as its words need at the width they have, never at their least one."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no height: it follows from the width."""
        return QSize(super().minimumSizeHint().width(), 0)
