"""A bar of buttons, one of which has a line of its own where they do not fit side by side."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button


class SharedBar(QObject):
    """Moves one button between the bar and a line above it.

    Parameters
    ----------
    row
        As wide as the bar may be.
    bar
        Holds the buttons, all of them when it is given.
    column
        Holds the bar.
    mover
        The button that moves.
    """

    def __init__(self, row: QWidget, bar: QHBoxLayout, column: QVBoxLayout, mover: Button) -> None:
        super().__init__(row)
        self._row = row
        self._bar = bar
        self._column = column
        self._mover = mover
        self._place = bar.indexOf(mover)
        each = (bar.itemAt(place) for place in range(bar.count()))
        self._buttons = [
            widget for item in each if item is not None and (widget := item.widget()) is not None
        ]
        row.installEventFilter(self)

    def eventFilter(self, _row: QObject, event: QEvent) -> bool:
        """Share anew when there is other room, after all have found their places."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.share)
        return False

    def share(self) -> None:
        """Let the mover stand where it fits now."""
        widths = [each.sizeHint().width() for each in self._buttons if not each.isHidden()]
        wanted = sum(widths) + self._bar.spacing() * len(widths)
        in_bar = self._bar.indexOf(self._mover) >= 0
        if in_bar and wanted > self._row.width():
            self._bar.removeWidget(self._mover)
            above = self._column.indexOf(self._bar)
            self._column.insertWidget(above, self._mover, 0, Qt.AlignmentFlag.AlignRight)
        elif not in_bar and wanted <= self._row.width():
            self._column.removeWidget(self._mover)
            self._bar.insertWidget(self._place, self._mover)
