"""Kiosks that told something, as staff find it on the server."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from matcher.directory.kiosk_event import KioskEvent, KioskWord
from matcher.services.directory.stored_directory import DirectoryService

Told = Mapping[str, Sequence[tuple[float, KioskWord]]]
"""By the name of each kiosk, how many days ago it told what."""


def tell_of_kiosks(directory: DirectoryService, told: Told, now: datetime | None = None) -> None:
    """Let kiosks have told it."""
    moment = now or datetime.now(UTC)
    with directory.database().adding() as work:
        for kiosk, events in told.items():
            for days, what in events:
                event = KioskEvent(uuid4().hex, moment - timedelta(days=days), what)
                work.kiosks.add(kiosk, [event])
        work.commit()
