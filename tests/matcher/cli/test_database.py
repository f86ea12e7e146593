"""``rapport database``."""

from support.commands import Rapport


def test_roles_when_made_then_their_addresses_are_shown_once(rapport: Rapport, clinic: str) -> None:
    first = rapport("database", "init-roles", "--database", clinic)
    again = rapport("database", "init-roles", "--database", clinic)
    told = rapport("database", "init-roles", "--database", clinic, "--json")

    assert (first.code, again.code) == (0, 0)
    assert [line.split(":")[0].strip() for line in first.out.splitlines() if "://" in line] == [
        "postgresql+psycopg"
    ] * 3
    assert "://" not in again.out
    assert told.document == {"addresses": {}, "unset": []}


def test_roles_when_the_directory_is_a_file_then_says_what_to_write(rapport: Rapport) -> None:
    done = rapport("database", "init-roles")

    assert (done.code, done.out) == (1, "")
    assert "--database postgresql+psycopg://" in done.err
