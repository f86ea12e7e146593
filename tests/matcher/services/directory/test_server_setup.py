from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement
from support.servers import Server, of_role

from matcher.errors import Message, StoreError
from matcher.services.directory.server_setup import set_up_server
from matcher.services.directory.stored_directory import DirectoryService
from matcher.store import Database, roles


def test_server_when_set_up_then_staff_change_what_kiosks_read(clinic: str) -> None:
    addresses = set_up_server(clinic).addresses
    staff, kiosk = (addresses[f"rapport_{name}"] for name in ("staff", "kiosk"))

    with closing(DirectoryService(staff)) as directory, directory.changing() as work:
        work.profiles.apply([make_statement("p-1", city="Aue")])
    with closing(DirectoryService(kiosk)) as directory:
        assert [profile.id for profile in directory.profiles()] == ["p-1"]
        with pytest.raises(StoreError) as refused, directory.changing() as work:
            work.profiles.apply([make_statement("p-2", city="Aue")])

    assert refused.value.messages[0].key == "error.store.not_allowed"
    assert set_up_server(clinic).addresses == {}


def test_server_when_somebody_sets_it_up_who_may_not_then_says_so(clinic: str) -> None:
    set_up_server(clinic)
    with pytest.raises(StoreError) as refused:
        set_up_server(of_role(clinic, "rapport_staff"))

    assert refused.value.messages[0].key == "error.store.not_allowed"


def test_server_when_who_sets_it_up_may_not_speak_of_its_log_then_the_lines_are_told(
    server: Server,
) -> None:
    server.execute("CREATE ROLE keeper LOGIN CREATEROLE CREATEDB")
    try:
        with server.clinic("keeper") as address:
            made = set_up_server(address)
    finally:
        server.execute("DROP ROLE keeper")

    assert {*made.addresses} == {"rapport_staff", "rapport_kiosk"}
    # From version 15 on, one of the four is everybody's own to set.
    assert {line.split()[0] for line in made.unset} >= {
        "log_min_error_statement",
        "log_parameter_max_length",
        "log_error_verbosity",
    }


def test_server_when_somebody_gave_more_than_may_be_taken_back_then_the_line_that_does_is_told(
    server: Server,
) -> None:
    server.execute("CREATE ROLE keeper LOGIN CREATEROLE CREATEDB")
    try:
        with server.clinic("keeper") as address:
            server_s_own = set_up_server(address).loose
            server.execute("ALTER ROLE rapport_kiosk BYPASSRLS")
            again = set_up_server(address)
    finally:
        server.execute("DROP ROLE keeper")

    assert [line[:43] for line in server_s_own] == ['SET ROLE "rapport"; REVOKE ALL ON FUNCTION ']
    assert again.loose == ('ALTER ROLE "rapport_kiosk" NOBYPASSRLS;', *server_s_own)


def test_server_when_it_goes_away_once_the_names_are_made_then_their_passwords_are_told(
    clinic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = StoreError(Message("error.store.away"))

    def go_away(_address: str) -> tuple[str, ...]:
        raise away

    monkeypatch.setattr(roles, "silence", go_away)
    made = set_up_server(clinic)

    assert made.error is away
    with closing(DirectoryService(made.addresses["rapport_kiosk"])) as directory:
        assert [*directory.profiles()] == []


def test_server_when_one_computer_alone_made_its_tables_then_they_become_those_of_all(
    server: Server,
) -> None:
    server.execute("CREATE ROLE keeper LOGIN CREATEROLE CREATEDB")
    try:
        with server.clinic("keeper") as address:
            with closing(Database(address, create=True)) as alone, alone.writing() as work:
                work.profiles.apply([make_statement("p-1", city="Aue")])
                work.commit()
            addresses = set_up_server(address).addresses
            with closing(DirectoryService(addresses["rapport_kiosk"])) as directory:
                assert [profile.id for profile in directory.profiles()] == ["p-1"]
            staff = DirectoryService(addresses["rapport_staff"])
            with closing(staff), staff.changing() as work:
                work.profiles.apply([make_statement("p-2", city="Aue")])
    finally:
        server.execute("DROP ROLE keeper")


def test_server_when_the_directory_is_a_file_then_there_is_none_to_set_up(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        set_up_server(str(tmp_path / "directory.sqlite"))

    assert refused.value.messages[0].key == "error.store.no_server"
    assert [*tmp_path.iterdir()] == []
