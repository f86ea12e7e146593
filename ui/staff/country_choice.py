"""In which country the places of a list are, said once for all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from matcher.region import countries, region_of_country
from ui.controllers.mapping_controller import MappingController
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.column import Column, make_room
from ui.widgets.fold import Fold
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

NOT_SAID = "none"


class CountryChoice(QWidget):
    """A line that says what holds, and opens the countries to choose from.

    Parameters
    ----------
    words
        The language that holds.
    mapping
        Owner of what is decided about the list.
    """

    def __init__(self, words: Language, mapping: MappingController) -> None:
        super().__init__()
        self.setObjectName("country_choice")
        self._words, self._mapping = words, mapping
        self.likely = Text("body", "country_likely")
        self.accept = Button("quiet", "country_accept")
        self.why = Text("quiet", "country_why")
        self.countries = OptionGroup("country", [*countries(), NOT_SAID], columns=3)
        room = Column("country_room")
        room.column.setSpacing(12)
        for widget in (self.why, self.countries):
            room.column.addWidget(widget)
        self.fold = Fold("country_fold", room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fold)
        column.addWidget(self.likely)
        column.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: object = None
        self.countries.chosen_changed.connect(self._take)
        self.accept.clicked.connect(self._take_likely)

    def retranslate(self) -> None:
        """Say every word."""
        self.countries.setAccessibleName(self._words.text("intake.country.label"))
        self.show_country()

    def show_country(self) -> None:
        """Show what holds; of a list that was just looked at, open what should be said."""
        draft, text = self._mapping.draft, self._words.text
        self.setVisible(self._mapping.does_country_matter)
        if draft is None:
            return
        is_wanted = self._mapping.is_country_wanted
        none = "not_said" if is_wanted else "by_list"
        self.countries.set_words(
            lambda code: text(f"intake.country.{none}") if code == NOT_SAID else self._name(code)
        )
        said = self._name(draft.country) if draft.country else text(f"intake.country.{none}")
        self.fold.line.set_words(text("intake.country.holds", country=said))
        self.why.set_words(text("intake.country.why"))
        likely = "" if draft.country else self._mapping.likely_country
        name = self._name(likely) if likely else ""
        self.likely.set_words(text("intake.country.likely", country=name) if likely else "")
        self.accept.set_words(text("intake.country.accept", country=name))
        self.accept.setVisible(bool(likely))
        self.countries.set_chosen([draft.country or NOT_SAID])
        if self._shown != (draft.file, draft.sheet, is_wanted):
            self._shown = (draft.file, draft.sheet, is_wanted)
            self.fold.set_open(is_open=is_wanted and not (draft.country or likely))
        make_room(self)

    def first_stop(self) -> QWidget | None:
        """Return where somebody says the country that nothing else says; else ``None``."""
        draft = self._mapping.draft
        if draft is None or draft.country or not self._mapping.is_country_wanted:
            return None
        return self.countries.chosen_card() if self.accept.isHidden() else self.accept

    def _name(self, country: str) -> str:
        return self._words.text(f"crisis.region.{region_of_country(country)}")

    def _take_likely(self) -> None:
        self.fold.line.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self._mapping.set_country(self._mapping.likely_country)

    def _take(self, codes: tuple[str, ...]) -> None:
        country = codes[0]
        self._mapping.set_country("" if country == NOT_SAID else country)
