"""A clinic's own areas by their names and postcodes."""

from dataclasses import replace

import pytest

from matcher.directory.area_list import NO_AREAS, Area, AreaList

_MITTE = Area("Mitte", 52.52, 13.4, ("Berlin-Mitte",), "DE", ("10115", "SW1A 1AA"))
_AREAS = AreaList((_MITTE, Area("Spandau", 52.53, 13.2)))


@pytest.mark.parametrize("name", ["Mitte", " mitte ", "BERLIN-MITTE"])
def test_area_when_named_in_any_spelling_of_the_list_then_it_is_found(name: str) -> None:
    assert _AREAS.locate(name) == (52.52, 13.4)


@pytest.mark.parametrize("name", ["", "Atlantis", "Mitte 2"])
def test_area_when_the_list_lacks_it_then_its_place_is_not_known(name: str) -> None:
    assert _AREAS.locate(name) is None


@pytest.mark.parametrize(
    ("postcode", "country", "place"),
    [
        pytest.param("10115", "DE", (52.52, 13.4), id="listed"),
        pytest.param("sw1a1aa", "de", (52.52, 13.4), id="written otherwise"),
        pytest.param("10115", "FR", None, id="of another country"),
        pytest.param("10115", "", None, id="of no country"),
        pytest.param("99999", "DE", None, id="unknown"),
    ],
)
def test_postcode_when_looked_up_then_only_the_one_of_its_country_is_meant(
    postcode: str, country: str, place: tuple[float, float] | None
) -> None:
    assert _AREAS.locate_postcode(postcode, country) == place


def test_postcode_when_the_shipped_table_has_it_then_that_goes_first() -> None:
    listed = AreaList((Area("Elsewhere", 1.0, 2.0, (), "US", ("97201",)),))

    assert listed.locate_postcode("97201", "US") == NO_AREAS.locate_postcode("97201", "US")


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Center"},
        {"latitude": 52.53},
        {"longitude": 13.5},
        {"aliases": ()},
        {"country": "AT"},
        {"postcodes": ("10115",)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_digest_when_anything_of_an_area_changes_then_it_is_another(
    change: dict[str, object],
) -> None:
    other = AreaList((replace(_MITTE, **change), *_AREAS.areas[1:]))  # type: ignore[arg-type]

    assert other.digest != _AREAS.digest
    assert AreaList(_AREAS.areas).digest == _AREAS.digest
    assert NO_AREAS.digest == ""
