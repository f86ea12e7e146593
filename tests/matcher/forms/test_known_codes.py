"""Countries, currencies and licence areas there are today, and none besides."""

import pytest

from matcher.forms.known_codes import is_country, is_currency, is_licence_area
from matcher.region import load_region

_REGIONS = ("us", "gb", "ie", "de", "at", "ca", "au", "nz")


@pytest.mark.parametrize("region", _REGIONS)
def test_country_when_of_a_region_then_it_and_its_money_are_known(region: str) -> None:
    assert is_country(load_region(region).country)
    assert is_currency(load_region(region).currency)


@pytest.mark.parametrize("code", ["OR", "ZZ", "EU", "UN", "SU", "DD", "", "us", "001"])
def test_country_when_there_is_none_then_it_is_not_known(code: str) -> None:
    assert not is_country(code)


@pytest.mark.parametrize("code", ["ZZZ", "DEM", "XXX", "", "usd"])
def test_currency_when_nobody_pays_with_it_then_it_is_not_known(code: str) -> None:
    assert not is_currency(code)


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("US-OR", True), ("US-ZZ", False), ("CA-ON", True), ("CA-OR", False), ("DE-BE", True),
        ("ZZ-OR", False), ("US", False),
    ],
)  # fmt: skip
def test_licence_area_when_asked_then_it_is_known_where_its_country_is_described(
    code: str, known: bool
) -> None:
    assert is_licence_area(code) is known
