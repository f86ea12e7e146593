"""Asks before a page is left with something that is not saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text


class LeaveQuestion(QWidget):
    """A sentence and three ways to answer it; Escape stays.

    Signals
    -------
    save_chosen, leave_chosen, stay_chosen
        What the person wants.
    """

    save_chosen = Signal()
    leave_chosen = Signal()
    stay_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leave")
        self._question = Text("strong", "leave_question")
        self.save, self.leave = Button("quiet", "leave_save"), Button("quiet", "leave_go")
        self.stay = Button("quiet", "leave_stay")
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.save, self.leave, self.stay):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(buttons)
        self.save.clicked.connect(self._choose_save)
        self.leave.clicked.connect(self._choose_leave)
        self.stay.clicked.connect(self._choose_stay)
        self.hide()

    def ask(self, count: int, words: Language, *, can_save: bool = True) -> None:
        """Ask what becomes of so many changes; begins with staying where saving is refused."""
        self._question.set_words(words.text("editor.leave.ask", n=count))
        for button, what in ((self.save, "save"), (self.leave, "go"), (self.stay, "stay")):
            button.set_words(words.text(f"editor.leave.{what}"))
        self.show()
        (self.save if can_save else self.stay).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._question.plain)

    def _choose_save(self) -> None:
        self.hide()
        self.save_chosen.emit()

    def _choose_leave(self) -> None:
        self.hide()
        self.leave_chosen.emit()

    def _choose_stay(self) -> None:
        self.hide()
        self.stay_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._choose_stay()
            return
        super().keyPressEvent(event)
