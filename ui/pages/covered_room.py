"""What stands in place of a whole page, its bar too, while its answers are covered."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Language
from ui.theme.tokens import measure_characters
from ui.widgets.button import Button
from ui.widgets.text import Text

_GUTTER = 32


class CoveredRoom(QWidget):
    """What is the matter, and the ways back and on that say nothing of what was answered.

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
        self._how = Text("body", "covered_how")
        self._back = Button("quiet", "covered_back")
        self._next = Button("primary", "covered_next")
        self._back.clicked.connect(self.back_requested)
        self._next.clicked.connect(self.next_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._middle(), 1)
        column.addWidget(self._bar())

    @property
    def words(self) -> str:
        """What it says is the matter."""
        return self._say.plain

    def say(self, words: Language, on: str) -> None:
        """Say what is the matter; `on` names the way on, and is ``""`` where there is none."""
        self._say.set_words(words.text("screen.cover.instead"))
        show = words.text("screen.cover.show")
        self._how.set_words(words.text("screen.cover.uncover", show=show))
        self._back.set_words(words.text("screen.common.back"))
        self._next.set_words(on)
        self._next.setVisible(bool(on))

    def offer_back(self, *, is_offered: bool) -> None:
        """Let there be a way back, or none."""
        self._back.setVisible(is_offered)

    def _middle(self) -> QHBoxLayout:
        self._said = QWidget()
        lines = QVBoxLayout(self._said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(16)
        lines.addStretch(1)
        for text in (self._say, self._how):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(text)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(_GUTTER, 0, _GUTTER, 0)
        row.addStretch(1)
        row.addWidget(self._said, 1000)
        row.addStretch(1)
        return row

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("kind", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_GUTTER, 14, _GUTTER, 14)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._next)
        return bar

    def _measure(self) -> None:
        """Let a line be no longer than can be read well."""
        self._say.ensurePolished()
        letter = QFontMetricsF(self._say.font()).averageCharWidth()
        self._said.setMaximumWidth(int(letter * measure_characters()))

    def event(self, event: QEvent) -> bool:
        """Keep the measure when it is shown, and when the text grows."""
        kinds = QEvent.Type
        if event.type() in (kinds.Polish, kinds.FontChange, kinds.StyleChange):
            self._measure()
        return super().event(event)
