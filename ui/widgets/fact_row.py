"""One fact of a profile: what is stated, who said so and when, and the wish beside it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.fit_strip import Block, Swatch
from ui.widgets.text import Text

_NAME_IN_LETTERS = 22
"""Width of the names' column."""

_WIDE = 2.6
"""How often the names' column has to fit for it to stand beside the facts."""


@dataclass(frozen=True, slots=True)
class FactWords:
    """What a row says.

    Attributes
    ----------
    name, stated
        Such as *Times* and *Weekday mornings*.
    source
        Who said so and when; ``""`` when nobody did.
    wish
        What the person asked for and how far it fits; ``""`` when they did not ask.
    block
        The wish's block of the strip; ``None`` when there is none.
    """

    name: str
    stated: str
    source: str = ""
    wish: str = ""
    block: Block | None = None


class FactRow(QWidget):
    """A row that screen readers say in one go.

    Parameters
    ----------
    name
        Its object name.
    words
        What it says.
    """

    def __init__(self, name: str, words: FactWords) -> None:
        super().__init__()
        self.setObjectName(name)
        self.words = words
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._name = Text("strong")
        self._across.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        self._across.addLayout(column, 1)
        self._name.set_words(words.name)
        for role, said in (("body", words.stated), ("small", words.source)):
            text = Text(role)
            column.addWidget(text)
            text.set_words(said)
        if words.wish:
            column.addLayout(_wish(words))
        parts = (words.name, words.stated, words.source, words.wish)
        self.setAccessibleName(". ".join(filter(None, parts)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the name beside what is stated where there is room, else above it."""
        super().resizeEvent(event)
        beside = self.fontMetrics().averageCharWidth() * _NAME_IN_LETTERS
        is_wide = self.width() >= beside * _WIDE
        direction = QBoxLayout.Direction.LeftToRight
        self._across.setDirection(direction if is_wide else QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(16 if is_wide else 2)
        self._name.setMinimumWidth(beside if is_wide else 0)
        self._name.setMaximumWidth(beside if is_wide else self.width())


def _wish(words: FactWords) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    if words.block is not None:
        swatch = Swatch()
        swatch.set_block(words.block)
        row.addWidget(swatch, 0, Qt.AlignmentFlag.AlignTop)
    text = Text("small")
    row.addWidget(text, 1)
    text.set_words(words.wish)
    return row
