import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement
from support.servers import Server

from matcher.directory.statement import Statement
from matcher.errors import StoreError
from matcher.store import Database, discard, exists
from matcher.store import engine as engine_module
from matcher.store.engine import ReadAsItIs
from matcher.store.intake import BATCH


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "directory.sqlite"


def _count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM profile").fetchone()
        return int(count)


def _interrupted() -> Iterator[Statement]:
    """Give more statements than are taken at a time, then stop."""
    for number in range(BATCH + 1):
        yield make_statement(f"p-9{number:04}")
    raise KeyboardInterrupt


def test_work_when_committed_then_it_lasts(path: Path) -> None:
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        work.profiles.apply([make_statement()])
        work.commit()

    assert _count(path) == 1


def test_work_when_not_committed_then_it_leaves_no_trace(path: Path) -> None:
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        work.profiles.apply([make_statement()])

    assert _count(path) == 0


def test_work_when_left_by_an_error_then_the_error_comes_out_and_nothing_stays(path: Path) -> None:
    with (
        closing(Database(str(path), create=True)) as database,
        pytest.raises(KeyboardInterrupt),
        database.writing() as work,
    ):
        work.profiles.apply(_interrupted())

    assert _count(path) == 0


def test_part_when_left_by_an_error_then_it_alone_is_undone(path: Path) -> None:
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        work.profiles.apply([make_statement("p-001")])
        with pytest.raises(KeyboardInterrupt), work.part():
            work.profiles.apply(_interrupted())
        with work.part():
            work.profiles.apply([make_statement("p-003")])
        work.commit()
        ids = [profile.id for profile in work.profiles.all()]

    assert ids == ["p-001", "p-003"]


def test_part_when_the_disk_is_full_then_says_so_and_not_that_the_part_is_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(str(path), create=True).close()
    limit = ("PRAGMA max_page_count = 60", "PRAGMA cache_size = 5")
    monkeypatch.setattr(engine_module, "_ON_CONNECT", (*engine_module._ON_CONNECT, *limit))
    with (
        closing(Database(str(path))) as database,
        pytest.raises(StoreError) as caught,
        database.writing() as work,
        work.part(),
        work.part(),
    ):
        work.profiles.apply(make_statement(f"p-{number:05}") for number in range(5000))

    assert caught.value.messages[0].key == "error.store.full"
    assert _count(path) == 0


def test_reading_when_a_full_disk_got_room_and_the_file_changed_meanwhile_then_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(str(path), create=True).close()
    monkeypatch.setattr(engine_module, "connect", lambda path, _: ReadAsItIs(path, 0))
    with closing(Database(str(path))) as database:
        with database.reading() as work:
            assert work.profiles.count() == 0
        with pytest.raises(StoreError) as caught, database.reading():
            os.utime(path, (1e9, 1e9))

    assert caught.value.messages[0].key == "error.store.locked"


def _moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))


def _replaced(path: Path) -> None:
    copy = path.with_name("copy.sqlite")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be moved")
@pytest.mark.parametrize("happens", [_moved, _replaced])
def test_work_when_the_file_is_no_longer_where_it_was_then_says_so_and_writes_nothing(
    happens: Callable[[Path], None], path: Path
) -> None:
    Database(str(path), create=True).close()
    with closing(Database(str(path))) as database:
        happens(path)
        with pytest.raises(StoreError) as caught, database.writing():
            pytest.fail("nobody should get here")

    assert caught.value.messages[0].key == "error.store.moved"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be moved")
@pytest.mark.parametrize("happens", [_moved, _replaced])
def test_work_when_the_file_goes_meanwhile_then_it_is_not_committed(
    happens: Callable[[Path], None], path: Path
) -> None:
    Database(str(path), create=True).close()
    with closing(Database(str(path))) as database, database.writing() as work:
        work.profiles.apply([make_statement()])
        happens(path)
        with pytest.raises(StoreError) as caught:
            work.commit()

    assert caught.value.messages[0].key == "error.store.moved"
    assert [_count(each) for each in path.parent.glob("*.sqlite")] in ([0], [0, 0])


def test_work_when_the_program_goes_to_another_folder_then_it_lasts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with closing(Database(path.name, create=True)) as database:
        monkeypatch.chdir("/")
        with database.writing() as work:
            work.profiles.apply([make_statement()])
            work.commit()

    assert _count(path) == 1


@pytest.mark.skipif(os.name != "posix", reason="another system knows no such rights")
def test_database_when_made_then_it_is_its_owners_alone(path: Path) -> None:
    with closing(Database(str(path), create=True)) as database, database.reading():
        modes = {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}

    assert modes == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="another system knows no such rights")
def test_database_when_its_name_is_a_link_to_nothing_then_it_is_made_where_that_leads(
    path: Path,
) -> None:
    path.symlink_to("end.sqlite")
    Database(str(path), create=True).close()

    assert stat.S_IMODE(path.with_name("end.sqlite").stat().st_mode) == 0o600
    assert path.is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_database_when_a_pipe_has_its_name_then_it_stays_a_pipe(path: Path) -> None:
    os.mkfifo(path)
    for create in (True, False):
        with pytest.raises(StoreError) as caught:
            Database(str(path), create=create)
        assert caught.value.messages[0].key == "error.store.no_plain_file"

    assert path.is_fifo()
    assert [entry.name for entry in path.parent.iterdir()] == ["directory.sqlite"]


def test_reader_when_a_writer_commits_then_it_goes_on_with_what_it_saw(path: Path) -> None:
    with closing(Database(str(path), create=True)) as database, database.reading() as reader:
        before = reader.profiles.count()
        with database.writing() as work:
            work.profiles.apply([make_statement()])
            work.commit()
        after = reader.profiles.count()

    assert (before, after) == (0, 0)
    assert _count(path) == 1


def test_database_when_closed_then_only_its_file_is_left(path: Path) -> None:
    database = Database(str(path), create=True)
    with database.writing() as work:
        work.profiles.apply([make_statement()])
        work.commit()
    database.close()

    assert [entry.name for entry in path.parent.iterdir()] == ["directory.sqlite"]


def test_database_when_in_memory_then_it_works_and_there_is_no_file() -> None:
    with closing(Database("sqlite://", create=True)) as database:
        with database.writing() as work:
            work.profiles.apply([make_statement()])
            work.commit()
        with database.reading() as work:
            assert work.profiles.count() == 1

    assert not exists("sqlite://")


def test_exists_when_asked_then_it_makes_nothing(path: Path) -> None:
    assert not exists(str(path))
    Database(str(path), create=True).close()
    assert exists(str(path))


def test_snapshot_when_the_directory_is_discarded_then_it_goes_too(path: Path) -> None:
    Database(str(path), create=True).close()
    path.with_name("directory.sqlite.snapshot").touch()
    discard(str(path))

    assert [*path.parent.iterdir()] == []


@pytest.mark.parametrize(
    ("name", "create", "reason"),
    [
        pytest.param("none.sqlite", False, "no_directory", id="no file"),
        pytest.param("none/none.sqlite", True, "no_folder", id="no folder"),
        pytest.param(".", True, "is_folder", id="a folder"),
        pytest.param(".", False, "is_folder", id="a folder to read"),
    ],
)
def test_database_when_its_place_is_wrong_then_says_why_and_makes_nothing(
    name: str, create: bool, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreError) as caught:
        Database(str(tmp_path / name), create=create)

    assert caught.value.messages[0].key == f"error.store.{reason}"
    assert [*tmp_path.iterdir()] == []


def test_database_when_its_place_cannot_be_looked_at_then_says_so(tmp_path: Path) -> None:
    address = str(tmp_path / ("x" * 300))
    with pytest.raises(StoreError) as caught:
        Database(address)

    assert caught.value.messages[0].key == "error.store.cannot_open"
    assert not exists(address)


def _read_until_it_goes_away(database: Database, server: Server) -> None:
    with database.reading() as work:
        assert work.stamp
        server.stop()
        assert work.stamp


def test_reading_when_the_server_goes_away_in_the_middle_then_says_so(server: Server) -> None:
    with server.database() as address, closing(Database(address)) as database:
        try:
            with pytest.raises(StoreError) as caught:
                _read_until_it_goes_away(database, server)
        finally:
            server.start()

    assert caught.value.messages[0].key == "error.store.away"
