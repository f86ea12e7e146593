"""How old the copy is that clients of a kiosk see, as its watcher notes it beside the copy."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from matcher.directory.copy_file import COPY
from matcher.kiosk_lock import kiosk_runs_in
from matcher.services.directory.waiting import (
    CURRENT_NOTE,
    TOLD_NOTE,
    UNREACHED_NOTE,
    begin_waiting,
    end_waiting,
    had_no_room,
    sittings_folder,
    waits_since,
)

OLD_AFTER = timedelta(days=14)
"""Age of a copy from which staff is told to look after it."""

NOTED_EVERY = timedelta(minutes=1)
"""How often it is noted that a copy is of the newest state."""

TOLD_EVERY = timedelta(hours=1)
"""How often a kiosk tells it, or that it waits for a newer one."""


@dataclass(frozen=True, slots=True)
class CopyStanding:
    """What clients of this computer's kiosk see; as it is made where none runs.

    Attributes
    ----------
    current_at
        When the copy was last found to be of the newest state, of a directory on a server.
    unreached_since
        Since when nothing comes from the server, if so.
    waits_since
        Since when a newer state is known and could not be made ready, if so.
    had_no_room
        Whether that was for want of room on the disk.
    """

    current_at: datetime | None = None
    unreached_since: datetime | None = None
    waits_since: datetime | None = None
    had_no_room: bool = False

    @property
    def as_of(self) -> datetime | None:
        """When clients last saw the newest state there was; ``None`` where that is not known."""
        known = [at for at in (self.current_at, self.waits_since) if at is not None]
        return min(known, default=None)

    @property
    def why_waiting(self) -> str:
        """The words for it, below ``doctor.kiosk_state``."""
        return "full" if self.had_no_room else "waits"


def is_old(as_of: datetime | None, now: datetime) -> bool:
    """Tell whether staff should look after a copy; one of a time to come is not."""
    return as_of is not None and now - as_of >= OLD_AFTER


def copy_standing(data_dir: Path, address: str) -> CopyStanding:
    """Return what clients of this computer's kiosk see; what one that ended left is nobody's."""
    folder = sittings_folder(data_dir, address)
    notes = (folder / CURRENT_NOTE, folder / UNREACHED_NOTE)
    current, unreached = map(_noted, notes)
    found = CopyStanding(current, unreached, waits_since(folder), had_no_room(folder))
    return found if found != CopyStanding() and kiosk_runs_in(data_dir) else CopyStanding()


class CopyDates:
    """What a watcher notes beside the copy: files without anything in them, dated.

    What cannot be written is left out in silence: a full disk stops no kiosk, and an old date makes
    staff look after it.

    Parameters
    ----------
    folder
        Of the copy.
    """

    def __init__(self, folder: Path) -> None:
        self._current = folder / CURRENT_NOTE
        self._told = folder / TOLD_NOTE
        self._unreached = folder / UNREACHED_NOTE
        self._folder = folder

    @property
    def is_unreached(self) -> bool:
        """Whether it is noted that nothing comes from the server."""
        return self._unreached.exists()

    def note_current(self, now: datetime) -> bool:
        """Note that the copy is of the newest state; return whether it is time to tell so.

        Nothing newer is waited for then, whatever a try that failed left noted.
        """
        told, since = _noted(self._told), waits_since(self._folder)
        is_to_tell = _is_due(told, now, TOLD_EVERY) or _is_told(told, since)
        with suppress(OSError):
            end_waiting(self._folder)
        if _is_due(_noted(self._current), now, NOTED_EVERY):
            _note(self._current, now)
        if is_to_tell:
            _note(self._told, now)
        return is_to_tell

    def note_behind(self, now: datetime) -> datetime | None:
        """Note that a newer state is known; that stays until the copy is of the newest.

        Returns
        -------
        datetime | None
            As of when it is time to tell so: after an hour, as of when it began, and every hour.
        """
        told, since = _noted(self._told), waits_since(self._folder)
        begin_waiting(self._folder, now)
        is_time = _is_due(told, now, TOLD_EVERY) and _is_due(since, now, TOLD_EVERY)
        if since is None or not is_time:
            return None
        _note(self._told, now)
        return now if _is_told(told, since) else min(since, now)

    def note_unreached(self, since: datetime) -> None:
        """Note since when nothing comes from the server."""
        _note(self._unreached, since)

    def note_reached(self) -> None:
        """Note that something comes from it."""
        with suppress(OSError):
            self._unreached.unlink(missing_ok=True)


def copy_mark(folder: Path) -> tuple[int, int] | None:
    """Return what tells one copy in a folder from the next; ``None`` for none."""
    try:
        state = (folder / COPY).stat()
    except OSError:
        return None
    return state.st_ino, state.st_mtime_ns


def _is_told(told: datetime | None, since: datetime | None) -> bool:
    """Tell whether the last that was told is that a newer state is waited for."""
    return told is not None and since is not None and told >= since


def _is_due(noted: datetime | None, now: datetime, every: timedelta) -> bool:
    """Tell whether it is time to note something again, as also where the clock was set back."""
    return noted is None or not timedelta(0) <= now - noted < every


def _note(note: Path, at: datetime) -> None:
    with suppress(OSError):
        note.touch(mode=0o600)
        os.utime(note, (at.timestamp(), at.timestamp()))


def _noted(note: Path) -> datetime | None:
    try:
        noted = note.stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(noted, UTC).astimezone()
