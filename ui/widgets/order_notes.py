"""What would change a place in the order, and how firm it is; figures one fold away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import make_room
from ui.widgets.fold import Fold
from ui.widgets.lines import Lines
from ui.widgets.text import Text


class OrderNotes(QWidget):
    """Sentences about one place.

    Signals
    -------
    how_requested
        How the order comes about is wanted.
    """

    how_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.waiting = Text("quiet", f"{name}_waiting")
        self._firm_heading = Text("strong", f"{name}_firm_heading")
        self.why = Lines(f"{name}_why")
        self.firm = Lines(f"{name}_firm")
        self.figures = Lines(f"{name}_figures")
        self.fold = Fold(f"{name}_numbers", self.figures)
        self.how = Button("link", f"{name}_how")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.waiting)
        column.addWidget(self.why)
        column.addSpacing(8)
        for widget in (self._firm_heading, self.firm, self.fold):
            column.addWidget(widget)
        column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        self.how.clicked.connect(self.how_requested)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self._firm_heading.set_words("")
        self.waiting.set_words("")
        for lines in (self.why, self.firm, self.figures):
            lines.set_lines(())
        self.fold.set_open(is_open=False)
        self.fold.hide()

    def retranslate(self, words: Language) -> None:
        """Say what is always there in the language that holds."""
        self.fold.line.set_words(words.text("results.numbers.open"))
        self.how.set_words(words.text("model.title"))

    def wait(self, words: Language) -> None:
        """Say that the sentences are being worked out."""
        self.clear()
        self.waiting.set_words(words.text("profile.order.waiting"))
        make_room(self)

    def say(
        self, why: Sequence[str], firm: Sequence[str], figures: Sequence[str], words: Language
    ) -> None:
        """Say the sentences: why, how firm, and the figures."""
        self.waiting.set_words("")
        self.why.set_lines(why)
        self._firm_heading.set_words(words.text("profile.order.firm") if firm else "")
        self.firm.set_lines(firm)
        self.figures.set_lines(figures)
        self.figures.setVisible(self.fold.is_open)
        self.fold.setVisible(bool(figures))
        make_room(self)
