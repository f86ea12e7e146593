"""Who of the staff may change the directory, the PIN, and the recovery code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.controllers.accounts_controller import AccountsController
from ui.language import Language
from ui.pages.sheet_page import BROAD, SheetPage
from ui.staff.account_row import AccountRow
from ui.staff.account_tasks import AccountTasks, Task
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.note import Note
from ui.widgets.text import Text

if TYPE_CHECKING:
    from matcher.errors import MatcherError, Message

_STARTS = {"add_account": Task.ADD, "change_pin": Task.PIN, "renew_code": Task.RENEW}


class AccountsPage(SheetPage):
    """Everybody who looks sees who there is; who is signed in may change it.

    Parameters
    ----------
    words
        The language that holds.
    accounts
        Who there is, and what is changed.
    """

    breadth = BROAD

    def __init__(self, words: Language, accounts: AccountsController) -> None:
        super().__init__(words, "accounts")
        self._accounts = accounts
        self._lines: list[AccountRow] = []
        self._said: Message | None = None
        self.compose()

    def enter(self) -> None:
        """Show who there is now; what was begun goes on."""
        super().enter()
        self._accounts.look()

    def first_focus(self) -> QWidget:
        """Begin at what is being done, or at adding an account."""
        return self._tasks.first_focus() or self._starts["add_account"]

    def go_on(self) -> None:
        """Do what was begun, once it is filled in."""
        task, tasks = self._tasks.task, self._tasks
        if task is Task.PIN:
            tasks.pin.enter()
        elif task is Task.CODE:
            if tasks.card.is_written_down():
                self._begin(Task.NOTHING)
        elif task is Task.REMOVE:
            self._accounts.remove(tasks.account)
        elif task is Task.RENEW:
            self._accounts.renew_code()
        elif task is not Task.NOTHING and tasks.form.is_right():
            change = self._accounts.add if task is Task.ADD else self._accounts.change_passphrase
            change(*tasks.form.wanted)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        super().retranslate()
        text = self.words.text
        self.set_heading(text("staff.accounts.heading"), text("staff.accounts.why"))
        for name, button in self._starts.items():
            button.set_words(text(f"staff.accounts.{name}"))
        self._cancel.set_words(text("staff.accounts.cancel"))
        self._tasks.retranslate()
        self._show_accounts()
        self._show_bar()
        self._say_done()

    def _build(self) -> None:
        self._reading = Note("accounts_reading")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._nobody = Text("body", "no_accounts")
        self._done = Text("strong", "account_done")
        self._starts = {name: Button("quiet", name) for name in _STARTS}
        buttons = QWidget()
        flow = FlowLayout(buttons, across=12, down=8)
        for button in self._starts.values():
            flow.addWidget(button)
        self._tasks = AccountTasks(self.words)
        self.column.addWidget(self._reading)
        self.column.addWidget(self._nobody)
        self.column.addLayout(self._list)
        self.column.addWidget(buttons)
        self.column.addWidget(self._done)
        self.column.addWidget(self._tasks)

    def _build_bar(self) -> None:
        self._cancel = Button("quiet", "cancel")
        self.bar.addWidget(self._cancel)
        self.bar.addStretch(1)
        self.bar.addWidget(self.next_button)

    def _connect(self) -> None:
        for name, button in self._starts.items():
            button.clicked.connect(partial(self._want, _STARTS[name], ""))
        self._cancel.clicked.connect(partial(self._begin, Task.NOTHING))
        self._tasks.pin_chosen.connect(self._accounts.set_pin)
        self._accounts.changed.connect(self._show_accounts)
        self._accounts.done.connect(self._tell_done)
        self._accounts.code_made.connect(self._show_code)
        self._accounts.failed.connect(self._tell_failed)
        self._accounts.session.changed.connect(self._show_accounts)

    def _want(self, task: Task, account: str) -> None:
        """Begin something, if somebody is signed in."""
        if not self._accounts.session.ask_to_change():
            return
        self._said = None
        self._say_done()
        self._begin(task, account)

    def _begin(self, task: Task, account: str = "") -> None:
        self._tasks.show_task(task, account)
        self._show_bar()
        at = self._tasks.first_focus()
        if at is None and task is not Task.NOTHING:
            at = self.next_button
        (at or self._starts["add_account"]).setFocus(Qt.FocusReason.OtherFocusReason)
        if task is not Task.NOTHING:
            self.show_from(self._tasks)

    def _show_accounts(self) -> None:
        accounts, session = self._accounts.accounts, self._accounts.session
        said = [] if session.may_change else [self.words.text("staff.accounts.sign_in")]
        self._reading.set_lines(said)
        while len(self._lines) < len(accounts):
            self._add_line()
        for line, account in zip(self._lines, accounts, strict=False):
            is_own = account.name == session.who.name
            line.show_account(account.name, is_own=is_own, is_locked=account.is_locked)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(accounts))
        self._nobody.set_words("" if accounts else self.words.text("staff.accounts.nobody"))

    def _add_line(self) -> None:
        line = AccountRow(self.words, len(self._lines))
        line.change_requested.connect(partial(self._want, Task.CHANGE))
        line.remove_requested.connect(partial(self._want, Task.REMOVE))
        self._lines.append(line)
        self._list.addWidget(line)

    def _show_bar(self) -> None:
        task = self._tasks.task
        is_any = task is not Task.NOTHING
        self.bar_frame.setVisible(is_any)
        self._cancel.setVisible(is_any and task is not Task.CODE)
        if is_any:
            self.next_button.set_words(self.words.text(f"staff.task.{task}.do"))

    def _show_code(self, code: str) -> None:
        self._begin(Task.CODE)
        self._tasks.card.show_code(code)

    def _tell_done(self, said: Message) -> None:
        self._said = said
        self._begin(Task.NOTHING)
        self._say_done()
        self.announce(self._done.plain)

    def _say_done(self) -> None:
        self._done.set_words(self.words.render(self._said) if self._said else "")

    def _tell_failed(self, error: MatcherError) -> None:
        if self.isVisible():
            words = self.words.render_all(error)
            self._tasks.show_error(words)
            self.announce(words)
