"""The quiet line that says that the answers are covered while staff helps."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from ui.language import Language
from ui.theme.palette import WASH
from ui.widgets.button import Button
from ui.widgets.text import Text

_MARGIN = 32
_GAP = 16
_LEAST_IN_LETTERS = 20


class CoverBanner(QFrame):
    """Stands below the header for as long as it holds.

    Signals
    -------
    ended
        The person wants to see the answers again.
    """

    ended = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("cover_banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._say = Text("strong", "cover_say")
        self._show = Button("quiet", "show_answers")
        self._show.clicked.connect(self.ended)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._line.setSpacing(_GAP)
        self._line.addWidget(self._say, 1)
        self._line.addWidget(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        self._say.set_words(self._words.text("screen.cover.holds"))
        self._show.set_words(self._words.text("screen.cover.show"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the whole width: what reaches the edges of the window has no corners."""
        QPainter(self).fillRect(self.rect(), self.palette().color(WASH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the words where both side by side would leave them a sliver."""
        super().resizeEvent(event)
        room = event.size().width() - 2 * _MARGIN - _GAP - self._show.sizeHint().width()
        is_narrow = room < _LEAST_IN_LETTERS * self._say.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
