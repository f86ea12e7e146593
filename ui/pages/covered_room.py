"""What stands in place of a whole page, its bar too, while its answers are covered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.text import Text

_GUTTER = 32


class CoveredRoom(QWidget):
    """One sentence, and the ways back and on that say nothing of what was answered.

    Signals
    -------
    back_requested, next_requested
        The person wishes to go where the page's own buttons lead.
    """

    back_requested = Signal()
    next_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._say = Text("lead", "covered")
        self._say.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back = Button("quiet", "covered_back")
        self._next = Button("primary", "covered_next")
        self._back.clicked.connect(self.back_requested)
        self._next.clicked.connect(self.next_requested)
        bar = QFrame()
        bar.setProperty("kind", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_GUTTER, 14, _GUTTER, 14)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._say, 1)
        column.addWidget(bar)

    @property
    def words(self) -> str:
        """What it says."""
        return self._say.plain

    def say(self, words: Language, on: str) -> None:
        """Say what is the matter; `on` names the way on, and is ``""`` where there is none."""
        self._say.set_words(words.text("screen.cover.instead"))
        self._back.set_words(words.text("screen.common.back"))
        self._next.set_words(on)
        self._next.setVisible(bool(on))

    def offer_back(self, *, is_offered: bool) -> None:
        """Let there be a way back, or none."""
        self._back.setVisible(is_offered)
