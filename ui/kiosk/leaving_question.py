"""The question whether a kiosk is really to end, over everything else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.middle import Middle
from ui.widgets.text import Text

_WIDEST = 640


class LeavingQuestion(QWidget):
    """Says what follows, and begins with staying; Escape stays too.

    Signals
    -------
    leave_chosen, stay_chosen
        The answer.
    """

    leave_chosen = Signal()
    stay_chosen = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("leaving_question")
        self._ask = Text("title", "leaving_ask")
        self._what = Text("lead", "leaving_what")
        self._stay = Button("primary", "leaving_stay")
        self._leave = Button("quiet", "leaving_leave")
        self._stay.clicked.connect(self.stay_chosen)
        self._leave.clicked.connect(self.leave_chosen)
        for text in (self._ask, self._what):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = Middle("leaving_scroll", _WIDEST)
        for widget in (self._ask, self._what, self._stay, self._leave):
            middle.column.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(middle)
        words.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the language that holds."""
        text = self._words.text
        self._ask.set_words(text("staff.leaving.ask"))
        self._what.set_words(text("staff.leaving.what"))
        self._stay.set_words(text("staff.leaving.stay"))
        self._leave.set_words(text("staff.leaving.leave"))
        self.setAccessibleName(f"{self._ask.plain} {self._what.plain}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to staying."""
        super().focusInEvent(event)
        self._stay.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay with Escape; let no other key through."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.stay_chosen.emit()
