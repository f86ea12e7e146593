"""Since when a kiosk waits for the newest state of the directory; nothing else is known of it."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

SITTINGS = "sittings"
"""The folder of the data folder in which the directory is made ready for sittings."""

_NOTE = "directory.waiting"


def begin_waiting(folder: Path) -> None:
    """Note that a newer state is wanted, unless it is; an empty file fits on a full disk."""
    with suppress(OSError):
        (folder / _NOTE).touch(mode=0o600, exist_ok=False)


def end_waiting(folder: Path) -> None:
    """Note that sittings have the newest state."""
    (folder / _NOTE).unlink(missing_ok=True)


def waits_since(folder: Path) -> datetime | None:
    """Return since when the newest state is waited for; ``None`` when it is there."""
    try:
        noted = (folder / _NOTE).stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(noted).astimezone()
