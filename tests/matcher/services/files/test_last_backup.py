from datetime import UTC, datetime
from pathlib import Path

import pytest

from matcher.services.files.last_backup import LastBackup, last_backup, note_backup

_LAST = LastBackup(Path("/media/stick/ñ.sqlite"), datetime(2026, 11, 22, 14, 5, tzinfo=UTC), 60)


def test_note_when_made_then_it_is_read_again_and_lies_beside(tmp_path: Path) -> None:
    own = tmp_path / "directory.sqlite"

    note_backup(own, LastBackup(tmp_path / "old.sqlite", _LAST.at, 1))
    note_backup(own, _LAST)

    assert last_backup(own) == _LAST
    assert [path.name for path in tmp_path.iterdir()] == ["directory-last-backup.json"]


@pytest.mark.parametrize(
    "note",
    ["", "{", "[]", "{}", '{"file": "a", "at": "then", "profiles": 1}', "[" * 10_000,
     '{"file": 1, "at": "2026-11-22T14:05:00+00:00", "profiles": 1}'],
    ids=["empty", "half", "list", "nothing", "no time", "deep", "no file"],
)  # fmt: skip
def test_note_when_it_cannot_be_read_then_there_is_none(note: str, tmp_path: Path) -> None:
    (tmp_path / "directory-last-backup.json").write_text(note)

    assert last_backup(tmp_path / "directory.sqlite") is None


def test_note_when_it_cannot_be_written_then_nothing_is_said(tmp_path: Path) -> None:
    note_backup(tmp_path / "none" / "directory.sqlite", _LAST)

    assert last_backup(tmp_path / "none" / "directory.sqlite") is None
