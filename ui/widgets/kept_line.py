"""The quiet line that says whether what a person changed is kept."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from ui.theme.palette import WASH
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.text import Text

_MARGIN = 32
_GAP = 16
_LEAST_IN_LETTERS = 20


class KeptLine(QFrame):
    """Stands below the header for as long as changes are kept.

    Signals
    -------
    pressed
        What the button offers is wanted.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kept_line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.quiet, self.loud = Text("small", "kept_quiet"), Text("strong", "kept_loud")
        self.button = Button("quiet", "kept_button")
        self.button.clicked.connect(self.pressed)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setSpacing(_GAP)
        for text in (self.quiet, self.loud):
            self._line.addWidget(text, 1)
        self._line.addWidget(self.button)
        self.hide()

    def whisper(self, words: str) -> None:
        """Say how it stands, without asking for attention."""
        self._say(words, "", "")

    def speak(self, words: str, button: str) -> None:
        """Say something that has to be known, once aloud, and offer what to do about it."""
        is_new = words != self.loud.plain or not self.isVisible()
        self._say("", words, button)
        if is_new:
            announce(self, words)

    def _say(self, quiet: str, loud: str, button: str) -> None:
        self.quiet.set_words(quiet)
        self.loud.set_words(loud)
        self.button.set_words(button)
        self.button.setVisible(bool(button))
        air = 8 if loud else 2
        self._line.setContentsMargins(_MARGIN, air, _MARGIN, air)
        self.setVisible(bool(quiet or loud))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the whole width where something has to be known."""
        if self.loud.plain:
            QPainter(self).fillRect(self.rect(), self.palette().color(WASH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the words where both side by side would leave them a sliver."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * _MARGIN - _GAP - self.button.sizeHint().width()
        is_narrow = room < _LEAST_IN_LETTERS * self.loud.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
