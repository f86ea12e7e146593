"""The personal file: documents that somebody keeps on their own computer, in one encrypted file.

SQLCipher encrypts each page and puts a mark of the whole page beside it, so that a file nobody has
the key of shows nothing, and one where a single bit has changed is refused.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from urllib.parse import quote

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    StaticPool,
    Table,
    Text,
    create_engine,
    delete,
    event,
    insert,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from matcher.errors import Message, PersonalError
from matcher.store.engine import identity, name_of, reason_of

APPLICATION_ID = 0x52505046
"""Marks the file as a personal one of this program; "RPPF" in ASCII."""

SCHEMA = 1
"""The version of the tables, kept as SQLite's `user_version`."""

KEY_BYTES = 32

LARGEST = 1_000_000
"""Signs of a document."""

_METADATA = MetaData()

KEPT = Table(
    "kept",
    _METADATA,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Documents by name. `version` is that of the form of `body`, which is JSON; `at` is in UTC."""

_LOG_NAME = "personal"
_BUSY_SECONDS = 2.0
_PAGE_BYTES = 4096
_PLAIN_START = b"SQLite format 3\x00"
_ON_CONNECT = (
    # What SQLCipher frees is wiped first.
    "PRAGMA cipher_memory_security = ON",
    # One process alone; then SQLite needs no third file to share its state with others.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)
_NAMES = (f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA}")
_REASONS = {
    "SQLITE_NOTADB": "damaged",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_IOERR_SHORT_READ": "damaged",
    "SQLITE_BUSY": "in_use",
    "SQLITE_LOCKED": "in_use",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_CANTOPEN": "cannot_open",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR": "cannot_open",
}


@dataclass(frozen=True, slots=True)
class Document:
    """Something that is kept.

    Attributes
    ----------
    name
        What it is looked up by.
    version
        Of the form of the body.
    at
        When it was kept, in UTC.
    body
        JSON.
    """

    name: str
    version: int
    at: str
    body: str


class PersonalFile:
    """An open personal file.

    Parameters
    ----------
    path
        Where it is.
    key
        32 bytes. SQLCipher keeps them as long as the file is open; no address, no error and no
        log has them.
    create
        Whether to make a new one; there must be none then.

    Raises
    ------
    PersonalError
        Saying why it cannot be used. The file is as it was.
    OSError
        When there is none, there is one already, or it cannot be made.

    Attributes
    ----------
    path
        Where it is.

    Notes
    -----
    May be used from any thread. A write is on the disk when its method returns, and what it took
    the place of is overwritten in the file, and gone from what SQLite keeps beside it.
    """

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        self.path = path
        self._lock = RLock()
        self._engine: Engine | None = None
        with _in_words(path):
            if create:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            else:
                _check_kind(path)
            self._driven = _connect(path, key)
            self._identity = identity(path)
            try:
                self._engine = _engine_of(self._driven)
                if create:
                    self._lay_out()
                else:
                    self._check()
            except BaseException:
                self.close()
                raise

    def get(self, name: str) -> Document | None:
        """Return a document, or ``None``."""
        with self._working() as connection:
            row = connection.execute(select(KEPT).where(KEPT.c.name == name)).first()
        return None if row is None else Document(row.name, row.version, row.at, row.body)

    def put(self, *documents: Document) -> None:
        """Keep documents in place of those of the same names: all of them, or none.

        Raises
        ------
        PersonalError
            When one is too large, or there is no room. What was kept before is there still.
        """
        if any(len(document.body) > LARGEST for document in documents):
            raise PersonalError(Message("personal.error.too_large"))
        with self._working() as connection:
            for document in documents:
                connection.execute(delete(KEPT).where(KEPT.c.name == document.name))
                row = {name: getattr(document, name) for name in document.__slots__}
                connection.execute(insert(KEPT).values(**row))
            self._check_still_there()
            connection.commit()
            self._tidy()

    def remove(self, *names: str) -> None:
        """Forget documents, if they are there: all of them, or none."""
        with self._working() as connection:
            connection.execute(delete(KEPT).where(KEPT.c.name.in_(names)))
            self._check_still_there()
            connection.commit()
            self._tidy()

    @property
    def is_in_place(self) -> bool:
        """Whether the file of that name is still the one that is open."""
        return identity(self.path) == self._identity

    def close(self) -> None:
        """Let go of the file, and of the key."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            self._driven.close()

    @contextmanager
    def _working(self) -> Iterator[Connection]:
        with self._lock, _in_words(self.path):
            if self._engine is None:
                raise PersonalError(Message("personal.error.closed"))
            with self._engine.connect() as connection:
                yield connection

    def _lay_out(self) -> None:
        for statement in _NAMES:
            self._driven.execute(statement)
        with self._working() as connection:
            _METADATA.create_all(connection)
            connection.commit()
        self._tidy()

    def _check(self) -> None:
        """See to it that the file is ours, of a version we know, and whole to the last page."""
        self._driven.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        if self._value("PRAGMA application_id") != APPLICATION_ID:
            raise PersonalError(Message("personal.error.not_ours", file=str(self.path)))
        if int(str(self._value("PRAGMA user_version"))) > SCHEMA:
            raise PersonalError(Message("personal.error.newer", file=str(self.path)))
        # What a broken-off write left beside the file belongs into it first.
        self._tidy()
        if self._driven.execute("PRAGMA cipher_integrity_check").fetchall():
            raise PersonalError(Message("personal.error.damaged", file=str(self.path)))

    def _check_still_there(self) -> None:
        """See to it that what is written can be found again."""
        if not self.is_in_place:
            raise PersonalError(Message("personal.error.moved", file=str(self.path)))

    def _value(self, statement: str) -> object:
        return self._driven.execute(statement).fetchone()[0]

    def _tidy(self) -> None:
        # What was committed is on the disk already. Where this fails it is done the next time.
        with suppress(dbapi2.OperationalError):
            self._driven.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _check_kind(path: Path) -> None:
    """Tell by its beginning whether SQLCipher may open a file: it would make an empty one its own.

    Raises
    ------
    PersonalError
        When it may not.
    """
    with path.open("rb") as file:
        start = file.read(_PAGE_BYTES)
    if start.startswith(_PLAIN_START):
        raise PersonalError(Message("personal.error.not_ours", file=str(path)))
    if len(start) < _PAGE_BYTES:
        raise PersonalError(Message("personal.error.damaged", file=str(path)))


def _connect(path: Path, key: bytes) -> dbapi2.Connection:
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    driven = dbapi2.connect(
        address, _BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=True
    )
    try:
        # It would write to standard error whatever does not fit.
        driven.execute("PRAGMA cipher_log_level = NONE")
        # No parameter may stand here. The key is no passphrase: SQLCipher takes it as it is.
        driven.execute("".join(("PRAGMA key = \"x'", key.hex(), "'\"")))
        for statement in _ON_CONNECT:
            driven.execute(statement)
    except BaseException:
        driven.close()
        raise
    return driven


def _engine_of(driven: dbapi2.Connection) -> Engine:
    """Return an engine of one connection, which has its key already: no address needs it then."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: driven,
        poolclass=StaticPool,
        hide_parameters=True,
        logging_name=_LOG_NAME,
    )
    # Where all is noted, the rows that were read would be, too.
    logging.getLogger(f"sqlalchemy.engine.Engine.{_LOG_NAME}").setLevel(logging.WARNING)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Put what goes wrong into words, without statement or values."""
    try:
        yield
    except DBAPIError as error:
        raise PersonalError(_message_of(error.orig, path)) from None
    except dbapi2.Error as error:
        raise PersonalError(_message_of(error, path)) from None


def _message_of(error: BaseException | None, path: Path) -> Message:
    if reason := reason_of(error, _REASONS):
        return Message(f"personal.error.{reason}", file=str(path))
    return Message("personal.error.failed", file=str(path), detail=name_of(error) or "-")
