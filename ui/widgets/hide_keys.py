"""The keys that hide everything, in the window and in any dialog that keeps keys from it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

HIDE_KEYS = ("F9", "Ctrl+H")


class HideKeys(QObject):
    """Listens for both keys.

    Parameters
    ----------
    window
        What a dialog may be opened over.
    room
        What has to be seen for the keys to be heard.

    Signals
    -------
    pressed
        One of them was pressed.
    """

    pressed = Signal()

    def __init__(self, window: QWidget, room: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        self._listen(room)

    def _listen(self, widget: QWidget) -> None:
        for key in HIDE_KEYS:
            QShortcut(QKeySequence(key), widget).activated.connect(self.pressed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Listen in a dialog, too, from when it takes the keys."""
        if event.type() == QEvent.Type.WindowBlocked:
            dialog = QApplication.activeModalWidget()
            if dialog is not None:
                self._listen(dialog)
        return False
