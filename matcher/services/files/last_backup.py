"""When a directory was last saved, and where to: noted beside it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from matcher.errors import OutputError
from matcher.services.files.output_file import OutputKind, write_file

_FORMAT = "rapport-last-backup/1"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The newest copy.

    Attributes
    ----------
    path
        Where it was written; it may have been moved since.
    at
        When, with a time zone.
    profiles
        How many profiles it holds.
    """

    path: Path
    at: datetime
    profiles: int


def note_backup(own: Path, last: LastBackup) -> None:
    """Note beside a directory's database that a copy was made.

    Where that cannot be written nothing is noted: the copy is good all the same.
    """
    note = {
        "format": _FORMAT,
        "file": str(last.path),
        "at": last.at.isoformat(timespec="seconds"),
        "profiles": last.profiles,
    }
    kind = OutputKind(_beside(own).name, b'{"format"')
    with suppress(OutputError):
        write_file(_beside(own), (json.dumps(note, ensure_ascii=False) + "\n").encode(), kind)


def last_backup(own: Path) -> LastBackup | None:
    """Return what was noted; ``None`` where nothing was, or nothing that can be read."""
    try:
        note = json.loads(_beside(own).read_text(encoding="utf-8"))
        at = datetime.fromisoformat(note["at"]).astimezone()
        return LastBackup(Path(note["file"]), at, int(note["profiles"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None


def _beside(own: Path) -> Path:
    return own.with_name(f"{own.stem}-last-backup.json")
