"""One of the statements to think over: how far it holds, and a line of one's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.checklist.statements import Step
from matcher.followup.check_in import Answer
from ui.language import Language
from ui.widgets.column import make_room
from ui.widgets.option_group import OptionGroup
from ui.widgets.own_line import OwnLine
from ui.widgets.take_back import TakeBack
from ui.widgets.text import Text


class StatementRow(QWidget):
    """A statement, five steps in words and *can’t say yet*.

    A line, and a way to take it back, come with a choice.

    Parameters
    ----------
    statement
        Its code.

    Signals
    -------
    answered
        With the `Answer`, after the person changed it.
    """

    answered = Signal(object)

    def __init__(self, statement: str) -> None:
        super().__init__()
        self.setObjectName(f"statement_{statement}")
        self.statement = statement
        self.said = Text("strong", f"{statement}_said")
        self.steps = OptionGroup(f"{statement}_step", [*Step], columns=len(Step))
        self.line = OwnLine(f"{statement}_line")
        self.back = TakeBack(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        for widget in (self.said, self.steps, self.line):
            column.addWidget(widget)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.steps.chosen_changed.connect(self._tell)
        self.line.written.connect(self._tell)

    @property
    def answer(self) -> Answer:
        """What is said to it."""
        step = next((Step(code) for code in self.steps.chosen), None)
        return Answer(self.statement, step, self.line.line)

    def show_answer(self, answer: Answer) -> None:
        """Show what was said to it."""
        self.steps.set_chosen(() if answer.step is None else (answer.step,))
        self.line.show_line(answer.line)
        self._show_line()

    def say(self, words: Language) -> None:
        """Say everything in the language that holds."""
        statement = words.text(f"sheet.home.after.{self.statement}")
        self.said.set_words(statement)
        self.steps.setAccessibleName(statement)
        self.steps.set_words(lambda code: words.text(f"sheet.home.step.{code}"))
        for card in self.steps.cards:
            card.setAccessibleDescription(statement)
        label = words.text("notes.own_line")
        self.line.set_words(label)
        self.line.field.setAccessibleDescription(statement)
        self.back.set_words(words.text("notes.take_back"))
        self.back.setAccessibleDescription(statement)

    def _show_line(self) -> None:
        self.line.setVisible(not self.answer.is_empty)
        self.back.follow()

    def _tell(self) -> None:
        is_answered, has_step = not self.line.isHidden(), not self.back.isHidden()
        if has_step != bool(self.steps.chosen) or not is_answered:
            self._show_line()
            make_room(self)
        self.answered.emit(self.answer)
