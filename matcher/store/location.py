"""Where a directory is kept: in a file, in memory, or on a server."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from matcher.directory.directory_place import place_of
from matcher.errors import Message, StoreError

_OF_FILES = {"sqlite", "sqlite+pysqlite"}
_OF_SERVERS = {"postgresql", "postgresql+psycopg"}
_IN_MEMORY = {"", ":memory:"}
_LAST_PORT = 65535

_NO_PATH = re.compile(
    r"^[\s\"']*(\w+=)?[\s\"']*(postgres|mysql|mariadb|sqlite)\w*(\+\w+)?(:|//)"
    r"|^\s*(host|hostaddr|port|dbname|user|service)\s*="
    r"|(passw(or)?d|pwd|uid)\s*="
    r"|(^|[^/\\:]{2}):.*@"  # somebody and a password; C:\\ and C:/ begin a path
    r"|:(?![/\\]).*@",
    re.IGNORECASE | re.DOTALL,
)
"""What a path does not look like, but an address that somebody mistyped: it may hold a password."""

_NO_NAME = re.compile(r"[@&;#=:/]")
"""What the name of a directory on a server does not hold, but options that begin without ``?``."""

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
    server: URL | None = field(default=None, repr=False)

    @property
    def is_for_kiosks(self) -> bool:
        """Whether one comes there by the name for kiosks, which may not know all."""
        return self.server is not None and self.server.username == KIOSK_NAME

    @property
    def name(self) -> str:
        """What to call it in a sentence: of a server, neither who comes nor their password."""
        if self.server is None:
            return str(self.path or ":memory:")
        return place_of(self.server.render_as_string())


def locate(database: str) -> Location:
    """Read where a directory is: a path, or an ``sqlite:///`` or ``postgresql+psycopg://`` address.

    Raises
    ------
    StoreError
        When it is an address of another kind of database, or none that can be understood.
    """
    if "://" not in database:
        if _NO_PATH.search(database):
            raise _bad_address()
        return Location(_path(database))
    try:
        url = make_url(database)
    except (ArgumentError, ValueError):  # what it says of a port holds what stands there
        raise _bad_address() from None
    kind = url.drivername.lower()
    if kind in _OF_SERVERS and url.database and _is_whole(url):
        return Location(None, _with_who_comes(url.set(drivername="postgresql+psycopg")))
    if kind not in _OF_FILES:
        raise _bad_address()
    name = url.database or ""
    return Location(None if name in _IN_MEMORY else _path(name))


def _with_who_comes(url: URL) -> URL:
    """Put in front of the question mark who comes, which behind it goes before for the driver."""
    user, secret = url.query.get("user"), url.query.get("password")
    if isinstance(user, str):
        url = url.set(username=user).difference_update_query(["user"])
    if isinstance(secret, str):
        url = url.set(password=secret).difference_update_query(["password"])
    return url


def _is_whole(url: URL) -> bool:
    """Tell whether no part of a password is taken for the server, its port or the directory."""
    is_port = url.port is None or 0 < url.port <= _LAST_PORT
    return is_port and "@" not in str(url.host) and not _NO_NAME.search(str(url.database))


def _bad_address() -> StoreError:
    """Return that an address is none, without it."""
    return StoreError(Message("error.store.bad_address"))


def _path(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # a person nobody knows, as in ~somebody
        raise _bad_address() from None
