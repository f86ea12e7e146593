"""The question whether a kiosk is really to end, over everything else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.layer import Layer
from ui.widgets.text import Text


class LeavingQuestion(Layer):
    """Says what follows, and begins with staying; Escape stays too.

    Signals
    -------
    leave_chosen, stay_chosen
        The answer.
    """

    leave_chosen = Signal()
    stay_chosen = Signal()

    def __init__(self, words: Language) -> None:
        super().__init__(words, "leaving_question")
        self._ask = Text("title", "leaving_ask")
        self._what = Text("lead", "leaving_what")
        self._stay = Button("primary", "leaving_stay")
        self._leave = Button("quiet", "leaving_leave")
        self._stay.clicked.connect(self.stay_chosen)
        self._leave.clicked.connect(self.leave_chosen)
        self._fill(self._ask, self._what, self._stay, self._leave)
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

    @property
    def _first(self) -> QWidget:
        return self._stay

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay with Escape; let no other key through."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.stay_chosen.emit()
