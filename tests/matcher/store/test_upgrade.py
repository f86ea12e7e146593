import os
import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from support.builders import make_statement
from support.servers import Server, database_of

from matcher.directory.kiosk_event import KioskEvent, KioskWord
from matcher.errors import StoreError
from matcher.store import Database, upgrade
from matcher.store.engine import APPLICATION_ID, WRITES, Writes, open_engine
from matcher.store.location import Location
from matcher.store.tables import METADATA
from matcher.store.upgrade import HEAD, SCRIPTS, bring_up_to_date

_NEXT = '''
"""A column more."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = depends_on = None


def upgrade():
    op.add_column("profile", sa.Column("note", sa.Text()))
    {after}


def downgrade():
    op.drop_column("profile", "note")
'''


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "directory.sqlite"


def _filled(path: Path) -> bytes:
    with closing(Database(str(path), create=True)) as database, database.writing() as work:
        work.profiles.apply([make_statement(city="Aue")])
        work.commit()
    return path.read_bytes()


def _execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def _schema(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {re.sub(r"\s*([(),]|\s)\s*", r"\1", sql) for (sql,) in rows}


def _scripts(folder: Path, after: str = "") -> Path:
    """Write the program's migrations and one more to `folder`."""
    for script in SCRIPTS.rglob("*.py"):
        copy = folder / script.relative_to(SCRIPTS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(script.read_bytes())
    (folder / "versions" / "9999_next.py").write_text(_NEXT.format(head=HEAD, after=after))
    return folder


def _upgraded(path: Path, scripts: Path) -> Engine:
    engine = open_engine(Location(path))
    try:
        bring_up_to_date(engine, Location(path), head="9999", scripts=scripts)
    finally:
        engine.dispose()
    return engine


def test_head_when_compared_with_the_migrations_then_it_is_the_newest() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))

    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_new_database_when_made_then_it_equals_a_migrated_one(path: Path, tmp_path: Path) -> None:
    from alembic import command

    _filled(path)
    migrated = tmp_path / "migrated.sqlite"
    engine = open_engine(Location(migrated))
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with (
        engine.connect().execution_options(**{WRITES: Writes.CHANGES}) as connection,
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()

    assert _schema(path) == _schema(migrated)
    assert len(_schema(path)) == len(METADATA.tables) + 3


def test_migrations_when_undone_then_nothing_is_left(tmp_path: Path) -> None:
    from alembic import command

    engine = open_engine(Location(tmp_path / "a.sqlite"))
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with (
        engine.connect().execution_options(**{WRITES: Writes.CHANGES}) as connection,
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        command.downgrade(config, "base")
    engine.dispose()

    assert [sql.split("(")[0] for sql in _schema(tmp_path / "a.sqlite")] == [
        "CREATE TABLE alembic_version"
    ]


def test_kiosk_events_when_brought_up_to_date_then_those_of_the_form_stay(path: Path) -> None:
    from alembic import command

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    engine = open_engine(Location(path))
    with (
        engine.connect().execution_options(**{WRITES: Writes.CHANGES}) as connection,
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        command.upgrade(config, "0008")
        told = (
            "INSERT INTO kiosk_event VALUES (?, '2026-11-23T10:00:00.000000+00:00', ?, 'started')"
        )
        connection.exec_driver_sql(told, [("a", "Hall"), ("b", "x" * 100_000)])
        command.upgrade(config, "head")
        kept = connection.exec_driver_sql("SELECT id, kiosk FROM kiosk_event").all()
    engine.dispose()

    assert [*map(tuple, kept)] == [("a", "Hall")]


def test_new_database_when_made_then_it_is_marked_and_keeps_a_write_ahead_log(path: Path) -> None:
    _filled(path)
    with closing(sqlite3.connect(path)) as connection:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()

    assert (mark, journal, revision) == (APPLICATION_ID, "wal", HEAD)


def test_tables_when_listed_then_none_is_for_clients() -> None:
    assert {*METADATA.tables} == {
        "profile",
        "fact",
        "profile_digest",
        "whole_digest",
        "reach",
        "reach_rules",
        "directory_state",
        "merged",
        "not_the_same",
        "act",
        "act_change",
        "staff_secret",
        "kiosk_event",
    }


def test_empty_file_when_opened_then_it_becomes_a_directory(path: Path) -> None:
    path.touch()
    Database(str(path), create=True).close()

    assert len(_schema(path)) == len(METADATA.tables) + 3


def test_database_when_of_this_version_then_alembic_is_not_imported(path: Path) -> None:
    _filled(path)
    code = (
        "import sys; from matcher.store import Database; "
        f"Database({str(path)!r}).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_database_when_a_newer_version_takes_it_while_it_is_open_then_nothing_more_is_written(
    path: Path,
) -> None:
    with closing(Database(str(path), create=True)) as database:
        _execute(path, "UPDATE alembic_version SET version_num = '9999'")

        with pytest.raises(StoreError) as caught, database.writing():
            pass

    assert caught.value.messages[0].key == "error.store.newer"


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        pytest.param("UPDATE alembic_version SET version_num = '9999'", "newer", id="newer"),
        pytest.param("PRAGMA application_id = 7", "not_ours", id="of another program"),
        pytest.param("PRAGMA application_id = 0", "not_ours", id="without a mark"),
        pytest.param("DROP TABLE alembic_version", "damaged", id="without a version"),
        pytest.param("DELETE FROM alembic_version", "damaged", id="with an empty version"),
    ],
)
def test_database_when_it_is_not_for_this_program_then_it_is_refused_untouched(
    statement: str, reason: str, path: Path
) -> None:
    _filled(path)
    _execute(path, statement)
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Database(str(path), create=True)

    assert caught.value.messages[0].key == f"error.store.{reason}"
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_database_of_another_program_when_opened_then_its_journal_is_left_alone(path: Path) -> None:
    _execute(path, "CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(StoreError):
        Database(str(path), create=True)

    assert path.read_bytes() == before


def test_older_database_when_opened_then_it_is_copied_aside_and_migrated(
    path: Path, tmp_path: Path
) -> None:
    _filled(path)
    _upgraded(path, _scripts(tmp_path / "scripts"))
    copy = path.with_name(f"directory-{HEAD}.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT id, note FROM profile").fetchone()
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()

    assert (row, revision) == (("p-001", None), "9999")
    with closing(Database(str(copy))) as database, database.reading() as work:
        assert [profile.text("city") for profile in work.profiles.all()] == ["Aue"]


def test_older_database_when_its_migration_fails_then_it_is_as_it_was(
    path: Path, tmp_path: Path
) -> None:
    _filled(path)
    schema = _schema(path)
    scripts = _scripts(tmp_path / "scripts", after='op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(StoreError) as caught:
        _upgraded(path, scripts)

    (message,) = caught.value.messages
    assert message.key == "error.store.upgrade_failed"
    assert Path(str(message.params["copy"])).is_file()
    assert _schema(path) == schema
    with closing(Database(str(path))) as database, database.reading() as work:
        assert work.profiles.count() == 1


def _back_to_the_first(path: Path) -> None:
    """Undo the migrations after the first."""
    from alembic import command

    engine = open_engine(Location(path))
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with (
        engine.connect().execution_options(**{WRITES: Writes.CHANGES}) as connection,
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    engine.dispose()


def test_database_of_the_first_version_when_opened_then_its_state_has_a_name(path: Path) -> None:
    _filled(path)
    newest = _schema(path)
    _back_to_the_first(path)
    assert _schema(path) < newest

    with closing(Database(str(path))) as database:
        with database.writing() as work:
            before = work.stamp
            work.profiles.apply([make_statement("p-002")])
            work.commit()
        with database.reading() as work:
            after, ids = work.stamp, [profile.id for profile in work.profiles.all()]

    assert _schema(path) == newest
    assert (before[-2:], after[-2:]) == (":0", ":1")
    assert ids == ["p-001", "p-002"]
    copy = path.with_name("directory-0001.sqlite")
    assert copy.is_file()
    assert os.name != "posix" or stat.S_IMODE(copy.stat().st_mode) == 0o600


_OF_THE_SECOND = """
    CREATE TABLE profile (id TEXT NOT NULL, published BOOLEAN NOT NULL, published_on DATE,
        CONSTRAINT pk_profile PRIMARY KEY (id)) WITHOUT ROWID;
    CREATE TABLE fact (profile_id TEXT NOT NULL, field TEXT NOT NULL, source TEXT NOT NULL,
        value TEXT, confirmed_on DATE,
        CONSTRAINT pk_fact PRIMARY KEY (profile_id, field, source),
        CONSTRAINT fk_fact_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id)
        ON DELETE CASCADE) WITHOUT ROWID;
    CREATE TABLE directory_state (id INTEGER NOT NULL, token TEXT NOT NULL,
        change INTEGER NOT NULL, CONSTRAINT pk_directory_state PRIMARY KEY (id));
    CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
        CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
    INSERT INTO alembic_version VALUES ('0002');
    INSERT INTO directory_state VALUES (1, 'abc', 7);
    INSERT INTO profile VALUES ('p-001', 1, NULL), ('p-002', 0, '2026-01-01');
    INSERT INTO fact VALUES ('p-001', 'city', 'clinic', 'Aue', '2026-01-01'),
        ('p-001', 'city', 'register', 'Ems', NULL),
        ('p-002', 'phone', 'therapist', NULL, '2026-02-01');
"""


def _rows(path: Path) -> list[list[object]]:
    tables = ("profile", "fact", "directory_state")
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables]


def test_database_of_the_second_version_when_opened_then_all_of_it_is_kept_and_it_has_a_trail(
    path: Path,
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; {_OF_THE_SECOND}")
    before = _rows(path)

    with closing(Database(str(path))) as database, database.writing() as work:
        assert _rows(path) == before
        assert work.trail.acts(9) == []
        work.profiles.merge("p-001", "p-002")
        work.trail.undo(1)
        work.commit()

    assert _rows(path)[:2] == before[:2]
    copy = path.with_name("directory-0002.sqlite")
    assert _rows(copy) == before
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0002",)


def test_database_of_the_second_version_when_there_is_no_room_for_a_copy_then_it_stays(
    path: Path,
) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; {_OF_THE_SECOND}")
    before = _rows(path)
    path.with_name("directory-0002.sqlite").mkdir()
    with pytest.raises(StoreError) as caught:
        Database(str(path))

    assert caught.value.messages[0].key == "error.store.cannot_open"
    assert _rows(path) == before


@pytest.mark.versions
def test_kiosk_events_when_brought_up_to_date_on_a_server_then_they_stay_and_new_words_are_taken(
    server: Server,
) -> None:
    copied, older = "2026-11-23T10:00:00.000000+00:00", "'started', 'copy_is_current'"
    statements = (
        f"INSERT INTO kiosk_event VALUES ('a', '{copied}', 'Hall', 'copy_is_current')",
        "ALTER TABLE kiosk_event DROP CONSTRAINT ck_kiosk_event_what",
        f"ALTER TABLE kiosk_event ADD CONSTRAINT ck_kiosk_event_what CHECK (what IN ({older}))",
        "UPDATE alembic_version SET version_num = '0011'",
    )
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    with server.database() as address:
        for statement in statements:
            server.execute(statement, database_of(address))
        with closing(Database(address)) as database, database.adding() as work:
            work.kiosks.add("Hall", [KioskEvent("b", at, KioskWord.WAITS)])
            (hall,) = work.kiosks.standing(at - timedelta(days=1), at)

    assert (hall.current_at, hall.waits_since) == (at - timedelta(hours=2), at)


def test_tables_when_they_are_brought_up_to_date_on_a_server_then_that_may_take_its_time(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def look(connection: Connection, _scripts: Path) -> None:
        seen.append(connection.get_execution_options()[WRITES])

    monkeypatch.setattr(upgrade, "migrate", look)
    noted = "UPDATE alembic_version SET version_num = '{}'"
    with server.database() as address:
        server.execute(noted.format("0010"), database_of(address))
        try:
            Database(address).close()
        finally:
            server.execute(noted.format(HEAD), database_of(address))

    assert seen == [Writes.RENEWS]
