"""The process that reads files for another one: little memory, no writing, JSON lines out.

Each line is an object with one name: ``seconds`` first, then any number of ``portion`` (or the one
``look`` that was ordered), and one of ``end``, ``unreadable`` and ``stopped`` last.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from matcher.errors import ImportFileError
from matcher.importers.portion_json import write_messages, write_portion
from matcher.importers.process_limits import limit_this_process
from matcher.importers.reading_order import ReadingOrder, read_here, read_order
from matcher.importers.table_look import look_at, write_look

MEMORY = "memory"


def main() -> int:
    """Read what standard input orders, and write to standard output what came of it."""
    # Ctrl+C reaches both processes; what it means is for the other one to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ordered = sys.stdin.buffer.read()
    if not ordered:  # somebody typed the word
        return 2
    order = read_order(ordered)
    with _own_output() as lines:
        _answer(order, lines)
    return 0


def _own_output() -> BinaryIO:
    """Return standard output, and lead elsewhere what anybody else might print there."""
    lines = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return lines


def _answer(order: ReadingOrder, lines: BinaryIO) -> None:
    def say(**line: object) -> None:
        lines.write(json.dumps(line).encode() + b"\n")
        lines.flush()

    seconds = order.seconds()
    limit_this_process(seconds)
    try:
        say(seconds=seconds)
        # What a reader held is let go of before the last line takes memory again.
        say(**_read(order, say))
    except BrokenPipeError:
        # Nobody listens any more. Closing the pipe would try once more to write.
        os._exit(1)


def _read(order: ReadingOrder, say: Callable[..., None]) -> dict[str, object]:
    """Say each portion, and return the last line."""
    try:
        if order.glance is not None:
            say(look=write_look(look_at(order.paths[0], *order.glance)))
            return {"end": True}
        for portion in read_here(order):
            say(portion=write_portion(portion))
    except ImportFileError as error:
        return {"unreadable": write_messages(error.messages)}
    except MemoryError:
        return {"stopped": MEMORY}
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the other process must hear of it
        # Only the kind: its text could hold what a stranger wrote.
        return {"stopped": type(error).__name__}
    return {"end": True}
