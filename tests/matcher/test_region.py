from decimal import ROUND_CEILING, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import region as regions
from matcher.bundled import bundled_toml
from matcher.checklist.crisis import crisis_regions
from matcher.errors import ResourceError
from matcher.region import HOME, countries, load_region, region_of_country


@pytest.mark.parametrize(
    ("region", "country", "currency", "unit", "paper"),
    [
        pytest.param("us", "US", "USD", "mile", "Letter", id="united_states"),
        pytest.param("GB", "GB", "GBP", "mile", "A4", id="united_kingdom"),
        pytest.param("ca", "CA", "CAD", "km", "Letter", id="canada"),
        pytest.param("ie", "IE", "EUR", "km", "A4", id="ireland"),
        pytest.param("nz", "NZ", "NZD", "km", "A4", id="new_zealand"),
        pytest.param("eu", "", "EUR", "km", "A4", id="european_union"),
        pytest.param("elsewhere", "", "USD", "km", "A4", id="elsewhere"),
        pytest.param("atlantis", "", "USD", "km", "A4", id="not_described"),
        pytest.param("", "", "USD", "km", "A4", id="none"),
    ],
)
def test_region_when_loaded_then_it_knows_country_money_unit_and_paper(
    region: str, country: str, currency: str, unit: str, paper: str
) -> None:
    it = load_region(region)

    assert (it.country, it.currency, it.unit, it.paper) == (country, currency, unit, paper)


def test_regions_when_they_have_help_lines_then_each_is_described() -> None:
    assert {*bundled_toml(regions.FILE)} == {*crisis_regions()}
    assert [load_region(name).id for name in crisis_regions()] == [*crisis_regions()]


def test_region_when_an_entry_is_at_fault_then_the_message_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = {"elsewhere": {"currency": "USD", "paper": "A4", "unit": "league"}}
    monkeypatch.setattr(regions, "bundled_toml", lambda _file: broken)

    with pytest.raises(ResourceError) as raised:
        load_region.__wrapped__("elsewhere")

    (message,) = raised.value.messages
    assert (message.params["key"], message.params["value"]) == ("unit", "league")


@pytest.mark.parametrize(("country", "region"), [("GB", "gb"), ("MX", ""), ("", "")])
def test_region_when_a_country_is_given_then_it_is_found(country: str, region: str) -> None:
    assert region_of_country(country) == region


@pytest.mark.parametrize(
    ("region", "km", "expected"),
    [
        pytest.param("us", 10, "6.2", id="tenths_of_a_mile"),
        pytest.param("us", Decimal("16.1"), "10", id="round_miles"),
        pytest.param("us", Decimal("0.04"), "0.1", id="never_down_to_nothing"),
        pytest.param("us", 0, "0", id="here"),
        pytest.param("us", 200, "124", id="whole_from_100"),
        pytest.param("de", 10, "10", id="kilometres"),
        pytest.param("de", Decimal("11.14"), "11.1", id="tenths_of_a_kilometre"),
        pytest.param("de", 1500, "1500", id="far"),
    ],
)
def test_distance_when_put_into_the_unit_then_it_is_to_a_tenth(
    region: str, km: int | Decimal, expected: str
) -> None:
    assert str(load_region(region).in_unit(km)) == expected


@given(st.integers(1, 990), st.sampled_from(["us", "de"]))
def test_distance_when_turned_into_kilometres_then_it_reads_as_it_was(
    tenths: int, name: str
) -> None:
    it, amount = load_region(name), Decimal(tenths) / 10

    assert it.in_unit(it.in_km(amount)) == amount


@pytest.mark.parametrize("region", ["us", "fr"])
@given(st.decimals(Decimal("0.1"), 500, places=1))
def test_region_when_a_limit_is_rounded_up_then_it_still_holds_the_way(
    region: str, km: Decimal
) -> None:
    it = load_region(region)

    assert it.in_km(it.in_unit(km, ROUND_CEILING)) >= km


def test_countries_when_listed_then_each_is_a_region_and_the_home_comes_first() -> None:
    named = countries()

    assert named[0] == load_region(HOME).country
    assert [load_region(region_of_country(each)).country for each in named] == [*named]


def test_regions_when_listed_then_each_has_help_lines_and_home_is_one_of_them() -> None:
    assert {*regions.regions()} == {*crisis_regions()}
    assert HOME in regions.regions()
