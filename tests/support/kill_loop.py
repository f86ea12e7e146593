"""A process that starts writers, kills each at a random moment, and looks at what is left.

``python -m support.kill_loop STORE FOLDER KILLS SEED [early]``; the answer is one line of JSON.
With ``early`` the writer says that a commit is kept before it is: that has to be noticed.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path
from random import Random

from support.in_child import told_by_child
from support.numbered_stores import STORES, Left, left_in
from support.source import program_environment

_KILLS_OF_ONE_FILE = 40
_READY = b"r"
_ACKNOWLEDGED = b"."


def kill_writers(store: str, folder: Path, kills: int, *, early: bool = False) -> dict[str, int]:
    """Kill writers of a store and count what became of what they had said was kept."""
    command = [sys.executable, "-m", "support.kill_loop", store, str(folder), str(kills), "8"]
    done = subprocess.run(
        [*command, *(["early"] if early else [])],
        env=program_environment(), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


def _write(store: str, path: Path, number: int, out: int, *, early: bool) -> None:
    """Commit for ever, with one sign for each commit that is kept."""
    opened = STORES[store](path)
    os.write(out, _READY)
    while True:
        if early:
            os.write(out, _ACKNOWLEDGED)
        opened.commit(number)
        if not early:
            os.write(out, _ACKNOWLEDGED)
        number += 1


class _Pace:
    """How long a writer takes to open a store, and for a commit, on this machine as it is now."""

    def __init__(self) -> None:
        self.opening = self.commit = 0.01

    def wait_for(self, out: int, signs: int) -> bytes:
        """Read so many signs of a writer, and learn from when they come."""
        said, since = b"", time.monotonic()
        while len(said) < signs:
            if not (sign := os.read(out, 1)):
                raise RuntimeError("the writer ended by itself")
            took, since = time.monotonic() - since, time.monotonic()
            if said:
                self.commit += (took - self.commit) / 4
            else:
                self.opening += (took - self.opening) / 4
            said += sign
        return said


def _killed(writer: Callable[[int], None], pace: _Pace, chance: Random) -> int:
    """Start a writer, kill it at some moment, and return how many commits it said were kept.

    One in five is killed while it opens the file.
    """
    out, into = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(out)
            writer(into)
        finally:
            os._exit(1)
    os.close(into)
    signs = chance.choice((0, 1, 2, 3, 6))
    said = pace.wait_for(out, signs)
    # The moment itself is what is tried.
    time.sleep(chance.uniform(0, 1.2) * (pace.commit if signs else pace.opening))
    os.kill(child, signal.SIGKILL)
    with os.fdopen(out, "rb") as rest:
        said += rest.read()
    os.waitpid(child, 0)
    return said.count(_ACKNOWLEDGED)


def _look(store: str, path: Path, *, closes: bool) -> Left:
    """Read a store in a process of its own; unless that closes it, its log stays for the next."""

    def read() -> dict[str, object]:
        if closes:
            return asdict(left_in(store, path))
        opened = STORES[store](path)
        return asdict(opened.left())

    return Left(**told_by_child(read))


def _warm_up(store: str, folder: Path) -> None:
    """Let this process, of which the writers are copies, have done once what is slow at first."""
    path = folder / "warm.sqlite"
    with closing(STORES[store](path)) as opened:
        opened.commit(0)
        opened.left()


def main(store: str, folder: str, kills: str, seed: str, *more: str) -> None:
    """Kill as often as wanted, and tell what was found."""
    chance, counts = Random(int(seed)), Counter[str](lost=0, torn=0, corrupt=0, invented=0)
    early, kept, path, pace = "early" in more, 0, Path(), _Pace()
    _warm_up(store, Path(folder))
    for round_ in range(int(kills)):
        if round_ % _KILLS_OF_ONE_FILE == 0:
            path, kept = Path(folder) / f"{round_}.sqlite", 0
        said = _killed(partial(_write, store, path, kept, early=early), pace, chance)
        found = _look(store, path, closes=chance.random() < 0.5)
        counts["corrupt"] += found.corrupt
        counts["torn"] += found.torn
        counts["lost"] += max(0, kept + said - found.commits)
        # One more may have been kept before anybody could be told.
        counts["invented"] += max(0, found.commits - (kept + said + 1))
        counts["commits"] += max(0, found.commits - kept)
        kept = found.commits
        if found.fault:
            print(round_, found, file=sys.stderr)
    print(json.dumps({"kills": int(kills), **counts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
