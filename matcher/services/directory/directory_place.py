"""Where a directory is, whoever comes there: by that this computer names what it makes of it."""

import re
from urllib.parse import parse_qsl, urlencode

_SERVER = re.compile(
    r"postgresql(?:\+psycopg)?://(?:[^:/@]*(?::[^@]*)?@)?"
    r"(?P<host>\[[^\]/?]+\]|[^:/?]*)(?P<port>:[^/?]+)?(?P<database>/[^?]*)?(?:\?(?P<more>.*))?"
)
_WHERE = frozenset({"host", "hostaddr", "port", "service", "dbname"})
"""What may stand behind the question mark and says where; all else says how, and who comes."""


def place_of(address: str) -> str:
    """Return a name for where an address leads: the same with another name or password.

    A path, and the address of a file, is its own. What cannot be a server's is, too: nothing is
    opened by this name.

    Examples
    --------
    >>> place_of("postgresql+psycopg://kiosk:secret@db.example.org/clinic?sslmode=verify-full")
    'db.example.org/clinic'
    """
    found = _SERVER.fullmatch(address)
    if found is None:
        return address
    told = found["host"].strip("[]") or "localhost", found["port"] or "", found["database"] or "/"
    where = sorted(pair for pair in parse_qsl(found["more"] or "") if pair[0] in _WHERE)
    return "".join(told) + (f"?{urlencode(where)}" if where else "")
