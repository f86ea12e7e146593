"""Exact hours of a week: a day, from when, until when."""

import re
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from matcher.checklist.hours import describe_hours
from matcher.directory.week import DAYS, parse_hours
from ui.language import Language
from ui.theme.text_size import changes_text_size
from ui.widgets.announcement import announce
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text
from ui.widgets.width import fit_words

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(?:([ap])\.?\s*m\.?)?", re.IGNORECASE)


class HoursField(QWidget):
    """Hours that were added, each with a button that takes it out, and a line to add others.

    Parameters
    ----------
    name
        Object name.
    words
        The language that holds.

    Signals
    -------
    hours_changed
        With all of them, such as ``mon 17:00-20:00``.
    """

    hours_changed = Signal(object)

    def __init__(self, name: str, words: Language) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._hours: tuple[str, ...] = ()
        self._buttons: dict[str, Button] = {}
        self._label = Text("strong", f"{name}_label")
        self._added = QWidget()
        self._flow = FlowLayout(self._added, across=8, down=8)
        self.day = OptionGroup(f"{name}_day", DAYS, columns=4)
        self.start, self.end = QLineEdit(), QLineEdit()
        self.add_button = Button("quiet", f"{name}_add")
        self.error = Text("error", f"{name}_error")
        self._build(name)
        self.add_button.clicked.connect(self.settle)

    @property
    def hours(self) -> tuple[str, ...]:
        """What was added."""
        return self._hours

    @property
    def is_begun(self) -> bool:
        """Whether something is written that was not added yet."""
        return bool(self.start.text().strip() or self.end.text().strip())

    def set_hours(self, hours: tuple[str, ...]) -> None:
        """Show other hours."""
        self._hours = hours
        for button in self._buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for token in hours:
            button = self._buttons[token] = Button("quiet", f"{self.objectName()}_{token}")
            button.clicked.connect(partial(self._remove, token))
            self._flow.addWidget(button)
        self._added.setVisible(bool(hours))
        self._say_hours()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        text = self._words.text
        self._label.set_words(text("editor.hours.label"))
        self.day.set_words(lambda day: _begun(text(f"fact.day.{day}")))
        for field, what in ((self.start, "start"), (self.end, "end")):
            field.setPlaceholderText(text(f"editor.hours.{what}"))
            field.setAccessibleName(text(f"editor.hours.{what}"))
            fit_words(field, field.placeholderText())
        self.add_button.set_words(text("editor.hours.add"))
        self.error.set_words("")
        self._say_hours()

    def settle(self) -> bool:
        """Take what is written; tell whether nothing is left that cannot be taken."""
        day = "".join(self.day.chosen)
        token = f"{day} {_clock(self.start.text())}-{_clock(self.end.text())}"
        if parse_hours(token) is None:
            self.error.set_words(self._words.text("editor.hours.wrong"))
            announce(self, self.error.plain)
            self._missing(day).setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.error.set_words("")
        self.start.setText("")
        self.end.setText("")
        self._change(tuple(dict.fromkeys((*self._hours, token))))
        return True

    def _missing(self, day: str) -> QWidget:
        if not day:
            return self.day.cards[0]
        return self.end if _clock(self.start.text()) else self.start

    def _remove(self, token: str) -> None:
        self._change(tuple(each for each in self._hours if each != token))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, hours: tuple[str, ...]) -> None:
        self.set_hours(hours)
        self.hours_changed.emit(hours)

    def _say_hours(self) -> None:
        for token, button in self._buttons.items():
            said = describe_hours((token,), self._words.catalogue) or token
            button.set_words(
                self._words.text("editor.hours.shown", hours=said),
                self._words.text("editor.hours.remove", hours=said),
            )

    def _build(self, name: str) -> None:
        self.start.setObjectName(f"{name}_start")
        self.end.setObjectName(f"{name}_end")
        self._added.hide()
        line = QWidget()
        row = FlowLayout(line, across=12, down=12)
        for part in (self.start, self.end, self.add_button):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addSpacing(8)
        for widget in (self._label, self._added, self.day, line, self.error):
            column.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Let the fields grow with the text."""
        super().changeEvent(event)
        if changes_text_size(event):
            for field in (self.start, self.end):
                fit_words(field, field.placeholderText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is written on Return."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and self.is_begun:
            self.settle()
            return
        super().keyPressEvent(event)


def _clock(text: str) -> str:
    """Return a time of day as ``17:00``; ``""`` when it is none."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return ""
    hour, minute, half = int(found[1]), found[2] or "00", (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute}"


def _begun(words: str) -> str:
    """Return words with a capital: they begin a line."""
    return f"{words[:1].upper()}{words[1:]}"
