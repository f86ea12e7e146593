"""A country's directory on a PostgreSQL server beside the same one in a file.

What is measured: putting it there, a kiosk's copy of one state, a copy of everybody, opening one,
and the look for a change; each beside a bare read of the same rows by the driver. The copies are
made as a kiosk makes them, by a process of its own that may do what a kiosk may. Then, of a smaller
directory: until all kiosks have the new copy after one change. Run by ``make bench``; prints
figures and asserts nothing on time. ``PROFILES=100000`` chooses a size, ``KIOSKS=10`` how many.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median

import pytest
from support.builders import make_statement
from support.servers import NO_SERVER, installed, running
from support.whole_country import HOME, driver, load_file, load_server

from matcher.services.directory.stored_directory import DirectoryService
from matcher.store import Database
from matcher.store.roles import Role, init_roles

SIZE = int(os.environ.get("PROFILES", "1000000"))
LOOKS = 50
KIOSKS = int(os.environ.get("KIOSKS", "10"))
CLINIC = min(SIZE, 2_000)
"""People in the directory that so many kiosks share."""

_COPY = """
import json, sys, time
from pathlib import Path
from support.copies import large_files_of, make_ready, open_ready
from support.opening import memory_mb, read_plainly
from matcher.services.directory.stored_directory import DirectoryService

address, folder, states = sys.argv[1], Path(sys.argv[2]), tuple(filter(None, [sys.argv[3]]))
if sys.argv[4] == "make":
    directory = DirectoryService(address)
    directory.make_ready_for(lambda: states)
    before, start, worked = memory_mb(), time.perf_counter(), time.process_time()
    make_ready(directory, folder)
    took, worked = time.perf_counter() - start, time.process_time() - worked
    print(json.dumps([took, worked, memory_mb(), before]))
else:
    from matcher.directory.snapshot_builder import reading_rules
    reading_rules()
    start = time.perf_counter()
    directory = open_ready(folder)
    opened = time.perf_counter() - start
    files = large_files_of(folder)
    plainly = sum(map(read_plainly, files))
    size = sum(path.stat().st_size for path in files)
    print(json.dumps([directory.snapshot.size, opened, plainly, memory_mb(), size]))
"""

_KIOSK = """
import sys
from pathlib import Path
from support.copies import make_ready, trust_of
from matcher.services.directory.sitting_directory import stamp_made_ready
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.directory.watching import wait_for_change

address, folder = sys.argv[1], Path(sys.argv[2])
directory = DirectoryService(address)
for _ in range(2):
    make_ready(directory, folder)
    print("ready", flush=True)
    wait_for_change(directory, address, stamp_made_ready(folder, trust_of(folder)))
"""

_FACTS = "SELECT profile_id, field, source, value, confirmed_on FROM fact"
_OF_STATE = (
    f"{_FACTS} WHERE profile_id IN (SELECT profile_id FROM reach WHERE area IN ('', '{HOME}'))"
)
_STATE = "SELECT token, change FROM directory_state"


def bench_server(tmp_path: Path) -> None:
    programs = installed()
    if not programs:
        pytest.skip(NO_SERVER)
    print(
        f"\n{SIZE:,} profiles, each with its facts: PostgreSQL, a file, and how many times longer"
    )
    file = tmp_path / "country.sqlite"
    with running(programs[-1]) as server:
        server.execute("CREATE DATABASE country")
        init_roles(server.address("country"))
        owner, kiosk = server.address("country"), server.address("country", Role.KIOSK)
        loaded = _seconds(lambda: load_server(owner, SIZE)), _seconds(lambda: load_file(file, SIZE))
        _tell("put there (COPY; executemany)", *loaded)
        with driver(owner) as on_server, closing(sqlite3.connect(file)) as in_file:
            number = in_file.execute("SELECT count(*) FROM fact").fetchone()[0]
            room = on_server.execute("SELECT pg_database_size('country')").fetchone()
            assert room is not None
            sizes = [each / 2**30 for each in (room[0], file.stat().st_size)]
            print(f"  {number:,} facts; {sizes[0]:.1f} and {sizes[1]:.1f} GB")
        _look(kiosk, file)
        for states in (HOME, ""):
            _copies(kiosk, file, tmp_path / f"copies {states}", states)


def bench_kiosks_after_one_change(tmp_path: Path) -> None:
    programs = installed()
    if not programs:
        pytest.skip(NO_SERVER)
    with running(programs[-1]) as server, ExitStack() as running_kiosks:
        server.execute("CREATE DATABASE clinic")
        init_roles(server.address("clinic"))
        load_server(server.address("clinic"), CLINIC)
        address, tests = server.address("clinic", Role.KIOSK), Path(__file__).parents[1]
        kiosks = []
        for number in range(KIOSKS):
            kiosk = subprocess.Popen(
                [sys.executable, "-c", _KIOSK, address, str(tmp_path / str(number))],
                env=os.environ | {"PYTHONPATH": f"{tests.parent}{os.pathsep}{tests}"},
                stdout=subprocess.PIPE,
            )
            kiosks.append(running_kiosks.enter_context(kiosk))
            running_kiosks.callback(kiosk.kill)
        _wait_for_copies(kiosks)
        with closing(DirectoryService(server.address("clinic", Role.STAFF))) as directory:
            with directory.changing() as work:
                work.profiles.apply([make_statement("p-new", city="Aue")])
            took = _wait_for_copies(kiosks)
    print(f"\n{CLINIC:,} people, one of them changed; {KIOSKS} kiosks on this computer alone")
    print(f"  the first has its new copy after {min(took):.1f} s, and all after {max(took):.1f} s")


def _wait_for_copies(kiosks: Iterable["subprocess.Popen[bytes]"]) -> list[float]:
    """Return the seconds until each has one."""
    start = time.perf_counter()

    def wait(kiosk: "subprocess.Popen[bytes]") -> float:
        assert kiosk.stdout is not None
        assert kiosk.stdout.readline() == b"ready\n"
        return time.perf_counter() - start

    with ThreadPoolExecutor(KIOSKS) as pool:
        return [*pool.map(wait, kiosks)]


def _copies(address: str, file: Path, folder: Path, states: str) -> None:
    statement = _OF_STATE if states else _FACTS
    with driver(address) as on_server, closing(sqlite3.connect(file)) as in_file:
        bare = (
            _seconds(lambda: _read_on(on_server, statement)),
            _seconds(lambda: _read_in(in_file, statement)),
        )
    made = [
        _process(str(where), folder / name, states, "make")
        for name, where in (("server", address), ("file", file))
    ]
    _tell(f"copy of {'one state' if states else 'everybody'}", made[0][0], made[1][0])
    _tell("  processor time of that", made[0][1], made[1][1])
    _tell("  a bare read of its facts", *bare)
    times = " and ".join(f"{each[0] / read:.1f}" for each, read in zip(made, bare, strict=True))
    memory = " and ".join(f"{most:,.0f} MB ({before:,.0f} before)" for *_, most, before in made)
    print(f"    the copy took {times} times as long; the process that made it held {memory}")
    opened = [_process("", folder / name, "", "open") for name in ("server", "file")]
    size, _, plainly, memory_held, room = opened[0]
    _tell("  opened", opened[0][1], opened[1][1])
    print(
        f"    {size:,} people in {room / 2**20:,.0f} MB, which a bare read of the files takes "
        f"{plainly:.3f} s for; the process that opened them held {memory_held:,.0f} MB"
    )


def _look(address: str, file: Path) -> None:
    looks = []
    for where in (address, str(file)):
        with closing(Database(where)) as database:
            looks.append(median(_seconds(lambda: _stamp(database)) for _ in range(LOOKS)))
    with driver(address) as on_server, closing(sqlite3.connect(file)) as in_file:
        bare = [
            median(_seconds(lambda: on_server.execute(_STATE).fetchall()) for _ in range(LOOKS)),
            median(_seconds(lambda: in_file.execute(_STATE).fetchall()) for _ in range(LOOKS)),
        ]
    _tell("look for a change, as every two seconds", *looks)
    _tell("  the same by the driver alone", *bare)


def _stamp(database: Database) -> str:
    with database.reading() as work:
        return work.stamp


def _read_on(connection: object, statement: str) -> None:
    with connection.cursor("bare") as cursor:  # type: ignore[attr-defined]
        cursor.itersize = 5_000
        cursor.execute(statement)
        for _ in cursor:
            pass


def _read_in(connection: sqlite3.Connection, statement: str) -> None:
    for _ in connection.execute(statement):
        pass


def _process(address: str, folder: Path, states: str, what: str) -> list[float]:
    tests = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": f"{tests.parent}{os.pathsep}{tests}"}
    done = subprocess.run(
        [sys.executable, "-c", _COPY, address, str(folder), states, what],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
    )
    figures: list[float] = json.loads(done.stdout)
    return figures


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _tell(what: str, server: float, file: float) -> None:
    print(f"  {what:<42} {server:>10.4f} s {file:>10.4f} s {server / file:>7.2f}", flush=True)
