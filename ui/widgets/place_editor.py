"""Editor for a place and a distance."""

from PySide6.QtWidgets import QWidget

from matcher.questionnaire.item import Item
from matcher.questionnaire.response import Place, Value
from matcher.region import Region
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.editor import Editor
from ui.widgets.place_field import PlaceField


class PlaceEditor(Editor):
    """Postcode or area, and how far."""

    def __init__(self, item: Item, words: Language, region: Region, locality: Locality) -> None:
        super().__init__(item, words)
        self.field = PlaceField(item.id, words, region, locality)
        self.column.addWidget(self.field)
        self.field.place_changed.connect(self.value_changed)

    @property
    def is_begun(self) -> bool:
        """Whether a postcode is half written, or a distance chosen from nowhere."""
        return self.field.is_begun

    @property
    def is_weighed(self) -> bool:
        """Whether it asks for a distance; a license is held or not."""
        return super().is_weighed and not self.field.is_online_only

    def show_value(self, value: Value | None) -> None:
        """Show the place."""
        self.field.set_place(value if isinstance(value, Place) else None)

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self.field.retranslate()

    def find_fault(self) -> QWidget | None:
        """Say so when there is no postcode, or none that can be one there."""
        return self.field.find_fault()
