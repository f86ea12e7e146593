"""Places and distances, offline."""

import math

import numpy as np
import pytest
import zipcodes
from hypothesis import given
from hypothesis import strategies as st

from matcher.directory.geography import (
    _united_states,
    distance_km,
    locate_licence_area,
    locate_postcode,
)


def test_table_when_made_then_it_is_whole_and_in_order() -> None:
    """Look-ups halve it: the library gives its entries in order, piece by piece."""
    codes = [line.partition(",")[0] for line in _united_states()]

    assert codes == sorted({entry["zip_code"] for entry in zipcodes.list_all()})


@pytest.mark.parametrize("postcode", ["97201", "97201-1234", "972011234", " 97201 "])
def test_locate_postcode_when_it_is_a_zip_then_near_portland(postcode: str) -> None:
    place = locate_postcode(postcode, "US")

    assert place is not None
    assert place == (pytest.approx(45.5, abs=0.2), pytest.approx(-122.7, abs=0.2))


@pytest.mark.parametrize(
    ("postcode", "country"),
    [("00000", "US"), ("", "US"), ("972", "US"), ("SW1A 1AA", "GB"), ("ab", "US"), ("9720,", "US")],
)
def test_locate_postcode_when_the_table_lacks_it_then_not_known(
    postcode: str, country: str
) -> None:
    assert locate_postcode(postcode, country) is None


@pytest.mark.parametrize(
    ("postcode", "country", "area"),
    [
        pytest.param("97201", "US", "US-OR", id="oregon"),
        pytest.param("98101-1234", "US", "US-WA", id="washington"),
        pytest.param("00901", "US", "US-PR", id="puerto_rico"),
        pytest.param("09001", "US", "", id="armed_forces"),
        pytest.param("96941", "US", "", id="a_country_of_its_own"),
        pytest.param("00000", "US", "", id="not_in_the_table"),
        pytest.param("97201", "DE", "", id="another_country"),
        pytest.param("97201", "", "", id="no_country"),
    ],
)
def test_locate_licence_area_when_asked_then_it_is_the_state(
    postcode: str, country: str, area: str
) -> None:
    assert locate_licence_area(postcode, country) == area


def test_distance_km_when_a_quarter_of_the_earth_apart_then_a_quarter_of_its_girth() -> None:
    km = distance_km(np.array([90.0]), np.array([0.0]), (0.0, 0.0))

    assert km[0] == pytest.approx(math.pi / 2 * 6371, abs=0.05)


def test_distance_km_when_a_place_is_not_known_then_neither_is_the_distance() -> None:
    km = distance_km(np.array([math.nan, 0.0]), np.array([0.0, 0.0]), (0.0, 0.0))

    assert math.isnan(km[0])
    assert km[1] == 0


def test_distance_km_when_rounding_would_go_past_the_other_side_then_still_half_the_earth() -> None:
    latitudes = np.linspace(-90, 90, 2001)

    km = distance_km(latitudes, np.full(2001, 179.99999999999997), (45.1, -3e-14))

    assert not np.isnan(km).any()


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distance_km_when_turned_round_then_the_same_and_never_more_than_half_the_earth(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> None:
    there = distance_km(
        np.array([latitude]), np.array([longitude]), (other_latitude, other_longitude)
    )
    back = distance_km(
        np.array([other_latitude]), np.array([other_longitude]), (latitude, longitude)
    )

    assert there[0] == pytest.approx(back[0], abs=0.11)
    assert 0 <= there[0] <= 20015.1
