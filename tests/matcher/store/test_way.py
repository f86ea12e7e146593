import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from support.far_server import CARELESS, NO_TLS, FarServer, far_server, with_tls
from support.servers import Server

from matcher.errors import StoreError
from matcher.store import Database
from matcher.store.engine import in_words
from matcher.store.location import locate
from matcher.store.server import open_server
from matcher.store.way import safe_way

_ELSEWHERE = "0.0.0.0"
"""A number by which one comes to this computer, and that is none of its own."""

_ENVIRONMENT = {
    "PGHOSTADDR": _ELSEWHERE,
    "PGHOST": "db.example.org",
    "PGPORT": "1",
    "PGUSER": "nobody_there",
    "PGSSLMODE": "disable",
    "PGREQUIRESSL": "1",
    "PGGSSENCMODE": "require",
    "PGSERVICE": "nowhere",
    "PGTARGETSESSIONATTRS": "standby",
    "PGCLIENTENCODING": "LATIN1",
    "PGOPTIONS": "-c search_path=pg_catalog",
    "PGTZ": "Asia/Kolkata",
    "PGDATESTYLE": "German",
}


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    with server.database() as address:
        yield address


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FarServer]:
    if not with_tls():
        pytest.skip(NO_TLS)
    with far_server(tmp_path_factory.mktemp("root")) as far:
        far.make_clinic()
        yield far


def _key(caught: pytest.ExceptionInfo[StoreError]) -> str:
    return caught.value.messages[0].key


@pytest.mark.parametrize(
    "address",
    [
        "postgresql+psycopg://db.example.org/clinic?sslmode=require",
        "postgresql+psycopg://10.0.0.7/clinic?sslmode=verify-ca",
        "postgresql+psycopg://db.example.org/clinic?sslmode=disable",
        "postgresql+psycopg:///clinic?host=db.example.org&sslmode=prefer",
        "postgresql+psycopg:///clinic?host=localhost&hostaddr=10.0.0.7&sslmode=prefer",
        "postgresql+psycopg:///clinic?sslmode=prefer",
        "postgresql+psycopg:///clinic?host=/run/postgresql,db.example.org&sslmode=prefer",
    ],
)
def test_way_when_others_could_listen_then_it_is_refused(address: str) -> None:
    with pytest.raises(StoreError) as caught:
        safe_way(locate(address))

    assert _key(caught) == "error.store.unsafe_way"


@pytest.mark.parametrize(
    ("address", "mode"),
    [
        ("postgresql+psycopg://db.example.org/clinic", "verify-full"),
        ("postgresql+psycopg://db.example.org/clinic?sslmode=verify-full", "verify-full"),
        ("postgresql+psycopg://localhost/clinic", None),
        ("postgresql+psycopg://127.0.0.1/clinic?sslmode=disable", "disable"),
        ("postgresql+psycopg:///clinic?host=/run/postgresql", None),
        ("postgresql+psycopg:///clinic", "verify-full"),
        ("postgresql+psycopg:///clinic?host=/run/postgresql,db.example.org", "verify-full"),
    ],
)
def test_way_when_it_leads_to_another_computer_then_the_server_has_to_show_who_it_is(
    address: str, mode: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []

    def connect(*_: object, **how: object) -> None:
        asked.append(how)
        raise psycopg.OperationalError

    monkeypatch.setattr("matcher.store.server.ImpatientConnection.connect", connect)
    with pytest.raises(StoreError), in_words(locate(address)):
        open_server(locate(address)).connect()

    assert asked[0].get("sslmode") == mode


@pytest.mark.parametrize("name", _ENVIRONMENT)
def test_way_when_the_environment_says_another_then_the_one_of_the_address_is_taken(
    name: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, _ENVIRONMENT[name])

    with closing(Database(address)) as database, database.reading() as work:
        driven = work.connection.connection.driver_connection
        assert isinstance(driven, psycopg.Connection)
        assert driven.info.hostaddr == ""  # the socket
        shown = [
            work.connection.exec_driver_sql(f"SHOW {each}").scalar()
            for each in ("TimeZone", "DateStyle", "client_encoding", "search_path")
        ]

    assert shown == ["UTC", "ISO, MDY", "UTF8", "public"]


def test_way_when_the_environment_holds_the_password_then_it_is_taken(
    far: FarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    far.server.execute("CREATE ROLE named LOGIN PASSWORD 'of tests'")
    address = far.way("named", "postgres")
    monkeypatch.setenv("PGPASSWORD", "of tests")

    engine = open_server(locate(address))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT current_user").scalar() == "named"
    engine.dispose()


def test_way_when_the_environment_names_whom_to_trust_then_they_are_not_trusted(
    far: FarServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PGSSLROOTCERT", str(far.root))
    address = make_url(far.way("rapport", "postgres")).difference_update_query(["sslrootcert"])

    with pytest.raises(StoreError) as caught:
        Database(address.render_as_string())

    assert _key(caught) == "error.store.no_root"


@pytest.mark.parametrize(
    "where", ["localhost:{port}/{name}?", "/{name}?host=localhost&port={port}&"]
)
@pytest.mark.parametrize(
    ("database", "mode"), [(CARELESS, "disable"), (CARELESS, "prefer"), ("postgres", "require")]
)
def test_way_when_the_name_of_this_computer_leads_to_another_then_it_leads_here_all_the_same(
    database: str, mode: str, where: str, far: FarServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **_how: asked.append(host))
    end = where.format(port=far.port, name=database)
    address = f"postgresql+psycopg://rapport@{end}sslmode={mode}"

    engine = open_server(locate(address))
    with engine.connect() as connection:
        driven = connection.connection.driver_connection
        assert isinstance(driven, psycopg.Connection)
        assert driven.info.hostaddr == "127.0.0.1"
    engine.dispose()

    assert asked == []


def test_way_when_a_file_is_to_say_it_then_the_option_that_names_the_file_is_told() -> None:
    with pytest.raises(StoreError) as caught:
        open_server(locate("postgresql+psycopg://localhost/clinic?service=main"))

    (message,) = caught.value.messages
    assert (message.key, message.params["option"]) == ("error.store.wrong_option", "service")
