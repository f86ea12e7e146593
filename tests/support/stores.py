"""Directories without anybody on the engine that a test is about: in memory, or on a server."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager

from support.servers import NO_SERVER, Server, installed, running

from matcher.store import Database

ENGINES = ("sqlite", "oldest postgresql", "newest postgresql")
"""What tests of the store run on. Where one PostgreSQL alone is installed, it is the newest."""

_Make = Callable[[], AbstractContextManager[Database]]


@contextmanager
def on_engine(name: str) -> Iterator[str | None]:
    """Let `new_directory` make them on an engine; give why it cannot, if so."""
    programs = installed()
    if name == ENGINES[0]:
        with _made_by(_in_memory):
            yield None
    elif not programs:
        yield NO_SERVER
    elif name == ENGINES[1] and len(programs) == 1:
        yield "there is one PostgreSQL alone"
    else:
        chosen = programs[0 if name == ENGINES[1] else -1]
        with running(chosen) as server, closing(_OnServer(server)) as made, _made_by(made.give):
            yield None


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
    """Gives the same one again as long as nothing in it was made to last: a new one takes time."""

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
        if _stamp(database) == stamp:
            self._free.append(database)

    def _made(self) -> Database:
        address = self._kept.enter_context(self._server.database())
        return self._kept.enter_context(closing(Database(address)))


def _stamp(database: Database) -> tuple[str, int]:
    with database.reading() as work:
        return work.stamp, len(work.staff.all())
