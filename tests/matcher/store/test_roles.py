"""What each may do on a server, held against what is written down."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError
from support.builders import make_statement
from support.rights import all_rights, rights_of, written_rights
from support.servers import Server, database_of, of_role

from matcher.directory.field import FOR_STAFF
from matcher.directory.kiosk_event import KioskEvent, KioskWord
from matcher.errors import StoreError
from matcher.store import Database, UnitOfWork
from matcher.store.roles import SILENT, Role, init_roles, silence
from matcher.store.upgrade import HEAD


@pytest.fixture(scope="module", params=["oldest", "newest"])
def which(request: pytest.FixtureRequest) -> Server:
    server: Server = request.getfixturevalue(f"{request.param}_server")
    return server


@pytest.fixture(scope="module")
def clinic(which: Server) -> Iterator[str]:
    """Give a directory of four, one of whom clients do not see, with roles."""
    with which.clinic() as address:
        init_roles(address)
        with closing(_as(address, Role.STAFF)) as staff, staff.writing() as work:
            people = [make_statement(f"p-{n}", city="Aue", published=n != 2) for n in range(4)]
            work.profiles.apply(people)
            work.commit()
        yield address


def _as(clinic: str, role: Role) -> Database:
    return Database(of_role(clinic, role))


@pytest.fixture
def engine_of(clinic: str) -> Iterator[Callable[[Role], Engine]]:
    made: list[Engine] = []

    def engine_of(role: Role) -> Engine:
        made.append(create_engine(of_role(clinic, role), isolation_level="AUTOCOMMIT"))
        return made[-1]

    yield engine_of
    for engine in made:
        engine.dispose()


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
def test_role_when_asked_about_every_table_and_column_then_it_may_what_is_written_and_no_more(
    role: Role, engine_of: Callable[[Role], Engine]
) -> None:
    with engine_of(role).connect() as connection:
        asked = all_rights(connection)
        assert rights_of(connection, role, asked) == written_rights(role, asked)


def test_role_when_it_is_given_a_right_too_many_then_that_is_noticed(
    which: Server, clinic: str, engine_of: Callable[[Role], Engine]
) -> None:
    name = database_of(clinic)
    which.execute("GRANT UPDATE (published) ON profile TO rapport_kiosk", name)
    try:
        with engine_of(Role.KIOSK).connect() as connection:
            asked = all_rights(connection)
            found = rights_of(connection, Role.KIOSK, asked)
    finally:
        init_roles(clinic)

    assert found - written_rights(Role.KIOSK, asked) == {("profile", "published", "UPDATE")}


_FOR_STAFF = """
SELECT (SELECT count(*) FROM fact WHERE field = 'unsorted') + (SELECT count(*) FROM whole_digest)
"""

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
    clinic: str,
) -> None:
    with closing(_as(clinic, Role.KIOSK)) as database, database.reading() as work:
        ids = [profile.id for profile in work.profiles.all()]
        hidden = work.profiles.get("p-2")
        looked = work.profiles.look_through()
        facts = {row[0] for row in work.connection.exec_driver_sql("SELECT profile_id FROM fact")}
        reach = {row[0] for row in work.connection.exec_driver_sql("SELECT profile_id FROM reach")}
        here = [profile.id for profile in work.profiles.published(["US-OR"])]

    assert ids == here == sorted(facts) == sorted(reach) == ["p-0", "p-1", "p-3"]
    assert (hidden, looked.ids) == (None, ())


def test_kiosk_when_staff_alone_see_a_part_of_somebody_then_it_gets_the_rest_and_that_is_true(
    which: Server, clinic: str
) -> None:
    name, said = database_of(clinic), dict.fromkeys(FOR_STAFF, "times: Sat")
    with closing(_as(clinic, Role.STAFF)) as staff, staff.writing() as work:
        work.profiles.apply([make_statement("p-1", **said), make_statement("p-3", **said)])
        work.commit()
    which.execute("UPDATE fact SET value = 'Bue' WHERE field = 'city' AND profile_id = 'p-3'", name)
    try:
        found = {}
        for role in (Role.STAFF, Role.KIOSK):
            with closing(_as(clinic, role)) as database, database.reading() as work:
                profile = work.profiles.get("p-1")
                assert profile is not None
                found[role] = (
                    [field for field in profile.facts if field in FOR_STAFF],
                    work.profiles.look_through().ids,
                    [each.id for each in work.profiles.published()],
                    work.connection.exec_driver_sql(_FOR_STAFF).scalar_one(),
                )
    finally:
        which.execute("UPDATE fact SET value = 'Aue' WHERE value = 'Bue'", name)

    assert found[Role.STAFF] == ([*FOR_STAFF], ("p-3",), ["p-0", "p-1"], 4 * len(FOR_STAFF))
    assert found[Role.KIOSK] == ([], ("p-3",), ["p-0", "p-1"], 0)


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
def test_role_when_somebody_set_another_path_for_it_then_it_finds_the_tables_all_the_same(
    which: Server, clinic: str, role: Role
) -> None:
    which.execute(f"ALTER ROLE {role} SET search_path = elsewhere")
    try:
        with closing(_as(clinic, role)) as database, database.reading() as work:
            assert work.profiles.count() > 0
    finally:
        which.execute(f"ALTER ROLE {role} RESET search_path")


_CHANGES: tuple[Callable[[UnitOfWork], object], ...] = (
    lambda work: work.profiles.apply([make_statement("p-1", city="Ems")]),
    lambda work: work.staff.all(),
    lambda work: work.trail.acts(1),
)


@pytest.mark.parametrize("deed", _CHANGES, ids=["change", "read who may", "read what was done"])
def test_kiosk_when_it_does_what_is_staff_s_then_it_is_refused(
    clinic: str, deed: Callable[[UnitOfWork], object]
) -> None:
    with closing(_as(clinic, Role.KIOSK)) as database:
        with pytest.raises(StoreError) as refused, database.writing() as work:
            deed(work)
        assert refused.value.messages[0].key == "error.store.not_allowed"
        with pytest.raises(StoreError), database.reading() as work:
            deed(work)


def test_kiosk_when_it_keeps_the_lock_of_those_who_make_tables_then_staff_still_write(
    clinic: str, engine_of: Callable[[Role], Engine]
) -> None:
    with engine_of(Role.KIOSK).connect() as connection:
        connection.exec_driver_sql("SELECT pg_advisory_lock(1381323348)")
        with closing(_as(clinic, Role.STAFF)) as staff, staff.writing() as work:
            assert work.profiles.count() == 4


def test_owner_when_roles_are_made_then_nobody_comes_by_that_name(
    which: Server, clinic: str, engine_of: Callable[[Role], Engine]
) -> None:
    for let_in in ("", "LOGIN PASSWORD 'from an earlier version'"):
        which.execute(f"ALTER ROLE rapport_owner {let_in}")
        assert init_roles(clinic) == {}
        with pytest.raises(DBAPIError) as refused:
            engine_of(Role.OWNER).connect()
        assert "not permitted to log in" in str(refused.value)


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
def test_role_when_it_keeps_the_server_or_others_waiting_then_the_server_ends_that(
    role: Role, engine_of: Callable[[Role], Engine]
) -> None:
    limits = {
        Role.STAFF: {"statement_timeout": "10min", "idle_in_transaction_session_timeout": "10min"},
        Role.KIOSK: {"statement_timeout": "5s", "idle_in_transaction_session_timeout": "1min"},
    }[role]
    with engine_of(role).connect() as connection:
        shown = {name: connection.exec_driver_sql(f"SHOW {name}").scalar() for name in limits}

    assert shown == limits


def test_kiosk_when_it_tells_of_itself_then_that_is_added_and_cannot_be_read_or_changed(
    clinic: str, engine_of: Callable[[Role], Engine]
) -> None:
    now = datetime.now(UTC)
    event = KioskEvent("1", now, KioskWord.STARTED)
    with closing(_as(clinic, Role.KIOSK)) as kiosk:
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
    with closing(_as(clinic, Role.STAFF)) as staff, staff.reading() as work:
        (hall,) = work.kiosks.standing(now, now)
        assert (hall.name, hall.heard_at) == ("Hall", now)
        told = "SELECT count(*) FROM kiosk_event WHERE id IN ('1', '2')"
        assert work.connection.exec_driver_sql(told).scalar() == 2
    with (
        closing(_as(clinic, Role.STAFF)) as staff,
        pytest.raises(StoreError) as refused,
        staff.adding() as work,
    ):
        work.kiosks.add("Desk", [KioskEvent("3", now, KioskWord.STARTED)])
    assert refused.value.messages[0].key == "error.store.not_allowed"


def test_kiosk_when_it_tells_while_staff_write_then_neither_waits_for_the_other(
    clinic: str,
) -> None:
    event = KioskEvent("4", datetime.now(UTC), KioskWord.STARTED)
    with (
        closing(_as(clinic, Role.STAFF)) as staff,
        closing(_as(clinic, Role.KIOSK)) as kiosk,
        staff.writing() as changing,
    ):
        changing.profiles.apply([make_statement("p-1", city="Ems")])
        with kiosk.adding() as work:
            work.kiosks.add("Hall", [event])
            work.commit()


def test_roles_when_made_again_then_nobody_gets_another_password_and_what_was_loosened_is_tight(
    which: Server, clinic: str, engine_of: Callable[[Role], Engine]
) -> None:
    name = database_of(clinic)
    which.execute("GRANT SELECT ON staff_secret TO rapport_kiosk", name)
    which.execute("DROP POLICY for_rapport_kiosk ON profile", name)

    assert init_roles(clinic) == {}

    with engine_of(Role.KIOSK).connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM profile").scalar() == 3
        with pytest.raises(DBAPIError):
            connection.exec_driver_sql("SELECT * FROM staff_secret")


def _make_older(server: Server, name: str, version: str, tables: str) -> None:
    """Take away what later versions made; there was one digest of each profile then, of all."""
    server.execute(
        "UPDATE profile_digest SET digest = whole_digest.digest FROM whole_digest "
        "WHERE whole_digest.profile_id = profile_digest.profile_id; "
        f"DROP TABLE whole_digest, {tables}; UPDATE alembic_version SET version_num = '{version}'",
        name,
    )


def test_tables_when_they_are_of_an_older_version_then_their_owner_brings_them_up_to_date(
    which: Server, clinic: str
) -> None:
    name = database_of(clinic)
    with closing(_as(clinic, Role.STAFF)) as staff, staff.writing() as work:
        work.profiles.apply([make_statement("p-1", **dict.fromkeys(FOR_STAFF, "times: Sat"))])
        work.commit()
    _make_older(which, name, "0006", "kiosk_event, reach, reach_rules")
    which.execute("DROP POLICY for_rapport_owner ON profile", name)
    for role in (Role.STAFF, Role.KIOSK):
        with pytest.raises(StoreError) as refused:
            _as(clinic, role)
        assert refused.value.messages[0].key == "error.store.older_on_server"

    init_roles(clinic)

    for role, seen in ((Role.STAFF, 4), (Role.KIOSK, 3)):
        with closing(_as(clinic, role)) as database, database.reading() as work:
            assert len([*work.profiles.published(["US-OR"])]) == 3
            assert (work.profiles.count(), work.profiles.look_through().ids) == (seen, ())


def test_tables_when_a_newer_version_made_them_then_who_has_them_open_writes_no_more(
    which: Server, clinic: str
) -> None:
    name, noted = database_of(clinic), "UPDATE alembic_version SET version_num = '{}'"
    with closing(_as(clinic, Role.STAFF)) as staff, closing(_as(clinic, Role.KIOSK)) as kiosk:
        which.execute(noted.format("9999"), name)
        try:
            with pytest.raises(StoreError) as refused, staff.writing():
                pass
            opened = []
            for role in (Role.STAFF, Role.KIOSK):
                with pytest.raises(StoreError) as caught:
                    _as(clinic, role)
                opened.append(caught.value.messages[0].key)
            with kiosk.adding() as work:  # what it has to tell is of no version
                work.commit()
        finally:
            which.execute(noted.format(HEAD), name)
        with staff.writing() as work:
            assert work.profiles.count() == 4

    assert refused.value.messages[0].key == "error.store.newer_on_server"
    assert opened == ["error.store.newer_on_server"] * 2


def test_states_when_other_rules_noted_them_then_kiosks_leave_nobody_out_and_the_owner_notes_them(
    which: Server, clinic: str
) -> None:
    other = "DELETE FROM reach; UPDATE reach_rules SET digest = 'of another version'; "
    other += "DROP POLICY for_rapport_owner ON profile"
    which.execute(other, database_of(clinic))
    seen = []
    for _ in range(2):
        with closing(_as(clinic, Role.KIOSK)) as kiosk, kiosk.reading() as work:
            everybody = [*work.profiles.published(["US-OR"])]
            seen.append((work.profiles.knows_states, len(everybody)))
        init_roles(clinic)

    assert seen == [(False, 3), (True, 3)]


def test_kiosk_events_when_their_form_was_not_checked_then_it_is_and_rights_stay_as_written(
    which: Server, clinic: str, engine_of: Callable[[Role], Engine]
) -> None:
    name = database_of(clinic)
    for column in ("id", "at", "kiosk", "what"):
        which.execute(f"ALTER TABLE kiosk_event DROP CONSTRAINT ck_kiosk_event_{column}", name)
    _make_older(which, name, "0008", "reach_rules")
    told = "INSERT INTO kiosk_event VALUES (%s, '2026-11-23T10:00:00.000000+00:00', %s, 'started')"
    with engine_of(Role.KIOSK).connect() as kiosk:
        kiosk.exec_driver_sql(told, ("long", "x" * 100_000))
        kiosk.exec_driver_sql(told, ("short", "Hall"))

        init_roles(clinic)

        with pytest.raises(DBAPIError):
            kiosk.exec_driver_sql(told, ("longer", "x" * 61))
        asked = all_rights(kiosk)
        assert rights_of(kiosk, Role.KIOSK, asked) == written_rights(Role.KIOSK, asked)
    with engine_of(Role.STAFF).connect() as staff:
        found = {*staff.exec_driver_sql("SELECT id FROM kiosk_event").scalars()}
    assert "short" in found
    assert "long" not in found


def test_log_when_silenced_then_no_value_is_in_it(
    which: Server, clinic: str, engine_of: Callable[[Role], Engine]
) -> None:
    assert silence(clinic) == ()

    with engine_of(Role.STAFF).connect() as connection:
        for name, value in SILENT.items():
            assert connection.exec_driver_sql(f"SHOW {name}").scalar() == value
        with pytest.raises(DBAPIError):
            connection.exec_driver_sql(
                "INSERT INTO merged (old_id, kept_id) VALUES (%s, %s), (%s, %s)",
                ("canary-word", "canary-other", "canary-word", "canary-other"),
            )
    assert "canary" not in (which.folder / "log").read_text()
    with pytest.raises(DBAPIError):  # elsewhere it holds what somebody typed
        which.execute("SELECT 'canary'::int")
    assert "canary" in (which.folder / "log").read_text()


@pytest.mark.usefixtures("clinic")  # the roles are those of the whole server
def test_kiosk_when_the_directory_is_large_then_each_row_is_not_held_against_all_people(
    which: Server,
) -> None:
    which.execute("CREATE DATABASE country")
    init_roles(which.address("country"))
    which.execute(
        "INSERT INTO profile SELECT 'p-' || n, true FROM generate_series(1, 20000) AS n;"
        "INSERT INTO fact SELECT id, 'city', 'clinic', 'Aue' FROM profile; ANALYZE",
        "country",
    )
    engine = create_engine(which.address("country", Role.KIOSK))
    try:
        with engine.connect() as connection:
            # As with a million people and the memory a server has as a rule.
            connection.exec_driver_sql("SET work_mem = '64kB'")
            rows = connection.exec_driver_sql("EXPLAIN SELECT * FROM fact").all()
    finally:
        engine.dispose()
        which.execute("DROP DATABASE country WITH (FORCE)")

    plan = "\n".join(row[0] for row in rows)
    assert "pk_profile on profile" in plan
    assert "Materialize" not in plan
