"""A process that starts makers of copies, kills each at a random moment, and looks what is left.

``python -m support.killed_copies FOLDER KILLS SEED [early]``; the answer is one line of JSON. With
``early`` the files of the last copy go before the new one is in place: that has to be noticed.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from support.builders import make_profile
from support.copies import make_ready, open_ready, trust_of
from support.directories import TODAY
from support.in_child import told_by_child
from support.source import program_environment

from matcher.directory.copy_file import COPY, CopyNote, forget_all_but, large_files, read_note
from matcher.errors import SnapshotError
from matcher.services.directory import sitting_directory
from matcher.services.directory.sample_directory import SampleDirectory

_KILLS_OF_ONE_FOLDER = 20
_PEOPLE = 30
_MADE = b"."


def kill_makers(folder: Path, kills: int, *, early: bool = False) -> dict[str, int]:
    """Kill makers of copies, and count what sittings found then."""
    line = [sys.executable, "-m", "support.killed_copies", str(folder), str(kills), "5"]
    done = subprocess.run(
        [*line, *(["early"] if early else [])],
        env=program_environment(), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


def _directory(state: int) -> SampleDirectory:
    people = [
        make_profile(f"p-{n}", name=f"Robin {n}", city=f"Town {state}") for n in range(_PEOPLE)
    ]
    return SampleDirectory(people, TODAY)


def _make(folder: Path, state: int, out: int) -> None:
    """Make copies for ever, of another state each time, with one sign for each that is made."""
    while True:
        make_ready(_directory(state), folder)
        os.write(out, _MADE)
        state += 1


def _killed(folder: Path, state: int, chance: Random, pace: float) -> tuple[int, float]:
    """Start a maker, kill it at some moment, and return how many it made, and how long one took."""
    out, into = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(out)
            _make(folder, state, into)
        finally:
            os._exit(1)
    os.close(into)
    begun, said = time.monotonic(), b""
    for _ in range(chance.choice((0, 0, 1, 2))):
        said += os.read(out, 1)
    if said:
        pace = (time.monotonic() - begun) / len(said)
    # The moment itself is what is tried.
    time.sleep(chance.uniform(0, 1.2) * pace)
    os.kill(child, signal.SIGKILL)
    with os.fdopen(out, "rb") as rest:
        said += rest.read()
    os.waitpid(child, 0)
    return len(said), pace


def _state_in(folder: Path) -> int:
    """Return the state that a sitting sees; 0 for none at all."""
    try:
        towns = {profile.text("city") for profile in open_ready(folder).profiles()}
    except SnapshotError:
        return 0
    (town,) = towns
    return int(town.removeprefix("Town "))


def _forget_too_early(note: CopyNote, folder: Path) -> None:
    forget_all_but(folder, note.version)
    put_note(note, folder)


put_note = sitting_directory.put_note


def main(folder: str, kills: str, seed: str, *more: str) -> None:
    """Kill as often as wanted, and tell what was found."""
    chance, pace = Random(int(seed)), 0.02
    counts = Counter[str](none=0, invented=0, lost=0, left=0, refused=0, old=0, new=0)
    make_ready(_directory(1), Path(folder) / "warm")
    if more:
        sitting_directory.put_note = _forget_too_early
    place, state = Path(), 0
    for round_ in range(int(kills)):
        if round_ % _KILLS_OF_ONE_FOLDER == 0:
            place, state = Path(folder) / f"{round_}" / "kiosk", 0
            place.parent.mkdir()
        made, pace = _killed(place, state + 1, chance, pace)
        least, state = state + made, told_by_child(lambda: _state_in(place))  # noqa: B023
        counts["none"] += state == 0 < least
        counts["lost"] += 0 < state < least
        counts["invented"] += state > least + 1
        counts["old" if state == least else "new"] += 1
        counts["made"] += made
        state = max(state, least)
        if state and (place / COPY).exists():
            counts["refused"] += trust_of(place).lowest_version > read_note(place).version
    for used in Path(folder).glob("*/kiosk"):
        make_ready(_directory(10**6), used)
        counts["left"] += len([*large_files(used)]) - 2
        counts["left"] += len([*used.glob(".*")])
    print(json.dumps({"kills": int(kills), **counts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
