"""Lines to write in that hold so much: what is there stays, and the rest does not come in."""

import unicodedata

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from matcher.questionnaire.answer_check import clean_words

_NEW_LINE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsEdit(QPlainTextEdit):
    """Lines to write in; whatever came in can be taken back.

    Parameters
    ----------
    most
        Signs that have room.

    Signals
    -------
    refused
        Something had no room, and was left out.
    """

    refused = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take as much of what is pasted or dropped as has room."""
        words = clean_words(source.text().replace("\r\n", "\n").replace("\r", "\n"))
        taken = words[: self._room]
        self.insertPlainText(taken)
        self.ensureCursorVisible()
        if taken != words:
            self.refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a sign that has room."""
        signs = "\n" if event.key() in _NEW_LINE else event.text()
        is_sign = bool(signs) and (signs == "\n" or unicodedata.category(signs[0]) != "Cc")
        if is_sign and not clean_words(signs):
            event.accept()
        elif is_sign and self._room < len(signs):
            event.accept()
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take as much of what is put together from several keys as has room."""
        words = clean_words(event.commitString())
        taken = words[: self._room]
        if taken != event.commitString():
            event.setCommitString(taken, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        if taken != words:
            self.refused.emit()

    @property
    def _room(self) -> int:
        stays = len(self.toPlainText()) - len(self.textCursor().selectedText())
        return max(self.most - stays, 0)
