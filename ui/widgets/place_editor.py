"""Editor for a place and a distance."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Place, Value
from ui.language import Language
from ui.settings import Region
from ui.widgets.editor import Editor
from ui.widgets.place_field import PlaceField


class PlaceEditor(Editor):
    """Postcode or area, and how far."""

    def __init__(
        self, item: Item, words: Language, region: Region, areas: Sequence[str] = ()
    ) -> None:
        super().__init__(item, words)
        self._region = region
        self.field = PlaceField(item.id, region, areas)
        self.column.addWidget(self.field)
        self.field.place_changed.connect(self.value_changed)

    def show_value(self, value: Value | None) -> None:
        """Show the place."""
        self.field.set_place(value if isinstance(value, Place) else None)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self.field.set_words(lambda what: self.words.text(f"screen.place.{what}"), self._distance)

    def find_fault(self) -> QWidget | None:
        """Say so when what is written cannot be a postcode of the region."""
        self.field.show_error(self.field.is_wrong)
        return self.field.postcode if self.field.is_wrong else None

    def _distance(self, km: str) -> str:
        number = int(km)
        if self._region.uses_miles:
            return self.words.text("screen.place.miles", miles=round(number / 1.609), km=number)
        return self.words.text("screen.place.km", km=number)
