from pathlib import Path

import pytest

from matcher.errors import StoreError
from matcher.store.location import Location, locate


@pytest.mark.parametrize(
    ("address", "path"),
    [
        pytest.param("/data/here.sqlite", Path("/data/here.sqlite"), id="path"),
        pytest.param("sqlite:////data/here.sqlite", Path("/data/here.sqlite"), id="absolute"),
        pytest.param("sqlite:///here.sqlite", Path("here.sqlite"), id="relative"),
        pytest.param("sqlite://", None, id="memory"),
        pytest.param("sqlite:///:memory:", None, id="memory by name"),
    ],
)
def test_locate_when_address_is_good_then_gives_its_path(address: str, path: Path | None) -> None:
    assert locate(address) == Location(path)


def test_locate_when_path_begins_with_tilde_then_home_is_meant(home: Path) -> None:
    assert locate("~/here.sqlite").path == home / "here.sqlite"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://host/name",
        "sqlite+nonsense://",
        "a b://c",
        "://",
        "~nobody-at-all/a",
        "postgresql+asyncpg://host/name",
        "postgresql://host",
        "postgresql://host:port/name",
        "postgresql://host:65536/name",
        "postgresql://kim:a@b@host/name",
        "postgresql://kim/a@host/name",
        "postgresql:host/name",
        "kim:a/b@host/name",
        "host=here password=a",
    ],
)
def test_locate_when_database_is_of_another_kind_then_says_so(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        locate(address)

    assert caught.value.messages[0].key == "error.store.bad_address"


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\kim@clinic.example\here.sqlite",
        "C:/Users/kim@clinic.example/here.sqlite",
        r"\\?\C:\Users\kim@clinic.example\here.sqlite",
        r"\\server\share\here.sqlite",
        "/home/kim@clinic.example//here.sqlite",
        "/data/10:30/here.sqlite",
        "postgresql/here.sqlite",
        "/srv/sqlite//here.sqlite",
        "kim@here.sqlite",
    ],
)
def test_locate_when_a_path_has_signs_of_an_address_then_it_is_a_path(path: str) -> None:
    assert locate(path) == Location(Path(path))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (
            "postgresql+psycopg://kim:secret@db.example.org:5433/clinic",
            "db.example.org:5433/clinic",
        ),
        ("postgresql://kim@db.example.org/clinic", "db.example.org/clinic"),
        ("postgresql+psycopg:///clinic?host=/run/pg", "/run/pg/clinic"),
        ("postgresql://kim:secret@/clinic?host=db.example.org", "db.example.org/clinic"),
        ("postgresql://kim@/clinic?hostaddr=10.0.0.1&password=secret", "10.0.0.1/clinic"),
    ],
)
def test_name_when_the_directory_is_on_a_server_then_it_tells_neither_who_nor_a_password(
    address: str, name: str
) -> None:
    location = locate(address)

    assert (location.path, location.name) == (None, name)
    assert "secret" not in repr(location)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("postgresql+psycopg://rapport_kiosk:x@db.example.org/clinic", True),
        ("postgresql+psycopg://rapport_staff:x@db.example.org/clinic", False),
        ("postgresql+psycopg:///clinic", False),
        ("rapport_kiosk", False),
    ],
)
def test_location_when_one_comes_by_the_name_for_kiosks_then_that_is_known(
    address: str, expected: bool
) -> None:
    assert locate(address).is_for_kiosks is expected


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://rapport_kiosk:pw@db.example.org/clinic",
        "POSTGRESQL://db.example.org/clinic?user=rapport_kiosk&password=pw",
        "postgresql://kim:other@db.example.org/clinic?user=rapport_kiosk&password=pw",
    ],
)
def test_locate_when_a_kiosk_comes_by_its_name_then_that_is_known_however_it_is_written(
    address: str,
) -> None:
    found = locate(address)

    assert found.is_for_kiosks
    assert found == locate("postgresql+psycopg://rapport_kiosk:pw@db.example.org/clinic")
