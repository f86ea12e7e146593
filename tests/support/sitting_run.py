"""Sittings of a real kiosk, gone through by themselves, and what is seen of them from outside."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import monotonic, sleep

from support.fake_cups import FakeCups
from support.kiosk_process import is_alive
from support.source import ROOT

_LONGEST = 100.0
"""Seconds a sitting may take on a machine that does much else."""

_NOTICED = 2.0
_STEP = 0.002


@dataclass(frozen=True, slots=True)
class Told:
    """What a sitting told of itself before it ends.

    Attributes
    ----------
    pid
        Its process.
    canaries
        The words that it was told and nobody else.
    listed
        How many people it ranked.
    sheets
        What it printed.
    way
        Where it waits for a byte: ``g`` lets it finish; the others are in `driven_sitting`.
    """

    pid: int
    canaries: Sequence[str]
    listed: int
    sheets: bytes
    way: socket.socket


class SittingRun:
    """A kiosk, and its sittings one after the other.

    Attributes
    ----------
    process
        The supervisor, or what traces it.
    home
        The folder that holds all that the kiosk may write, and where it may be thought to.
    cups
        The printer it pretends.
    """

    def __init__(self, process: subprocess.Popen[bytes], listening: socket.socket, home: Path,
                 cups: FakeCups) -> None:  # fmt: skip
        self.process = process
        self.home = home
        self.cups = cups
        self._listening = listening
        self._printed: SimpleQueue[bytes] = SimpleQueue()
        # A sitting waits for its printer, whose pages may be more than fit on their way.
        Thread(target=self._take_pages, daemon=True).start()

    @property
    def supervisor(self) -> int:
        """The process id of the supervisor."""
        told = Path(f"/proc/{self.process.pid}/cmdline").read_bytes()
        return _children(self.process.pid)[0] if told.startswith(b"strace") else self.process.pid

    def next(self) -> Told:
        """Wait until a sitting has told all it was told."""
        way, _ = self._listening.accept()
        way.settimeout(_LONGEST)
        with way.makefile("rb") as reader:
            told = json.loads(reader.readline())
            sheets = reader.read()
        assert "fault" not in told, told["fault"]
        canaries, listed = told.get("canaries", ()), told.get("listed", 0)
        return Told(told["pid"], canaries, listed, sheets, way)

    def printed(self) -> bytes:
        """Return the pages that came out longest ago."""
        return self._printed.get(timeout=_LONGEST)

    def finish(self, told: Told, how: bytes = b"g") -> float:
        """Let it do something and finish, and return the seconds until its process is gone."""
        begun = monotonic()
        told.way.sendall(how)
        assert told.way.recv(1) == b""
        told.way.close()
        while is_alive(told.pid):
            assert monotonic() - begun < _LONGEST
            sleep(_STEP)
        return monotonic() - begun

    def size(self) -> int:
        """Return how much memory the supervisor has, in kB."""
        said = Path(f"/proc/{self.supervisor}/status").read_text(encoding="ascii")
        return int(said.partition("VmRSS:")[2].split()[0])

    def open_files(self) -> int:
        """Return how many files, pipes and sockets the supervisor has open."""
        return sum(1 for _ in Path(f"/proc/{self.supervisor}/fd").iterdir())

    def zombies(self) -> int:
        """Return how many of its children ended and are not noticed in a moment."""
        end = monotonic() + _NOTICED
        while (ended := self._ended()) and monotonic() < end:
            sleep(_STEP)
        return len(ended)

    def _take_pages(self) -> None:
        while True:
            try:
                self._printed.put(self.cups.take()[2])
            except TimeoutError:
                continue
            except OSError:
                return  # the printer is gone

    def _ended(self) -> list[int]:
        return [child for child in _children(self.supervisor) if not is_alive(child)]


@contextmanager
def sitting_run(
    environment: Mapping[str, str],
    folder: Path,
    *,
    before: Sequence[str] = (),
    **how: bool | str,
) -> Iterator[SittingRun]:
    """Run a kiosk whose sittings are gone through by themselves.

    Parameters
    ----------
    folder
        Empty and short, since sockets are in it.
    before
        A program, with its words, that runs the kiosk.
    how
        As in `driven_kiosk`.
    """
    home = folder / "home"
    (home / "tmp").mkdir(parents=True)
    cups = FakeCups(folder / "cups")
    orders = {"folder": str(home / "data"), "address": str(folder / "told")}
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(orders["address"])
        listening.listen()
        listening.settimeout(_LONGEST)
        told = json.dumps(orders | {"printers": str(cups.folder)} | how)
        program = [sys.executable, str(ROOT / "tests" / "support" / "driven_kiosk.py"), told]
        own = {"HOME": str(home), "TMPDIR": str(home / "tmp"), "CUPS_SERVER": cups.address}
        process = subprocess.Popen(
            [*before, *program], cwd=ROOT, env={**environment, **own}, stdin=subprocess.DEVNULL
        )
        run = SittingRun(process, listening, home, cups)
        try:
            yield run
        finally:
            _end(run)
            cups.close()


def _end(run: SittingRun) -> None:
    """End the kiosk as the system does; what traces it ends with it."""
    if run.process.poll() is None:
        os.kill(run.supervisor, signal.SIGTERM)
    run.process.wait(timeout=20)


def _children(pid: int) -> list[int]:
    try:
        said = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in said.split()]
