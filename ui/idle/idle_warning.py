"""The question whether somebody is still there, over everything else."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.layer import Layer
from ui.widgets.text import Text

_STEP = 10
"""Seconds between two numbers: a clock that ticks would press."""


class IdleWarning(Layer):
    """Says how to go on, and what happens otherwise.

    Signals
    -------
    answered
        Somebody is there.
    """

    answered = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__(words, "idle_warning")
        self._seconds = 0
        self._ask = Text("title", "idle_ask")
        self._how = Text("lead", "idle_how")
        self._left = Text("body", "idle_left")
        self._here = Button("primary", "still_here")
        self._here.clicked.connect(self.answered)
        self._fill(self._ask, self._how, self._left, self._here)
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

    @property
    def _first(self) -> QWidget:
        return self._here
