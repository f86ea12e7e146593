"""What a kiosk's watcher makes known: to staff here, and on the server to staff elsewhere."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from filelock import Timeout

from matcher.directory.kiosk_event import KioskWord
from matcher.errors import MatcherError
from matcher.services.directory.watching import Witness
from matcher.services.kiosks.copy_standing import CopyDates
from matcher.services.kiosks.event_queue import EventQueue
from matcher.services.kiosks.sending import send
from matcher.trace import kind_of

if TYPE_CHECKING:
    from matcher.store import Database

UNREACHED_AFTER_SECONDS = 60.0
"""Seconds without an answer until it is told."""

TRIED_AGAIN_AFTER_SECONDS = 60.0
"""Seconds until what the server did not take is sent again."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Clocks:
    """What a report goes by.

    Attributes
    ----------
    now
        Gives the moment, by the computer's date.
    seconds
        Gives seconds since some moment, whatever is done to that date.
    """

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: Callable[[], float] = monotonic


class KioskReport(Witness):
    """Notes how old the copy is, and sends what waits, each time the server answers.

    Parameters
    ----------
    queue
        What the kiosk has to tell.
    notes
        Beside the copy.
    kiosk
        Gives what the kiosk is called.
    alive
        Called at each look.
    clocks
        What it goes by.
    """

    def __init__(
        self,
        queue: EventQueue,
        notes: CopyDates,
        kiosk: Callable[[], str],
        alive: Callable[[], None] = lambda: None,
        clocks: Clocks | None = None,
    ) -> None:
        self._queue = queue
        self._notes = notes
        self._kiosk = kiosk
        self._alive = alive
        self._clocks = clocks or Clocks()
        self._unreached_from: float | None = None
        self._sends_from = self._clocks.seconds()

    def look(self) -> None:
        """Say that nothing hangs."""
        self._alive()

    def answered(self, database: Database, *, is_newest: bool) -> None:
        """Note it, and send what waits."""
        self._unreached_from = None
        if self._notes.is_unreached:
            self._notes.note_reached()
            self._queue.tell(KioskWord.BACK)
        now = self._clocks.now()
        if is_newest:
            if self._notes.note_current(now):
                self._queue.tell(KioskWord.CURRENT)
        elif as_of := self._notes.note_behind(now):
            self._queue.tell(KioskWord.WAITS, as_of)
        if not self._queue.is_empty and self._clocks.seconds() >= self._sends_from:
            self._send(database)

    def unreached(self) -> None:
        """Tell it when it has lasted for a while."""
        seconds = self._clocks.seconds()
        if self._unreached_from is None:
            self._unreached_from = seconds
        lasted = seconds - self._unreached_from
        if lasted >= UNREACHED_AFTER_SECONDS and not self._notes.is_unreached:
            self._notes.note_unreached(self._clocks.now() - timedelta(seconds=lasted))
            self._queue.tell(KioskWord.AWAY)

    def _send(self, database: Database) -> None:
        try:
            send(self._queue, database, self._kiosk())
        except (MatcherError, OSError, Timeout) as error:
            # Whoever is called otherwise on the server may not add there; all else goes on.
            self._sends_from = self._clocks.seconds() + TRIED_AGAIN_AFTER_SECONDS
            _log.info("what a kiosk has to tell was not taken: %s", kind_of(error))
