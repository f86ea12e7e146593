"""A window over the whole screen, with or without a window manager to put it there."""

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

_FRAME = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)

_KIND = QEvent.Type
_PRESSES = frozenset({_KIND.KeyPress, _KIND.MouseButtonPress, _KIND.TouchBegin})

_TRIES, _AGAIN_MS = 3, 500
"""How often the keys are asked for, and the time between."""


class FullScreen(QObject):
    """Shows a window over everything else, keeps it as large as the screen, and gives it the keys.

    Parameters
    ----------
    window
        Not shown yet. Whatever else is to hear of its events first listens to it after this.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tries = 0
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._try_again)
        # Told to both: left to itself Qt would make the window anew, and lose who has the keys.
        window.overrideWindowFlags(_FRAME)
        window.winId()
        self._handle = window.windowHandle()
        self._handle.setFlags(_FRAME)
        # What the system sends comes to the handle first, and little else does.
        self._handle.installEventFilter(self)
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._following = QMetaObject.Connection()
        app.primaryScreenChanged.connect(self._follow_screen)
        self._follow_screen()

    def show(self) -> None:
        """Cover the screen, and take the keys; or come back to the front."""
        self._cover()
        self._window.raise_()
        self._take_keys()

    def _take_keys(self) -> None:
        self._tries = _TRIES
        self._try_again()

    def _try_again(self) -> None:
        # X passes over whoever asks with the time of an older event, which the first try renews;
        # and Qt believes for a moment that it still has the keys when they are gone.
        if QApplication.activeModalWidget() is None:  # which has them, and is ours
            self._window.activateWindow()
        self._tries -= 1
        if self._tries:
            self._again.start()

    def _cover(self) -> None:
        # Without a window manager nobody else makes it as large as the screen.
        self._window.setGeometry(QGuiApplication.primaryScreen().geometry())
        self._window.showFullScreen()

    def _follow_screen(self) -> None:
        QObject.disconnect(self._following)
        changed = QGuiApplication.primaryScreen().geometryChanged
        self._following = changed.connect(self._cover_again)
        self._cover_again()

    def _cover_again(self) -> None:
        if self._window.isVisible():
            self._cover()

    def _come_back(self) -> None:
        """Be as large as the screen again, whoever made it smaller."""
        if self._window.isVisible() and not self._window.isFullScreen():
            self._cover()

    def _lacks_keys(self, watched: QObject, event: QEvent) -> bool:
        """Tell whether nobody else gives the window the keys: so it is without a window manager."""
        if event.type() in _PRESSES:
            return not self._window.isActiveWindow()
        # Told by the system, and of all of it: whoever was in front is gone.
        if watched is not self._handle or not isinstance(event, QPaintEvent):
            return False
        return event.rect().size() == self._handle.size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice what takes the screen or the keys away; nothing is stopped."""
        if self._lacks_keys(watched, event):
            self._take_keys()
        if event.type() == _KIND.WindowStateChange:
            QTimer.singleShot(0, self, self._come_back)
        return False
