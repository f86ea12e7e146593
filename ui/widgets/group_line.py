"""Lines that look as cards do: one opens and closes what is below, another opens a menu."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.widgets.fold import FoldLine

_PADDING = 16
"""Pixels between the mark of a group and the edge of its line."""

_AIR = 11
"""Pixels above and below words that take several lines."""

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic)


class GroupLine(FoldLine):
    """Opens and closes a group: looks as a card does, with the mark where its words end.

    Its words go on in a second line where there is no room for all of them.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name, "row")
        # Narrower than its words on one line, and then higher: Qt asks the policy for leave.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high it is when its words wrap."""
        room = QRect(0, 0, self._room_for_words(width), 10_000)
        words = self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height()
        return max(self.sizeHint().height(), words + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, and the height of one line."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        beside = 2 * _PADDING + self._mark_room()
        return QSize(longest + beside, super().minimumSizeHint().height())

    def _room_for_words(self, width: int) -> int:
        return max(1, width - 2 * _PADDING - self._mark_room())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a button, and the mark at its other end."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        way, across = self.layoutDirection(), self.width() - self._mark_size() - _PADDING
        # By hand: a style sheet does not mirror where words begin.
        words = QRect(_PADDING, 0, self._room_for_words(self.width()), self.height())
        place = QStyle.visualRect(way, self.rect(), words)
        begin = QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft)
        flags = int(begin | Qt.AlignmentFlag.AlignVCenter) | _WRAPPED
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
