"""A kiosk whose sittings are gone through by themselves: a program for tests.

    python tests/support/driven_kiosk.py '{"folder": ..., "address": ..., "printers": ...}'

Its supervisor is the one of the program and knows nothing of it: what is put in the place of hands
comes in after a sitting has given up what it does not need, and is imported only there. With
``"is_open": true`` a sitting gives up nothing: what a test looks for has to be found then. With
``"is_bare": true`` sittings have no window: they say that they are there, keep a word in mind and
send it to the printer, so that there can be thousands of them. With ``"is_kept": true`` the
supervisor holds on to something of each. With ``"directory": ADDRESS`` sittings are given that
one, and not the invented one.
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
from ui.supervisor.heard_line import HeardLine  # noqa: E402
from ui.supervisor.words import LONGEST, Word, write  # noqa: E402

_OFTEN = 300
"""How often a word stands on the sheet of a sitting that has no window."""

_KEPT = 8 << 20
"""Bytes that a supervisor keeps of each sitting where it is to keep something."""


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
        _sit_bare(line, orders["address"], orders["printers"])

    kiosk_command._be_silent = be_silent_and_have_hands
    if orders.get("is_open"):
        kiosk_command.confine = lambda _parent: ()
    if orders.get("is_bare"):
        kiosk_command.sit = sit_bare
    if orders.get("is_kept"):
        _keep_something()
    directory = orders.get("directory", "")
    places = Places(Path(orders["folder"]), directory)
    return kiosk_command.run_kiosk(places, _settings, is_sample=not directory)


def _settings() -> Settings:
    # With fields for a person's own words: whatever is written in one could be kept.
    return Settings(is_kiosk=True, own_words=True)


def _sit_bare(line: Connection, address: str, printers: str) -> None:
    """Say all that a sitting says, at once, print, and wait to be ended."""
    from support.own_words import mark_of_many, words_of_this_process

    line.send_bytes(write(Word.READY))
    assert line.recv_bytes(LONGEST) == Word.SHOW.encode()
    (word,) = words_of_this_process(("word",), mark_of_many())
    with socket.socket(socket.AF_UNIX) as way:
        way.connect(address)
        for said in (Word.SHOWN, Word.ALIVE, Word.BEGUN, Word.SIGN):
            line.send_bytes(write(said))
        _print(word.encode() * _OFTEN, printers)
        told = {"pid": os.getpid(), "canaries": [word]}
        way.sendall(json.dumps(told).encode() + b"\n")
        way.shutdown(socket.SHUT_WR)
        if way.recv(1) == b"l":
            leaks = Path.home() / "leaks"
            leaks.mkdir(exist_ok=True)
            (leaks / f"{os.getpid()}").write_text(word)
        line.send_bytes(write(Word.ENDED))
        line.recv_bytes(LONGEST)


def _print(data: bytes, printers: str) -> None:
    """Send it through the pipe, to a printer that takes it and is silent."""
    from threading import Event

    from ui.lp_pipe import feed

    assert feed([f"{printers}/lp"], data, Event(), 20.0, {}) == ""


def _keep_something() -> None:
    """Let the supervisor hold on to the line of each sitting, and to much besides."""
    kept = []

    def close(line: HeardLine) -> None:
        kept.append((line, bytearray(b"k") * _KEPT))

    HeardLine.close = close  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
