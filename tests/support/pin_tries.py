"""A process that guesses a PIN, is killed after some tries, and goes on where it was.

``python -m support.pin_tries FOLDER KILLS SEED [late]``; the answer is one line of JSON. With
``late`` a try is counted when it was answered and not before: that has to be noticed.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import count
from pathlib import Path
from random import Random
from shutil import copyfile

from support.source import program_environment

from matcher.errors import StaffError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.accounts import StaffService
from matcher.services.staff.door import StaffDoor
from matcher.services.staff.secret_hash import SecretHash
from matcher.store.staff import SecretKind, StaffSecret

_PIN = "482913"
_LONGEST_SECONDS, _LATER_SECONDS = 0.012, 0.2
_READY, _COMPARED, _ANSWERED = b"r", b"c", b"a"
_SIGNS = (1, 2, 3, 5)
_KILLS_AFTER_THE_LOCK = 2
_OFTEN = ("leaping ahead", "leaping ahead", "wild")  # which let the next guess be made at once

CLOCKS: Mapping[str, Callable[[], Callable[[], float]]] = {
    "real": lambda: time.monotonic,
    "leaping ahead": lambda: count(0, 10_000).__next__,
    "going back": lambda: count(10**9, -10_000).__next__,
    "standing still": lambda: lambda: 0.0,
    "wild": lambda: lambda: Random().uniform(-(10**9), 10**9),
}
"""What the program may be told the time by."""


def guess(folder: Path, kills: int, *, late: bool = False) -> dict[str, int]:
    """Guess, be killed, and count how many guesses were compared before nothing opened any more."""
    command = [sys.executable, "-m", "support.pin_tries", str(folder), str(kills), "9"]
    done = subprocess.run(
        [*command, *(["late"] if late else [])],
        env=program_environment(), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


class _ToldHash(SecretHash):
    """Says of each guess that it is compared, before it is."""

    out = -1

    def fits(self, kept: str, secret: str) -> bool:
        os.write(self.out, _COMPARED)
        return super().fits(kept, secret)


def _staff(path: Path, clock: Callable[[], float], out: int = -1) -> StaffService:
    hashing = _ToldHash(1, 8, 1)  # made at once, which nobody should keep
    hashing.out = out
    return StaffService(DirectoryService(str(path)), hashing, clock)


def _guess(path: Path, clock: Callable[[], float], out: int) -> None:
    staff = _staff(path, clock, out)
    staff.standing()
    os.write(out, _READY)
    for number in range(900_000, 1_000_000):
        try:
            staff.open_with_pin(f"{number}")
        except StaffError:
            os.write(out, _ANSWERED)


def _count_late() -> None:
    """Let the door count a try when it has been answered."""
    let_in = StaffDoor.let_in

    def look(door: StaffDoor, kind: SecretKind, folded: str) -> StaffSecret | None:
        with door._directory.database().reading() as work:
            kept = work.staff.get(kind, folded)
        door._check_patience(kept)
        return kept

    def answer(door: StaffDoor, kind: SecretKind, folded: str, secret: str) -> StaffSecret:
        try:
            return let_in(door, kind, folded, secret)
        except StaffError as error:
            if error.messages[0].key.endswith("wait"):
                raise
            os.write(door._hashing.out, _ANSWERED)
            time.sleep(_LATER_SECONDS)
            with door._directory.database().writing() as work:
                work.staff.count_try(work.staff.get(kind, folded))
                work.commit()
            raise

    StaffDoor._count_try, StaffDoor.let_in = look, answer


def _killed(path: Path, clock: Callable[[], float], wait: float, signs: int) -> int:
    """Let a process guess, kill it after so many signs and a moment; return what was compared."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(out)
            _guess(path, clock, into)
        finally:
            os._exit(1)
    os.close(into)
    said = b""
    while len(said) < signs:
        if not (sign := os.read(out, 1)):
            raise RuntimeError("the process ended by itself")
        said += sign
    time.sleep(wait)  # the moment itself is what is tried
    os.kill(child, signal.SIGKILL)
    with os.fdopen(out, "rb") as rest:
        said += rest.read()
    os.waitpid(child, 0)
    return said.count(_COMPARED)


def _is_locked(path: Path) -> bool:
    with closing(DirectoryService(str(path))) as directory:
        return StaffService(directory, SecretHash(1, 8, 1)).standing().is_pin_locked


def main(folder: str, kills: str, seed: str, *more: str) -> None:
    """Guess one PIN after the other until there were so many kills; tell the most guesses."""
    chance, first = Random(int(seed)), Path(folder) / "first.sqlite"
    with closing(DirectoryService(str(first))) as directory:
        StaffService(directory, SecretHash(1, 8, 1)).set_pin(_PIN)
    if is_late := "late" in more:
        _count_late()
    counts, path, compared, extra = Counter[str](most_compared=0, pins=0), first, 0, 0
    for number in range(int(kills)):
        if not extra:
            path, compared, extra = Path(folder) / f"{number}.sqlite", 0, _KILLS_AFTER_THE_LOCK
            copyfile(first, path)
            counts["pins"] += 1
        name = chance.choice([*CLOCKS, *_OFTEN])
        wait = 0.0 if is_late else chance.choice((0.0, chance.uniform(0, _LONGEST_SECONDS)))
        compared += _killed(path, CLOCKS[name](), wait, 3 if is_late else chance.choice(_SIGNS))
        counts["most_compared"] = max(counts["most_compared"], compared)
        extra -= _is_locked(path)
    print(json.dumps({"kills": int(kills), **counts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
