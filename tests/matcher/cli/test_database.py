"""``rapport database``."""

from collections.abc import Iterator

import pytest
from support.commands import Rapport
from support.servers import NO_SERVER, Server, installed, running


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not installed():
        pytest.skip(NO_SERVER)
    with running(installed()[-1]) as server:
        server.execute("CREATE DATABASE clinic")
        yield server


def test_roles_when_made_then_their_addresses_are_shown_once(
    rapport: Rapport, server: Server
) -> None:
    first = rapport("database", "init-roles", "--database", server.address("clinic"))
    again = rapport("database", "init-roles", "--database", server.address("clinic"))
    told = rapport("database", "init-roles", "--database", server.address("clinic"), "--json")

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
