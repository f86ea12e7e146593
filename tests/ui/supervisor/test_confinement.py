import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ui.supervisor.confinement import NETWORK

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere less is given up")

# Whoever runs the tests may be root, from whom nothing can be kept: so there is somebody without
# rights besides, and that process can be looked into like any other before it is confined.
_BECOME = """
import ctypes, encodings.idna, os, resource, socket, sys
from ui.supervisor.confinement import confine

def become_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
"""

_CONFINED = (
    _BECOME
    + """
port, path, who, how = sys.argv[1:]
if who == "nobody":
    become_nobody()
print("refused", *(confine(os.getppid()) if how == "confined" else ()))
try:
    socket.create_connection(("127.0.0.1", int(port)), 2)
    print("network open")
except OSError as error:
    print("network shut")
try:
    with open(path, "wb") as file:
        file.write(b"x")
    print("file open")
except OSError as error:
    print("file shut")
read, write = os.pipe()
print("pipe", os.write(write, b"x" * 100))
os.close(os.open(path + ".made", os.O_CREAT | os.O_WRONLY, 0o666))
status = open("/proc/self/status").read()
print("capabilities", status.partition("CapEff:")[2].split()[0])
print("privileges", "no new" if status.partition("NoNewPrivs:")[2].split()[0] == "1" else "more")
print("core", *resource.getrlimit(resource.RLIMIT_CORE))
sys.stdout.flush()
sys.stdin.read()
"""
)

_SAID = 7
"""How many lines it says."""

_LOOK = (
    _BECOME
    + """
become_nobody()
try:
    open(f"/proc/{sys.argv[1]}/mem", "rb")
except PermissionError:
    print("shut")
else:
    print("open")
"""
)


class _Process:
    """A process that says what it could do, and then waits."""

    def __init__(self, *words: str) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-c", _CONFINED, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.running.stdout is not None
        lines = [self.running.stdout.readline().strip().partition(" ") for _ in range(_SAID)]
        self.said = {word: rest for word, _, rest in lines}

    def end(self) -> None:
        self.running.kill()
        self.running.communicate()


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that whoever has no rights can reach, as those of the tests are not."""
    with TemporaryDirectory() as name:
        yield Path(name)


@contextmanager
def _running(folder: Path, who: str, how: str) -> Iterator[_Process]:
    out = folder / "out"
    out.touch()
    for each in (out, folder):
        each.chmod(0o777)
    with socket.create_server(("127.0.0.1", 0)) as server:
        process = _Process(str(server.getsockname()[1]), str(out), who, how)
        try:
            yield process
        finally:
            process.end()


@pytest.mark.parametrize("who", ["as_we_are", "nobody"])
def test_process_when_confined_then_it_reaches_no_network_and_writes_no_file(
    folder: Path, who: str
) -> None:
    with _running(folder, who, "confined") as process:
        said = process.said
    refused = said.pop("refused").split()

    assert refused in ([], [NETWORK])
    assert said == {
        "network": "open" if refused else "shut",
        "file": "shut",
        "pipe": "100",
        "capabilities": "0" * 16,
        "privileges": "no new",
        "core": "1 1",
    }
    assert (folder / "out").read_bytes() == b""
    if refused:
        pytest.skip("THE NETWORK IS NOT GIVEN UP: this system lets nobody have one of their own")


def test_process_when_not_confined_then_it_does_all_of_that(folder: Path) -> None:
    """The control: what is refused above is refused by nothing else."""
    with _running(folder, "nobody", "free") as process:
        assert (process.said["network"], process.said["file"]) == ("open", "open")


@pytest.mark.parametrize(("how", "others"), [("confined", 0), ("free", 0o044)])
def test_file_when_made_all_the_same_then_only_confined_nobody_else_can_read_it(
    folder: Path, how: str, others: int
) -> None:
    before = os.umask(0o022)
    try:
        with _running(folder, "as_we_are", how):
            assert (folder / "out.made").stat().st_mode & 0o077 == others
    finally:
        os.umask(before)


@pytest.mark.parametrize(("how", "expected"), [("confined", "shut"), ("free", "open")])
def test_memory_when_a_program_of_the_same_person_looks_then_only_confined_it_is_shut(
    folder: Path, how: str, expected: str
) -> None:
    with _running(folder, "nobody", how) as process:
        looked = subprocess.run(
            [sys.executable, "-c", _LOOK, str(process.running.pid)],
            capture_output=True,
            text=True,
            check=True,
        )

    if how == "free" and looked.stdout == "shut\n":
        pytest.skip("this system shuts the memory of every process")
    assert looked.stdout == f"{expected}\n"


def test_process_when_its_parent_is_killed_then_it_ends_too_though_it_hangs(tmp_path: Path) -> None:
    words = ["1", str(tmp_path / "out"), "as_we_are", "confined"]
    program = f"""
import subprocess, sys
words = [sys.executable, "-c", {_CONFINED!r}, *{words!r}]
child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
for _ in range({_SAID}):
    child.stdout.readline()
print(child.pid, flush=True)
sys.stdin.read()
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    hangs = int(parent.stdout.readline())
    watched = os.pidfd_open(hangs)
    os.kill(hangs, signal.SIGSTOP)

    os.kill(parent.pid, signal.SIGKILL)
    ended, _, _ = select.select([watched], [], [], 20)
    os.close(watched)
    parent.communicate()
    if not ended:
        os.kill(hangs, signal.SIGKILL)

    assert ended
