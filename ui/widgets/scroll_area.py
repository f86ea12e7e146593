"""Room that scrolls up and down, with a bar of its own beside it."""

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QScrollBar, QWidget

_ACTION = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_End: _ACTION.SliderToMaximum,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum,
}


class ScrollArea(QScrollArea):
    """Scrolls a widget that is as wide as the area.

    Qt tells screen readers of its own scroll bars as parts of the area, and ends the program when
    one of them asks for a bar that has been hidden since it was counted, as on every change of
    page. So Qt's bars stay off; the one that is seen stands beside the content, and the room for
    it is always kept, so that nothing moves when it comes and goes.

    Parameters
    ----------
    name
        Its object name.
    content
        What scrolls.
    lies_over
        Whether the bar lies over the margin of the content, which goes from edge to edge.

    Attributes
    ----------
    below
        Pixels kept free below what scrolls.
    """

    below = 0

    def __init__(self, name: str, content: QWidget, *, lies_over: bool = False) -> None:
        super().__init__()
        self._lies_over = lies_over
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._follow_range)
        own.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(own.setValue)
        self.setWidget(content)
        self._bar.raise_()
        self._follow_range(0, 0)
        self._place_bar()

    def scroll_with(self, key: int) -> bool:
        """Scroll by a key that is for scrolling; tell whether it was one."""
        action = _SCROLLS.get(Qt.Key(key))
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    @property
    def bar(self) -> QScrollBar:
        """The bar that is seen."""
        return self._bar

    def _follow_range(self, least: int, most: int) -> None:
        own = self.verticalScrollBar()
        self._bar.setRange(least, most)
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._bar.setVisible(most > least)

    def _place_bar(self) -> None:
        width = self._bar.sizeHint().width()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = 0 if self._lies_over else width
        before, after = (room, 0) if mirrored else (0, room)
        self.setViewportMargins(QMargins(before, 0, after, self.below))
        left = 0 if mirrored else self.width() - width
        self._bar.setGeometry(left, 0, width, self.height() - self.below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar at the edge where reading ends."""
        super().resizeEvent(event)
        self._place_bar()
        own = self.verticalScrollBar()
        self._follow_range(own.minimum(), own.maximum())


def reveal_whole(widget: QWidget, air: int = 48, since: QWidget | None = None) -> None:
    """Scroll what a widget stands in until all of it is seen, or its beginning where it is high.

    Parameters
    ----------
    widget
        What is to be seen.
    air
        Pixels seen above and below it.
    since
        What stands above and tells what it is about: it is seen, too.
    """
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = None if area is None else area.widget()
    if area is None or content is None:
        return
    bar, room = area.verticalScrollBar(), area.viewport().height()
    top = (since or widget).mapTo(content, QPoint(0, 0)).y() - air
    bottom = widget.mapTo(content, QPoint(0, widget.height())).y() + air
    bar.setValue(min(top, max(bar.value(), bottom - room)))


def reveal_in(area: QScrollArea, widget: QWidget, air: int) -> None:
    """Scroll until a widget is seen, with so many pixels of air above and below it.

    Qt's own way shows, of a field, only where one writes in it.
    """
    content = area.widget()
    if content is None:
        return
    place = QRect(widget.mapTo(content, QPoint(0, 0)), widget.size())
    reach = min(place.height() // 2 + air, area.viewport().height() // 2)
    area.ensureVisible(place.center().x(), place.center().y(), 0, reach)
