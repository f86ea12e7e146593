"""Editor for what one meeting may cost."""

from PySide6.QtWidgets import QWidget

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Money, Value
from matcher.region import Region
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.money_field import MoneyField
from ui.widgets.text import Text


class MoneyEditor(Editor):
    """*Free* or an amount, in the money that fees are stated in.

    Amounts in another currency cannot be compared. So the directory's own is asked for; that of
    the region when the directory has no usual one.
    """

    def __init__(self, item: Item, words: Language, region: Region, locality: Locality) -> None:
        super().__init__(item, words)
        self._region = region
        self._locality = locality
        self._currency = locality.currency or region.currency
        self._field = MoneyField(item.id, self._currency, words)
        self._note = Text("quiet", f"{item.id}_note")
        self.column.addWidget(self._field)
        self.column.addWidget(self._note)
        self._field.money_changed.connect(self.value_changed)

    @property
    def is_begun(self) -> bool:
        """Whether something is written that is no amount."""
        return self._field.is_wrong

    def show_value(self, value: Value | None) -> None:
        """Show the amount."""
        self._field.set_money(value if isinstance(value, Money) else None)
        self._say_note()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self._field.set_words(self._say)
        self._say_note()

    def find_fault(self) -> QWidget | None:
        """Say so when what is written is no amount."""
        self._field.show_error(self._field.is_wrong)
        return self._field.amount if self._field.is_wrong else None

    def _say(self, what: str) -> str:
        currency = self.words.catalogue.currency(self._field.currency)
        own = self.words.item(self.item.id, what)
        return own or self.words.text(f"screen.money.{what}", currency=currency)

    def _say_note(self) -> None:
        """Tell when money is not that of the region, or cannot be compared with all fees."""
        asked, name = self._field.currency, self.words.catalogue.currency
        usual = self._locality.currency
        note = ""
        if usual and asked != usual:
            note = self.words.text("screen.money.not_compared", currency=name(usual))
        elif self._locality.other_currencies:
            note = self.words.text("screen.money.others", currency=name(asked))
        elif asked != self._region.currency:
            note = self.words.text("screen.money.theirs", currency=name(asked))
        self._note.set_words(note)
