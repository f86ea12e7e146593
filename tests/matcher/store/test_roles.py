"""What each may do on a server, held against what is written down."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import product

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError
from support.builders import make_statement
from support.servers import NO_SERVER, Server, installed, running

from matcher.directory.kiosk_event import KioskEvent, KioskWord
from matcher.errors import StoreError
from matcher.store import Database, UnitOfWork
from matcher.store.roles import MAY, SILENT, Role, init_roles, silence
from matcher.store.tables import METADATA

_VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
_OF_COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")


@pytest.fixture(scope="module", params=["oldest", "newest"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    programs = installed()
    if not programs:
        pytest.skip(NO_SERVER)
    if request.param == "oldest" and len(programs) == 1:
        pytest.skip("there is one PostgreSQL alone")
    with running(programs[0 if request.param == "oldest" else -1]) as server:
        server.execute("CREATE DATABASE clinic")
        init_roles(server.address("clinic"))
        with closing(_as(server, Role.STAFF)) as staff, staff.writing() as work:
            people = [make_statement(f"p-{n}", city="Aue", published=n != 2) for n in range(4)]
            work.profiles.apply(people)
            work.commit()
        yield server


def _as(server: Server, role: Role) -> Database:
    return Database(server.address("clinic", role))


@pytest.fixture
def engine_of(server: Server) -> Iterator[Callable[[Role], Engine]]:
    made: list[Engine] = []

    def engine_of(role: Role) -> Engine:
        made.append(create_engine(server.address("clinic", role), isolation_level="AUTOCOMMIT"))
        return made[-1]

    yield engine_of
    for engine in made:
        engine.dispose()


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
def test_role_when_asked_about_every_table_and_column_then_it_may_what_is_written_and_no_more(
    role: Role, engine_of: Callable[[Role], Engine]
) -> None:
    may = MAY[role]
    with engine_of(role).connect() as connection:
        tables = connection.exec_driver_sql(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        names = {name for (name,) in tables}
        assert names == {*METADATA.tables, "alembic_version"}
        for table, verb in product(sorted(names), _VERBS):
            asked = ("SELECT has_table_privilege(%s, %s)", (table, verb))
            allowed = connection.exec_driver_sql(*asked).scalar_one()
            assert allowed is (verb in may.get(table, ())), (role, table, verb)
        for table in METADATA.tables.values():
            for column, verb in product(table.columns, _OF_COLUMNS):
                values = (table.name, column.name, verb)
                allowed = connection.exec_driver_sql(
                    "SELECT has_column_privilege(%s, %s, %s)", values
                ).scalar_one()
                assert allowed is (verb in may.get(table.name, ())), (role, *values)


_FORBIDDEN = (
    "CREATE TABLE own (id int)",
    "CREATE TEMP TABLE own (id int)",
    "CREATE FUNCTION own() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY profile TO PROGRAM 'cat'",
    "SET ROLE rapport_owner",
    "ALTER ROLE rapport_kiosk SUPERUSER",
    "CREATE ROLE another",
    "ALTER TABLE profile DISABLE ROW LEVEL SECURITY",
    "DROP TABLE fact",
)


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
@pytest.mark.parametrize("statement", _FORBIDDEN)
def test_role_when_it_tries_what_nobody_needs_then_the_server_refuses(
    role: Role, statement: str, engine_of: Callable[[Role], Engine]
) -> None:
    with engine_of(role).connect() as connection, pytest.raises(DBAPIError) as refused:
        connection.exec_driver_sql(statement)

    assert refused.value.orig is not None
    assert refused.value.orig.sqlstate in {"42501", "0LP01"}  # type: ignore[attr-defined]


def test_kiosk_when_it_reads_then_it_sees_whom_clients_may_see_and_all_of_them_are_true(
    server: Server,
) -> None:
    with closing(_as(server, Role.KIOSK)) as database, database.reading() as work:
        ids = [profile.id for profile in work.profiles.all()]
        hidden = work.profiles.get("p-2")
        looked = work.profiles.look_through()
        facts = {row[0] for row in work.connection.exec_driver_sql("SELECT profile_id FROM fact")}

    assert ids == sorted(facts) == ["p-0", "p-1", "p-3"]
    assert (hidden, looked.ids) == (None, ())


_CHANGES: tuple[Callable[[UnitOfWork], object], ...] = (
    lambda work: work.profiles.apply([make_statement("p-1", city="Ems")]),
    lambda work: work.staff.all(),
    lambda work: work.trail.acts(1),
)


@pytest.mark.parametrize("deed", _CHANGES, ids=["change", "read who may", "read what was done"])
def test_kiosk_when_it_does_what_is_staff_s_then_it_is_refused(
    server: Server, deed: Callable[[UnitOfWork], object]
) -> None:
    with closing(_as(server, Role.KIOSK)) as database:
        with pytest.raises(StoreError) as refused, database.writing() as work:
            deed(work)
        assert refused.value.messages[0].key == "error.store.not_allowed"
        with pytest.raises(StoreError), database.reading() as work:
            deed(work)


def test_kiosk_when_it_keeps_the_lock_of_those_who_make_tables_then_staff_still_write(
    server: Server, engine_of: Callable[[Role], Engine]
) -> None:
    with engine_of(Role.KIOSK).connect() as connection:
        connection.exec_driver_sql("SELECT pg_advisory_lock(1381323348)")
        with closing(_as(server, Role.STAFF)) as staff, staff.writing() as work:
            assert work.profiles.count() == 4


def test_kiosk_when_it_asks_for_something_that_takes_long_then_the_server_ends_it(
    engine_of: Callable[[Role], Engine],
) -> None:
    with engine_of(Role.KIOSK).connect() as connection:
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "5s"


def test_kiosk_when_it_tells_of_itself_then_that_is_added_and_cannot_be_read_or_changed(
    server: Server, engine_of: Callable[[Role], Engine]
) -> None:
    now = datetime.now(UTC)
    event = KioskEvent("1", now, KioskWord.STARTED)
    with closing(_as(server, Role.KIOSK)) as kiosk:
        for events in ([event], [event, KioskEvent("2", now, KioskWord.STAFF)]):
            with kiosk.adding() as work:
                work.kiosks.add("Hall", events)
                work.commit()
        with pytest.raises(StoreError), kiosk.reading() as work:
            work.kiosks.standing(now, now)
    with engine_of(Role.KIOSK).connect() as connection:
        for statement in ("SELECT * FROM", "DELETE FROM"):
            with pytest.raises(DBAPIError):
                connection.exec_driver_sql(f"{statement} kiosk_event")
    with closing(_as(server, Role.STAFF)) as staff, staff.reading() as work:
        (hall,) = work.kiosks.standing(now, now)
        assert (hall.name, hall.heard_at) == ("Hall", now)
        rows = work.connection.exec_driver_sql("SELECT count(*) FROM kiosk_event")
        assert rows.scalar() == 2
    with (
        closing(_as(server, Role.STAFF)) as staff,
        pytest.raises(StoreError) as refused,
        staff.adding() as work,
    ):
        work.kiosks.add("Desk", [KioskEvent("3", now, KioskWord.STARTED)])
    assert refused.value.messages[0].key == "error.store.not_allowed"


def test_kiosk_when_it_tells_while_staff_write_then_neither_waits_for_the_other(
    server: Server,
) -> None:
    event = KioskEvent("4", datetime.now(UTC), KioskWord.STARTED)
    with (
        closing(_as(server, Role.STAFF)) as staff,
        closing(_as(server, Role.KIOSK)) as kiosk,
        staff.writing() as changing,
    ):
        changing.profiles.apply([make_statement("p-1", city="Ems")])
        with kiosk.adding() as work:
            work.kiosks.add("Hall", [event])
            work.commit()


def test_roles_when_made_again_then_nobody_gets_another_password_and_what_was_loosened_is_tight(
    server: Server, engine_of: Callable[[Role], Engine]
) -> None:
    server.execute("GRANT SELECT ON staff_secret TO rapport_kiosk", "clinic")
    server.execute("DROP POLICY for_rapport_kiosk ON profile", "clinic")

    assert init_roles(server.address("clinic")) == {}

    with engine_of(Role.KIOSK).connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM profile").scalar() == 3
        with pytest.raises(DBAPIError):
            connection.exec_driver_sql("SELECT * FROM staff_secret")


def test_tables_when_they_are_of_an_older_version_then_their_owner_brings_them_up_to_date(
    server: Server,
) -> None:
    server.execute("DROP TABLE kiosk_event", "clinic")
    server.execute("UPDATE alembic_version SET version_num = '0006'", "clinic")
    for role in (Role.STAFF, Role.KIOSK):
        with pytest.raises(StoreError) as refused:
            _as(server, role)
        assert refused.value.messages[0].key == "error.store.older_on_server"

    init_roles(server.address("clinic"))

    with closing(_as(server, Role.STAFF)) as staff, staff.reading() as work:
        assert work.profiles.count() == 4


def test_log_when_silenced_then_no_value_is_in_it(
    server: Server, engine_of: Callable[[Role], Engine]
) -> None:
    assert silence(server.address("clinic")) == ()

    with engine_of(Role.STAFF).connect() as connection:
        for name, value in SILENT.items():
            assert connection.exec_driver_sql(f"SHOW {name}").scalar() == value
        with pytest.raises(DBAPIError):
            connection.exec_driver_sql(
                "INSERT INTO merged (old_id, kept_id) VALUES (%s, %s), (%s, %s)",
                ("canary-word", "canary-other", "canary-word", "canary-other"),
            )
    assert "canary" not in (server.folder / "log").read_text()
    with pytest.raises(DBAPIError):  # elsewhere it holds what somebody typed
        server.execute("SELECT 'canary'::int")
    assert "canary" in (server.folder / "log").read_text()
