"""Numbers of acts, over the copy of another directory that was put back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kept_directories import kept_directory

from matcher.directory.trail import Deed, DeedKind
from matcher.errors import StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.backup import BackupService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.history import HistoryService


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    folder = tmp_path / "own"
    folder.mkdir()
    with closing(kept_directory(folder, [make_statement("p-1", city="Aue")])) as directory:
        yield directory


def _add(directory: DirectoryService, profile_id: str) -> None:
    with directory.changing() as work:
        work.profiles.apply([make_statement(profile_id, city="Aue")])


def test_restore_when_the_copy_is_of_another_directory_then_no_number_means_two_acts(
    directory: DirectoryService, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with closing(DirectoryService(str(folder / "directory.sqlite"))) as other:
        other.database(create=True)
        for name in ("q-1", "q-2"):
            with other.changing() as work:
                deed = Deed(DeedKind.ADD, "Bo", name)
                work.profiles.apply([make_statement(name, city="Ems")], deed)
        HistoryService(other).undo(2, LoggedIn("Bo"))
        BackupService(other).backup(tmp_path / "other.sqlite")
    _add(directory, "p-2")
    history = HistoryService(directory)
    seen = [act.id for act in history.acts()]

    BackupService(directory).restore(tmp_path / "other.sqlite", LoggedIn("Ana"))

    for number in seen:
        with pytest.raises(StoreError) as caught:
            history.undo(number, LoggedIn("Bo"))
        assert caught.value.messages[0].key == "error.store.no_act"
    restored, undoing, undone, first = history.acts()
    assert [act.deed.kind for act in (restored, undoing)] == [DeedKind.RESTORE, DeedKind.UNDO]
    assert undone.undone_by == undoing.id
    assert undoing.deed.detail == str(undone.id)
    assert (first.deed.detail, first.changes) == ("q-1", 1)
    history.undo(undoing.id, LoggedIn("Bo"))
    assert [profile.id for profile in directory.profiles()] == ["q-1", "q-2"]


def test_restore_when_two_copies_of_one_directory_went_separate_ways_then_what_they_share_stays(
    directory: DirectoryService, tmp_path: Path
) -> None:
    BackupService(directory).backup(tmp_path / "copy.sqlite")
    with closing(DirectoryService(str(tmp_path / "other.sqlite"))) as other:
        BackupService(other).restore(tmp_path / "copy.sqlite")
        _add(other, "q-1")
        BackupService(other).backup(tmp_path / "copy.sqlite")
    _add(directory, "p-2")
    history = HistoryService(directory)
    newest, oldest = history.acts()

    BackupService(directory).restore(tmp_path / "copy.sqlite", LoggedIn("Ana"))

    assert oldest.id in {act.id for act in history.acts()}
    assert newest.id not in {act.id for act in history.acts()}
