"""Directories without anybody on the engine that a test is about: in memory, or on a server."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager

import pytest
from support.servers import Server

from matcher.store import Database

SQLITE = "sqlite"

_Marked = tuple[pytest.MarkDecorator, ...]

_Make = Callable[[], AbstractContextManager[Database]]


def servers_for(metafunc: pytest.Metafunc) -> list[object]:
    """Return the versions of PostgreSQL that a test is tried on.

    The oldest takes part in each run where versions could differ: in tests marked ``versions``.
    All the others meet it in `make long`.
    """
    differ = metafunc.definition.get_closest_marker("versions") is not None
    marks: _Marked = () if differ else (pytest.mark.long,)
    return ["newest", pytest.param("oldest", marks=marks)]


@contextmanager
def on_sqlite() -> Iterator[None]:
    """Let `new_directory` make them in memory."""
    with _made_by(_in_memory):
        yield


@contextmanager
def on_server(server: Server) -> Iterator[None]:
    """Let `new_directory` make them on a server."""
    with closing(_OnServer(server)) as made, _made_by(made.give):
        yield


@contextmanager
def new_directory() -> Iterator[Database]:
    """Give one that nobody is in."""
    with _makers[-1]() as database:
        yield database


_makers: list[_Make] = []


@contextmanager
def _made_by(make: _Make) -> Iterator[None]:
    _makers.append(make)
    try:
        yield
    finally:
        _makers.remove(make)


@contextmanager
def _in_memory() -> Iterator[Database]:
    with closing(Database("sqlite://", create=True)) as database:
        yield database


class _OnServer:
    """Gives the same ones again: new ones take time."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._kept = ExitStack()
        self._free: list[Database] = []

    def close(self) -> None:
        self._kept.close()

    @contextmanager
    def give(self) -> Iterator[Database]:
        database = self._free.pop() if self._free else self._made()
        stamp = _stamp(database)
        yield database
        if _stamp(database) != stamp:
            assert database.location.server is not None
            self._server.empty(str(database.location.server.database))
        self._free.append(database)

    def _made(self) -> Database:
        address = self._kept.enter_context(self._server.database())
        return self._kept.enter_context(closing(Database(address)))


def _stamp(database: Database) -> tuple[str, int]:
    with database.reading() as work:
        return work.stamp, len(work.staff.all())
