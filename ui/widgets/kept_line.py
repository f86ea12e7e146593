"""The quiet line that says whether what a person changed is kept."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from ui.theme.palette import WASH
from ui.theme.text_size import changes_text_size
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.fold import FoldLine
from ui.widgets.text import Text

_MARGIN = 32
_GAP = 16
_LEAST_IN_LETTERS = 20
_MOST_LINES = 2
"""What has to be known takes no more where it can be said in fewer words first."""


class KeptLine(QFrame):
    """Stands below the header for as long as changes are kept, or something else has to be known.

    Parameters
    ----------
    name
        What it is about: object names are ``<name>_line``, ``<name>_quiet``, ``<name>_button``.

    Signals
    -------
    pressed
        What the button offers is wanted.
    """

    pressed = Signal()

    def __init__(self, name: str = "kept") -> None:
        super().__init__()
        self.setObjectName(f"{name}_line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.quiet, self.loud = Text("small", f"{name}_quiet"), Text("strong", f"{name}_loud")
        self.more, self.button = FoldLine(f"{name}_more"), Button("quiet", f"{name}_button")
        self.button.clicked.connect(self.pressed)
        self.more.toggled.connect(self._arrange)
        self._whole = self._short = ""
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setSpacing(_GAP)
        for text in (self.quiet, self.loud):
            self._line.addWidget(text, 1)
        for button in (self.more, self.button):
            self._line.addWidget(button)
        self.hide()

    def whisper(self, words: str) -> None:
        """Say how it stands, without asking for attention."""
        self._say(words, "", "")

    def speak(self, words: str, button: str, short: str = "", more: str = "") -> None:
        """Say something that has to be known, once aloud, and offer what to do about it.

        Parameters
        ----------
        words, button
            What has to be known, and what can be done.
        short, more
            Fewer words, for where so many would take the room of the page; and what opens the rest.
        """
        is_new = words != self._whole or not self.isVisible()
        self._short = short
        self.more.set_words(more)
        if is_new:
            self.more.setChecked(False)
        self._say("", words, button)
        if is_new:
            announce(self, words)

    def _say(self, quiet: str, loud: str, button: str) -> None:
        self.quiet.set_words(quiet)
        self._whole = loud
        self.button.set_words(button)
        self.button.setVisible(bool(button))
        air = 8 if loud else 2
        self._line.setContentsMargins(_MARGIN, air, _MARGIN, air)
        self._arrange()
        self.setVisible(bool(quiet or loud))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the whole width where something has to be known."""
        if self._whole:
            QPainter(self).fillRect(self.rect(), self.palette().color(WASH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in fewer words when the text grows."""
        super().changeEvent(event)
        if changes_text_size(event):
            self._arrange()

    def _arrange(self) -> None:
        """Put the button below the words where both side by side would leave them a sliver."""
        room = self.width() - 2 * _MARGIN - _GAP - self.button.sizeHint().width()
        letter = self.loud.fontMetrics().averageCharWidth()
        is_narrow = room < _LEAST_IN_LETTERS * letter
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        is_long = len(self._whole) * letter > _MOST_LINES * max(room, letter)
        is_short = is_long and bool(self._short)
        self.more.setVisible(is_short)
        self.loud.set_words(self._short if is_short and not self.more.isChecked() else self._whole)
