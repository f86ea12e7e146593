"""Which countries, currencies and licence areas there are, so that no slip becomes one."""

from functools import cache
from typing import Any

from matcher.region import load_region, region_of_country

_NO_COUNTRIES = frozenset({"EU"})
"""Have money of their own, and so stand among the countries."""


def is_country(code: str) -> bool:
    """Tell whether there is a country of this ISO 3166 code today."""
    return len(code) == 2 and code in _money() and code not in _NO_COUNTRIES


def is_currency(code: str) -> bool:
    """Tell whether people pay with money of this ISO 4217 code somewhere today."""
    return any(code in each for each in _money().values())


def is_licence_area(code: str) -> bool:
    """Tell whether a licence may hold in a place of this ISO 3166-2 code.

    The parts of a country that is not described are not known: any may be one.
    """
    country, _, part = code.partition("-")
    known = load_region(region_of_country(country)).licence_areas
    return is_country(country) and (part in known or not known)


@cache
def _money() -> dict[str, frozenset[str]]:
    """Return the money of each country that has some today."""
    from babel.core import get_global

    listed: Any = get_global("territory_currencies")
    paid = {
        country: frozenset(code for code, _, until, is_tender in money if is_tender and not until)
        for country, money in listed.items()
    }
    return {country: codes for country, codes in paid.items() if codes}
