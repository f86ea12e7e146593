"""The ring around whatever has the focus: one for the window, so that it is always the same."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.palette import FOCUS, HALO
from ui.theme.tokens import focus_ring

_MOVES = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.LayoutRequest,
    }
)
HAS_RING = "has_ring"
"""The property of an area that is a stop of its own, and not only scrolls what has the focus."""

_BY_POINTER = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class FocusRing(QWidget):
    """Floats over the focused widget of one window and lets every press through.

    Whoever touches or clicks sees where they do: for them the ring would only be louder than what
    is chosen. It goes with a press, and is there again with the first key.

    Parameters
    ----------
    window
        The window whose focus it shows.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self._window = window
        self._followed: QWidget | None = None
        self._is_wanted = True
        self._watched: list[QWidget] = []
        self._width, self._offset = focus_ring()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):
            # What has the focus loses it once more while its window goes.
            return
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched = []
        self._followed = new if new is not None and self._window.isAncestorOf(new) else None
        if self._followed is None or _only_scrolls(self._followed):
            self._followed = None
            # Not left behind in a page that may be let go of.
            self.setParent(self._window)
            self.hide()
            return
        self.setParent(_ground_of(self._followed, self._window))
        widget: QWidget | None = self._followed
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        followed, ground = self._followed, self.parentWidget()
        is_seen = self._is_wanted and followed is not None and followed.isVisible()
        if followed is None or ground is None or not is_seen:
            self.hide()
            return
        reach = self._offset + 2 * self._width
        corner = followed.mapTo(ground, QPoint(0, 0))
        self.setGeometry(QRect(corner, followed.size()).adjusted(-reach, -reach, reach, reach))
        self.show()
        self.raise_()

    def _want(self, *, is_wanted: bool) -> None:
        if is_wanted != self._is_wanted:
            self._is_wanted = is_wanted
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow where the focused widget goes, and what the person uses: keys or a pointer."""
        # What the system sends comes to the window's handle first, before any widget.
        if isinstance(watched, QWindow):
            if event.type() in _BY_POINTER:
                self._want(is_wanted=False)
            elif event.type() == QEvent.Type.KeyPress:
                self._want(is_wanted=True)
            return False
        if watched is self._window:
            handle = self._window.windowHandle()
            if event.type() == QEvent.Type.Show and handle is not None:
                handle.installEventFilter(self)
            return False
        if event.type() == QEvent.Type.ShortcutOverride:  # a key that no window's handle is told of
            self._want(is_wanted=True)
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, and a halo outside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for role, step in ((HALO, 0), (FOCUS, self._width)):
            inset = step + self._width / 2
            painter.setPen(QPen(self.palette().color(role), self._width))
            painter.drawRoundedRect(
                self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 10, 10
            )


def _only_scrolls(widget: QWidget) -> bool:
    is_area = isinstance(widget, QAbstractScrollArea)
    return is_area and not (isinstance(widget, QPlainTextEdit) or widget.property(HAS_RING))


def _ground_of(widget: QWidget, window: QWidget) -> QWidget:
    """Return what the ring may be clipped by: what scrolls with the widget, else the window."""
    ancestor = widget.parentWidget()
    while ancestor is not None and ancestor is not window:
        viewport = ancestor.parentWidget()
        area = None if viewport is None else viewport.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is ancestor:
            return ancestor
        ancestor = viewport
    return window
