"""Letters that come after the first words were measured, as those of other scripts do."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class _LateLetters(QObject):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.fontDatabaseChanged.connect(self._measure_anew)

    def _measure_anew(self) -> None:
        for widget in self._window.findChildren(QWidget):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.FontChange))


def measure_late_letters(window: QWidget) -> None:
    """Let everything in a window be measured anew each time letters were loaded.

    Words with a sign of a script that comes later are higher then than their layout has room for.
    """
    _LateLetters(window)
