"""Keeps what a person marks or copies from whoever comes next."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class CleanClipboard(QObject):
    """Empties the clipboard, and on X11 what the middle button would paste, as they are filled.

    A field gives away what is marked in it without being asked. By the time that somebody else
    could fetch it, it is gone again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_clearing = False
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.changed.connect(self._take_back)

    def clear(self) -> None:
        """Empty both, whoever filled them."""
        self._clipboard.clear(QClipboard.Mode.Clipboard)
        if self._clipboard.supportsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _take_back(self, mode: QClipboard.Mode) -> None:
        owns = {
            QClipboard.Mode.Clipboard: self._clipboard.ownsClipboard,
            QClipboard.Mode.Selection: self._clipboard.ownsSelection,
        }
        if mode in owns and owns[mode]() and not self._is_clearing:
            self._is_clearing = True
            self._clipboard.clear(mode)
            self._is_clearing = False
