import pytest

from matcher.directory.directory_place import place_of
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
    ("more", "place"),
    [
        ("sslmode=verify-full&sslrootcert=/etc/root.crt", "localhost/clinic"),
        ("user=kim&password=secret", "localhost/clinic"),
        ("port=5433&host=/run/Pg", "/run/Pg:5433/clinic"),
        ("host=/run/Pg&port=5433", "/run/Pg:5433/clinic"),
        ("host=db.example.org", "db.example.org/clinic"),
        ("host=a.example.org&host=b.example.org", "a.example.org,b.example.org/clinic"),
        ("hostaddr=10.0.0.1&password=secret", "10.0.0.1/clinic"),
        ("hostaddr=10.0.0.1&host=db.example.org", "db.example.org/clinic?hostaddr=10.0.0.1"),
        ("dbname=other", "localhost/other"),
    ],
)
def test_place_when_more_is_said_then_only_what_says_where_counts(more: str, place: str) -> None:
    assert place_of(f"{_SERVER}kim:secret@/clinic?{more}") == place


@pytest.mark.parametrize(
    "same",
    [
        "db.example.org:5432/clinic",
        "DB.Example.org/clinic",
        "/clinic?host=DB.example.org&port=5432",
        "kim:secret@localhost:5433/clinic?host=db.example.org&port=5432",
        "db.example.org./clinic",
        "db.example.org:05432/clinic",
        "/clinic?host=db.example.org.&port=05432",
        "db.example.org/clin%69c",
        "db.example.org/clinic?sslmode=verify-full\n",
    ],
)
def test_place_when_an_address_is_written_in_another_way_then_it_is_the_same(same: str) -> None:
    assert place_of(f"{_SERVER}{same}") == place_of(f"{_SERVER}db.example.org/clinic")


@pytest.mark.parametrize("kind", [_SERVER, "PostgreSQL+Psycopg://", "POSTGRESQL://"])
@pytest.mark.parametrize(
    "who", ["", "kim@", "kim:secret@", "kim:s:e%40c/r?et@", ":secret@", "kim@work:secret@"]
)
@pytest.mark.parametrize(
    "where",
    [
        "db.example.org/clinic",
        "DB.example.org:5433/Clinic?sslmode=verify-full",
        "[::1]:5433/clinic",
        "/clinic?host=/run/pg&user=kim&password=secret",
        "db.example.org/clinic?hostaddr=10.0.0.1",
        "db.example.org.:05433/clin%69c%20two",
    ],
)
def test_place_when_of_a_server_then_it_is_what_the_store_calls_it(
    kind: str, who: str, where: str
) -> None:
    address = f"{kind}{who}{where}"

    assert place_of(address) == locate(address).name
    assert "secret" not in place_of(address)
