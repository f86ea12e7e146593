"""One fact of a profile: what is stated, who said so and when, and the wish beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.fit_strip import Block, Swatch
from ui.widgets.long_text import LONG, LongText
from ui.widgets.text import Text
from ui.widgets.width import limit_width

_NAME_IN_LETTERS = 21
_WISH_IN_LETTERS = 25
"""Widths of the outer columns."""

_TWO_IN_LETTERS = 54
_THREE_IN_LETTERS = 86
"""Least widths of the row for two and for three columns."""


@dataclass(frozen=True, slots=True)
class FactWords:
    """What a row says.

    Attributes
    ----------
    name, stated
        Such as *Times* and *Weekday mornings*.
    source
        Who said so and when; ``""`` when nobody did.
    wish, fit
        What the person asked for, and how far it fits; ``""`` when they did not ask.
    block
        The wish's block of the strip; ``None`` when there is none.
    """

    name: str
    stated: str
    source: str = ""
    wish: str = ""
    fit: str = ""
    block: Block | None = None


class FactRow(QWidget):
    """A row that screen readers say in one go.

    Parameters
    ----------
    name
        Its object name.
    words
        What it says.
    language
        The language of what opens a long fact.
    """

    def __init__(self, name: str, words: FactWords, language: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self.words = words
        self._columns = self._letter = 0
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._name = Text("strong")
        self._across.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.addLayout(self._beside, 1)
        self._beside.addLayout(_stated(name, words, language), 1)
        self._wish = QWidget()
        self._beside.addWidget(self._wish, 0, Qt.AlignmentFlag.AlignTop)
        _fill_wish(self._wish, words)
        self._name.set_words(words.name)
        parts = (words.name, words.stated, words.source, words.wish, words.fit)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part))

    def _arrange(self) -> None:
        """Stand in three columns where there is room, else in two, else in one."""
        letter = self._name.fontMetrics().averageCharWidth()
        width = self.width() // max(1, letter)
        columns = 1 + (width >= _TWO_IN_LETTERS) + (width >= _THREE_IN_LETTERS)
        if (columns, letter) == (self._columns, self._letter):
            return
        self._columns, self._letter = columns, letter
        way = QBoxLayout.Direction
        for layout, is_wide in ((self._across, columns > 1), (self._beside, columns > 2)):
            layout.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
            layout.setSpacing(24 if is_wide else 4)
        _set_width(self._name, letter * _NAME_IN_LETTERS if columns > 1 else 0)
        _set_width(self._wish, letter * _WISH_IN_LETTERS if columns > 2 else 0)
        # Facts keep their column where nothing was asked for.
        self._wish.setVisible(columns > 2 or bool(self.words.wish))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for another text size."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()


def _stated(name: str, words: FactWords, language: Language) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    if len(words.stated) > LONG:
        column.addWidget(LongText(f"{name}_text", words.stated, words.name, language))
    else:
        _add(column, "body" if words.source else "quiet", words.stated)
    _add(column, "small", words.source)
    return column


def _fill_wish(widget: QWidget, words: FactWords) -> None:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    if words.block is None:
        return
    swatch = Swatch()
    swatch.set_block(words.block)
    row.addWidget(swatch, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    row.addLayout(column, 1)
    _add(column, "strong", words.fit)
    _add(column, "small", words.wish)


def _add(column: QVBoxLayout, role: str, said: str) -> None:
    text = Text(role)
    column.addWidget(text)
    text.set_words(said)


def _set_width(widget: QWidget, width: int) -> None:
    widget.setMinimumWidth(width)
    limit_width(widget, width)
