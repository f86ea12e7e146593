import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement

from matcher.errors import Message, StoreError
from matcher.store import Content, Database, copy_out, is_ours, look_through, put_in
from matcher.store.tables import METADATA


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.sqlite"
    _fill(path, "p-1", "p-2")
    return path


def _fill(path: Path, *ids: str) -> None:
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        work.profiles.apply(make_statement(name, city="Aue") for name in ids)
        work.commit()


def _ids(path: Path) -> list[str]:
    with closing(Database(str(path))) as database, database.reading() as work:
        return [profile.id for profile in work.profiles.all()]


def _change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statement)
        connection.commit()


def test_copy_when_made_then_every_table_is_counted_that_a_backup_brings(
    source: Path, tmp_path: Path
) -> None:
    content = copy_out(source, tmp_path / "copy")

    assert {name for name, _ in content.rows} == {*METADATA.tables} - {"kiosk_event"}


def test_copy_when_made_then_it_holds_the_same_and_lies_alone(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    content = copy_out(source, target)

    assert content == look_through(target) == look_through(source)
    assert content.profiles == 2
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.sqlite", "source.sqlite"]
    assert _ids(target) == ["p-1", "p-2"]


@pytest.mark.parametrize(
    ("statement", "year"),
    [
        pytest.param("UPDATE act SET at = '2025-05-03T10:00:00+00:00'", 2025, id="known"),
        pytest.param("UPDATE act SET at = 'in spring'", None, id="no-time"),
        pytest.param("DELETE FROM act_change; DELETE FROM act", None, id="no-act"),
    ],
)
def test_copy_when_copied_again_later_then_it_is_of_its_last_act(
    source: Path, statement: str, year: int | None
) -> None:
    _change(source, statement)
    source.touch()
    found = look_through(source).changed_at

    assert (found and found.year) == year


@pytest.mark.skipif(os.name != "posix", reason="another system knows no such rights")
def test_copy_when_made_then_it_is_its_owners_alone(source: Path, tmp_path: Path) -> None:
    copy_out(source, tmp_path / "copy.sqlite")

    assert stat.S_IMODE((tmp_path / "copy.sqlite").stat().st_mode) == 0o600


def test_copy_when_it_is_not_the_same_then_it_is_refused(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_a_fact(path: Path) -> Content:
        _change(path, "DELETE FROM fact WHERE profile_id = 'p-1'")
        return look_through(path)  # nothing is wrong with it but that it is another

    monkeypatch.setattr("matcher.store.backup.look_through", lose_a_fact)
    with pytest.raises(StoreError) as caught:
        copy_out(source, tmp_path / "copy.sqlite")

    assert caught.value.messages[0].key == "error.backup.differs"


def test_copy_when_somebody_writes_meanwhile_then_it_is_of_one_moment(
    source: Path, tmp_path: Path
) -> None:
    with closing(Database(str(source))) as database, database.writing() as work:
        work.profiles.apply([make_statement("p-3", city="Aue")])
        content = copy_out(source, tmp_path / "copy.sqlite")
        work.commit()

    assert content.profiles == 2
    assert len(_ids(source)) == 3


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        pytest.param("UPDATE alembic_version SET version_num = '9999'", "store.newer", id="newer"),
        pytest.param("UPDATE alembic_version SET version_num = '*'", "store.newer", id="a pattern"),
        pytest.param("DELETE FROM alembic_version", "store.newer", id="of no version"),
        pytest.param("PRAGMA application_id = 7", "backup.not_ours", id="of another program"),
        pytest.param("DROP TABLE alembic_version", "store.failed", id="without a version"),
        pytest.param("DELETE FROM profile WHERE id = 'p-1'", "backup.damaged", id="loose facts"),
    ],
)
def test_copy_when_it_cannot_be_used_then_says_why(source: Path, statement: str, key: str) -> None:
    _change(source, statement)
    with pytest.raises(StoreError) as caught:
        look_through(source)

    assert caught.value.messages[0].key == f"error.{key}"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM fact; END",
        "CREATE VIEW v AS SELECT 1",
    ],
    ids=["trigger", "view"],
)
def test_copy_when_it_holds_commands_then_it_is_copied_but_not_taken_over(
    source: Path, tmp_path: Path, statement: str
) -> None:
    _change(source, statement)
    copy_out(source, tmp_path / "copy.sqlite")
    with pytest.raises(StoreError) as caught:
        look_through(tmp_path / "copy.sqlite", is_brought=True)

    assert caught.value.messages == (Message("error.backup.commands", file="copy.sqlite"),)


@pytest.mark.parametrize("content", [b"", b"id,name\np-1,Ana\n", b"\x89PNG\r\n" * 200])
def test_copy_when_it_is_no_copy_at_all_then_says_so_by_its_name(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "holiday.png"
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        look_through(path)

    assert caught.value.messages == (Message("error.backup.not_ours", file="holiday.png"),)
    assert path.read_bytes() == content


def test_copy_when_a_page_of_it_is_torn_then_it_is_refused(source: Path, tmp_path: Path) -> None:
    _fill(source, *(f"q-{number:04}" for number in range(2000)))
    copy = tmp_path / "copy.sqlite"
    copy_out(source, copy)
    content = bytearray(copy.read_bytes())
    content[8 * 4096 : 9 * 4096] = b"\xa5" * 4096
    copy.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        look_through(copy)

    assert caught.value.messages[0].key == "error.backup.damaged"


def test_copy_when_it_is_cut_then_it_is_the_copy_that_is_damaged(
    source: Path, tmp_path: Path
) -> None:
    _fill(source, *(f"q-{number:04}" for number in range(2000)))
    copy = tmp_path / "copy.sqlite"
    copy_out(source, copy)
    content = copy.read_bytes()
    copy.write_bytes(content[: len(content) // 2])
    with pytest.raises(StoreError) as caught:
        look_through(copy)

    assert caught.value.messages == (Message("error.backup.damaged", file=str(copy)),)


def test_directory_when_its_copy_is_damaged_then_it_is_itself(source: Path, tmp_path: Path) -> None:
    _change(source, "DELETE FROM profile WHERE id = 'p-1'")
    with pytest.raises(StoreError) as caught:
        copy_out(source, tmp_path / "copy.sqlite")

    assert caught.value.messages == (Message("error.store.damaged", file=str(source)),)


@pytest.mark.parametrize(
    ("statement", "ids", "profiles"),
    [
        pytest.param(
            "UPDATE fact SET value = 'Ems' WHERE profile_id = 'p-2'", ["p-2"], 1, id="fact"
        ),
        pytest.param("UPDATE profile SET published = 0", ["p-1", "p-2"], 0, id="standing"),
        pytest.param("INSERT INTO profile VALUES ('p-3', 1, NULL)", ["p-3"], 2, id="added"),
        pytest.param("DROP TABLE profile_digest", [], 2, id="older, without digests"),
    ],
)
def test_copy_when_somebody_in_it_was_changed_outside_then_they_are_named_and_not_counted(
    source: Path, tmp_path: Path, statement: str, ids: list[str], profiles: int
) -> None:
    _change(source, statement)
    for found in (look_through(source), copy_out(source, tmp_path / "copy.sqlite")):
        assert ([*found.changed_outside], found.profiles) == (ids, profiles)


@pytest.mark.parametrize("content", [b"", b"name,city\n", None])
def test_file_when_it_is_no_directory_then_it_is_none_of_ours(
    content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "other"
    if content is not None:
        path.write_bytes(content)

    assert not is_ours(path)
    with pytest.raises(StoreError):
        look_through(path)


def test_database_when_another_is_put_in_then_readers_see_the_old_one_to_their_end(
    source: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.sqlite"
    _fill(own, "p-9")
    with closing(Database(str(own))) as database, database.reading() as reader:
        assert reader.profiles.count() == 1
        put_in(source, own)
        assert [profile.id for profile in reader.profiles.all()] == ["p-9"]
        with database.reading() as work:
            assert work.profiles.count() == 2

    with closing(sqlite3.connect(own)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_database_when_somebody_goes_on_writing_then_it_stays_and_the_wait_ends(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matcher.store.backup._PATIENCE_SECONDS", 0.2)
    own = tmp_path / "own.sqlite"
    _fill(own, "p-9")
    with (
        closing(Database(str(own))) as database,
        database.writing(),
        pytest.raises(StoreError) as caught,
    ):
        put_in(source, own)

    assert caught.value.messages[0].key == "error.store.locked"
    assert _ids(own) == ["p-9"]
