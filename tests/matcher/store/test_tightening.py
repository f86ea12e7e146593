"""What somebody gave on a server beyond what is written down goes when roles are made again."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from support.builders import make_statement
from support.loosening import LOOSENINGS, forget_passers_by, is_loose, loosen
from support.servers import Server, of_role

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


def test_roles_when_who_makes_them_may_not_take_back_then_the_lines_that_do_are_told(
    which: Server,
) -> None:
    which.execute("CREATE ROLE keeper LOGIN CREATEROLE CREATEDB")
    try:
        with which.clinic("keeper") as address:
            init_roles(address)
            assert left_too_much(address) == ()
            which.execute("ALTER ROLE rapport_kiosk BYPASSRLS; GRANT pg_monitor TO rapport_staff")

            init_roles(address)
            left = left_too_much(address)
            for line in left:
                which.execute(line)

            assert left[0] == 'ALTER ROLE "rapport_kiosk" NOBYPASSRLS;'
            assert left_too_much(address) == ()
    finally:
        which.execute("DROP ROLE keeper")


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
