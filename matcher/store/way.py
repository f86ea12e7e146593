"""The way to a server: nobody listens on it, and the address alone says where it leads."""

import os
from ipaddress import ip_address

from sqlalchemy import URL

from matcher.errors import Message, StoreError
from matcher.store.location import Location

_SAFE = "verify-full"
_MAY_BE_SAID = frozenset({"PGPASSWORD", "PGPASSFILE"})
"""What of a server may stand in the environment: the password, and not where it is or how."""

_LOCAL = "localhost"
_LOCAL_NUMBERS = ("127.0.0.1", "::1")
"""What that name means, whatever a file or another computer says of it."""

_SERVICE = "service"
"""The option by which a file says where the server is, and how."""


def safe_way(location: Location) -> dict[str, str]:
    """Return what makes sure of the server; on this very computer nobody is on the way.

    Raises
    ------
    StoreError
        When others could listen or answer, or the address leaves it to a file to say the way.
    """
    url = location.server
    assert url is not None
    if _SERVICE in url.query:
        raise StoreError(Message("error.store.wrong_option", file=location.name, option=_SERVICE))
    mode = url.query.get("sslmode")
    if _is_here(url) and mode != _SAFE:
        return _way_here(url)
    if mode in {None, _SAFE}:
        # Where there is a ticket, the driver would choose another cipher before this one.
        return {"sslmode": _SAFE, "gssencmode": "disable"}
    raise StoreError(Message("error.store.unsafe_way", file=location.name))


def forget_environment() -> None:
    """Let nothing but the address say the way.

    Not all that the driver looks for there can be overruled, such as the form of days. It is
    forgotten for good, as others may connect meanwhile.
    """
    for name in [*os.environ]:
        if name.startswith("PG") and name not in _MAY_BE_SAID:
            os.environ.pop(name, None)


def _is_here(url: URL) -> bool:
    # Where the address names no host, there may be no socket: the driver goes over the network.
    host = _end(url)
    if not isinstance(host, str) or "," in host:  # several, of which any may answer
        return False
    return host == _LOCAL or _is_of_this_computer(host)


def _end(url: URL) -> str | tuple[str, ...]:
    return url.query.get("hostaddr") or url.query.get("host") or url.host or ""


def _way_here(url: URL) -> dict[str, str]:
    """Return numbers in place of the name: nobody is asked where it leads, nor told a password."""
    if _end(url) != _LOCAL:
        return {}
    numbers = ",".join(_LOCAL_NUMBERS)
    return {"host": ",".join(_LOCAL for _ in _LOCAL_NUMBERS), "hostaddr": numbers}


def _is_of_this_computer(end: str) -> bool:
    """Tell whether a socket, or a number, cannot lead to another computer."""
    if end.startswith(("/", "@")):
        return True
    try:
        return ip_address(end).is_loopback
    except ValueError:
        return False
