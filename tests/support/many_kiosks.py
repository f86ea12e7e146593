"""Many kiosks at once on one server: each a database of its own, opened and asked by the program.

``python -m support.many_kiosks ADDRESS FIRST KIOSKS ROUNDS``; when it has read a line, they begin,
and the answer is one line of JSON: ``{"connecting": [...], "rounds": [...], "errors": {...}}``, the
milliseconds that each connection and each round took, and the kinds of errors, counted.
"""

import json
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from threading import Lock, Thread
from time import perf_counter

from matcher.directory.kiosk_event import KioskEvent, KioskWord
from matcher.services.directory.watching import PATIENCE_SECONDS
from matcher.store import Database


class _Heard:
    """What became of all that kiosks did."""

    def __init__(self) -> None:
        self.connecting: list[float] = []
        self.rounds: list[float] = []
        self.errors: Counter[str] = Counter()
        self._lock = Lock()

    def note(self, connecting: float, rounds: list[float], error: str) -> None:
        """Take what one of them has to say at its end."""
        with self._lock:
            self.connecting.append(connecting)
            self.rounds += rounds
            if error:
                self.errors[error] += 1


def _be_a_kiosk(address: str, number: int, rounds: int, heard: _Heard) -> None:
    took: list[float] = []
    connecting, error, begun = 0.0, "", perf_counter()
    try:
        with closing(Database(address, PATIENCE_SECONDS)) as database:
            connecting = _since(begun)
            for count in range(rounds):
                begun = perf_counter()
                _go_round(database, f"{number}-{count}", f"kiosk {number}")
                took.append(_since(begun))
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is counted
        error = type(fault).__name__
    heard.note(connecting, took, error)


def _go_round(database: Database, event: str, name: str) -> None:
    """Look whether something has changed, and add one line to what kiosks have to tell."""
    with database.reading() as work:
        assert work.stamp
    with database.adding() as work:
        at = work.kiosks.clock(datetime.now(UTC))
        work.kiosks.add(name, [KioskEvent(event, at, KioskWord.STARTED)])
        work.commit()


def _since(begun: float) -> float:
    return round(1000 * (perf_counter() - begun), 1)


def main(address: str, first: int, kiosks: int, rounds: int) -> None:
    """Let them all begin at once, and tell what became of it."""
    heard = _Heard()
    threads = [
        Thread(target=_be_a_kiosk, args=(address, number, rounds, heard))
        for number in range(first, first + kiosks)
    ]
    sys.stdin.readline()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps({each: getattr(heard, each) for each in ("connecting", "rounds", "errors")}))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
