"""The question whether somebody is still there, over everything else."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.middle import Middle
from ui.widgets.text import Text

_WIDEST = 640
_STEP = 10
"""Seconds between two numbers: a clock that ticks would press."""


class IdleWarning(QWidget):
    """Says how to go on, and what happens otherwise.

    Signals
    -------
    answered
        Somebody is there.
    """

    answered = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__()
        self._words = words
        self._seconds = 0
        self.setObjectName("idle_warning")
        self._ask = Text("title", "idle_ask")
        self._how = Text("lead", "idle_how")
        self._left = Text("body", "idle_left")
        self._here = Button("primary", "still_here")
        self._here.clicked.connect(self.answered)
        for text in (self._ask, self._how, self._left):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = Middle("idle_scroll", _WIDEST)
        for widget in (self._ask, self._how, self._left, self._here):
            middle.column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(middle)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        self._ask.set_words(text("screen.idle.ask"))
        self._how.set_words(text("screen.idle.how"))
        self._left.set_words(text("screen.idle.left", n=self._seconds))
        self._here.set_words(text("screen.idle.here"))
        self.setAccessibleName(f"{self._ask.plain} {self._how.plain} {self._left.plain}")

    def show_left(self, seconds: float) -> None:
        """Say how long there is, in steps."""
        # As long as it asks there is a moment left to answer.
        steps = max(1, ceil(seconds / _STEP)) * _STEP
        if steps != self._seconds:
            self._seconds = steps
            self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the answer."""
        super().focusInEvent(event)
        self._here.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no key through."""
        event.accept()
