import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic

import psycopg
import pytest
from sqlalchemy import Connection, make_url
from support.builders import make_statement
from support.certificates import write_certificate
from support.far_server import NAME, NO_TLS, FarServer, far_server, with_tls
from support.kiosk_process import is_alive, wait_until
from support.servers import NO_SERVER, Server, database_of, installed, of_role
from support.source import program_environment

from matcher.errors import StoreError
from matcher.store import Database
from matcher.store.engine import WRITES, Writes, in_words
from matcher.store.location import Location, locate
from matcher.store.server import ImpatientConnection, message_of, open_server
from matcher.store.upgrade import HEAD


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    with server.database() as address:
        yield address


def _key(caught: pytest.ExceptionInfo[StoreError]) -> str:
    return caught.value.messages[0].key


def test_database_when_nobody_made_it_then_says_so(server: Server) -> None:
    with pytest.raises(StoreError) as caught:
        Database(server.address("nowhere"))

    assert _key(caught) == "error.store.no_database"


def test_database_when_it_has_no_tables_then_none_are_made_unless_asked_for(
    server: Server,
) -> None:
    server.execute("CREATE DATABASE bare")
    with pytest.raises(StoreError) as caught:
        Database(server.address("bare"))
    assert _key(caught) == "error.store.no_tables"

    Database(server.address("bare"), create=True).close()
    Database(server.address("bare")).close()


def test_database_when_it_is_another_program_s_then_it_is_left_alone(server: Server) -> None:
    server.execute("CREATE DATABASE foreign_one")
    server.execute("CREATE TABLE invoice (id int)", "foreign_one")

    with pytest.raises(StoreError) as caught:
        Database(server.address("foreign_one"), create=True)

    assert _key(caught) == "error.store.not_ours_on_server"


def test_database_when_it_does_not_say_of_which_version_it_is_then_it_is_damaged(
    server: Server,
) -> None:
    with server.database() as address:
        name = database_of(address)
        server.execute("DELETE FROM alembic_version", name)
        try:
            with pytest.raises(StoreError) as caught:
                Database(address)
        finally:
            server.execute(f"INSERT INTO alembic_version VALUES ('{HEAD}')", name)

    assert _key(caught) == "error.store.damaged"


def test_tables_when_somebody_keeps_their_owner_waiting_then_that_is_said_and_not_their_age(
    server: Server,
) -> None:
    noted = "UPDATE alembic_version SET version_num = '{}'"
    with server.database() as address, closing(Database(address)) as other:
        name = database_of(address)
        server.execute(noted.format("0009"), name)
        try:
            with other.adding() as work:
                hold = "LOCK TABLE directory_state IN EXCLUSIVE MODE"
                work.connection.exec_driver_sql(hold)
                with pytest.raises(StoreError) as caught:
                    Database(f"{address}&options=-c%20lock_timeout%3D1")
        finally:
            server.execute(noted.format(HEAD), name)

    assert _key(caught) == "error.store.locked_server"


def test_server_when_it_is_not_there_then_says_so_soon(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Database(f"postgresql+psycopg:///clinic?host={tmp_path}")

    assert _key(caught) == "error.store.away"


@pytest.mark.parametrize("why", [socket.EAI_AGAIN, socket.EAI_NONAME])
def test_server_when_its_name_cannot_be_looked_up_then_it_is_away(
    why: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_up(*_: object, **_how: object) -> None:
        raise socket.gaierror(why, "not found")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(StoreError) as caught:
        Database("postgresql+psycopg://db.example.org/clinic")

    assert _key(caught) == "error.store.away"


def test_server_when_it_freezes_then_it_is_waited_for_no_longer_than_patience(
    server: Server, address: str
) -> None:
    engine = open_server(locate(address), patience=1)
    with engine.connect() as connection:
        backend = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        os.kill(backend, signal.SIGSTOP)
        began = monotonic()
        try:
            with pytest.raises(StoreError) as caught, in_words(locate(address)):
                connection.exec_driver_sql("SELECT 1")
        finally:
            os.kill(backend, signal.SIGCONT)
        took = monotonic() - began

    assert _key(caught) == "error.store.away"
    assert took >= 1  # and it came back at all
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    engine.dispose()


@pytest.mark.parametrize("how", [Writes.RENEWS, Writes.MAKES])
def test_work_when_it_is_on_all_there_is_then_it_may_take_its_time_and_the_next_may_not(
    how: Writes, address: str
) -> None:
    engine = open_server(locate(f"{address}&options=-c%20statement_timeout%3D5s"), patience=5)
    with engine.connect().execution_options(**{WRITES: how}) as connection, connection.begin():
        at_length = _patience_of(connection)
    with engine.connect() as connection:
        then = _patience_of(connection)
    engine.dispose()

    assert at_length == (3600, "59min")
    assert then == (5, "5s")


def _patience_of(connection: Connection) -> tuple[float, object]:
    driven = connection.connection.driver_connection
    assert isinstance(driven, ImpatientConnection)
    return driven.patience, connection.exec_driver_sql("SHOW statement_timeout").scalar()


def test_writer_when_somebody_else_writes_then_waits_and_then_says_so(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matcher.store import server as module

    monkeypatch.setattr(module, "_WAY", {**module._WAY, "options": "-c lock_timeout=50ms"})
    one, other = Database(address), Database(address)
    with one.writing() as work:
        work.profiles.apply([make_statement(city="Aue")])
        with pytest.raises(StoreError) as caught, other.writing():
            pass
        with other.reading() as meanwhile:
            assert meanwhile.profiles.count() == 0
        work.commit()
    with other.writing() as work:
        assert work.profiles.count() == 1
    one.close()
    other.close()

    assert _key(caught) == "error.store.locked_server"


def test_reader_when_somebody_writes_meanwhile_then_sees_one_state(address: str) -> None:
    one, other = Database(address), Database(address)
    with one.reading() as reader:
        stamp = reader.stamp
        with other.writing() as work:
            work.profiles.apply([make_statement(city="Aue")])
            work.commit()
        assert (reader.profiles.count(), reader.stamp) == (0, stamp)
    with one.reading() as reader:
        assert reader.profiles.count() == 1
        assert reader.stamp != stamp
    one.close()
    other.close()


def test_connection_when_only_reading_then_it_cannot_write(address: str) -> None:
    database = Database(address)
    with pytest.raises(StoreError) as caught, database.reading() as work:
        work.profiles.apply([make_statement(city="Aue")])
    database.close()

    assert _key(caught) == "error.store.read_only_server"


def test_connection_when_nothing_comes_any_more_then_the_system_looks_and_ends_it(
    address: str,
) -> None:
    engine = open_server(locate(address))
    with engine.connect() as connection:
        driven = connection.connection.driver_connection
        assert isinstance(driven, psycopg.Connection)
        known = {each.keyword.decode(): each.val for each in driven.pgconn.info}
    engine.dispose()

    looks = ("connect_timeout", "keepalives", "keepalives_idle", "keepalives_interval")
    assert [known[name] for name in looks] == [b"3", b"1", b"2", b"1"]
    assert (known["keepalives_count"], known["tcp_user_timeout"]) == (b"3", b"3000")


@pytest.mark.parametrize(
    ("state", "key"),
    [
        ("08006", "away"),
        ("57P01", "away"),
        ("28P01", "not_let_in"),
        ("3D000", "no_database"),
        ("42501", "not_allowed"),
        ("53100", "full_server"),
        ("53300", "no_connection_left"),
        ("53200", "busy_server"),
        ("57014", "slow"),
        ("40001", "locked_server"),
        ("23505", "failed"),
    ],
)
def test_error_when_the_server_gives_a_state_then_its_own_words_are_not_told(
    state: str, key: str
) -> None:
    error = psycopg.errors.lookup(state)("Key (name)=(Ana Vidal) already exists")

    message = message_of(error, Location(None, make_url("postgresql+psycopg://kim:pw@h/d")))

    assert message.key == f"error.store.{key}"
    assert "Ana" not in repr(message)
    assert "pw" not in repr(message)


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ('too many connections for role "rapport_staff"', "no_connection_left"),
        ('too many connections for database "clinic"', "no_connection_left"),
        ("sorry, too many clients already", "no_connection_left"),
        (
            "remaining connection slots are reserved for non-replication superuser connections",
            "no_connection_left",
        ),
        ('database "clinic" is not currently accepting connections', "away"),
        ('permission denied for database "clinic"', "not_let_in"),
        ('role "rapport_staff" is not permitted to log in', "not_let_in"),
        ('database "clinic" does not exist', "no_database"),
        ("the database system is starting up", "away"),
        ("terminating connection due to administrator command", "away"),
        ("Passwort-Authentifizierung für Benutzer »rapport_staff« fehlgeschlagen", "refused"),
    ],
)
def test_error_when_nobody_is_connected_then_the_words_of_the_server_tell_why(
    told: str, key: str
) -> None:
    _assert_means(f"FATAL:  {told}", key)


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("SSL error: certificate verify failed", "not_trusted"),
        ("SSL connection has been closed unexpectedly", "away"),
        ("Connection refused\n\tIs the server running on that host and accepting", "away"),
        ("timeout expired", "away"),
    ],
)
def test_error_when_no_server_answers_then_the_words_of_this_computer_tell_why(
    told: str, key: str
) -> None:
    _assert_means(told, key)


def _assert_means(told: str, key: str) -> None:
    way = 'connection failed: connection to server at "127.0.0.1", port 1 failed: '
    error = psycopg.OperationalError(f"{way}{told}")

    message = message_of(error, Location(None, make_url("postgresql+psycopg://kim:pw@h/d")))

    assert message.key == f"error.store.{key}"


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("bogus=SECRET", "bogus"),
        ("connect_timeout=SECRET", "connect_timeout"),
        ("keepalives=SECRET", "keepalives"),
        ("target_session_attrs=SECRET", "target_session_attrs"),
        ("ssl_min_protocol_version=SECRET", "ssl_min_protocol_version"),
    ],
)
def test_address_when_an_option_of_it_cannot_be_used_then_it_is_named_and_its_value_is_not(
    option: str, name: str
) -> None:
    with pytest.raises(StoreError) as caught:
        Database(f"postgresql+psycopg://kim:SECRET@localhost:1/clinic?{option}")

    (message,) = caught.value.messages
    assert (message.key, message.params["option"]) == ("error.store.wrong_option", name)
    assert "SECRET" not in repr(message)


def _opened(address: str) -> Database | None:
    with suppress(StoreError):
        return Database(address)
    return None


@pytest.mark.versions
def test_server_when_its_last_connection_is_taken_then_that_is_said_until_it_is_given_back(
    server: Server,
) -> None:
    with server.database() as address:
        name = database_of(address)
        server.execute("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN CONNECTION LIMIT 1")
        server.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest", name)
        guest = of_role(address, "guest")
        try:
            with (
                closing(Database(guest)) as one,
                one.reading(),
                pytest.raises(StoreError) as caught,
            ):
                Database(guest)
            # The server lets go of a connection a moment after it was closed.
            with closing(wait_until(lambda: _opened(guest))) as another, another.reading() as work:
                assert work.profiles.count() == 0  # and one is enough
        finally:
            server.execute("DROP OWNED BY guest; DROP ROLE guest", name)

    assert _key(caught) == "error.store.no_connection_left"


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FarServer]:
    if not with_tls():
        pytest.skip(NO_TLS)
    with far_server(tmp_path_factory.mktemp("root")) as far:
        yield far


def test_server_when_it_shows_who_it_is_then_all_goes_by_tls(far: FarServer) -> None:
    engine = open_server(locate(far.way("rapport", "postgres")))
    with engine.connect() as connection:
        asked = "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        assert connection.exec_driver_sql(asked).scalar() == "TLSv1.3"
    engine.dispose()


@pytest.mark.parametrize(
    ("how", "root", "key"),
    [
        pytest.param({"host": "other.example.org"}, "", "other_name", id="another's certificate"),
        pytest.param({}, "root.crt", "not_trusted", id="signed by nobody known"),
        pytest.param({}, "server.key", "no_root", id="no certificate"),
        pytest.param({}, "nothing", "no_root", id="nobody is known"),
        pytest.param({"mode": "disable"}, "", "not_let_in", id="without TLS"),
    ],
)
def test_server_when_it_may_be_another_or_others_could_listen_then_nobody_is_connected(
    how: dict[str, str], root: str, key: str, far: FarServer, tmp_path: Path
) -> None:
    write_certificate(tmp_path, NAME)
    known = tmp_path / root if root else far.root

    with pytest.raises(StoreError) as caught:
        Database(far.way("rapport", "postgres", root=known, **how))

    assert _key(caught) == f"error.store.{key}"


def test_server_of_tests_when_who_began_it_is_killed_then_it_ends_too() -> None:
    if not installed():
        pytest.skip(NO_SERVER)
    began = subprocess.Popen(
        [sys.executable, "-c", _BEGINS_A_SERVER],
        env=program_environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert began.stdout is not None
    server, folder = began.stdout.readline().split()

    began.kill()
    began.communicate()

    wait_until(lambda: not is_alive(int(server)), 60)
    shutil.rmtree(folder)


_BEGINS_A_SERVER = """
import time
from support.servers import installed, running
with running(installed()[-1]) as server:
    print(server.pid, server.folder, flush=True)
    time.sleep(600)
"""
