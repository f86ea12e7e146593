"""A clinic's list of areas: taken whole, or refused with a sentence for each fault."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.importing import say, write
from support.table_files import write_xlsx

from matcher.directory.area_list import Area, AreaList, name_key
from matcher.errors import ImportFileError
from matcher.importers.area_file import LARGEST, MOST_AREAS, read_areas, write_areas
from matcher.importers.foreign_text import clean_text

_GOOD = '[[area]]\nname = "Mitte"\nlatitude = 52.52\nlongitude = 13.4\n'
_MITTE = Area("Mitte", 52.52, 13.4, ("Berlin-Mitte",), "DE", ("10115", "10117"))
_CSV = (
    "Name,Latitude,Longitude,Aliases,Country,Postcodes\n"
    "Mitte,52.52,13.4,Berlin-Mitte,de,10115;10117\n"
)
_ISLAND = Area("Bioko", 0.0, 8.7)
_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20)


def _area(**values: str) -> str:
    values = {"name": '"Mitte"', "latitude": "52.52", "longitude": "13.4"} | values
    return "[[area]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(_CSV, "areas.csv", id="CSV"),
        pytest.param(
            _CSV.replace(";", "|").replace(",", ";").replace("|", ";")
            .replace("10115;10117", '"10115;10117"').replace("52.52", "52,52"),
            "areas.csv",
            id="semicolons and decimal commas",
        ),
        pytest.param(
            _area(aliases='["Berlin-Mitte"]', country='"DE"', postcodes='["10115", "10117"]'),
            "areas.toml",
            id="TOML",
        ),
    ],
)  # fmt: skip
def test_list_when_good_then_it_is_read(content: str, name: str, tmp_path: Path) -> None:
    assert read_areas(write(tmp_path, content, name)) == AreaList((_MITTE,))


def test_list_when_a_spreadsheet_then_it_is_read(tmp_path: Path) -> None:
    rows = (("name", "latitude", "longitude"), ("Mitte", 52.52, 13.4), ("Bioko", 0, 8.7))

    areas = read_areas(write_xlsx(tmp_path / "areas.xlsx", rows))

    assert areas == AreaList((Area("Mitte", 52.52, 13.4), _ISLAND))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(_area(latitude=""), "missing", id="longitude alone"),
        pytest.param(_area(longitude=""), "missing", id="latitude alone"),
        pytest.param(_area(latitude="0", longitude="-0.0"), "zero", id="zero point"),
        pytest.param(_area(latitude="-91"), "degrees", id="beyond the pole"),
        pytest.param(_area(longitude="180.1"), "degrees", id="beyond the date line"),
        pytest.param(_area(latitude="113.4", longitude="52.5"), "degrees", id="swapped, too far"),
        pytest.param(_area(latitude="nan"), "degrees", id="no number"),
        pytest.param(_area(latitude="inf"), "degrees", id="endless"),
        pytest.param(_area(latitude="true"), "degrees", id="yes"),
        pytest.param(_area(latitude='"52,5,2"'), "degrees", id="two commas"),
        pytest.param(_area(latitude="1" + "0" * 400), "degrees", id="huge"),
        pytest.param(_area(name='""'), "name", id="no name"),
        pytest.param(_area(name='"\\u202e"'), "name", id="a name nobody sees"),
        pytest.param(_area(name="7"), "text", id="a number for a name"),
        pytest.param(_area(aliases="[7]"), "texts", id="a number for an alias"),
        pytest.param(_area(colour='"red"'), "key", id="unknown key"),
        pytest.param(_area(postcodes='["10115"]'), "country", id="postcodes of no country"),
        pytest.param(_GOOD + _area(name='"MITTE"'), "twice", id="same name"),
        pytest.param(_GOOD + _area(name='"A"', aliases='["Mitte"]'), "twice", id="same alias"),
        pytest.param(
            _area(country='"DE"', postcodes='["101 15", "10115"]'), "postcode_twice", id="postcode"
        ),
        pytest.param("", "none", id="empty"),
        pytest.param("area = 7", "toml", id="no tables"),
        pytest.param("[[place]]", "toml", id="other tables"),
        pytest.param("area = [", "toml", id="no TOML"),
        pytest.param("area = " + "[" * 20_000, "toml", id="deep"),
        pytest.param(_GOOD * (MOST_AREAS + 1), "many", id="many areas"),
        pytest.param("#" * (LARGEST + 1), "many", id="large"),
        pytest.param(
            _GOOD + _area(name='"A"', latitude="52.4") + _area(name='"B"', longitude="13.3")
            + _area(name='"Turned"', latitude="13.41", longitude="52.51"),
            "crossed",
            id="one of them swapped",
        ),
    ],
)  # fmt: skip
def test_list_when_something_is_wrong_then_it_is_said_and_nothing_taken(
    content: str, key: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFileError) as caught:
        read_areas(write(tmp_path, content, "areas.toml"))

    assert caught.value.messages[0].key == f"area.fault.{key}"
    assert all("areas.toml" in said for said in say(caught.value.messages[0]).values())


def test_list_when_several_things_are_wrong_then_all_are_said(tmp_path: Path) -> None:
    content = _area(latitude="") + _area(name='"Other"', longitude="200")

    with pytest.raises(ImportFileError) as caught:
        read_areas(write(tmp_path, content, "areas.toml"))

    assert [(m.key, m.params["number"]) for m in caught.value.messages] == [
        ("area.fault.missing", 1),
        ("area.fault.degrees", 2),
    ]


def test_table_when_a_column_is_missing_then_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as caught:
        read_areas(write(tmp_path, "name,latitude\nMitte,52.5\n", "areas.csv"))

    assert caught.value.messages[0].params["column"] == "longitude"


@given(_WORDS, st.floats(-90, 90), st.floats(-180, 180), st.lists(_WORDS, max_size=3))
def test_list_when_written_then_it_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    latitude: float,
    longitude: float,
    aliases: list[str],
) -> None:
    folder = tmp_path_factory.mktemp("areas")
    area = Area(name, latitude, longitude, tuple(aliases))
    assume(clean_text(name) and (latitude, longitude) != (0, 0))
    keys = [name_key(clean_text(each)) for each in (name, *filter(clean_text, aliases))]
    assume(len({*keys}) == len(keys))

    clean = read_areas(write(folder, write_areas(AreaList((area,))), "areas.toml"))
    again = read_areas(write(folder, write_areas(clean), "areas.toml"))

    assert again == clean
    assert again.areas[0].place == (latitude, longitude)
