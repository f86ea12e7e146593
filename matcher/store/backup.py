"""Whole copies of a directory's database: made while it is in use, looked through, put back."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from matcher.errors import Message, StoreError
from matcher.store.engine import (
    APPLICATION_ID,
    Location,
    ReadAsItIs,
    connect,
    in_words,
    make_private,
)
from matcher.store.upgrade import is_known

_PATIENCE_SECONDS = 5.0
_TABLES = (
    "profile",
    "fact",
    "profile_digest",
    "merged",
    "not_the_same",
    "act",
    "act_change",
    "staff_secret",
)


@dataclass(frozen=True, slots=True)
class Content:
    """What a database holds, told by numbers.

    Attributes
    ----------
    stamp
        The name of its state, as in `matcher.store.change`; ``""`` before there was one.
    rows
        Of each table there is, how many.
    changed_at
        When the last act in it was done; ``None`` where it knows of none.
    """

    stamp: str
    rows: tuple[tuple[str, int], ...]
    changed_at: datetime | None = None

    @property
    def profiles(self) -> int:
        """How many profiles there are."""
        return dict(self.rows).get("profile", 0)


def copy_out(source: Path, target: Path) -> Content:
    """Copy a database, readers and writers notwithstanding, and look the copy through.

    Parameters
    ----------
    source
        A directory's database.
    target
        A new or empty file; it needs no other file beside it. A new one is its owner's alone.

    Returns
    -------
    Content
        The same in both.

    Raises
    ------
    StoreError
        When it cannot be copied, or the copy is not the same.
    """
    with in_words(Location(source)), closing(_open(source)) as old:
        old.execute("BEGIN")
        expected = _content(old)
        make_private(target)
        with in_words(Location(target)), closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
    if look_through(target) != expected:
        raise StoreError(Message("error.backup.differs", file=str(target)))
    return expected


def look_through(path: Path) -> Content:
    """Return what a copy holds after every page of it was read.

    Raises
    ------
    StoreError
        When there is none, it is no directory, it is damaged, or of a newer version.
    """
    location = Location(path)
    if not path.is_file():
        raise StoreError(Message("error.backup.none", file=location.name))
    other = StoreError(Message("error.backup.not_ours", file=path.name))
    with in_words(location), _no_database_as(other), closing(_open(path)) as connection:
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise other
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if revision is None or not is_known(revision[0]):
            raise StoreError(Message("error.store.newer", file=location.name))
        is_whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not is_whole or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise StoreError(Message("error.backup.damaged", file=location.name))
        return _content(connection)


@contextmanager
def _no_database_as(refusal: StoreError) -> Iterator[None]:
    """Refuse a file that is no database at all."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
            raise
        raise refusal from None


def put_in(source: Path, target: Path) -> None:
    """Make a database what another is, in one transaction: whoever reads it sees either.

    Raises
    ------
    StoreError
        When somebody else goes on writing to it, or there is no room; it is as it was then.
    """
    with (
        in_words(Location(target)),
        closing(_open(source)) as new,
        closing(sqlite3.connect(target, timeout=0)) as old,
    ):
        old.execute("PRAGMA synchronous = FULL")
        new.backup(old, progress=_patience(Location(target)), sleep=0.05)


def is_ours(path: Path) -> bool:
    """Tell whether a file is a directory of this program, of whatever version."""
    try:
        with closing(_open(path)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error:
        return False
    return bool(mark == (APPLICATION_ID,))


def _open(path: Path) -> sqlite3.Connection:
    """Open a database to read it; a copy may lie where nothing can be written beside it."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return connect(path)
    return ReadAsItIs(path, 0)


def _content(connection: sqlite3.Connection) -> Content:
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    rows = [
        (name, connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608
        for name in _TABLES
        if name in names
    ]
    state = None
    if "directory_state" in names:
        state = connection.execute("SELECT token, change FROM directory_state").fetchone()
    stamp = "" if state is None else f"{state[0]}:{state[1]}"
    return Content(stamp, tuple(rows), _last_act(connection) if "act" in names else None)


def _last_act(connection: sqlite3.Connection) -> datetime | None:
    """Return when the last act was done, which no copying of the file changes."""
    last = connection.execute("SELECT at FROM act ORDER BY id DESC LIMIT 1").fetchone()
    try:
        return datetime.fromisoformat(last[0]) if last else None
    except (TypeError, ValueError):  # somebody else wrote it
        return None


def _patience(location: Location) -> Callable[[int, int, int], None]:
    """Return what ends a wait for another writer; SQLite itself would wait for ever here."""
    end = monotonic() + _PATIENCE_SECONDS

    def watch(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and monotonic() > end:
            raise StoreError(Message("error.store.locked", file=location.name))

    return watch
