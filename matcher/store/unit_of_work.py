"""The database of a directory, opened and checked, and one piece of work on it.

All of a piece of work happens, or nothing does. Beside it stands what is done with a database as a
whole: it is saved to a file and taken from one, looked for, and discarded.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from matcher.errors import Message, StoreError
from matcher.store.backup import Content, copy_out, look_through, put_in
from matcher.store.change import stamp_of
from matcher.store.copying import copy_rows, count_rows
from matcher.store.engine import (
    ANSWER_SECONDS,
    SNAPSHOT_ENDING,
    WRITES,
    Writes,
    identity,
    in_words,
    is_true,
    make_private,
    may_write,
    open_engine,
)
from matcher.store.kiosks import Kiosks
from matcher.store.location import Location, locate
from matcher.store.profiles import Profiles
from matcher.store.reach import put_reach_right
from matcher.store.staff import StaffSecrets
from matcher.store.trail import Trail
from matcher.store.upgrade import bring_up_to_date, check_still_known


class UnitOfWork:
    """A transaction; what is not committed when it ends leaves no trace.

    Parameters
    ----------
    connection
        Ends the transaction when it is closed.
    check
        Called before the work is made to last; its error keeps it from that.

    Attributes
    ----------
    profiles, trail, staff, kiosks
        The repositories; usable inside the transaction only.
    """

    def __init__(self, connection: Connection, check: Callable[[], None] = lambda: None) -> None:
        self._connection = connection
        self._check = check
        self.profiles = Profiles(connection)
        self.trail = Trail(connection)
        self.staff = StaffSecrets(connection)
        self.kiosks = Kiosks(connection)

    @property
    def connection(self) -> Connection:
        """What the repositories work with, for other parts of the store."""
        return self._connection

    @property
    def stamp(self) -> str:
        """The name of the state of the directory that this transaction sees.

        Equal stamps are equal directories; every committed change brings another.
        """
        return stamp_of(self._connection)

    @contextmanager
    def part(self) -> Iterator[None]:
        """Open a part whose work alone is undone when it is left by an error."""
        first: BaseException | None = None
        try:
            with self._connection.begin_nested():
                try:
                    yield
                except BaseException as error:
                    first = error
                    raise
        except DBAPIError:
            # A full disk ends the whole transaction: there is no part left to undo then, and
            # what went wrong first is what somebody has to know.
            if first is None:
                raise
            raise first from None

    def commit(self) -> None:
        """Make everything done so far last."""
        self._check()
        self._connection.commit()


class Database:
    """A directory's database, checked and of this version's schema.

    Parameters
    ----------
    address
        An ``sqlite:///`` address or a path; ``sqlite://`` lives in memory until closed.
    patience
        Seconds after which an answer of a server is no longer waited for, unless all there is is
        worked through.
    create
        Whether to make the file when there is none.

    Raises
    ------
    StoreError
        Saying why the database cannot be used, and what to do.
    """

    def __init__(
        self, address: str, patience: float = ANSWER_SECONDS, *, create: bool = False
    ) -> None:
        self.location = locate(address)
        _check_place(self.location, create=create)
        if create and self.location.path is not None:
            make_private(self.location.path)
        # By its whole name: the program may go to another folder.
        self._file = self.location.path and self.location.path.absolute()
        self._identity = identity(self._file)
        self._engine = open_engine(self.location, patience)
        try:
            with in_words(self.location):
                bring_up_to_date(self._engine, self.location, create=create)
        except StoreError:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Open a transaction that sees one unchanging state."""
        with in_words(self.location), self._engine.connect() as connection:
            try:
                yield UnitOfWork(connection)
            except DBAPIError:
                if not connection.invalidated:  # what does not belong together may look damaged
                    self._check_is_true(connection)
                raise
            self._check_is_true(connection)

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Open a transaction that may write; another writer is waited for, a few seconds.

        Raises
        ------
        StoreError
            When the file is not where it was, now or at the end: nobody would see the change.
        """
        return self._writing(Writes.CHANGES)

    def adding(self) -> AbstractContextManager[UnitOfWork]:
        """Open a transaction that adds what changes no state; on a server nobody is waited for.

        Raises
        ------
        StoreError
            As in `writing`.
        """
        return self._writing(Writes.ADDS)

    @contextmanager
    def _writing(self, how: Writes) -> Iterator[UnitOfWork]:
        with in_words(self.location), self._engine.connect() as connection:
            self._check_still_there()
            if not may_write(connection):
                raise StoreError(Message("error.store.full", file=self.location.name))
            connection.execution_options(**{WRITES: how}).begin()
            if how is not Writes.ADDS:
                check_still_known(connection, self.location)
                put_reach_right(connection)
            yield UnitOfWork(connection, self._check_still_there)

    def save_to(self, target: Path) -> Content:
        """Write all there is at one moment to a new file, and look the file through.

        Raises
        ------
        StoreError
            When one of the two cannot be used, or the file is not the same.
        """
        if self.location.path is not None:
            return copy_out(self.location.path, target)
        with (
            self.reading() as work,
            closing(Database(str(target), create=True)) as copy,
            copy.writing() as copied,
        ):
            expected = count_rows(work.connection)
            copy_rows(work.connection, copied.connection)
            copied.commit()
        content = look_through(target)
        if any(expected[name] != number for name, number in content.rows):
            raise StoreError(Message("error.backup.differs", file=str(target)))
        return content

    def take_from(self, source: Path) -> None:
        """Become what a file of this version is; who reads meanwhile sees either.

        Raises
        ------
        StoreError
            When one of the two cannot be used; this one is as it was then.
        """
        if self.location.path is not None:
            put_in(source, self.location.path)
            return
        with (
            closing(Database(str(source))) as copy,
            copy.reading() as copied,
            self._writing(Writes.RENEWS) as work,
        ):
            copy_rows(copied.connection, work.connection)
            work.commit()

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()

    def _check_is_true(self, connection: Connection) -> None:
        if not is_true(connection):
            raise StoreError(Message("error.store.locked", file=self.location.name))

    def _check_still_there(self) -> None:
        if identity(self._file) != self._identity:
            raise StoreError(Message("error.store.moved", file=self.location.name))


def exists(address: str) -> bool:
    """Tell whether anything is at a database's address; in memory there never is.

    Raises
    ------
    StoreError
        When a server cannot be asked.
    """
    location = locate(address)
    if location.server is not None:
        return _has_tables(location)
    path = location.path
    try:
        return path is not None and path.exists()
    except OSError:
        return False


def _has_tables(location: Location) -> bool:
    engine = open_engine(location)
    try:
        with in_words(location), engine.connect() as connection:
            return bool(inspect(connection).get_table_names())
    finally:
        engine.dispose()


def discard(address: str) -> None:
    """Remove a database that was made for nothing: its file and what is kept beside it.

    On a server the tables stay, and nobody is in them.
    """
    path = locate(address).path
    if path is not None:
        for ending in ("", "-wal", "-shm", SNAPSHOT_ENDING):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def _check_place(location: Location, *, create: bool) -> None:
    path = location.path
    if path is None:
        return
    try:
        message = _fault_of(path, create=create)
    except OSError:
        message = Message("error.store.cannot_open", file=location.name)
    if message is not None:
        raise StoreError(message)


def _fault_of(path: Path, *, create: bool) -> Message | None:
    if path.is_dir():
        return Message("error.store.is_folder", file=str(path))
    if create and not path.parent.is_dir():
        return Message("error.store.no_folder", folder=str(path.parent))
    if path.exists() and not path.is_file():  # a pipe or a device
        return Message("error.store.no_plain_file", file=str(path))
    if not create and not path.is_file():
        return Message("error.store.no_directory", file=str(path))
    return None
