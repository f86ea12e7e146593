"""What somebody gave on a server beyond what is written down goes when roles are made again."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import ProgrammingError
from support.builders import make_statement
from support.loosening import LOOSENINGS, forget_passers_by, is_loose, loosen
from support.servers import Server, database_of, of_role

from matcher.errors import StoreError
from matcher.store import Database
from matcher.store.roles import Role, init_roles, left_too_much


@pytest.fixture(scope="module", params=["oldest", "newest"])
def which(request: pytest.FixtureRequest) -> Server:
    server: Server = request.getfixturevalue(f"{request.param}_server")
    return server


@pytest.fixture
def clinic(which: Server) -> Iterator[str]:
    """Give a directory of two, one of whom clients do not see, with roles."""
    with which.clinic() as address:
        init_roles(address)
        with closing(Database(of_role(address, Role.STAFF))) as staff, staff.writing() as work:
            people = [make_statement(f"p-{n}", city="Aue", published=n != 1) for n in range(2)]
            work.profiles.apply(people)
            work.commit()
        yield address


@pytest.fixture
def keeper_s(which: Server) -> Iterator[str]:
    """Give the address of one who may make roles, and nothing besides."""
    which.execute("CREATE ROLE keeper LOGIN CREATEROLE CREATEDB")
    try:
        with which.clinic("keeper") as address:
            which.type_in(_TAKES_OBJECTS, database_of(address))
            yield address
    finally:
        which.execute("DROP ROLE keeper")


_TAKES_OBJECTS = (
    'SET ROLE "rapport"; REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer), '
    "pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea), "
    "pg_catalog.lo_put(oid, bigint, bytea), pg_catalog.lo_truncate(integer, integer), "
    "pg_catalog.lo_truncate64(integer, bigint), pg_catalog.lowrite(integer, bytea)"
    " FROM PUBLIC CASCADE; RESET ROLE;"
)
_VIEW = "CREATE VIEW everybody AS TABLE profile; GRANT SELECT ON everybody TO {}"
_TAKES_VIEW = (
    'SET ROLE "rapport"; REVOKE ALL ON TABLE public.everybody FROM {} CASCADE; RESET ROLE;'
)
_FUNCTION = """
CREATE FUNCTION told("Name" text) RETURNS SETOF profile LANGUAGE sql {} AS 'TABLE profile'
"""


@pytest.mark.parametrize(
    ("given", "undone"),
    [
        pytest.param(
            "ALTER ROLE rapport_kiosk BYPASSRLS; GRANT pg_monitor TO rapport_staff",
            'ALTER ROLE "rapport_kiosk" NOBYPASSRLS;',
            id="past policies",
        ),
        pytest.param(
            "ALTER ROLE rapport_kiosk SUPERUSER",
            'ALTER ROLE "rapport_kiosk" NOSUPERUSER;',
            id="everything",
        ),
        pytest.param(_VIEW.format("PUBLIC"), _TAKES_VIEW.format("PUBLIC"), id="everybody's view"),
        pytest.param(
            _VIEW.format("rapport_kiosk"), _TAKES_VIEW.format("rapport_kiosk"), id="a view"
        ),
        pytest.param(
            _FUNCTION.format("SECURITY DEFINER"),
            'SET ROLE "rapport"; REVOKE ALL ON ROUTINE public.told("Name" text)'
            " FROM PUBLIC CASCADE; RESET ROLE;",
            id="a function",
        ),
    ],
)
def test_roles_when_who_makes_them_may_not_take_back_then_the_lines_that_do_are_told(
    which: Server, keeper_s: str, given: str, undone: str
) -> None:
    name = database_of(keeper_s)
    init_roles(keeper_s)
    assert left_too_much(keeper_s) == ()
    which.execute(given, name)

    init_roles(keeper_s)
    left = left_too_much(keeper_s)
    for line in left:
        which.type_in(line, name)

    assert left[0] == undone
    assert left_too_much(keeper_s) == ()


def test_roles_when_they_are_made_in_a_new_database_then_one_line_is_left_of_large_objects(
    which: Server, keeper_s: str
) -> None:
    name = database_of(keeper_s)
    which.execute(
        _TAKES_OBJECTS.replace("REVOKE", "GRANT").replace("FROM PUBLIC CASCADE", "TO PUBLIC"), name
    )

    init_roles(keeper_s)

    assert left_too_much(keeper_s) == (_TAKES_OBJECTS,)


@pytest.mark.parametrize("role", [Role.STAFF, Role.KIOSK])
@pytest.mark.parametrize(
    "making", ["lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'x')", "lo_put(1, 0, 'x')"]
)
def test_name_when_roles_were_made_then_it_makes_no_large_object(
    clinic: str, role: Role, making: str
) -> None:
    engine = create_engine(of_role(clinic, role))
    with pytest.raises(ProgrammingError) as refused, engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT {making}")
    engine.dispose()

    assert isinstance(refused.value.orig, psycopg.errors.InsufficientPrivilege)


def test_roles_when_somebody_s_time_is_not_limited_any_more_and_may_not_be_then_that_is_told(
    which: Server, keeper_s: str
) -> None:
    name = database_of(keeper_s)
    init_roles(keeper_s)
    which.execute(f"ALTER ROLE rapport_kiosk IN DATABASE {name} RESET statement_timeout")
    which.execute("ALTER ROLE rapport_kiosk SUPERUSER")

    init_roles(keeper_s)

    set_again = (
        f"""ALTER ROLE "rapport_kiosk" IN DATABASE "{name}" SET "statement_timeout" = '5s';"""
    )
    assert left_too_much(keeper_s) == ('ALTER ROLE "rapport_kiosk" NOSUPERUSER;', set_again)
    which.execute("ALTER ROLE rapport_kiosk NOSUPERUSER")
    init_roles(keeper_s)
    assert left_too_much(keeper_s) == ()


@pytest.mark.parametrize(
    "harmless",
    [
        pytest.param("CREATE TABLE somebody_s (id int); CREATE VIEW of_it AS TABLE somebody_s"),
        pytest.param(
            "CREATE TABLE somebody_s (id int); ALTER TABLE somebody_s ENABLE ROW LEVEL SECURITY;"
            "CREATE POLICY theirs ON somebody_s USING (true)"
        ),
        pytest.param(_FUNCTION.format("SECURITY INVOKER")),
    ],
)
def test_roles_when_another_has_something_there_that_gives_nothing_then_it_is_left_alone(
    which: Server, keeper_s: str, harmless: str
) -> None:
    init_roles(keeper_s)
    which.execute(harmless, database_of(keeper_s))

    init_roles(keeper_s)

    assert left_too_much(keeper_s) == ()


def test_roles_when_they_cannot_be_made_whole_then_nothing_was_changed(
    which: Server, keeper_s: str
) -> None:
    init_roles(keeper_s)
    name = database_of(keeper_s)
    which.execute("ALTER TABLE fact OWNER TO rapport", name)
    which.execute("GRANT pg_monitor TO rapport_kiosk WITH ADMIN OPTION")
    which.execute("GRANT UPDATE ON profile TO rapport_kiosk", name)
    which.execute("ALTER ROLE rapport_kiosk CREATEDB")
    before = left_too_much(keeper_s)

    with pytest.raises(StoreError) as refused:
        init_roles(keeper_s)

    assert refused.value.messages[0].key == "error.store.not_allowed"
    assert left_too_much(keeper_s) == before
    assert 'ALTER ROLE "rapport_kiosk" NOCREATEDB;' in before


def test_roles_when_the_database_is_another_s_then_that_is_said_and_nothing_was_changed(
    which: Server, keeper_s: str
) -> None:
    name = database_of(keeper_s)
    init_roles(keeper_s)
    which.execute(f"ALTER DATABASE {name} OWNER TO rapport; GRANT ALL ON DATABASE {name} TO PUBLIC")

    with pytest.raises(StoreError) as refused:
        init_roles(keeper_s)

    assert refused.value.messages[0].key == "error.store.not_allowed"
    init_roles(of_role(keeper_s, "rapport"))


def test_kiosk_when_the_one_who_made_it_gave_it_a_membership_then_another_takes_it_back(
    which: Server, keeper_s: str
) -> None:
    init_roles(keeper_s)
    which.execute("SET ROLE keeper; GRANT rapport_staff TO rapport_kiosk")
    all_powerful = of_role(keeper_s, "rapport")

    init_roles(all_powerful)

    assert left_too_much(all_powerful) == left_too_much(keeper_s) == ()


@pytest.mark.parametrize("what", LOOSENINGS)
def test_kiosk_when_it_was_given_too_much_then_it_is_taken_back(
    which: Server, clinic: str, what: str
) -> None:
    assert not is_loose(clinic, what)
    loosen(which, clinic, what)
    try:
        assert is_loose(clinic, what)

        init_roles(clinic)

        assert not is_loose(clinic, what)
        assert left_too_much(clinic) == ()
    finally:
        if "passer_by" in LOOSENINGS[what][0]:
            forget_passers_by(which, clinic)
