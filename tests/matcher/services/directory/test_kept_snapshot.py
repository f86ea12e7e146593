"""The snapshot beside a database is used when it is of this very state, and never otherwise."""

import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement

from matcher.services.directory import kept_snapshot
from matcher.services.directory.kept_snapshot import current_snapshot
from matcher.store import SNAPSHOT_ENDING, Database, Profiles, discard


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(str(tmp_path / "a.sqlite"), create=True)) as database:
        _state(database, "p-1", name="Ana Vidal")
        yield database


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often a directory is read from the database."""
    calls: list[int] = []
    published = Profiles.published
    monkeypatch.setattr(Profiles, "published", lambda self: calls.append(1) or published(self))
    return calls


def _state(database: Database, profile_id: str, **cells: str) -> None:
    with database.writing() as work:
        work.profiles.apply([make_statement(profile_id, **cells)])
        work.commit()


def _file(database: Database) -> Path:
    path = database.location.path
    assert path is not None
    return path.with_name(f"{path.name}{SNAPSHOT_ENDING}")


def test_snapshot_when_asked_for_again_then_the_directory_is_not_read(
    database: Database, reads: list[int]
) -> None:
    first, second = current_snapshot(database), current_snapshot(database)

    assert len(reads) == 1
    assert (first.revision, [*first.names]) == (second.revision, [*second.names])


def test_snapshot_when_the_directory_changed_then_it_is_made_anew_and_kept(
    database: Database, reads: list[int]
) -> None:
    before = current_snapshot(database)
    _state(database, "p-2")
    after, again = current_snapshot(database), current_snapshot(database)

    assert len(reads) == 2
    assert [*after.ids] == [*again.ids] == ["p-1", "p-2"]
    assert [*before.ids] == ["p-1"]


def test_snapshot_when_a_change_was_not_committed_then_the_kept_one_is_used(
    database: Database, reads: list[int]
) -> None:
    current_snapshot(database)
    with database.writing() as work:
        work.profiles.apply([make_statement("p-2")])

    assert current_snapshot(database).size == len(reads) == 1


def test_snapshot_when_profiles_are_read_by_other_rules_then_it_is_made_anew(
    database: Database, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    current_snapshot(database)
    monkeypatch.setattr(kept_snapshot, "reading_rules", lambda: "others")
    current_snapshot(database)

    assert len(reads) == 2


def test_snapshot_when_a_copy_of_the_database_took_another_way_then_it_is_not_mixed_up(
    database: Database, tmp_path: Path
) -> None:
    database.close()
    other = tmp_path / "b.sqlite"
    shutil.copy(tmp_path / "a.sqlite", other)
    with closing(Database(str(other))) as copy:
        _state(copy, "p-2")
        _state(database, "p-3")
        current_snapshot(copy)
        shutil.copy(_file(copy), _file(database))

    assert [*current_snapshot(database).ids] == ["p-1", "p-3"]


@pytest.mark.parametrize(
    "content", [b"", b"x" * 100, None], ids=["empty", "not a snapshot", "damaged"]
)
def test_snapshot_when_its_file_is_of_no_use_then_it_is_made_anew_and_replaced(
    content: bytes | None, database: Database, reads: list[int]
) -> None:
    current_snapshot(database)
    good = _file(database).read_bytes()
    _file(database).write_bytes(good[:-1] + b"\x7f" if content is None else content)
    made = current_snapshot(database)

    assert len(reads) == 2
    assert [*made.ids] == ["p-1"]
    assert _file(database).read_bytes() == good


def test_snapshot_when_it_cannot_be_kept_then_it_is_there_all_the_same(
    database: Database, reads: list[int], caplog: pytest.LogCaptureFixture
) -> None:
    _file(database).mkdir()
    with caplog.at_level(logging.INFO):
        made = [current_snapshot(database) for _ in range(2)]

    assert len(reads) == 2
    assert [[*one.ids] for one in made] == [["p-1"], ["p-1"]]
    assert {record.levelno for record in caplog.records} == {logging.INFO}
    assert "Ana" not in caplog.text
    assert [path.name for path in _file(database).parent.iterdir() if path.name[0] == "."] == []


def test_snapshot_when_the_directory_is_in_memory_then_no_file_is_made(tmp_path: Path) -> None:
    with closing(Database("sqlite://", create=True)) as database:
        _state(database, "p-1")

        assert current_snapshot(database).size == 1
    assert [*tmp_path.iterdir()] == []


def test_snapshot_when_kept_then_it_names_nobody_who_is_not_published(database: Database) -> None:
    with database.writing() as work:
        work.profiles.apply([make_statement("p-9", name="Quiet Person", published=False)])
        work.commit()
    current_snapshot(database)
    content = _file(database).read_bytes()

    assert b"Ana Vidal" in content
    assert b"Quiet" not in content
    assert b"p-9" not in content


def test_discard_when_a_snapshot_is_kept_then_it_goes_too(
    database: Database, tmp_path: Path
) -> None:
    current_snapshot(database)
    database.close()
    discard(str(tmp_path / "a.sqlite"))

    assert [*tmp_path.iterdir()] == []


def test_snapshot_when_the_state_has_no_name_then_it_is_not_taken_for_another(
    database: Database, reads: list[int], tmp_path: Path
) -> None:
    database.close()
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        connection.execute("DELETE FROM directory_state")
        connection.commit()
    current_snapshot(database)
    current_snapshot(database)

    assert len(reads) == 2
    assert not _file(database).exists()
