"""What waits on a kiosk's disk goes to the server: all of it, once, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from matcher.directory.kiosk_event import KioskEvent
from matcher.services.kiosks.event_queue import EventQueue

if TYPE_CHECKING:
    from matcher.store import Database

CLOCKS_APART = timedelta(hours=1)
"""Where the clock of a kiosk is that far from the server's, it is wrong, and the server's holds."""


def send(queue: EventQueue, database: Database, kiosk: str) -> None:
    """Send what waits; what the server does not take waits on.

    Parameters
    ----------
    kiosk
        What it is called.

    Raises
    ------
    StoreError
        When the server is away, or does not take it.
    OSError
        When it was sent and could not be taken out: it is sent again, and is there once.
    """
    if queue.is_empty:
        return
    events = queue.waiting()
    if events:
        with database.adding() as work:
            now = datetime.now(UTC)
            work.kiosks.add(kiosk, _by_clock(work.kiosks.clock(now) - now, events))
            work.commit()
    queue.take_out(events)


def _by_clock(ahead: timedelta, events: Sequence[KioskEvent]) -> Sequence[KioskEvent]:
    """Return events as of when they were by a clock that is so far ahead of this computer's."""
    if abs(ahead) < CLOCKS_APART:
        return events
    return [_moved(event, ahead) for event in events]


def _moved(event: KioskEvent, ahead: timedelta) -> KioskEvent:
    try:
        return replace(event, at=event.at + ahead)
    except OverflowError:  # told by a clock that was wrong in another way
        return event


def send_last(queue: EventQueue, address: str, kiosk: Callable[[], str], patience: float) -> None:
    """Do so once more at the end, on a connection of its own; as in `send`.

    Parameters
    ----------
    patience
        Seconds, above none, after which an answer is no longer waited for: each by itself, so that
        adding and making it last may take twice as long. To connect has its own end.
    """
    from matcher.store import Database

    if not queue.is_empty:
        with closing(Database(address, patience)) as database:
            send(queue, database, kiosk())
