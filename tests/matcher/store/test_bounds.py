"""A name that comes to a server sees for itself which of its bounds are not there."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from support.builders import make_statement
from support.loosening import LOOSENINGS, forget_passers_by, loosen
from support.servers import Server, database_of, of_role

from matcher.store import Database
from matcher.store.bounds import Bound, bounds_gone
from matcher.store.roles import Role, init_roles, silence


@pytest.fixture(scope="module", params=["oldest", "newest"])
def which(request: pytest.FixtureRequest) -> Server:
    server: Server = request.getfixturevalue(f"{request.param}_server")
    return server


@pytest.fixture(scope="module")
def clinic(which: Server) -> Iterator[str]:
    with which.clinic() as address:
        init_roles(address)
        assert silence(address) == ()
        yield address


def _gone(address: str, role: str) -> frozenset[Bound] | None:
    with closing(Database(of_role(address, role))) as database, database.reading() as work:
        gone = bounds_gone(work.connection)
        work.profiles.count()  # the transaction is as it was
    return gone


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
def test_name_when_roles_were_made_then_all_of_its_bounds_are_there(
    clinic: str, role: Role
) -> None:
    assert _gone(clinic, role) == frozenset()


def test_name_when_it_is_for_nothing_of_every_day_then_it_has_no_bounds(clinic: str) -> None:
    assert _gone(clinic, "rapport") is None


@pytest.mark.parametrize("what", [*LOOSENINGS])
def test_kiosk_when_it_was_given_too_much_then_it_sees_that(
    which: Server, clinic: str, what: str
) -> None:
    loosen(which, clinic, what)
    try:
        role = Role.STAFF if what == "another's membership" else Role.KIOSK
        assert _gone(clinic, role) == {Bound.RIGHTS}
    finally:
        init_roles(clinic)
        if "passer_by" in LOOSENINGS[what][0]:
            forget_passers_by(which, clinic)


@pytest.mark.parametrize(
    "given",
    [
        "GRANT SELECT (hash) ON staff_secret TO rapport_kiosk",
        "GRANT TRUNCATE ON profile TO rapport_kiosk",
        "ALTER TABLE profile DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE fact DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE reach DISABLE ROW LEVEL SECURITY",
        "ALTER POLICY for_rapport_kiosk ON fact USING (true)",
        "ALTER POLICY for_rapport_kiosk ON fact USING (profile_id IN (SELECT id FROM profile))",
        "ALTER POLICY for_rapport_kiosk ON whole_digest USING (true)",
        "ALTER POLICY for_rapport_kiosk ON profile USING (published OR id > 'p')",
        "ALTER POLICY for_rapport_kiosk ON reach USING (EXISTS (SELECT FROM profile))",
    ],
)
def test_kiosk_when_a_right_of_its_own_is_wider_than_written_then_it_sees_that(
    which: Server, clinic: str, given: str
) -> None:
    which.execute(given, database_of(clinic))
    try:
        assert _gone(clinic, Role.KIOSK) == {Bound.RIGHTS}
    finally:
        init_roles(clinic)


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
@pytest.mark.parametrize("limit", ["statement_timeout", "idle_in_transaction_session_timeout"])
@pytest.mark.parametrize("value", ["0", "'1h'"])
def test_name_when_its_time_is_not_limited_then_it_sees_that(
    which: Server, clinic: str, role: Role, limit: str, value: str
) -> None:
    which.execute(f"ALTER ROLE {role} IN DATABASE {database_of(clinic)} SET {limit} = {value}")
    try:
        assert _gone(clinic, role) == {Bound.TIME}
    finally:
        init_roles(clinic)


def test_name_when_the_server_may_log_values_then_it_sees_that(which: Server, clinic: str) -> None:
    which.execute(f"ALTER DATABASE {database_of(clinic)} RESET log_error_verbosity")
    try:
        assert _gone(clinic, Role.STAFF) == {Bound.LOG}
    finally:
        silence(clinic)


def test_directory_when_a_dump_of_it_fills_another_database_then_roles_are_made_there_again(
    which: Server, clinic: str
) -> None:
    if not (which.programs / "pg_dump").exists():
        pytest.skip("this server came without pg_dump")
    dump, where = str(which.folder / "dump"), f"--host={which.folder}"
    by = ("--username=rapport", f"--port={which.port}")
    with closing(Database(of_role(clinic, Role.STAFF))) as staff, staff.writing() as work:
        work.profiles.apply([make_statement(f"p-{n}", published=n != 1) for n in range(3)])
        work.commit()
    which.run("pg_dump", where, *by, "--format=custom", f"--file={dump}", database_of(clinic))
    which.execute("CREATE DATABASE again")
    again = which.address("again")
    try:
        which.run("pg_restore", where, *by, "--dbname=again", dump)
        assert _gone(again, Role.KIOSK) == {*Bound}

        init_roles(again)
        silence(again)

        assert _gone(again, Role.KIOSK) == _gone(again, Role.STAFF) == frozenset()
        with closing(Database(of_role(again, Role.KIOSK))) as kiosk, kiosk.reading() as work:
            assert {profile.id for profile in work.profiles.all()} == {"p-0", "p-2"}
    finally:
        which.execute("DROP DATABASE again WITH (FORCE)")
