"""Gives a program what it is to read through a pipe, and ends it when it takes too long."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from selectors import EVENT_WRITE, SelectSelector
from threading import Event
from time import monotonic

_STEP = 0.05
"""Seconds between two looks at whether it should stop."""

_LAST = 1024
"""Bytes kept back to the end: without them the pages are not whole, and nothing is printed."""

_CHUNK = 1 << 16


class GoneError(Exception):
    """A program was not there, or took too long, or ended badly.

    Attributes
    ----------
    is_through
        Whether it may have done what it was to do all the same.
    """

    def __init__(self, *, is_through: bool = False) -> None:
        super().__init__()
        self.is_through = is_through


def feed(
    command: Sequence[str],
    data: bytes,
    stop: Event,
    patience: float,
    environment: Mapping[str, str],
) -> str | None:
    """Let a program read `data`, and return what it said; ``None`` when it was stopped before.

    Parameters
    ----------
    stop
        Once set, the program is ended, also while it is waited for what it says.
    patience
        Seconds until it is ended anyway.

    Raises
    ------
    GoneError
        When it does not come to a good end, or was stopped when it had been given everything.
    """
    try:
        program = subprocess.Popen(  # noqa: S603 - a whole path, and words of our own
            command,
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
    except OSError:
        raise GoneError from None
    deadline = monotonic() + patience
    with program:
        try:
            if not _pour(program, data, stop, deadline):
                return None
            return _hear_out(program, stop, deadline)
        finally:
            program.kill()


def _pour(program: subprocess.Popen[bytes], data: bytes, stop: Event, deadline: float) -> bool:
    """Write all of `data`, and tell whether that was still wanted."""
    assert program.stdin is not None
    pipe = program.stdin.fileno()
    os.set_blocking(pipe, False)
    rest, kept = memoryview(data)[:-_LAST], memoryview(data)[-_LAST:]
    with SelectSelector() as room:
        room.register(pipe, EVENT_WRITE)
        while rest or kept:
            if stop.is_set():
                return False
            if monotonic() > deadline:
                raise GoneError
            if not rest:
                rest, kept = kept, kept[:0]
            if room.select(_STEP):
                rest = rest[_write(pipe, rest) :]
    program.stdin.close()
    program.stdin = None
    return True


def _write(pipe: int, some: memoryview) -> int:
    try:
        return os.write(pipe, some[:_CHUNK])
    except BlockingIOError:
        return 0
    except OSError:
        raise GoneError from None


def _hear_out(program: subprocess.Popen[bytes], stop: Event, deadline: float) -> str:
    said: bytes | None = None
    while said is None:
        try:
            said, _ = program.communicate(timeout=_STEP)
        except subprocess.TimeoutExpired:
            if stop.is_set() or monotonic() > deadline:
                raise GoneError(is_through=True) from None
    if program.returncode:
        # A program that says no has taken nothing; one that was ended may have taken all.
        raise GoneError(is_through=program.returncode < 0)
    return said.decode("utf-8", "replace")
