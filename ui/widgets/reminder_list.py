"""What to look at today, each with the way to whom it is about."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.followup.reminders import Reminder
from matcher.services.followup.reminder_words import reminder_text
from ui.language import Language
from ui.widgets.column import take_out_all
from ui.widgets.shown_name import shown_name
from ui.widgets.text import Text
from ui.widgets.wrapping_button import WrappingLink

_BETWEEN = 8
"""Pixels between one and the next, beside the usual ones."""


class ReminderList(QWidget):
    """A sentence each, and below it a button; hidden when there are none.

    Signals
    -------
    opened
        With the id: what is noted on somebody is wanted.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reminders")
        self._shown: tuple[object, ...] = ()
        self._lines: list[Text] = []
        self._buttons: list[WrappingLink] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """The sentences shown."""
        return tuple(line.plain for line in self._lines)

    @property
    def buttons(self) -> tuple[WrappingLink, ...]:
        """A button each."""
        return tuple(self._buttons)

    def show_reminders(self, reminders: Sequence[Reminder], words: Language) -> None:
        """Show others, unless they are the same."""
        now = (words.code, *reminders)
        if now == self._shown:
            return
        self._shown = now
        take_out_all(self._column)
        self._lines, self._buttons = [], []
        for place, each in enumerate(reminders):
            self._add(place, each, words)
        self.setVisible(bool(reminders))

    def _add(self, place: int, reminder: Reminder, words: Language) -> None:
        one = reminder.candidate
        if place:
            self._column.addSpacing(_BETWEEN)
        line, button = Text("body"), WrappingLink(f"reminder_{place}")
        self._column.addWidget(line)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.set_words(reminder_text(reminder, words.catalogue))
        button.set_words(words.text("search.row.open_for", name=shown_name(one.name)))
        button.clicked.connect(partial(self.opened.emit, one.profile_id))
        self._lines.append(line)
        self._buttons.append(button)
