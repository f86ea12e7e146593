"""Where a directory is kept: in a file, in memory, or on a server."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from matcher.errors import Message, StoreError

_OF_FILES = {"sqlite", "sqlite+pysqlite"}
_OF_SERVERS = {"postgresql", "postgresql+psycopg"}
_IN_MEMORY = {"", ":memory:"}

KIOSK_NAME = "rapport_kiosk"
"""By which name kiosks come to a server."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a directory is kept.

    Attributes
    ----------
    path
        The file, or ``None`` for a directory in memory only or on a server.
    server
        The address on a server; ``None`` for the others.
    """

    path: Path | None
    server: URL | None = None

    @property
    def is_for_kiosks(self) -> bool:
        """Whether one comes there by the name for kiosks, which may not know all."""
        return self.server is not None and self.server.username == KIOSK_NAME

    @property
    def name(self) -> str:
        """What to call it in a sentence: of a server, neither who comes nor their password."""
        if self.server is None:
            return str(self.path or ":memory:")
        url = self.server
        return f"{url.host or 'localhost'}{f':{url.port}' if url.port else ''}/{url.database or ''}"


def locate(database: str) -> Location:
    """Read where a directory is: a path, or an ``sqlite:///`` or ``postgresql+psycopg://`` address.

    Raises
    ------
    StoreError
        When it is an address of another kind of database.
    """
    if "://" not in database:
        return Location(_path(database))
    try:
        url = make_url(database)
    except ArgumentError:
        raise StoreError(Message("error.store.bad_address")) from None
    if url.drivername in _OF_SERVERS and url.database:
        return Location(None, url.set(drivername="postgresql+psycopg"))
    if url.drivername not in _OF_FILES:
        raise StoreError(Message("error.store.bad_address"))
    name = url.database or ""
    return Location(None if name in _IN_MEMORY else _path(name))


def _path(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # a person nobody knows, as in ~somebody
        raise StoreError(Message("error.store.bad_address")) from None
