"""The base of what is laid over a whole window: a narrow column in its middle, and no way below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.middle import Middle
from ui.widgets.text import Text


class Layer(QWidget):
    """Says something in the middle of a window, and lets no key through to what lies below.

    A layer calls `_fill` with what it shows, and says in `_first` where one begins.

    Parameters
    ----------
    words
        The language that holds.
    name
        Its object name.
    widest
        Pixels of the column.
    """

    def __init__(self, words: Language, name: str, widest: int = 640) -> None:
        super().__init__()
        self._words = words
        self.setObjectName(name)
        self._middle = Middle(f"{name}_scroll", widest)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._middle)

    def _fill(self, *parts: QWidget) -> None:
        """Put these below each other, and words in the middle of their lines."""
        for part in parts:
            if isinstance(part, Text):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._middle.column.addWidget(part)

    @property
    def _first(self) -> QWidget:
        """What the focus is handed to."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to where one begins."""
        super().focusInEvent(event)
        self._first.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key through; a layer that knows one extends it."""
        event.accept()
