import pytest
from support.builders import make_profile

from matcher.exporters.fhir_place import location_of


@pytest.mark.parametrize("cells", [{}, {"latitude": "45"}, {"access": "lift"}, {"city": "-"}])
def test_place_when_nothing_is_stated_then_there_is_none(cells: dict[str, str]) -> None:
    assert location_of(make_profile(**cells), "k") is None


def test_place_when_stated_then_it_has_no_street() -> None:
    profile = make_profile(
        city="Aue", postcode="97201", country="US", area="Old Mill", access="near_transport",
        latitude="45.5", longitude="-122",
    )  # fmt: skip

    found = location_of(profile, "k")

    assert found is not None
    assert found["address"] == {
        "use": "work", "city": "Aue", "postalCode": "97201", "country": "US",
    }  # fmt: skip
    assert found["position"] == {"longitude": -122.0, "latitude": 45.5}
    assert found["name"] == "Old Mill"
    assert "extension" in found
