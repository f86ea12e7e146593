"""What a region means: its country, money, paper, and how far people say things are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args

from matcher.bundled import bundled_toml
from matcher.errors import Message, ResourceError

Paper = Literal["A4", "Letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

FILE = "regions.toml"

HOME = "us"
"""The region that holds when nothing says another."""

ELSEWHERE = "elsewhere"
"""The region that stands in for one that is not described."""

ANY_POSTCODE = "[A-Z0-9][A-Z0-9 -]{1,10}"

KM_PER_UNIT = MappingProxyType({"km": Decimal(1), "mile": Decimal("1.609344")})


@dataclass(frozen=True, slots=True)
class Distance:
    """A way, which a catalogue writes in its region's unit.

    Attributes
    ----------
    rounding
        As in `decimal`.
    """

    km: Decimal
    rounding: str = ROUND_HALF_UP


@dataclass(frozen=True, slots=True)
class Region:
    """One region.

    Attributes
    ----------
    id
        As in an answers file.
    country
        ISO 3166 code, or ``""`` for a region that is no country.
    currency
        ISO 4217 code.
    paper
        The usual paper.
    unit
        What people count a way in.
    postcode
        The shape of a postcode, as a regular expression; capitals and small letters are one.
    formats
        By language, the locale whose numbers are read there.
    payers
        The group of the payers vocabulary that means something there alone, or ``""``.
    licence_areas
        The parts that license practitioners themselves, as the second half of an ISO 3166-2 code.
    """

    id: str
    country: str
    currency: str
    paper: Paper
    unit: Literal["km", "mile"]
    postcode: str = ANY_POSTCODE
    formats: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    payers: str = ""
    licence_areas: frozenset[str] = frozenset()

    def is_postcode(self, written: str) -> bool:
        """Tell whether something written can be a postcode there."""
        return re.fullmatch(self.postcode, written.strip(), re.IGNORECASE) is not None

    def in_unit(self, km: int | float | Decimal, rounding: str = ROUND_HALF_UP) -> int | Decimal:
        """Turn kilometres into the unit here: to a tenth, from 100 on whole, never down to 0.

        Where somebody practises is known to the postcode; anything finer would claim too much.

        Parameters
        ----------
        rounding
            As in `decimal`; a limit that has to hold somebody is rounded up.
        """
        exact = Decimal(str(km)) / KM_PER_UNIT[self.unit]
        step = Decimal("0.1") if exact < 100 else Decimal(1)
        rounded = exact.quantize(step, rounding)
        if not rounded and exact > 0:
            return step
        return int(rounded) if rounded == int(rounded) else rounded

    def in_km(self, amount: int | Decimal) -> Decimal:
        """Turn the unit here into kilometres, in tenths, so that it reads as the same amount."""
        km = (amount * KM_PER_UNIT[self.unit]).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return Decimal(int(km)) if km == int(km) else km


@cache
def load_region(region: str) -> Region:
    """Load what a region means; of one that is not described, what *elsewhere* means.

    Parameters
    ----------
    region
        ``"us"``, ``"gb"`` and so on; case does not matter.

    Raises
    ------
    ResourceError
        With a message for each entry at fault.
    """
    raw = bundled_toml(FILE)
    name = region.strip().lower()
    name = name if name in raw else ELSEWHERE
    entry = raw[name]
    if faults := _faults(name, entry):
        raise ResourceError(*faults)
    return Region(
        name,
        entry.get("country", ""),
        entry["currency"],
        entry["paper"],
        entry["unit"],
        entry.get("postcode", ANY_POSTCODE),
        MappingProxyType(entry.get("formats", {})),
        entry.get("payers", ""),
        frozenset(entry.get("licence_areas", ())),
    )


def foreign_payers(region: Region) -> frozenset[str]:
    """Return the groups of the payers vocabulary that mean something in another region alone."""
    national = {entry.get("payers", "") for entry in bundled_toml(FILE).values()}
    return frozenset(national - {region.payers, ""})


@cache
def regions() -> tuple[str, ...]:
    """Return every region that is described, in the order of the file."""
    return tuple(bundled_toml(FILE))


@cache
def countries() -> tuple[str, ...]:
    """Return the countries that regions are, in the order of the file."""
    named = (entry.get("country", "") for entry in bundled_toml(FILE).values())
    return tuple(filter(None, named))


@cache
def region_of_country(country: str) -> str:
    """Return the region that is a country, or ``""`` when none is."""
    found = (name for name, entry in bundled_toml(FILE).items() if entry.get("country") == country)
    return next(found, "") if country else ""


def _faults(name: str, entry: Mapping[str, Any]) -> list[Message]:
    expected = {
        "country": isinstance(entry.get("country", ""), str),
        "currency": isinstance(entry.get("currency"), str),
        "paper": entry.get("paper") in PAPERS,
        "unit": entry.get("unit") in KM_PER_UNIT,
        "postcode": isinstance(entry.get("postcode", ""), str),
        "formats": isinstance(entry.get("formats", {}), dict),
        "payers": isinstance(entry.get("payers", ""), str),
        "licence_areas": isinstance(entry.get("licence_areas", []), list),
    }
    return [
        Message("error.resource.entry", file=FILE, entry=name, key=key, value=str(entry.get(key)))
        for key, is_fine in expected.items()
        if not is_fine
    ]
