"""Where a directory is made ready for a kiosk, and since when its newest state is waited for."""

import os
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from matcher.directory.copy_file import COPY, large_files
from matcher.directory.directory_place import place_of

_SITTINGS = "sittings"
_SAMPLE = "sample"
PREPARING = "directory.lock"
"""Held by who makes it ready."""

_NOTE = "directory.waiting"
CURRENT_NOTE, TOLD_NOTE = "directory.current", "directory.told"
"""Dated when the copy was last found to be of the newest state, and when the kiosk told it."""

UNREACHED_NOTE = "directory.unreached"
"""There while nothing comes from the server, dated since when."""

_FULL_NOTE = "directory.full"
"""There where the last try to make the newest state ready found no room."""

_NOTES = (_NOTE, CURRENT_NOTE, TOLD_NOTE, UNREACHED_NOTE, _FULL_NOTE)
_MADE = (COPY, PREPARING, *_NOTES, ".directory.*.new", ".*.part")
"""All that is ever made there beside the large files; a name may have a part that changes."""

_OF_AN_ADDRESS = "[0-9a-f]" * 16


def sittings_folder(data_dir: Path, address: str, *, is_sample: bool = False) -> Path:
    """Return where the directory of an address is made ready for sittings.

    Each has a folder of its own, and so has the invented one: where one cannot be made ready, what
    was left of another is not taken for it. Who comes there, and with what password, changes
    nothing.
    """
    name = _SAMPLE if is_sample else sha256(place_of(address).encode()).hexdigest()[:16]
    return data_dir / _SITTINGS / name


def forget_others(data_dir: Path, address: str) -> None:
    """Delete what was made ready of other directories: it may hold people who were taken out since.

    The invented one stays. So does whatever was not made here, and what cannot be deleted.
    """
    sittings = data_dir / _SITTINGS
    own = sittings_folder(data_dir, address)
    others = [folder for folder in sittings.glob(_OF_AN_ADDRESS) if folder != own]
    for folder in (sittings, *others):
        small = [path for name in _MADE for path in folder.glob(name)]
        for path in [*small, *large_files(folder)]:
            with suppress(OSError):
                path.unlink()
    for folder in others:
        with suppress(OSError):
            folder.rmdir()


def has_run_in(folder: Path) -> bool:
    """Tell whether the directory was ever made ready there."""
    try:
        return (folder / COPY).is_file() or any(large_files(folder))
    except OSError:
        return False


def begin_waiting(folder: Path, at: datetime | None = None) -> None:
    """Note that a newer state is wanted, unless it is; an empty file fits on a full disk.

    Parameters
    ----------
    at
        Since when, if not since now.
    """
    with suppress(OSError):
        (folder / _NOTE).touch(mode=0o600, exist_ok=False)
        if at is not None:
            os.utime(folder / _NOTE, (at.timestamp(), at.timestamp()))


def end_waiting(folder: Path) -> None:
    """Note that sittings have the newest state."""
    (folder / _NOTE).unlink(missing_ok=True)
    (folder / _FULL_NOTE).unlink(missing_ok=True)


def note_room(folder: Path, *, is_full: bool) -> None:
    """Note whether it was for want of room that the newest state was not made ready."""
    with suppress(OSError):
        if is_full:
            (folder / _FULL_NOTE).touch(mode=0o600)
        else:
            (folder / _FULL_NOTE).unlink(missing_ok=True)


def had_no_room(folder: Path) -> bool:
    """Tell whether the newest state is waited for, and the last try found no room."""
    return waits_since(folder) is not None and (folder / _FULL_NOTE).exists()


def waits_since(folder: Path) -> datetime | None:
    """Return since when the newest state is waited for; ``None`` when it is there."""
    try:
        noted = (folder / _NOTE).stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(noted).astimezone()
