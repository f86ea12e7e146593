import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from matcher.errors import StoreError
from matcher.store import engine as engine_module
from matcher.store.engine import WRITES, Writes, in_words, open_engine
from matcher.store.location import Location


def _reason(caught: pytest.ExceptionInfo[StoreError]) -> str:
    return caught.value.messages[0].key


def test_connection_when_opened_then_sqlite_is_careful(tmp_path: Path) -> None:
    engine = open_engine(Location(tmp_path / "a.sqlite"))
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "trusted_schema", "synchronous", "cell_size_check")
        }
        timeout = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    engine.dispose()

    assert found == {"foreign_keys": 1, "trusted_schema": 0, "synchronous": 2, "cell_size_check": 1}
    assert timeout == 5000


def test_transaction_when_rolled_back_then_a_change_of_the_schema_goes_too(tmp_path: Path) -> None:
    engine = open_engine(Location(tmp_path / "a.sqlite"))
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
        connection.rollback()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    engine.dispose()

    assert tables == 0


def _full(path: Path) -> None:
    with in_words(Location(path)), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA max_page_count = 2")
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (zeroblob(100000))")


def _read_only(path: Path) -> None:
    with in_words(Location(path)), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("CREATE TABLE t (x)")


def _cannot_open(path: Path) -> None:
    with in_words(Location(path)), closing(sqlite3.connect(path / "no" / "folder")):
        pass


def _no_database(path: Path) -> None:
    path.write_bytes(b"name,city\n" * 200)
    engine = open_engine(Location(path))
    with in_words(Location(path)), engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM sqlite_master")


def _damaged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 900,)] * 50)
        connection.commit()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    engine = open_engine(Location(path))
    with in_words(Location(path)), engine.connect() as connection:
        connection.exec_driver_sql("SELECT * FROM t").all()


def _anything_else(path: Path) -> None:
    engine = open_engine(Location(path))
    with in_words(Location(path)), engine.connect() as connection:
        connection.execute(text("SELECT :secret FROM nowhere"), {"secret": "hush"})


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        pytest.param(_full, "full", id="disk full"),
        pytest.param(_read_only, "read_only", id="read only"),
        pytest.param(_cannot_open, "cannot_open", id="no such folder"),
        pytest.param(_no_database, "not_a_database", id="a text file"),
        pytest.param(_damaged, "damaged", id="damaged"),
        pytest.param(_anything_else, "failed", id="anything else"),
    ],
)
def test_database_when_it_fails_then_a_sentence_names_the_file(
    work: object, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.sqlite"
    with pytest.raises(StoreError) as caught:
        work(path)  # type: ignore[operator]

    assert _reason(caught) == f"error.store.{reason}"
    assert caught.value.messages[0].params["file"] == str(path)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("SQLITE_IOERR_SHMSIZE", "full", id="no room for the index of the log"),
        pytest.param("SQLITE_IOERR_READ", "failed", id="any other trouble with the disk"),
        pytest.param("SQLITE_READONLY_DBMOVED", "moved", id="the file is elsewhere"),
        pytest.param("SQLITE_READONLY_DIRECTORY", "read_only", id="a folder to read only"),
    ],
)
def test_database_when_sqlite_says_more_then_it_is_heard(name: str, reason: str) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    with pytest.raises(StoreError) as caught, in_words(Location(None)):
        raise error

    assert _reason(caught) == f"error.store.{reason}"


def test_database_when_it_fails_then_neither_statement_nor_values_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        _anything_else(tmp_path / "a.sqlite")

    told = repr(caught.value) + str(caught.value)
    assert "hush" not in told
    assert "SELECT" not in told
    assert caught.value.__suppress_context__


def test_writer_when_another_writes_then_it_says_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_BUSY_SECONDS", 0.01)
    location = Location(tmp_path / "a.sqlite")
    one, other = open_engine(location), open_engine(location)
    with one.connect().execution_options(**{WRITES: Writes.CHANGES}) as first:
        first.begin()
        with pytest.raises(StoreError) as caught, in_words(location), other.connect() as second:
            second.execution_options(**{WRITES: Writes.CHANGES}).begin()
    one.dispose()
    other.dispose()

    assert _reason(caught) == "error.store.locked"
