"""A button that says what is chosen and opens a menu of what else there is."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionButton, QStylePainter

from ui.widgets.button import Button

_GAP = 8
_PADDING = 21
"""Pixels between the edge and the words, as of other buttons."""

_SIDE = 16
"""Pixels between the edge and the mark."""


class ChoiceButton(Button):
    """One of a few, where cards for all would take too much room.

    Parameters
    ----------
    name
        Its object name; that of a choice in the menu is ``<name>_<code>``.
    is_labelled
        Whether what is chosen by it stands above it: it says the choice alone then.

    Signals
    -------
    chosen
        With the code of what the person chose.
    """

    chosen = Signal(str)

    def __init__(self, name: str, *, is_labelled: bool = False) -> None:
        super().__init__("quiet", name)
        self._is_labelled = is_labelled
        self._name = ""
        self._code = ""
        self._choices: dict[str, str] = {}
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}_menu")
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)
        self.setMenu(self._menu)

    @property
    def code(self) -> str:
        """The code of what is chosen."""
        return self._code

    def set_choices(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Say what is chosen by it, and each choice: its code and its words."""
        self._name, self._choices = name, dict(choices)
        for old in self._group.actions():
            self._menu.removeAction(old)
            self._group.removeAction(old)
            old.deleteLater()
        for code, words in choices:
            action = QAction(words.replace("&", "&&"), self._group)
            action.setObjectName(f"{self.objectName()}_{code}")
            action.setCheckable(True)
            action.setData(code)
            self._menu.addAction(action)
        self._menu.setAccessibleName(name)
        self.set_code(self._code)

    def set_code(self, code: str) -> None:
        """Show what is chosen."""
        self._code = code
        chosen = self._choices.get(code, "")
        said = f"{self._name}: {chosen}"
        self.set_words(chosen if self._is_labelled else said, said)
        for action in self._group.actions():
            action.setChecked(action.data() == code)

    def _choose(self, action: QAction) -> None:
        self.set_code(action.data())
        self.chosen.emit(self._code)

    def sizeHint(self) -> QSize:
        """Return the size of the words and the mark; Qt leaves room for a mark of its own."""
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(words + 2 * _PADDING + self._mark_room(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are not cut."""
        return self.sizeHint()

    def _mark_size(self) -> int:
        return max(10, round(self.fontMetrics().height() * 0.45))

    def _mark_room(self) -> int:
        return self._mark_size() + _GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a button, and in it the words and a mark that points down."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        words, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        option.text = words
        beside = self.rect().adjusted(0, 0, -self._mark_room(), 0)
        option.rect = QStyle.visualRect(self.layoutDirection(), self.rect(), beside)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        self._paint_mark(painter)

    def _paint_mark(self, painter: QPainter) -> None:
        size = self._mark_size()
        box = QRect(self.width() - _SIDE - size, (self.height() - size) // 2, size, size)
        centre = QStyle.visualRect(self.layoutDirection(), self.rect(), box).toRectF().center()
        far, near = size * 0.42, size * 0.22
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().buttonText(), max(2.0, size / 6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        corners = ((-far, -near), (0.0, near), (far, -near))
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
