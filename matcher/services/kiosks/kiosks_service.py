"""What kiosks elsewhere told of themselves, for staff."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from matcher.directory.kiosk_event import KioskStanding
from matcher.services.kiosks.copy_standing import is_old
from matcher.services.kiosks.kiosk_name import readable_name
from matcher.services.kiosks.sending import CLOCKS_APART

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService

QUIET_AFTER = timedelta(days=1)
"""A kiosk that runs tells something every hour; without a word for so long, it is looked after."""

FORGOTTEN_AFTER = timedelta(days=90)
"""A kiosk that told nothing for so long is taken for one that is no more."""

_AHEAD = timedelta(days=1)
"""How far a kiosk's clock may be ahead; what is of later would hide all that comes after it."""


class KiosksService:
    """The kiosks of a directory on a server.

    Parameters
    ----------
    directory
        The directory in the database.
    now
        Gives the moment.
    """

    def __init__(
        self,
        directory: DirectoryService,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._directory = directory
        self._now = now

    def standing(self) -> Sequence[KioskStanding]:
        """Return what is known of each kiosk, by name; nothing where none ever told anything.

        A kiosk that asks may not know of others.

        Raises
        ------
        StoreError
            When the directory cannot be read.
        """
        if not self._directory.exists:
            return ()
        database = self._directory.database()
        if database.location.is_for_kiosks:
            return ()
        with database.reading() as work:
            own = self._now()
            now = work.kiosks.clock(own)  # by which kiosks that are wrong are put right
            found = work.kiosks.standing(now - FORGOTTEN_AFTER, now + _AHEAD)
        ahead = now - own if abs(now - own) >= CLOCKS_APART else timedelta(0)
        return tuple(_as_seen_here(each, ahead) for each in found)


def _as_seen_here(kiosk: KioskStanding, ahead: timedelta) -> KioskStanding:
    """Return it by this computer's clock, which the server's is ahead of."""
    return replace(
        kiosk,
        name=readable_name(kiosk.name),
        heard_at=kiosk.heard_at - ahead,
        current_at=kiosk.current_at and kiosk.current_at - ahead,
        last_at=kiosk.last_at and kiosk.last_at - ahead,
        waits_since=kiosk.waits_since and kiosk.waits_since - ahead,
    )


def is_quiet(kiosk: KioskStanding, now: datetime) -> bool:
    """Tell whether a kiosk that was not ended has told nothing for long."""
    return not kiosk.has_ended and now - kiosk.heard_at >= QUIET_AFTER


def has_old_copy(kiosk: KioskStanding, now: datetime) -> bool:
    """Tell whether clients of a kiosk that was not ended see an old list."""
    return not kiosk.has_ended and is_old(kiosk.current_at, now)


def is_behind(kiosk: KioskStanding, now: datetime) -> bool:
    """Tell whether one told that it waits for the newest list, and nothing worse is known."""
    if kiosk.has_ended or is_quiet(kiosk, now) or has_old_copy(kiosk, now):
        return False
    return kiosk.waits_since is not None
