"""Editor for what one meeting may cost."""

from PySide6.QtWidgets import QWidget

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Money, Value
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.money_field import MoneyField


class MoneyEditor(Editor):
    """*Free* or an amount."""

    def __init__(self, item: Item, words: Language, currency: str) -> None:
        super().__init__(item, words)
        self._currency = currency
        self._field = MoneyField(item.id, currency)
        self.column.addWidget(self._field)
        self._field.money_changed.connect(self.value_changed)

    def show_value(self, value: Value | None) -> None:
        """Show the amount."""
        self._field.set_money(value if isinstance(value, Money) else None)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self._field.set_words(self._say)

    def find_fault(self) -> QWidget | None:
        """Say so when what is written is no amount."""
        self._field.show_error(self._field.is_wrong)
        return self._field.amount if self._field.is_wrong else None

    def _say(self, what: str) -> str:
        own = self.words.item(self.item.id, what)
        return own or self.words.text(f"screen.money.{what}", currency=self._currency)
