"""``rapport area``: list and import."""

from pathlib import Path

import pytest
from support.commands import Rapport, write_csv

_HEADER = "name,latitude,longitude,aliases,country,postcodes"


def test_list_when_there_is_none_then_it_says_so(rapport: Rapport) -> None:
    assert rapport("area", "list").out == "0 areas.\n"


def test_import_when_done_then_list_shows_it(rapport: Rapport, tmp_path: Path) -> None:
    file = write_csv(tmp_path, "Mitte,52.52,13.4,Center;Middle,DE,10115", header=_HEADER)

    done = rapport("area", "import", file)

    assert done.code == 0
    assert done.out.startswith("1 area is on your list now.")
    assert "Mitte  52.52     13.4       Center; Middle  DE 10115" in rapport("area", "list").out
    assert rapport("area", "list", "--json").document == {
        "areas": [
            {
                "name": "Mitte",
                "latitude": 52.52,
                "longitude": 13.4,
                "aliases": ["Center", "Middle"],
                "country": "DE",
                "postcodes": ["10115"],
            }
        ]
    }


def test_import_when_there_is_a_directory_then_its_trail_tells_of_it(
    rapport: Rapport, tmp_path: Path
) -> None:
    rapport("import", write_csv(tmp_path, "p-1,Ana,yes", header="id,name,accepting"))
    areas = tmp_path / "areas.csv"
    areas.write_text(f"{_HEADER}\nMitte,52.52,13.4,,DE,10115\n")

    assert rapport("area", "import", areas).code == 0
    assert "List of areas taken from “areas.csv”" in rapport("directory", "acts").out


def test_import_when_the_list_is_wrong_then_each_fault_has_a_line(
    rapport: Rapport, tmp_path: Path
) -> None:
    file = write_csv(tmp_path, "Mitte,152,13.4", "Spandau,52.5,", header="name,latitude,longitude")

    done = rapport("area", "import", file)

    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 2
    assert rapport("area", "list").out == "0 areas.\n"


@pytest.mark.parametrize("name", ["none.csv", "none.toml", "none.xlsx"])
def test_import_when_there_is_no_such_file_then_it_says_so(
    rapport: Rapport, tmp_path: Path, name: str
) -> None:
    done = rapport("area", "import", tmp_path / name)

    assert (done.code, done.out) == (1, "")
    assert done.err == f"There is no file “{name}”. Please check its name and folder.\n"
