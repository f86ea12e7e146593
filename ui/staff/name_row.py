"""A setting that is a name: written, or left to the usual one."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from matcher.services.settings.options import LONGEST_NAME, Option, Value
from ui.language import Language
from ui.staff.setting_row import SettingRow
from ui.widgets.announcement import announce
from ui.widgets.text import Text


class NameRow(SettingRow):
    """One line to write in; what holds without a name stands in it where it is empty."""

    def __init__(self, option: Option, words: Language) -> None:
        super().__init__(option, words)
        self.field = QLineEdit()
        self.field.setObjectName(option.key)
        self.field.setMaxLength(LONGEST_NAME)
        self.error = Text("error", f"{option.key}_error")
        self.column.addWidget(self.field)
        self.column.addWidget(self.error)
        self.error.set_words("")
        self.field.textEdited.connect(self._take)

    @property
    def is_wrong(self) -> bool:
        """Whether what is written is no name."""
        return self.option.read(self._written) is None

    def show_value(self, value: Value) -> None:
        """Show the name that holds."""
        assert isinstance(value, str)
        if value != self._written:  # nothing moves while somebody writes
            self.field.setText(value)
        self._say_error("")

    def first(self) -> QWidget:
        """Return the field."""
        return self.field

    def say_wrong(self) -> QWidget:
        """Say what a name is."""
        wrong = self._words.text("setting.wrong.name", most=LONGEST_NAME)
        self._say_error(wrong if self.is_wrong else "")
        if self.error.plain:
            announce(self, self.error.plain)
        return self

    def retranslate(self) -> None:
        """Say what it does, and what holds without it."""
        super().retranslate()
        self.field.setAccessibleName(self.name.plain)
        self.field.setPlaceholderText(self._words.text(f"setting.{self.option.key}.usual"))
        if self.error.plain:
            self.say_wrong()
        self._say_error(self.error.plain)

    @property
    def _written(self) -> str:
        return self.field.text().strip()

    def _say_error(self, words: str) -> None:
        self.error.set_words(words)
        described = (self.what.plain, self.field.placeholderText(), words)
        self.field.setAccessibleDescription(" ".join(filter(None, described)))

    def _take(self) -> None:
        self._say_error("")
        self._tell(None if self.is_wrong else self._written)
