"""What a kiosk has to tell of itself, kept on its own disk until the server has it."""

import json
import logging
import os
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from filelock import FileLock, Timeout

from matcher.directory.kiosk_event import KioskEvent, KioskWord
from matcher.whole_file import WholeFile

QUEUE = "kiosk-events.jsonl"
"""The file of the data folder: a line for each event."""

MOST_KEPT = 500
"""Events that wait at most: weeks, since a kiosk without its server has little to tell."""

_LOCK = f".{QUEUE}.lock"
_PATIENCE_SECONDS = 2.0
_FLAGS = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_ID = re.compile("[0-9a-f]{32}")
_KEYS = {"id", "at", "what"}

_log = logging.getLogger(__name__)


class EventQueue:
    """Takes events in, and lets them go once they are sent; several processes may have it.

    Parameters
    ----------
    folder
        The data folder of the kiosk.
    now
        Gives the moment.
    most
        How many wait at most; where there are more, the oldest go, and that is told.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        most: int = MOST_KEPT,
    ) -> None:
        self._path = folder / QUEUE
        self._now = now
        self._most = most

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits; asked often, so the file is not read."""
        try:
            return self._path.stat().st_size == 0
        except OSError:
            return True

    def tell(self, what: KioskWord, at: datetime | None = None) -> None:
        """Take an event in, as of now if not of a moment.

        What cannot be kept is left out: nothing waits for it.
        """
        event = KioskEvent(uuid4().hex, at or self._now(), KioskWord(what))
        try:
            with self._held():
                self._put(event)
        except (OSError, Timeout):
            _log.warning("what a kiosk has to tell could not be kept")

    def waiting(self) -> Sequence[KioskEvent]:
        """Return what waits, the oldest first; a line that is torn is left out."""
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:
            return ()
        return tuple(event for event in map(_read, lines) if event is not None)

    def take_out(self, events: Iterable[KioskEvent]) -> None:
        """Let go of what was sent, and of lines that are torn; killed before, it is sent once more.

        Raises
        ------
        OSError
            When the file cannot be written.
        Timeout
            When somebody else holds it for long.
        """
        sent = {event.id for event in events}
        with self._held():
            kept = [event for event in self.waiting() if event.id not in sent]
            self._keep(kept)

    def _held(self) -> FileLock:
        # A new one each time: one that was held before a fork is of no use behind it.
        lock = self._path.with_name(_LOCK)
        return FileLock(lock, timeout=_PATIENCE_SECONDS, mode=0o600)

    def _put(self, event: KioskEvent) -> None:
        waiting = self.waiting()
        if len(waiting) >= self._most:
            gone = waiting[: len(waiting) + 2 - self._most]
            left_out = KioskEvent(uuid4().hex, gone[-1].at, KioskWord.LOST)
            self._keep([left_out, *waiting[len(gone) :], event])
            return
        file = os.open(self._path, _FLAGS, 0o600)
        try:
            # A line that was torn when the power went must not take this one with it.
            os.write(file, (b"" if self._is_whole() else b"\n") + _written(event))
        finally:
            os.close(file)

    def _is_whole(self) -> bool:
        with self._path.open("rb") as file:
            with suppress(OSError):  # it is empty
                file.seek(-1, os.SEEK_END)
            return file.read() in {b"", b"\n"}

    def _keep(self, events: Collection[KioskEvent]) -> None:
        if not events:
            self._path.unlink(missing_ok=True)
            return
        with WholeFile(self._path.parent, partial(_write, events=events)) as file:
            file.replace(self._path)


def _write(file: BinaryIO, events: Iterable[KioskEvent]) -> None:
    file.writelines(map(_written, events))


def _written(event: KioskEvent) -> bytes:
    at = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps({"id": event.id, "at": at, "what": event.what.value}).encode() + b"\n"


def _read(line: bytes) -> KioskEvent | None:
    try:
        said = json.loads(line)
        if said.keys() != _KEYS or not _ID.fullmatch(said["id"]):
            return None
        at = datetime.fromisoformat(said["at"])
        return KioskEvent(said["id"], at.astimezone(UTC), KioskWord(said["what"]))
    except (ValueError, TypeError, AttributeError, OverflowError):
        return None
