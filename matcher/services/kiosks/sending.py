"""What waits on a kiosk's disk goes to the server: all of it, once, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from matcher.services.kiosks.event_queue import EventQueue

if TYPE_CHECKING:
    from matcher.store import Database


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
            work.kiosks.add(kiosk, events)
            work.commit()
    queue.take_out(events)


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
