"""Lines that look as cards do: one opens and closes what is below, another opens a menu."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

from ui.widgets.fold import FoldLine

_PADDING = 16
"""Pixels between the mark of a group and the edge of its line."""


class GroupLine(FoldLine):
    """Opens and closes a group: looks as a card does, with the mark where its words end."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "row")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a button, and the mark at its other end."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        way, across = self.layoutDirection(), self.width() - self._mark_size() - _PADDING
        # By hand: a style sheet does not mirror where words begin.
        place = QStyle.visualRect(way, self.rect(), QRect(_PADDING, 0, across, self.height()))
        begin = QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft)
        flags = int(begin | Qt.AlignmentFlag.AlignVCenter) | Qt.TextFlag.TextShowMnemonic
        colours, role = self.palette(), QPalette.ColorRole.ButtonText
        painter.drawItemText(place, flags, colours, self.isEnabled(), self.text(), role)
        painter.translate(-across if way == Qt.LayoutDirection.RightToLeft else across, 0)
        self._paint_mark(painter)


class MenuLine(GroupLine):
    """Opens a menu below it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setCheckable(False)

    @property
    def _points_down(self) -> bool:
        return True
