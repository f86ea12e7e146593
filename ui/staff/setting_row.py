"""One setting: what it is called, what it does, and a way to change it."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.services.settings.options import Option, OptionKind, Value
from matcher.services.settings.settings_words import setting_name
from ui.language import Language
from ui.widgets.number_field import NumberField
from ui.widgets.text import Text

_STEPS = {OptionKind.DAYS: 10, OptionKind.MINUTES: 5, OptionKind.SECONDS: 10}


class SettingRow(QWidget):
    """The base of all rows: a name, what the setting does, and below it what changes it.

    Parameters
    ----------
    option
        What is set.
    words
        The language that holds.

    Signals
    -------
    value_changed
        With the key and the value, or ``None`` where what is written is none.
    """

    value_changed = Signal(str, object)

    def __init__(self, option: Option, words: Language) -> None:
        super().__init__()
        self.setObjectName(f"setting_{option.key}")
        self.option = option
        self._words = words
        self.name = Text("strong", f"name_{option.key}")
        self.what = Text("quiet", f"what_{option.key}")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 16)
        self.column.setSpacing(8)
        self.column.addWidget(self.name)
        self.column.addWidget(self.what)

    @property
    def is_wrong(self) -> bool:
        """Whether something is written that cannot be."""
        return False

    @abstractmethod
    def show_value(self, value: Value) -> None:
        """Show what holds."""

    @abstractmethod
    def first(self) -> QWidget:
        """Return where the focus goes."""

    def say_wrong(self) -> QWidget:
        """Say what is wrong with what is written; return where it is said."""
        return self

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self.name.set_words(setting_name(self.option.key, self._words.catalogue))
        self.what.set_words(self._words.text(f"setting.{self.option.key}.what"))

    def _tell(self, value: object) -> None:
        self.value_changed.emit(self.option.key, value)


class NumberRow(SettingRow):
    """A number between two limits."""

    def __init__(self, option: Option, words: Language) -> None:
        super().__init__(option, words)
        step = _STEPS[option.kind]
        self.number = NumberField(option.key, option.least, option.most, step)
        self.column.addWidget(self.number)
        self.number.number_changed.connect(self._take)

    @property
    def is_wrong(self) -> bool:
        """Whether what is written is no number, or beyond the limits."""
        return self.number.number is None

    def show_value(self, value: Value) -> None:
        """Show the number that holds."""
        assert isinstance(value, int)
        self.number.show_number(value)
        self.number.show_error("")
        self._say_unit()

    def first(self) -> QWidget:
        """Return the field."""
        return self.number.field

    def say_wrong(self) -> QWidget:
        """Say between which limits it has to be."""
        wrong = self._limits("wrong")
        self.number.show_error(wrong if self.is_wrong else "")
        self._say_field()
        return self.number

    def retranslate(self) -> None:
        """Say what it does, and its limits."""
        super().retranslate()
        self._say_unit()
        self._say_field()
        if self.number.error.plain:
            self.say_wrong()

    def _say_field(self) -> None:
        name, text = self.name.plain, self._words.text
        less, more = text("setting.less", name=name), text("setting.more", name=name)
        self.number.set_words(name, less, more, f"{self.what.plain} {self.number.unit.plain}")

    def _say_unit(self) -> None:
        self.number.unit.set_words(self._limits("unit"))

    def _limits(self, what: str) -> str:
        n = self.number.number
        said = {"least": self.option.least, "most": self.option.most, "n": 2 if n is None else n}
        return self._words.text(f"setting.{what}.{self.option.kind}", **said)

    def _take(self, number: object) -> None:
        if number is not None:
            self.number.show_error("")
            self._say_field()
        self._say_unit()
        self._tell(number)
