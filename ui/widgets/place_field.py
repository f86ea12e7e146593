"""Where somebody is, and how far they can go or where a license has to hold."""

from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from matcher.preferences.whereabouts import fit_place
from matcher.questionnaire.response import Place
from matcher.region import Region
from matcher.services.people.locality import Locality
from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_ROUND = ("2", "5", "10", "20", "50")
"""Distances on cards, in the unit of the region."""

_USUAL = "10"
_OWN = "own"
"""The card of a distance that is on no other card."""


class PlaceField(QWidget):
    """A postcode, or an area of a list, and a distance.

    Who only meets online is asked for no distance but for where a license has to hold: the state
    of a ZIP code, or an area that somebody in the directory is licensed for.

    Parameters
    ----------
    name
        Object name.
    words
        The language that holds, and the unit of distances.
    region
        Where the person is.
    locality
        Where the people of the directory are; without areas only a postcode can be given.

    Signals
    -------
    place_changed
        With the `Place` that holds after the person changed it, or ``None``.
    """

    place_changed = Signal(object)

    def __init__(self, name: str, words: Language, region: Region, locality: Locality) -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._region = region
        self._postal = locality.region(region.id)
        self._listed = locality.listed
        self.is_online_only = False
        # Where no table knows the postcodes, the clinic's own list is what tells distances.
        self._begins_by_area = bool(self._listed.areas) and self._postal.country != "US"
        self._by_area = self._begins_by_area
        self._held: Place | None = None
        self._own_km: Decimal | None = None
        self._fault = ""
        country = self._postal.country
        licences = [code for code in locality.licence_areas if code.startswith(f"{country}-")]
        self._label = Text("strong", f"{name}_label")
        self.postcode = QLineEdit()
        self.postcode.setObjectName(f"{name}_postcode")
        self.postcode.setMaxLength(12)
        self.postcode.setMaximumWidth(260)
        self.error = Text("error", f"{name}_error")
        self.note = Text("quiet", f"{name}_note")
        self.swap = Button("plain", f"{name}_swap")
        self._areas = OptionGroup(f"{name}_area", locality.areas)
        self._licences = OptionGroup(f"{name}_licence", licences, columns=3)
        self._distance_label = Text("strong", f"{name}_distance_label")
        self._distance = OptionGroup(f"{name}_distance", (*_ROUND, _OWN), columns=3)
        self._build()
        self._connect()

    @property
    def place(self) -> Place | None:
        """What is said, or ``None`` when neither postcode nor area is."""
        return self._held

    @property
    def is_begun(self) -> bool:
        """Whether something is said that is no answer yet."""
        begun = bool(self.postcode.text().strip()) and not self._by_list
        return self._held is None and (begun or bool(self._km_chosen()))

    def find_fault(self) -> QWidget | None:
        """Say beside the field what is missing or cannot be read, and return the field."""
        self._say_fault()
        if not self._fault:
            return None
        return self._list.cards[0] if self._by_list else self.postcode

    def set_place(self, place: Place | None) -> None:
        """Show what holds."""
        self._held = place
        self._by_area = self._begins_by_area
        if place is not None:
            self._by_area = place.postcode is None and bool(place.area or place.licence_area)
        with QSignalBlocker(self.postcode):
            self.postcode.setText((place.postcode or "") if place else "")
        self._areas.set_chosen((place.area,) if place and place.area else ())
        self._licences.set_chosen((place.licence_area,) if place and place.licence_area else ())
        self._own_km = place.max_km if place else None
        self._distance.set_chosen(self._card_of(self._own_km))
        self.take_back_fault()
        self._show()

    def set_online_only(self, is_online_only: bool) -> None:
        """Ask only where the person will be, not how far they can go."""
        self.is_online_only = is_online_only
        self._show()

    def retranslate(self) -> None:
        """Say every word in the language that holds."""
        self._areas.set_words(str)
        self._licences.set_words(self._words.catalogue.area)
        self._distance_label.set_words(self._say("far"))
        if self._fault:
            self._say_fault()
        self._show()

    def take_back_fault(self) -> None:
        """Say no longer that something is wrong."""
        self._fault = ""
        self._show_fault()

    @property
    def _list(self) -> OptionGroup:
        return self._licences if self.is_online_only else self._areas

    @property
    def _takes_postcode(self) -> bool:
        """Whether a postcode tells what is asked."""
        return not self.is_online_only or self._postal.country == "US"

    @property
    def _by_list(self) -> bool:
        has_list = bool(self._list.cards)
        return has_list and (self._by_area or not self._takes_postcode)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._label, self.postcode, self._areas, self._licences):
            column.addWidget(widget)
        column.addWidget(self.error)
        column.addWidget(self.note)
        column.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._distance_label)
        column.addWidget(self._distance)
        self.error.set_words("")

    def _connect(self) -> None:
        # Not textEdited: a screen reader or dictation writes without a key.
        self.postcode.textChanged.connect(self._tell)
        self.swap.clicked.connect(self._swap)
        for group in (self._areas, self._licences, self._distance):
            group.chosen_changed.connect(self._tell)

    def _swap(self) -> None:
        self._by_area = not self._by_area
        self._tell()

    def _tell(self) -> None:
        self.take_back_fault()
        self._held = self._said()
        if self._held is not None and not self.is_online_only and not self._km_chosen():
            self._distance.set_chosen((_USUAL,))
            self._held = self._said()
        self._show()
        self.place_changed.emit(self._held)

    def _said(self) -> Place | None:
        if self._by_list:
            chosen = self._list.chosen
            if not chosen:
                return None
            if self.is_online_only:
                return Place(licence_area=chosen[0])
            return Place(area=chosen[0], max_km=self._km_chosen())
        code, country = self.postcode.text().strip(), self._postal.country or None
        if not (self._takes_postcode and self._postal.is_postcode(code)):
            return None
        place = Place(postcode=code, country=country, max_km=self._km_chosen())
        return fit_place(place, is_online_only=self.is_online_only)

    def _km_chosen(self) -> Decimal | None:
        if self.is_online_only or not self._distance.chosen:
            return None
        card = self._distance.chosen[0]
        if (card,) == self._card_of(self._own_km):
            return self._own_km
        return self._region.in_km(int(card))

    def _card_of(self, km: Decimal | None) -> tuple[str, ...]:
        if km is None:
            return ()
        amount = str(self._region.in_unit(km))
        return (amount,) if amount in _ROUND else (_OWN,)

    def _say(self, what: str, **params: object) -> str:
        own = f"screen.place.{what}_{self._postal.country.lower()}"
        key = own if self._words.has(own) else f"screen.place.{what}"
        return self._words.text(key, **params)

    def _say_fault(self) -> None:
        is_written = bool(self.postcode.text().strip()) and not self._by_list
        self._fault = ""
        if self.is_begun:
            self._fault = self._say("wrong" if is_written else "missing")
        self._show_fault()

    def _show_fault(self) -> None:
        self.error.set_words(self._fault)
        self.postcode.setProperty("wrong", bool(self._fault))
        self.postcode.setAccessibleDescription(self._fault)
        self.postcode.style().polish(self.postcode)

    def _show(self) -> None:
        by_list, online = self._by_list, self.is_online_only
        kind = ("licence_area" if online else "area") if by_list else "postcode"
        shows_postcode = self._takes_postcode and not by_list
        self._label.set_words(self._say(kind) if by_list or shows_postcode else "")
        self.postcode.setAccessibleName(self._say("postcode"))
        self.postcode.setVisible(shows_postcode)
        self._areas.setVisible(by_list and not online)
        self._licences.setVisible(by_list and online)
        self.swap.set_words(self._say("by_postcode" if by_list else f"by_{self._other_way}"))
        self.swap.setVisible(self._takes_postcode and bool(self._list.cards))
        self.note.set_words(self._note())
        self._distance_label.setVisible(not online)
        self._distance.setVisible(not online)
        self._show_own_distance()

    @property
    def _other_way(self) -> str:
        return "licence_area" if self.is_online_only else "area"

    def _show_own_distance(self) -> None:
        is_own = self._card_of(self._own_km) == (_OWN,)

        def km_of(card: str) -> Decimal:
            return (self._own_km or Decimal(0)) if card == _OWN else self._region.in_km(int(card))

        cards = sorted((*_ROUND, _OWN), key=km_of)
        self._distance.set_order(cards)
        self._distance.set_words(lambda card: self._words.distance(km_of(card)))
        self._distance.cards[cards.index(_OWN)].setVisible(is_own)

    def _note(self) -> str:
        """Say what follows from the place, and what cannot be told from it."""
        place = self._held
        if self.is_online_only:
            if place is not None and place.licence_area:
                return self._say("licensed", area=self._words.catalogue.area(place.licence_area))
            can_tell = self._by_list or (self._takes_postcode and place is None)
            return "" if can_tell else self._say("licence_not_known")
        if place is None or not place.postcode:
            return ""
        is_known = self._listed.locate_postcode(place.postcode, place.country or "") is not None
        return "" if is_known else self._say("not_located")
