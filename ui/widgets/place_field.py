"""Where somebody is, and how far they can go."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from matcher.questionnaire.response import Place
from ui.settings import Region
from ui.widgets.button import Button
from ui.widgets.option_group import OptionGroup
from ui.widgets.text import Text

_KILOMETRES = ("2", "5", "10", "20", "50")
_ROUND_MILES = ("3", "8", "16", "32", "80")
"""Kilometres that are 2, 5, 10, 20 and 50 miles."""

_USUAL = 2
_ZIP = re.compile(r"\d{5}(-?\d{4})?")
_POSTCODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]{1,10}")


class PlaceField(QWidget):
    """A postcode, or an area of the clinic's list, and a distance.

    Parameters
    ----------
    name
        Object name.
    region
        Where postcodes and distances are of.
    areas
        Names of the clinic's list; without them only a postcode can be given.

    Signals
    -------
    place_changed
        With the `Place` that holds after the person changed it, or ``None``.
    """

    place_changed = Signal(object)

    def __init__(self, name: str, region: Region, areas: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._country = region.country
        self._distances = _ROUND_MILES if region.uses_miles else _KILOMETRES
        self._is_online_only = False
        self._label = Text("strong", f"{name}_label")
        self.postcode = QLineEdit()
        self.postcode.setObjectName(f"{name}_postcode")
        self.postcode.setMaxLength(12)
        self.postcode.setMaximumWidth(260)
        self.error = Text("error", f"{name}_error")
        self.swap = Button("plain", f"{name}_swap")
        self._areas = OptionGroup(f"{name}_area", tuple(areas))
        self._distance_label = Text("strong", f"{name}_distance_label")
        self._distance = OptionGroup(f"{name}_distance", self._distances, columns=3)
        self._by_area = False
        self._own_distance: Decimal | None = None  # one that is on no card
        self._words: Callable[[str], str] = str
        self._build(bool(areas))
        self.postcode.textEdited.connect(self._tell)
        self.swap.clicked.connect(self._swap)
        self._areas.chosen_changed.connect(self._tell)
        self._distance.chosen_changed.connect(self._tell)

    @property
    def place(self) -> Place | None:
        """What is said, or ``None`` when neither postcode nor area is."""
        chosen = self._distance.chosen
        max_km = Decimal(chosen[0]) if chosen else self._own_distance
        if self._is_online_only:
            max_km = None
        if self._by_area:
            areas = self._areas.chosen
            return Place(area=areas[0], max_km=max_km) if areas else None
        code = self.postcode.text().strip()
        if not code or self.is_wrong:
            return None
        return Place(postcode=code, country=self._country or None, max_km=max_km)

    @property
    def is_wrong(self) -> bool:
        """Whether something is written that cannot be a postcode there."""
        code = self.postcode.text().strip()
        shape = _ZIP if self._country == "US" else _POSTCODE
        return not self._by_area and bool(code) and shape.fullmatch(code) is None

    def set_place(self, place: Place | None) -> None:
        """Show what holds."""
        self._by_area = place is not None and place.area is not None
        self.postcode.setText((place.postcode or "") if place else "")
        self._areas.set_chosen((place.area,) if place and place.area else ())
        self._own_distance = place.max_km if place else None
        usual = self._distances[_USUAL]
        distance = str(place.max_km) if place and place.max_km is not None else usual
        self._distance.set_chosen((distance,) if distance in self._distances else ())
        self.show_error(False)
        self._show()

    def set_online_only(self, is_online_only: bool) -> None:
        """Ask only where the person will be, not how far they can go."""
        self._is_online_only = is_online_only
        self._show()

    def set_words(self, own: Callable[[str], str], distance: Callable[[str], str]) -> None:
        """Say its words (``postcode``, ``area``, ``by_area`` and so on) and each distance."""
        self._words = own
        self._areas.set_words(str)
        self._distance_label.set_words(own("far"))
        self._distance.set_words(distance)
        self.show_error(self.error.isVisibleTo(self))
        self._show()

    def show_error(self, wrong: bool) -> None:
        """Say that the postcode is not known, or take that back."""
        words = self._words("wrong") if wrong else ""
        self.error.set_words(words)
        self.postcode.setProperty("wrong", wrong)
        self.postcode.setAccessibleDescription(words)
        self.postcode.style().polish(self.postcode)

    def _build(self, has_areas: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._label, self.postcode, self.error, self._areas):
            column.addWidget(widget)
        column.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._distance_label)
        column.addWidget(self._distance)
        self._has_areas = has_areas
        self._distance.set_chosen((self._distances[_USUAL],))
        self.error.set_words("")

    def _swap(self) -> None:
        self._by_area = not self._by_area
        self._show()
        self._tell()

    def _show(self) -> None:
        by_area = self._by_area
        self._label.set_words(self._words("area" if by_area else "postcode"))
        self.postcode.setAccessibleName(self._words("postcode"))
        self.swap.set_words(self._words("by_postcode" if by_area else "by_area"))
        self.swap.setVisible(self._has_areas)
        self.postcode.setVisible(not by_area)
        self._areas.setVisible(by_area)
        self._distance_label.setVisible(not self._is_online_only)
        self._distance.setVisible(not self._is_online_only)

    def _tell(self) -> None:
        self.show_error(False)
        self.place_changed.emit(self.place)
