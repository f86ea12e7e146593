"""Whole copies of a directory's database: made while it is in use, looked through, put back."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from time import monotonic

from sqlalchemy.dialects import sqlite

from matcher.errors import Message, StoreError
from matcher.store.copying import COPIED
from matcher.store.digests import HAS_NO_DIGEST, all_that_is_stored, id_of, is_true, what_is_stored
from matcher.store.engine import APPLICATION_ID, ReadAsItIs, connect, in_words, make_private
from matcher.store.location import Location
from matcher.store.upgrade import is_known

_PATIENCE_SECONDS = 5.0
_DAMAGED = "error.backup.damaged"
_HAS_TABLE = "SELECT 1 FROM sqlite_master WHERE name = ?"
_COMMANDS = "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')"


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
    changed_outside
        The ids of profiles that are not what the program wrote, as far as they can be read. Before
        a copy was looked through, none is known.
    """

    stamp: str
    rows: tuple[tuple[str, int], ...]
    changed_at: datetime | None = None
    changed_outside: tuple[str, ...] = field(default=(), compare=False)

    @property
    def profiles(self) -> int:
        """How many profiles there are that are what the program wrote."""
        return max(0, dict(self.rows).get("profile", 0) - len(self.changed_outside))


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
        The same in both, looked through in the copy.

    Raises
    ------
    StoreError
        When it cannot be copied, is damaged, or the copy is not the same.
    """
    with in_words(Location(source)), closing(_open(source)) as old:
        old.execute("BEGIN")
        expected = _content(old)
        make_private(target)
        with in_words(Location(target)), closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
    try:
        content = look_through(target)
    except StoreError as error:
        if error.messages[0].key != _DAMAGED:
            raise
        # A copy is made page by page: so is what it is a copy of.
        raise StoreError(Message("error.store.damaged", file=str(source))) from None
    if content != expected:
        raise StoreError(Message("error.backup.differs", file=str(target)))
    return content


def look_through(path: Path, *, is_brought: bool = False) -> Content:
    """Return what a copy holds after every page of it was read, and each profile was checked.

    Parameters
    ----------
    path
        The copy.
    is_brought
        Whether it may come from anywhere: then it must hold no commands, which would run whenever
        the directory is changed.

    Raises
    ------
    StoreError
        When there is none, it is no directory, it is damaged, or of a newer version, or has what
        it must not hold.
    """
    location = Location(path)
    if not path.is_file():
        raise StoreError(Message("error.backup.none", file=location.name))
    other = StoreError(Message("error.backup.not_ours", file=path.name))
    damaged = StoreError(Message(_DAMAGED, file=location.name))
    with (
        _damage_as(damaged),
        in_words(location),
        _no_database_as(other),
        closing(_open(path)) as connection,
    ):
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise other
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if revision is None or not is_known(revision[0]):
            raise StoreError(Message("error.store.newer", file=location.name))
        if is_brought and connection.execute(_COMMANDS).fetchone():
            raise StoreError(Message("error.backup.commands", file=path.name))
        is_whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not is_whole or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise damaged
        return replace(_content(connection), changed_outside=(*_changed_outside(connection),))


@contextmanager
def _damage_as(refusal: StoreError) -> Iterator[None]:
    """Say of a copy that is damaged what can be done about a copy."""
    try:
        yield
    except StoreError as error:
        if error.messages[0].key != "error.store.damaged":
            raise
        raise refusal from None


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
        (table.name, connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])  # noqa: S608
        for table in COPIED
        if table.name in names
    ]
    state = None
    if "directory_state" in names:
        state = connection.execute("SELECT token, change FROM directory_state").fetchone()
    stamp = "" if state is None else f"{state[0]}:{state[1]}"
    return Content(stamp, tuple(rows), _last_act(connection) if "act" in names else None)


def _changed_outside(connection: sqlite3.Connection) -> Iterator[str]:
    """Give the profiles that their digests do not confirm; older versions noted none."""
    if not connection.execute(_HAS_TABLE, ("profile_digest",)).fetchone():
        return
    if not connection.execute(_HAS_TABLE, ("whole_digest",)).fetchone():
        connection.execute("CREATE TEMP TABLE whole_digest (profile_id, digest)")
    for query in (all_that_is_stored(), what_is_stored(HAS_NO_DIGEST)):
        for row in connection.execute(str(query.compile(dialect=sqlite.dialect()))):
            if not is_true(row):
                yield id_of(row)


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
