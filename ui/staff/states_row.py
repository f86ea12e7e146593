"""The setting that names states: a line of codes."""

import re

from PySide6.QtWidgets import QWidget

from matcher.services.settings.options import Option, Value
from ui.language import Language
from ui.staff.labeled_field import LabeledField
from ui.staff.setting_row import SettingRow

_LONGEST = 500
_BETWEEN = re.compile(r"[\s,;]+")


class StatesRow(SettingRow):
    """Codes of states, typed one after the other; none stands for all."""

    def __init__(self, option: Option, words: Language) -> None:
        super().__init__(option, words)
        self.line = LabeledField(option.key, _LONGEST)
        self.column.addWidget(self.line)
        self.line.field.textEdited.connect(self._take)

    @property
    def is_wrong(self) -> bool:
        """Whether something is written that is no code."""
        return bool(self._wrong())

    def show_value(self, value: Value) -> None:
        """Show which are named; what is being typed stays as it is typed."""
        assert isinstance(value, tuple)
        if self._written() != value:
            self.line.field.setText(" ".join(value))
        self.line.show_error("")

    def first(self) -> QWidget:
        """Return the line."""
        return self.line.field

    def say_wrong(self) -> QWidget:
        """Say what is no code."""
        said = self._words.text("setting.states.wrong", codes=" ".join(self._wrong()))
        self.line.show_error(said if self.is_wrong else "")
        return self.line

    def retranslate(self) -> None:
        """Say what it does, and how codes are written."""
        super().retranslate()
        self.line.set_words(self._words.text("setting.states.codes"))
        self.line.field.setAccessibleName(self.name.plain)
        if self.line.error.plain:
            self.say_wrong()

    def _written(self) -> tuple[str, ...]:
        codes = filter(None, _BETWEEN.split(self.line.text.upper()))
        return tuple(dict.fromkeys(codes))

    def _wrong(self) -> list[str]:
        return [code for code in self._written() if self.option.read((code,)) is None]

    def _take(self, _text: str) -> None:
        if not self.is_wrong:
            self.line.show_error("")
        self._tell(None if self.is_wrong else self._written())
