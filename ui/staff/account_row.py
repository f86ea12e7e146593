"""One account in the list: who, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import Text


class AccountRow(QFrame):
    """A name, what is to be known of the account, and two buttons.

    Parameters
    ----------
    words
        The language that holds.
    number
        Its place in the list: ends the object names.

    Signals
    -------
    change_requested, remove_requested
        With the name.
    """

    change_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, words: Language, number: int) -> None:
        super().__init__()
        self._words = words
        self._account = ""
        self.setObjectName(f"account_{number}")
        self.setProperty("kind", "card")
        self._name = Text("name", f"account_{number}_name", is_foreign=True)
        self._state = Text("quiet", f"account_{number}_state")
        self._change = Button("quiet", f"account_{number}_change")
        self._remove = Button("quiet", f"account_{number}_remove")
        self._build()
        self._change.clicked.connect(self._want_change)
        self._remove.clicked.connect(self._want_removal)

    @property
    def account(self) -> str:
        """The name of the account that is shown."""
        return self._account

    def show_account(self, name: str, *, is_own: bool, is_locked: bool) -> None:
        """Show another account."""
        text = self._words.text
        self._account = name
        self._name.set_words(name)
        states = {"own": is_own, "locked": is_locked}
        said = [text(f"staff.accounts.{state}") for state, holds in states.items() if holds]
        self._state.set_words(" · ".join(said))
        for button, what in ((self._change, "change"), (self._remove, "remove")):
            button.set_words(
                text(f"staff.accounts.{what}"), text(f"staff.accounts.{what}_for", name=name)
            )

    def _build(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addStretch(1)
        told.addWidget(self._name)
        told.addWidget(self._state)
        told.addStretch(1)
        buttons = QWidget()
        flow = FlowLayout(buttons, across=12, down=8)
        for button in (self._change, self._remove):
            flow.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 12, 12)
        row.setSpacing(16)
        row.addLayout(told, 1)
        row.addWidget(buttons, 1)

    def _want_change(self) -> None:
        self.change_requested.emit(self._account)

    def _want_removal(self) -> None:
        self.remove_requested.emit(self._account)
