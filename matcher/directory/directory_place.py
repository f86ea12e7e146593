"""Where a directory is, whoever comes there: what to call it, and to name what is made of it by."""

import re
from collections import defaultdict
from urllib.parse import parse_qsl, unquote, urlencode

_SERVER = re.compile(
    r"postgresql(?:\+psycopg)?://(?:[^:/]*(?::[^@]*)?@)?"
    r"(?:\[(?P<number>[^/?]+)\]|(?P<host>[^/:?]+))?(?::(?P<port>[^/?]*))?"
    r"(?:/(?P<dbname>[^?]*))?(?:\?(?P<more>.*))?",
    re.IGNORECASE,
)
"""How `matcher.store.locate` reads an address; what that needs, a supervisor does not load."""

_USUAL_PORT = "5432"


def place_of(address: str) -> str:
    """Return a name for where an address leads: the same with another name or password.

    What stands behind the question mark goes before what stands in front of it, as for the driver.
    A path, and the address of a file, is its own. What cannot be a server's is, too: nothing is
    opened by this name.

    Examples
    --------
    >>> place_of("postgresql+psycopg://kiosk:secret@db.example.org/clinic?sslmode=verify-full")
    'db.example.org/clinic'
    >>> place_of("postgresql+psycopg://kiosk@/clinic?host=DB.example.org&port=5432")
    'db.example.org/clinic'
    """
    found = _SERVER.match(address)
    if found is None:
        return address
    said: dict[str, list[str]] = defaultdict(list)
    for option, value in parse_qsl(found["more"] or ""):
        said[option].append(value)

    def told(option: str, before: str | None = None) -> str:
        return ",".join(said[option]) or before or ""

    host, ip = told("host", found["host"] or found["number"]), told("hostaddr")
    where = host or ip or "localhost"
    if not where.startswith(("/", "@")):  # a socket's folder may have capitals of its own
        where = where.lower().removesuffix(".")
    port = told("port", found["port"]).lstrip("0")
    if port and port != _USUAL_PORT:
        where += f":{port}"
    more = f"?{urlencode({'hostaddr': ip})}" if host and ip else ""
    return f"{where}/{told('dbname', unquote(found['dbname'] or ''))}{more}"
