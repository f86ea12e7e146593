"""Many kiosks at once on one server: each a connection of its own, from one process.

``python -m support.many_kiosks ADDRESS FIRST KIOSKS ROUNDS``; when it has read a line, they begin,
and the answer is one line of JSON: ``{"connecting": [...], "rounds": [...], "errors": {...}}``, the
milliseconds that each connection and each round took, and the kinds of errors, counted.
"""

import json
import sys
from collections import Counter
from threading import Lock, Thread
from time import perf_counter

from sqlalchemy import Engine

from matcher.services.directory.watching import PATIENCE_SECONDS
from matcher.store.engine import open_engine
from matcher.store.location import locate

_LOOK = "SELECT token, change FROM directory_state"
_TELL = (
    "INSERT INTO kiosk_event (id, at, kiosk, what) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING"
)


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
    engine, took, error, begun = (
        open_engine(locate(address), PATIENCE_SECONDS),
        [],
        "",
        perf_counter(),
    )
    connecting = 0.0
    try:
        with engine.connect():
            connecting = _since(begun)
        for count in range(rounds):
            begun = perf_counter()
            _go_round(engine, f"{number}-{count}", f"kiosk {number}")
            took.append(_since(begun))
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is counted
        error = type(fault).__name__
    engine.dispose()
    heard.note(connecting, took, error)


def _go_round(engine: Engine, event: str, name: str) -> None:
    """Look whether something has changed, and add one line to what kiosks have to tell."""
    with engine.connect() as connection:
        connection.exec_driver_sql(_LOOK).one()
    driven = engine.raw_connection()
    try:
        driven.cursor().execute(_TELL, (event, "2026-11-23T10:00:00.000000+00:00", name, "started"))
        driven.commit()
    finally:
        driven.close()


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
