"""Where a profile is: what can be believed of what it states, and nothing made up for the rest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import make_profile

from matcher.directory.area_list import NO_AREAS, Area, AreaList
from matcher.directory.geography import distance_km, locate_postcode
from matcher.directory.placing import Misplaced, apart_km, misplaced, place_of
from matcher.directory.snapshot_builder import build_snapshot

_MITTE = (52.52, 13.4)
_AREAS = AreaList((Area("Mitte", *_MITTE, (), "DE", ("10115",)),))
_DEGREES = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        pytest.param({}, None, id="nothing stated"),
        pytest.param({"latitude": "52.6", "longitude": "13.3"}, (52.6, 13.3), id="position"),
        pytest.param({"area": "mitte"}, _MITTE, id="area"),
        pytest.param({"area": "Atlantis"}, None, id="unknown area"),
        pytest.param({"postcode": "10115", "country": "DE"}, _MITTE, id="postcode of the list"),
        pytest.param({"postcode": "10115"}, None, id="postcode of no country"),
        pytest.param({"postcode": "99999", "country": "DE"}, None, id="unknown postcode"),
        pytest.param({"postcode": "00000", "country": "US"}, None, id="unknown ZIP code"),
        pytest.param(
            {"postcode": "99999", "country": "DE", "area": "Mitte"}, _MITTE, id="area after all"
        ),
        pytest.param(
            {"latitude": "52.6", "longitude": "13.3", "area": "Mitte"}, (52.6, 13.3), id="both"
        ),
        pytest.param({"latitude": "52.6"}, None, id="latitude alone"),
        pytest.param({"longitude": "13.3", "area": "Mitte"}, _MITTE, id="longitude alone"),
        pytest.param({"latitude": "0", "longitude": "0"}, None, id="zero point"),
        pytest.param({"latitude": "0", "longitude": "0", "area": "Mitte"}, _MITTE, id="zero, area"),
        pytest.param(
            {"latitude": "13.4", "longitude": "52.52", "area": "Mitte"}, _MITTE, id="swapped"
        ),
    ],
)
def test_place_when_stated_then_it_is_where_that_can_be_and_else_not_known(
    cells: dict[str, str], place: tuple[float, float] | None
) -> None:
    profile = make_profile("p-1", **cells)
    snapshot = build_snapshot([profile], _AREAS)

    assert place_of(profile, _AREAS) == place
    assert np.isnan(snapshot.latitude[0]) == (place is None)
    assert np.isnan(snapshot.longitude[0]) == (place is None)


def test_place_when_a_zip_code_is_known_then_it_goes_before_the_area() -> None:
    profile = make_profile("p-1", postcode="97201", country="US", area="Mitte")

    assert place_of(profile, _AREAS) == locate_postcode("97201", "US")


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        pytest.param({"latitude": "52.6"}, Misplaced.HALF, id="half"),
        pytest.param({"latitude": "0", "longitude": "0"}, Misplaced.ZERO, id="zero"),
        pytest.param(
            {"latitude": "13.4", "longitude": "52.52", "area": "Mitte"}, Misplaced.FAR, id="far"
        ),
        pytest.param({"latitude": "13.4", "longitude": "52.52"}, None, id="nobody can tell"),
        pytest.param({}, None, id="not stated"),
    ],
)
def test_position_when_it_cannot_be_meant_then_there_is_a_reason(
    cells: dict[str, str], why: Misplaced | None
) -> None:
    assert misplaced(make_profile("p-1", **cells), _AREAS) is why


def test_snapshot_when_the_list_changes_then_its_revision_does() -> None:
    profile = make_profile("p-1", area="Mitte")
    moved = AreaList((Area("Mitte", 52.53, 13.4),))

    revisions = {build_snapshot([profile], areas).revision for areas in (NO_AREAS, _AREAS, moved)}

    assert len(revisions) == 3


@given(_DEGREES, _DEGREES)
def test_apart_km_when_measured_then_as_for_many(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    km = distance_km(np.array([one[0]]), np.array([one[1]]), other)[0]

    assert apart_km(one, other) == pytest.approx(km, abs=0.06)
