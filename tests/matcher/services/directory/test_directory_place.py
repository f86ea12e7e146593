import pytest

from matcher.services.directory.directory_place import place_of
from matcher.store import locate

_SERVER = "postgresql+psycopg://"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/data/here.sqlite", "/data/here.sqlite"),
        ("sqlite:////data/here.sqlite", "sqlite:////data/here.sqlite"),
        ("mysql://kim:secret@host/name", "mysql://kim:secret@host/name"),
        (f"{_SERVER}db.example.org/clinic", "db.example.org/clinic"),
        (f"{_SERVER}kim@db.example.org/clinic", "db.example.org/clinic"),
        (f"{_SERVER}kim:secret@db.example.org:5433/clinic", "db.example.org:5433/clinic"),
        (f"{_SERVER}kim:s:e/c?r%40et@db.example.org/clinic", "db.example.org/clinic"),
        ("postgresql://:secret@db.example.org/clinic", "db.example.org/clinic"),
        (f"{_SERVER}kim:secret@[::1]:5433/clinic?sslmode=disable", "::1:5433/clinic"),
        (f"{_SERVER}/clinic", "localhost/clinic"),
        (f"{_SERVER}db.example.org", "db.example.org/"),
    ],
)
def test_place_when_of_an_address_then_it_is_where_it_leads_and_not_who_comes(
    address: str, place: str
) -> None:
    assert place_of(address) == place


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("sslmode=verify-full&sslrootcert=/etc/root.crt", ""),
        ("user=kim&password=secret", ""),
        ("port=5433&host=/run/pg", "?host=%2Frun%2Fpg&port=5433"),
        ("host=/run/pg&port=5433", "?host=%2Frun%2Fpg&port=5433"),
        ("hostaddr=10.0.0.1&password=secret", "?hostaddr=10.0.0.1"),
        ("service=clinic", "?service=clinic"),
    ],
)
def test_place_when_more_is_said_then_only_what_says_where_counts(more: str, where: str) -> None:
    assert place_of(f"{_SERVER}kim:secret@/clinic?{more}") == f"localhost/clinic{where}"


@pytest.mark.parametrize("who", ["", "kim@", "kim:secret@", "kim:s:e%40c/r?et@", ":secret@"])
@pytest.mark.parametrize("host", ["db.example.org", "db.example.org:5433", "10.0.0.1", ""])
def test_place_when_of_a_server_then_it_is_what_the_store_calls_it(who: str, host: str) -> None:
    address = f"{_SERVER}{who}{host}/clinic"

    assert place_of(address) == locate(address).name
