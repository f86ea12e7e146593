from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from support.builders import make_statement
from support.copies import make_ready, open_ready, trust_of
from support.servers import Server
from support.whole_country import load_server

from matcher.directory.snapshot_builder import SnapshotBuilder
from matcher.errors import Message, OutputError, StoreError
from matcher.services.directory.sitting_directory import stamp_made_ready
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.directory.watching import is_cut_off, wait_for_change
from matcher.store.location import locate
from matcher.store.server import message_of


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    with server.database() as address:
        _add(address, "p-1")
        yield address


def _add(address: str, profile_id: str) -> None:
    with closing(DirectoryService(address)) as directory, directory.changing() as work:
        work.profiles.apply([make_statement(profile_id, city="Aue")])


def test_watch_when_another_computer_changes_something_then_it_ends_at_the_next_look(
    address: str, tmp_path: Path
) -> None:
    looks: list[float] = []
    with closing(DirectoryService(address)) as directory:
        make_ready(directory, tmp_path / "kiosk")

        def change_later(seconds: float) -> None:
            looks.append(seconds)
            if len(looks) == 3:
                _add(address, "p-2")

        made = stamp_made_ready(tmp_path / "kiosk", trust_of(tmp_path / "kiosk"))
        wait_for_change(directory, address, made, pause=change_later)
        assert len(looks) == 3
        make_ready(directory, tmp_path / "kiosk")

    assert [profile.id for profile in open_ready(tmp_path / "kiosk").profiles()] == ["p-1", "p-2"]


def test_watch_when_nothing_was_made_ready_then_it_ends_at_once(
    address: str, tmp_path: Path
) -> None:
    with closing(DirectoryService(address)) as directory:
        made = stamp_made_ready(tmp_path / "kiosk", trust_of(tmp_path / "kiosk"))
        wait_for_change(directory, address, made, pause=pytest.fail)


def test_watch_when_the_server_goes_away_then_it_is_asked_until_it_is_there_again(
    server: Server, address: str, tmp_path: Path
) -> None:
    told: list[str] = []
    with closing(DirectoryService(address)) as directory:
        make_ready(directory, tmp_path / "kiosk")

    def go_by(_: float) -> None:
        told.append("pause")
        if len(told) == 2:
            server.stop()
        elif len(told) == 6:
            server.start()
            _add(address, "p-2")

    made = stamp_made_ready(tmp_path / "kiosk", trust_of(tmp_path / "kiosk"))
    wait_for_change(DirectoryService(address), address, made, pause=go_by)

    assert len(told) == 6


def test_copy_when_the_server_goes_away_in_the_middle_then_that_is_seen_in_the_error(
    server: Server, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_server(address, 2000)  # more than is read at once
    monkeypatch.setattr(SnapshotBuilder, "add", lambda *_: server.stop())

    try:
        with closing(DirectoryService(address)) as directory, pytest.raises(StoreError) as caught:
            make_ready(directory, tmp_path / "kiosk")
    finally:
        server.start()

    assert is_cut_off(caught.value)


@pytest.mark.parametrize(
    "error",
    [
        OutputError(Message("error.output.full", file="directory.json", detail="-")),
        StoreError(Message("error.store.not_allowed", file="clinic")),
        MemoryError(),
    ],
)
def test_error_when_a_look_would_find_the_server_there_then_it_is_not_of_one_that_is_away(
    error: Exception,
) -> None:
    assert not is_cut_off(error)


@pytest.mark.parametrize(
    ("state", "was_away"), [("57014", False), ("25P03", False), ("57P01", True), (None, True)]
)
def test_error_when_the_server_itself_ends_what_takes_too_long_then_it_was_not_away(
    state: str | None, was_away: bool
) -> None:
    kind = psycopg.errors.lookup(state) if state else psycopg.OperationalError
    ended = kind("canceling statement due to statement timeout")
    error = StoreError(message_of(ended, locate("postgresql://localhost/clinic")))

    assert is_cut_off(error) is was_away
