"""What is being done on the page of accounts: one thing at a time, below the list."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import Language
from ui.staff.account_form import AccountForm
from ui.staff.code_card import CodeCard
from ui.staff.pin_choice import PinChoice
from ui.widgets.text import Text


class Task(StrEnum):
    """What can be done."""

    NOTHING = "nothing"
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    PIN = "pin"
    RENEW = "renew"
    CODE = "code"


class AccountTasks(QWidget):
    """Shows what a task asks for, and nothing when there is none.

    Attributes
    ----------
    pin, form, card
        What PINs, accounts and codes are asked for with.

    Signals
    -------
    pin_chosen
        With a PIN that was typed twice.
    """

    pin_chosen = Signal(str)

    def __init__(self, words: Language) -> None:
        super().__init__()
        self.setObjectName("account_tasks")
        self._words = words
        self.task = Task.NOTHING
        self.account = ""
        self._heading = Text("heading", "task_heading")
        self._why = Text("body", "task_why")
        self._error = Text("error", "task_error")
        self.form = AccountForm(words, "account")
        self.pin = PinChoice(words, "other_pin")
        self.card = CodeCard(words, "new_code")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        for widget in (self._heading, self._why, self.form, self.pin, self.card, self._error):
            column.addWidget(widget)
        self.pin.chosen.connect(self.pin_chosen)
        self.show_task(Task.NOTHING)

    def show_task(self, task: Task, account: str = "") -> None:
        """Begin something, or end what was begun; nothing typed is kept."""
        self.task, self.account = task, account
        self.form.begin(account if task is Task.CHANGE else "")
        self.pin.forget()
        if task is not Task.CODE:
            self.card.show_code("")
        self.form.setVisible(task in {Task.ADD, Task.CHANGE})
        self.pin.setVisible(task is Task.PIN)
        self.card.setVisible(task is Task.CODE)
        self.show_error("")
        self.retranslate()

    def show_error(self, words: str) -> None:
        """Say why it was not done."""
        self._error.set_words(words)

    def first_focus(self) -> QWidget | None:
        """Return where to begin, if there is anything to fill in."""
        starts = {
            Task.ADD: self.form.first_focus(),
            Task.CHANGE: self.form.first_focus(),
            Task.PIN: self.pin.keypad,
            Task.CODE: self.card.last.field,
        }
        return starts.get(self.task)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        for part in (self.form, self.pin, self.card):
            part.retranslate()
        is_any = self.task is not Task.NOTHING
        key = f"staff.task.{self.task}"
        told = {"name": self.account}
        self._heading.set_words(self._words.text(f"{key}.heading", **told) if is_any else "")
        self._why.set_words(self._words.text(f"{key}.why", **told) if is_any else "")
        self.setVisible(is_any)
