"""Opening the database: how SQLite is to behave with a file, and what can go wrong."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Connection,
    Dialect,
    Engine,
    QueuePool,
    StaticPool,
    create_engine,
    event,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from matcher.errors import Message, StoreError
from matcher.store.digests import digest
from matcher.store.location import Location

APPLICATION_ID = 0x52505254
"""Marks an SQLite file as a directory of this program; "RPRT" in ASCII."""

WRITES = "rapport_writes"
"""Execution option of a connection that does not only read: its value is one of `Writes`."""


class Writes(Enum):
    """What a transaction is going to write."""

    CHANGES = "changes"
    """What brings another state of the directory."""
    RENEWS = "renews"
    """The same, of all there is: it takes as long as the directory is large."""
    ADDS = "adds"
    """What changes no state, as kiosks do."""
    MAKES = "makes"
    """The tables themselves."""


SNAPSHOT_ENDING = ".snapshot"
"""What the name of a database has after it in the name of the file its snapshot is kept in."""

ANSWER_SECONDS = 60.0
"""How long one answer of a server is waited for, unless all there is is worked through."""

_BUSY_SECONDS = 5.0
_ON_CONNECT = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = FULL",
)
_REASONS = {
    "SQLITE_NOTADB": "not_a_database",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY_DBMOVED": "moved",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR_SHMSIZE": "full",
    "SQLITE_CANTOPEN": "cannot_open",
}


def make_private(path: Path) -> None:
    """Make an empty file for its owner alone, unless there is something; SQLite keeps its mode.

    What is in the way of that, SQLite says in its turn.
    """
    with suppress(OSError):
        # A link may lead to where there is nothing yet.
        end = os.path.realpath(path)
        os.close(os.open(end, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def identity(path: Path | None) -> tuple[int, int] | None:
    """Tell a file from every other there is, whatever its name; ``None`` where there is none."""
    if path is None:
        return None
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino


def open_engine(location: Location, patience: float = ANSWER_SECONDS) -> Engine:
    """Return an engine whose connections behave as a directory needs.

    Foreign keys hold, a commit is on the disk when it returns, functions named in a foreign
    schema are not trusted, a lock is waited for a few seconds, and a transaction spans changes
    of the schema too.
    """
    if location.server is not None:
        from matcher.store.server import open_server  # its driver is not wanted without one

        return open_server(location, patience)
    path = location.path
    engine = create_engine(
        URL.create("sqlite", database=str(path) if path else ":memory:"),
        poolclass=QueuePool if path else StaticPool,
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,
    )
    if path is not None:
        event.listen(engine, "do_connect", _connect)
        event.listen(engine, "checkin", _let_go)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


class ReadAsItIs(sqlite3.Connection):
    """A connection to a file on a full disk, where SQLite cannot make what it works with beside it.

    It reads the file as it is, without locks, and cannot write.
    """

    def __init__(self, path: Path, timeout: float) -> None:
        address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        super().__init__(address, timeout, uri=True, check_same_thread=False)
        self._path = path
        self._state = _state(path)

    @property
    def is_true(self) -> bool:
        """Whether nobody has changed the file since, as one may where room was made meanwhile."""
        return _state(self._path) == self._state


def connect(path: Path, timeout: float = _BUSY_SECONDS) -> sqlite3.Connection:
    """Connect to a database, on a full disk too if there is no more to read than its own file.

    Raises
    ------
    sqlite3.Error
        When it cannot be read.
    """
    address = f"file:{quote(str(path.absolute()))}?mode=rwc"
    connection = sqlite3.connect(address, timeout, uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA schema_version")
    except sqlite3.Error as error:
        connection.close()
        if reason_of(error) != "full" or _has_more(path):
            raise
        return ReadAsItIs(path, timeout)
    return connection


def _has_more(path: Path) -> bool:
    """Tell whether there are changes that are not in the file itself yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _state(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _connect(
    _dialect: Dialect, _record: object, where: list[str], how: dict[str, float]
) -> sqlite3.Connection:
    return connect(Path(where[0]), how["timeout"])


def _let_go(connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
    if isinstance(connection, ReadAsItIs):  # there may be room next time
        record.invalidate()


def may_write(connection: Connection) -> bool:
    """Tell whether there was room to open the file for writing."""
    return not isinstance(connection.connection.driver_connection, ReadAsItIs)


def is_true(connection: Connection) -> bool:
    """Tell whether all that was read belongs together."""
    driven = connection.connection.driver_connection
    return not isinstance(driven, ReadAsItIs) or driven.is_true


@contextmanager
def in_words(location: Location) -> Iterator[None]:
    """Put what the database has to say into words.

    Raises
    ------
    StoreError
        In place of its own error, without statement or values.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if _is_of_other_kind(cause, location):
            raise
        raise StoreError(_message_of(cause, location)) from None
    except UnicodeDecodeError:  # SQLite names what is wrong by names that are damaged themselves
        raise StoreError(Message("error.store.damaged", file=location.name)) from None


def _is_of_other_kind(error: BaseException | None, location: Location) -> bool:
    """Tell whether it is a file's while a server is used beside it, or a server's: its own says."""
    if location.server is not None:
        return isinstance(error, sqlite3.Error)
    return type(error).__module__.partition(".")[0] == "psycopg"


def _message_of(cause: BaseException | None, location: Location) -> Message:
    if location.server is not None:
        from matcher.store.server import message_of

        return message_of(cause, location)
    if reason := reason_of(cause):
        return Message(f"error.store.{reason}", file=location.name)
    return Message("error.store.failed", file=location.name, detail=name_of(cause) or "-")


def name_of(error: BaseException | None) -> str:
    """Return what SQLite calls the reason why it refuses; ``""`` where it gives none."""
    return str(getattr(error, "sqlite_errorname", ""))


def reason_of(error: BaseException | None, reasons: Mapping[str, str] = _REASONS) -> str:
    """Return what `reasons` call that reason; ``""`` where it is none of them."""
    name = name_of(error)
    return next((reasons[each] for each in reasons if name.startswith(each)), "")


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    # The driver would begin transactions on its own, but not before a change of the schema.
    connection.isolation_level = None
    connection.create_function("rapport_digest", 1, digest, deterministic=True)
    for statement in _ON_CONNECT:
        connection.execute(statement)


def _begin(connection: Connection) -> None:
    # Who is going to write asks for the lock at once: a reader cannot be promoted later.
    writes = WRITES in connection.get_execution_options()
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
