"""Read files in a process of its own, which may use little and can be stopped at any moment."""

import json
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path

import matcher
from matcher.errors import ImportFileError, Message
from matcher.importers.portion import Portion
from matcher.importers.portion_json import PortionError, read_messages, read_portion
from matcher.importers.process_limits import MEMORY_MB
from matcher.importers.reading_child import MEMORY, main
from matcher.importers.reading_order import Glance, ReadingOrder, write_order
from matcher.importers.table_look import ROWS_LOOKED_AT, TableLook, read_look

READ = "--read-for-import"
"""The word by which the frozen program is told to be the process that reads."""

_log = logging.getLogger(__name__)

_BEAT = 0.1
_FAREWELL = 5
_PATIENCE = 2
"""How many times the time on the processor somebody waits, on a machine that has more to do."""
_LINES_AHEAD = 8
_LONGEST_LINE = 64 * 1024 * 1024
_ENVIRONMENT = ("LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT")
"""What the process must know: how file names are written, and where Windows lies."""

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from matcher.importers.reading_child import main; sys.exit(main())"
)


def read_for_another() -> int:
    """Be the process of its own; return its exit code."""
    return main()


def read_limited(order: ReadingOrder) -> Generator[Portion]:
    """Read in a process of its own.

    Yields
    ------
    Portion
        What was read, and an empty one now and then while nothing comes. Closing the generator
        ends the process.

    Raises
    ------
    ImportFileError
        When a file cannot be read on, or the process was stopped or could not be started.
    """
    reading = _Reading(order)
    try:
        yield from reading.portions()
    finally:
        reading.end()


def look_limited(path: Path, sheet: str = "", most_rows: int = ROWS_LOOKED_AT) -> TableLook:
    """Look at a list in a process of its own, as `matcher.importers.table_look.look_at` does here.

    Raises
    ------
    ImportFileError
        When it cannot be read, is a list of clients, or the process was stopped or could not be
        started.
    """
    reading = _Reading(ReadingOrder((path,), glance=Glance(sheet, most_rows)))
    try:
        for _ in reading.portions():
            pass
        return reading.look()
    finally:
        reading.end()


class _Reading:
    """A process that reads, and the thread that listens to it."""

    def __init__(self, order: ReadingOrder) -> None:
        self._file = order.file
        self._look: TableLook | None = None
        self._lines: queue.Queue[bytes] = queue.Queue(_LINES_AHEAD)
        try:
            self._process = _started()
        except OSError as error:
            _log.info("no process could be started to read a file: error %s", error.errno)
            raise self._stopped("not_started") from None
        self._listener = threading.Thread(target=self._listen, daemon=True)
        try:
            self._listener.start()
        except RuntimeError:
            _log.info("no thread could be started to listen to a process that reads")
            with self._process:
                self._process.kill()
            raise self._stopped("not_started") from None
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin as orders:
            orders.write(write_order(order))

    def portions(self) -> Iterator[Portion]:
        """Yield what the process says until it has no more to say."""
        seconds: int | None = None
        waited = 0.0
        while True:
            began = time.monotonic()
            line = self._next_line()
            waited += time.monotonic() - began
            if seconds is not None and waited > _PATIENCE * seconds:
                raise self._stopped("slow")
            if line is None:
                yield Portion()
                continue
            match self._understood(line):
                case "seconds", int() | None as seconds:
                    waited = 0.0
                case "portion", Portion() as portion:
                    yield portion
                case "look", TableLook() as look:
                    self._look = look
                case _:
                    return

    def look(self) -> TableLook:
        """Return what the process saw, when that was what it was told to do."""
        if self._look is None:
            raise self._stopped("broken")
        return self._look

    def end(self) -> None:
        """Stop the process, whatever it does, and leave nothing of it behind."""
        self._process.kill()
        while self._lines.get():
            pass
        self._listener.join()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process.wait()

    def _listen(self) -> None:
        """Take over lines as they come; an empty one is the last."""
        assert self._process.stdout is not None
        try:
            while line := self._process.stdout.readline(_LONGEST_LINE):
                self._lines.put(line)
        finally:
            self._lines.put(b"")

    def _next_line(self) -> bytes | None:
        try:
            line = self._lines.get(timeout=_BEAT)
        except queue.Empty:
            return None
        if not line:
            self._lines.put(line)  # for `end`
        return line

    def _understood(self, line: bytes) -> tuple[str, object]:
        """Return what a line is called and says; raise what it says went wrong."""
        if not line:
            raise self._died()
        try:
            ((name, said),) = json.loads(line).items()
            if name == "portion":
                return name, read_portion(said)
            if name == "look":
                return name, read_look(said)
            messages = read_messages(said) if name == "unreadable" else ()
        except (AttributeError, PortionError, RecursionError, ValueError):
            raise self._stopped("broken") from None
        if messages:
            raise ImportFileError(*messages)
        if name == "stopped":
            is_memory = said == MEMORY
            _log.info("reading a file ended, for want of memory: %s", is_memory)
            raise self._stopped("memory" if is_memory else "broken")
        return name, said

    def _died(self) -> ImportFileError:
        """Return what to say of a process that ended without a word."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_FAREWELL)
        code = self._process.returncode or 0
        _log.info("the process that read a file ended with %d", code)
        return self._stopped("slow" if code == -getattr(signal, "SIGXCPU", 0) else "broken")

    def _stopped(self, why: str) -> ImportFileError:
        return ImportFileError(
            Message(f"error.import.reading.{why}", file=self._file, limit=MEMORY_MB)
        )


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - this program itself
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ]
    known = [str(Path(matcher.__file__).parents[1]), *filter(None, sys.path)]
    flags = ["-I", "-S", "-B", *(["-X", "utf8"] if sys.flags.utf8_mode else [])]
    return [sys.executable, *flags, "-c", _PROGRAM, *known]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    # Each further thread of a library that counts takes memory, and none has to count.
    return kept | {"OPENBLAS_NUM_THREADS": "1"}
