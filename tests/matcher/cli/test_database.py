"""``rapport database``."""

from support.commands import Rapport
from support.servers import Server


def test_roles_when_made_then_their_addresses_are_shown_once(rapport: Rapport, clinic: str) -> None:
    first = rapport("database", "init-roles", "--database", clinic)
    again = rapport("database", "init-roles", "--database", clinic)
    told = rapport("database", "init-roles", "--database", clinic, "--json")

    assert (first.code, again.code) == (0, 0)
    assert [line.split(":")[0].strip() for line in first.out.splitlines() if "://" in line] == [
        "postgresql+psycopg"
    ] * 2
    assert "://" not in again.out
    assert told.document == {"addresses": {}, "unset": [], "loose": []}


def test_roles_when_more_was_given_than_may_be_taken_back_then_the_line_that_does_is_shown(
    rapport: Rapport, server: Server
) -> None:
    server.execute("CREATE ROLE keeper LOGIN CREATEROLE CREATEDB")
    try:
        with server.clinic("keeper") as address:
            rapport("database", "init-roles", "--database", address)
            server.execute("ALTER ROLE rapport_kiosk SUPERUSER")
            said = rapport("database", "init-roles", "--database", address).out.splitlines()
    finally:
        server.execute("DROP ROLE keeper")

    assert said[-3].startswith("These names may do more than they are for")
    assert said[-2] == '    ALTER ROLE "rapport_kiosk" NOSUPERUSER;'
    assert said[-1].startswith('    SET ROLE "rapport"; REVOKE ALL ON FUNCTION')


def test_roles_when_the_directory_is_a_file_then_says_what_to_write(rapport: Rapport) -> None:
    done = rapport("database", "init-roles")

    assert (done.code, done.out) == (1, "")
    assert "--database postgresql+psycopg://" in done.err
