"""A field for a person's own words: printed as they stand, never read by the program."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.questionnaire.answer_check import clean_words
from ui.theme.text_size import changes_text_size
from ui.widgets.announcement import announce
from ui.widgets.text import Text
from ui.widgets.words_edit import WordsEdit

LONGEST = 300
"""Signs that may be written: as many as a sheet prints."""

_LINES = 4
"""Lines of the field."""

_PADDING = 28
"""Pixels of the field above and below its lines."""


class WordsField(QWidget):
    """Some lines to write in, how much has room, and a sentence when that is used up.

    Parameters
    ----------
    name
        Object name of the field.
    longest
        Signs that may be written.

    Signals
    -------
    words_changed
        With the words, without spaces around them, after the person changed them.
    """

    words_changed = Signal(str)

    def __init__(self, name: str, longest: int = LONGEST) -> None:
        super().__init__()
        self._longest = longest
        self._is_showing = False
        self._full_words = ""
        self.field = WordsEdit(longest)
        self.field.setObjectName(name)
        self.field.setTabChangesFocus(True)
        self.room = Text("small", f"{name}_room")
        self.full = Text("error", f"{name}_full")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.field, self.full, self.room):
            column.addWidget(widget)
        self.full.set_words("")
        self._measure()
        self.field.textChanged.connect(self._tell)
        self.field.refused.connect(self._say_full)

    @property
    def text(self) -> str:
        """What is written, without spaces around it."""
        return self.field.toPlainText().strip()

    def set_words(self, label: str, example: str, room: str, full: str) -> None:
        """Say what may be written, an example, how much has room, and when that is used up."""
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(room)
        self.field.setPlaceholderText(example)
        self.room.set_words(room)
        self._full_words = full
        self.full.set_words(full if self.full.plain else "")

    def show_text(self, text: str) -> None:
        """Show words; the place in words that stand there already is kept."""
        if text != self.text:
            self.field.most = max(self._longest, len(text))
            self._put(text)
        self.full.set_words("")
        self.room.show()

    def _tell(self) -> None:
        if self._is_showing:
            return
        written = self.field.toPlainText()
        taken = clean_words(written)[: self.field.most]
        if taken != written:
            self._put(taken)
        if len(written) > len(taken) == self.field.most:
            self._say_full()
        else:
            self.full.set_words("")
            self.room.show()
        self.words_changed.emit(taken.strip())

    def _say_full(self) -> None:
        if not self.full.plain:
            announce(self, self._full_words)
        self.full.set_words(self._full_words)
        self.room.hide()

    def _put(self, text: str) -> None:
        place = self.field.textCursor().position()
        self._is_showing = True
        self.field.setPlainText(text)
        self._is_showing = False
        cursor = self.field.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, min(place, len(text))
        )
        self.field.setTextCursor(cursor)

    def _measure(self) -> None:
        self.field.ensurePolished()
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + _PADDING)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the field's lines when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._measure()
