"""A kiosk whose sittings are gone through by themselves: a program for tests.

    python tests/support/driven_kiosk.py '{"folder": ..., "address": ..., "printers": ...}'

Its supervisor is the one of the program and knows nothing of it: what is put in the place of hands
comes in after a sitting has given up what it does not need, and is imported only there. With
``"is_open": true`` a sitting gives up nothing: what a test looks for has to be found then. With
``"is_bare": true`` sittings have no window and only say that they are there: so that there can be
thousands of them.
"""

import json
import logging
import os
import socket
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(_ROOT), str(_ROOT / "tests")]

from matcher.bootstrap import Places  # noqa: E402
from ui import kiosk_command  # noqa: E402
from ui.settings import Settings  # noqa: E402
from ui.supervisor.words import LONGEST, Word, write  # noqa: E402


def main(orders: dict[str, Any]) -> int:
    """Run the kiosk until the system ends it."""
    logging.basicConfig(format="%(message)s")
    be_silent = kiosk_command._be_silent

    def be_silent_and_have_hands() -> None:
        be_silent()
        from support.driven_sitting import Orders, have_hands

        have_hands(Orders(orders["address"], orders["printers"]))

    def sit_bare(line: Connection, parent: int, _start: object) -> None:
        kiosk_command.confine(parent)
        be_silent()
        _sit_bare(line, orders["address"])

    kiosk_command._be_silent = be_silent_and_have_hands
    if orders.get("is_open"):
        kiosk_command.confine = lambda _parent: ()
    if orders.get("is_bare"):
        kiosk_command.sit = sit_bare
    return kiosk_command.run_kiosk(Places(Path(orders["folder"])), _settings, is_sample=True)


def _settings() -> Settings:
    # With fields for a person's own words: whatever is written in one could be kept.
    return Settings(is_kiosk=True, own_words=True)


def _sit_bare(line: Connection, address: str) -> None:
    """Say all that a sitting says, at once, and wait to be ended."""
    line.send_bytes(write(Word.READY))
    assert line.recv_bytes(LONGEST) == Word.SHOW.encode()
    with socket.socket(socket.AF_UNIX) as way:
        way.connect(address)
        for word in (Word.SHOWN, Word.ALIVE, Word.BEGUN, Word.SIGN):
            line.send_bytes(write(word))
        way.sendall(json.dumps({"pid": os.getpid()}).encode() + b"\n")
        way.shutdown(socket.SHUT_WR)
        way.recv(1)
        line.send_bytes(write(Word.ENDED))
        line.recv_bytes(LONGEST)


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
