"""What a kiosk tells of itself: words of a closed list, and nothing of who sat there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class KioskWord(StrEnum):
    """All that a kiosk can tell.

    Attributes
    ----------
    STARTED
        It began.
    ENDED_BY_STAFF, ENDED
        Staff ended it; the system did, or its screen was gone.
    STAFF
        Somebody came in with the PIN, or by name.
    COPIED, CURRENT
        A new copy of the directory is in place; the copy was looked at and is of the newest state.
    WAITS
        Something newer is on the server, and for an hour by now no copy of it could be made.
    AWAY, BACK
        Nothing comes from the server, for a minute by now; something does again.
    EARLY
        Several sittings in a row ended before they were of use to anybody.
    LOST
        There was no room for all it had to tell: the oldest is left out.
    """

    STARTED = "started"
    ENDED_BY_STAFF = "ended_by_staff"
    ENDED = "ended"
    STAFF = "staff_came_in"
    COPIED = "new_copy"
    CURRENT = "copy_is_current"
    WAITS = "waits_for_newest"
    AWAY = "server_away"
    BACK = "server_back"
    EARLY = "sittings_ended_early"
    LOST = "some_left_out"


ENDINGS = frozenset({KioskWord.ENDED_BY_STAFF, KioskWord.ENDED})
"""After these nobody sits there until it has begun again."""

OF_COPIES = frozenset({KioskWord.COPIED, KioskWord.CURRENT})
"""When a kiosk tells one of these, its copy is of the newest state."""


@dataclass(frozen=True, slots=True)
class KioskEvent:
    """Something a kiosk tells of itself.

    Attributes
    ----------
    id
        Drawn by the kiosk: what it sends twice is known by it.
    at
        When, in UTC by the kiosk's own clock.
    """

    id: str
    at: datetime
    what: KioskWord


@dataclass(frozen=True, slots=True)
class KioskStanding:
    """What is known of a kiosk.

    Attributes
    ----------
    name
        As it is set there.
    heard_at
        Of when the last is that it told.
    current_at
        When its copy was last of the newest state; ``None`` when it never told.
    last, last_at
        What it told last, but that its copy is current, and when; ``None`` when nothing else.
    waits_since
        Since when it waits for the newest state; ``None`` when it did not tell that it does.
    """

    name: str
    heard_at: datetime
    current_at: datetime | None = None
    last: KioskWord | None = None
    last_at: datetime | None = None
    waits_since: datetime | None = None

    @property
    def has_ended(self) -> bool:
        """Whether it was ended, and did not begin again."""
        return self.last in ENDINGS
