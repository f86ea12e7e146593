"""Directories without anybody on the engine that a test is about: in memory, or on a server."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager

from support.servers import NO_SERVER, Server, installed, running

from matcher.store import Database

IN_MEMORY = "sqlite"

ENGINES = (IN_MEMORY, "oldest postgresql", "newest postgresql")
"""What tests of the store run on. Where one PostgreSQL alone is installed, it is both."""


@contextmanager
def on_engine(name: str) -> Iterator[str | None]:
    """Let `new_directory` make them on an engine; give why it cannot, if so."""
    programs = installed()
    if name == IN_MEMORY:
        with _made_by(_in_memory):
            yield None
    elif not programs:
        yield NO_SERVER
    elif name == ENGINES[1] and len(programs) == 1:
        yield "there is one PostgreSQL alone"
    else:
        chosen = programs[0 if name == ENGINES[1] else -1]
        with running(chosen) as server, _made_by(lambda: _on_server(server)):
            yield None


@contextmanager
def new_directory() -> Iterator[Database]:
    """Give one that nobody is in."""
    (make,) = _makers[-1:]
    with make() as address, closing(Database(address, create=True)) as database:
        yield database


_Make = Callable[[], AbstractContextManager[str]]
_makers: list[_Make] = []


@contextmanager
def _made_by(make: _Make) -> Iterator[None]:
    _makers.append(make)
    try:
        yield
    finally:
        _makers.remove(make)


@contextmanager
def _in_memory() -> Iterator[str]:
    yield "sqlite://"


def _on_server(server: Server) -> AbstractContextManager[str]:
    return server.database()
