"""Areas of a clinic's own list: names that stand for places where no table of postcodes helps."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy comes with it: not before the first page is painted
    from matcher.directory.geography import Coordinates


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a town or a region, which stands for its middle.

    Attributes
    ----------
    name
        As clients see it.
    latitude, longitude
        Degrees.
    aliases
        Other spellings of the name.
    country
        ISO 3166 code of the postcodes; ``""`` when there are none.
    postcodes
        Postcodes that lie in it.
    """

    name: str
    latitude: float
    longitude: float
    aliases: tuple[str, ...] = ()
    country: str = ""
    postcodes: tuple[str, ...] = ()

    @property
    def place(self) -> Coordinates:
        """Its middle."""
        return self.latitude, self.longitude


@dataclass(frozen=True)
class AreaList:
    """All areas of a clinic, in its own order.

    Attributes
    ----------
    areas
        No two share a name, an alias or a postcode: who reads a list sees to it.
    """

    areas: tuple[Area, ...] = ()
    _by_name: dict[str, Area] = field(init=False, repr=False, compare=False)
    _by_postcode: dict[tuple[str, str], Area] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = {name_key(name): area for area in self.areas for name in (area.name, *area.aliases)}
        codes = {(a.country, postcode_key(code)): a for a in self.areas for code in a.postcodes}
        object.__setattr__(self, "_by_name", names)
        object.__setattr__(self, "_by_postcode", codes)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that clients choose from."""
        return tuple(area.name for area in self.areas)

    @property
    def digest(self) -> str:
        """SHA-256 of all that decides where somebody is; ``""`` of an empty list."""
        if not self.areas:
            return ""
        rows = [
            [a.name, a.latitude, a.longitude, a.aliases, a.country, a.postcodes] for a in self.areas
        ]
        return sha256(json.dumps(rows).encode()).hexdigest()

    def find(self, name: str) -> Area | None:
        """Return the area of a name or another spelling of it, or ``None``."""
        return self._by_name.get(name_key(name)) if name else None

    def locate(self, name: str) -> Coordinates | None:
        """Return where an area is, or ``None`` when the list lacks it."""
        area = self.find(name)
        return None if area is None else area.place

    def locate_postcode(self, postcode: str, country: str) -> Coordinates | None:
        """Return where a postcode is: by the shipped table, else by the list, else ``None``."""
        from matcher.directory.geography import locate_postcode

        found = locate_postcode(postcode, country)
        if found is not None:
            return found
        area = self._by_postcode.get((country.upper(), postcode_key(postcode)))
        return None if area is None else area.place


NO_AREAS = AreaList()


def name_key(name: str) -> str:
    """Return a name as it is compared: without case, and white space alike."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def postcode_key(postcode: str) -> str:
    """Return a postcode as it is compared: people write it with and without its spaces."""
    return "".join(postcode.upper().split())
