"""The question whether somebody is still there, over everything else."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.help_words import help_words
from ui.widgets.layer import Layer
from ui.widgets.text import Text

_STEP = 10
"""Seconds between two numbers: a clock that ticks would press."""


class IdleWarning(Layer):
    """Says how to go on, and what happens otherwise.

    Parameters
    ----------
    words
        The language that holds.
    offers_help
        Whether it says whom to call and knows the key of help: the way there is hidden with the
        rest.

    Signals
    -------
    answered
        Somebody is there.
    help_asked
        By its key, which answers too.
    """

    answered = Signal()
    help_asked = Signal()

    def __init__(self, words: Language, *, offers_help: bool = False) -> None:
        super().__init__(words, "idle_warning")
        self._offers_help = offers_help
        self._seconds = 0
        self._ask = Text("title", "idle_ask")
        self._how = Text("lead", "idle_how")
        self._left = Text("body", "idle_left")
        self._here = Button("primary", "still_here")
        self._here.clicked.connect(self.answered)
        self._help = Text("quiet", "idle_help")
        self._fill(self._ask, self._how, self._left, self._here, self._help)
        if offers_help:
            key = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
            key.setAutoRepeat(False)  # it may be stuck
            key.activated.connect(self.help_asked)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        self._ask.set_words(text("screen.idle.ask"))
        self._how.set_words(text("screen.idle.how"))
        self._left.set_words(text("screen.idle.left", n=self._seconds))
        self._here.set_words(text("screen.idle.here"))
        self._say_help()

    def _say_help(self) -> None:
        # Read when it is needed: the first page is painted before.
        is_needed = self._offers_help and self.isVisible()
        self._help.set_words(help_words(self._words) if is_needed else "")
        said = (self._ask, self._how, self._left, self._help)
        self.setAccessibleName(" ".join(one.plain for one in said if one.plain))

    def show_left(self, seconds: float) -> None:
        """Say how long there is, in steps."""
        # As long as it asks there is a moment left to answer.
        steps = max(1, ceil(seconds / _STEP)) * _STEP
        if steps != self._seconds:
            self._seconds = steps
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Say whom to call in the region that holds by now."""
        super().showEvent(event)
        self._say_help()

    @property
    def _first(self) -> QWidget:
        return self._here
