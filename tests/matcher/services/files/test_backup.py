import errno
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.builders import make_statement
from support.importing import say
from support.kept_directories import kept_directory

from matcher.directory.trail import DeedKind
from matcher.errors import MatcherError, Message, OutputError, StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.backup import BACKUP_NAME, BackupService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.history import HistoryService
from matcher.store.staff import SecretKind, StaffSecret


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    folder = tmp_path / "own"
    folder.mkdir()
    with closing(kept_directory(folder, [make_statement("p-1", city="Aue")])) as directory:
        yield directory


@pytest.fixture
def service(directory: DirectoryService) -> BackupService:
    return BackupService(directory)


def _add(directory: DirectoryService, profile_id: str) -> None:
    with directory.changing() as work:
        work.profiles.apply([make_statement(profile_id, city="Aue")])


def _ids(directory: DirectoryService) -> list[str]:
    return [profile.id for profile in directory.profiles()]


def _own(directory: DirectoryService) -> Path:
    assert directory.path is not None
    return directory.path


def _key(caught: pytest.ExceptionInfo[MatcherError]) -> str:
    (message,) = caught.value.messages
    assert say(message)
    return message.key


def test_backup_when_made_and_put_back_then_the_directory_is_as_it_was_then(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    saved = service.backup(tmp_path / "copy.sqlite")
    revision = directory.revision
    _add(directory, "p-2")
    assert directory.revision != revision
    restored = service.restore(tmp_path / "copy.sqlite", LoggedIn("Kim"))

    assert (saved.path, saved.profiles, restored.profiles) == (tmp_path / "copy.sqlite", 1, 1)
    assert (_ids(directory), directory.revision) == (["p-1"], revision)
    with directory.database().reading() as work:
        newest = work.trail.acts(1)[0].deed
    assert (newest.kind, newest.who, newest.detail) == (DeedKind.RESTORE, "Kim", "copy.sqlite")
    assert restored.before == _own(directory).with_name("directory-before-1.sqlite")
    with closing(DirectoryService(str(restored.before))) as before:
        assert _ids(before) == ["p-1", "p-2"]


def test_restore_when_done_then_no_act_gets_a_number_that_another_had_before(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    history = HistoryService(directory)
    service.backup(tmp_path / "copy.sqlite")
    _add(directory, "p-2")
    seen_elsewhere = history.acts()[0].id
    service.restore(tmp_path / "copy.sqlite", LoggedIn("Ana"))
    _add(directory, "p-3")

    restored, added = (act.id for act in history.acts(2)[::-1])
    assert seen_elsewhere < restored < added
    with pytest.raises(StoreError) as caught:
        history.undo(seen_elsewhere, LoggedIn("Bo"))
    assert _key(caught) == "error.store.no_act"
    assert _ids(directory) == ["p-1", "p-3"]


def test_restore_when_the_copy_has_more_acts_then_the_numbers_go_on_above_its_own(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    empty, copy = tmp_path / "empty.sqlite", tmp_path / "copy.sqlite"
    service.backup(empty)
    for number in range(2, 5):
        _add(directory, f"p-{number}")
    service.backup(copy)
    last = HistoryService(directory).acts(1)[0].id
    with closing(DirectoryService(str(tmp_path / "new.sqlite"))) as other:
        BackupService(other).restore(empty)
        BackupService(other).restore(copy)
        assert HistoryService(other).acts(1)[0].id > last


def test_backup_when_made_then_when_and_where_is_known_from_then_on(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    assert service.last() is None
    before = datetime.now(UTC)
    service.backup(tmp_path / "copy.sqlite")
    with pytest.raises(OutputError):
        service.backup(tmp_path / "none" / "copy.sqlite")

    last = BackupService(directory).last()

    assert last is not None
    assert (last.path, last.profiles) == (tmp_path / "copy.sqlite", 1)
    assert abs(last.at - before) < timedelta(minutes=1)


def test_look_when_a_copy_is_looked_through_then_nothing_changes(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    _add(directory, "p-2")

    assert service.look(tmp_path / "copy.sqlite").profiles == 1
    assert _ids(directory) == ["p-1", "p-2"]
    with pytest.raises(StoreError) as caught:
        service.look(_own(directory))
    assert _key(caught) == "error.backup.itself"


def test_files_when_all_is_done_then_none_is_left_beside(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    service.restore(tmp_path / "copy.sqlite")
    service.restore(tmp_path / "copy.sqlite")
    directory.close()

    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.sqlite", "own"]
    assert sorted(entry.name for entry in _own(directory).parent.iterdir()) == [
        "directory-before-1.sqlite",
        "directory-before-2.sqlite",
        "directory-last-backup.json",
        "directory.sqlite",
    ]


def test_backup_when_given_a_folder_then_it_has_the_usual_name_and_replaces_the_last(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    service.backup(tmp_path)
    _add(directory, "p-2")

    assert service.backup(tmp_path).path == tmp_path / BACKUP_NAME
    with closing(DirectoryService(str(tmp_path / BACKUP_NAME))) as copy:
        assert copy.count() == 2


def test_backup_when_something_else_is_there_then_it_is_left_alone(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    other = tmp_path / "answers.json"
    other.write_text("{}")
    with pytest.raises(OutputError) as caught:
        service.backup(other)
    assert _key(caught) == "error.output.other_file"
    assert other.read_text() == "{}"

    with pytest.raises(OutputError) as caught:
        service.backup(_own(directory))
    assert _key(caught) == "error.backup.itself"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("in_folder", [False, True])
def test_backup_when_a_pipe_has_the_name_then_it_stays_a_pipe(
    in_folder: bool, service: BackupService, tmp_path: Path
) -> None:
    pipe = tmp_path / BACKUP_NAME
    os.mkfifo(pipe)
    with pytest.raises(OutputError) as caught:
        service.backup(tmp_path if in_folder else pipe)

    assert _key(caught) == "error.output.no_plain_file"
    assert pipe.is_fifo()


def test_backup_when_a_link_to_nothing_or_a_folder_has_the_name_then_it_stays(
    service: BackupService, tmp_path: Path
) -> None:
    link, folder = tmp_path / "link", tmp_path / "away" / BACKUP_NAME
    link.symlink_to("nowhere")
    folder.mkdir(parents=True)
    for target, reason in ((link, "no_plain_file"), (folder.parent, "is_folder")):
        with pytest.raises(OutputError) as caught:
            service.backup(target)
        assert _key(caught) == f"error.output.{reason}"

    assert link.is_symlink()
    assert folder.is_dir()


@pytest.mark.skipif(os.name != "posix", reason="another system knows no such rights")
def test_files_when_made_then_they_are_their_owners_alone(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    before = service.restore(tmp_path / "copy.sqlite").before
    assert before is not None
    made = (tmp_path / "copy.sqlite", before, _own(directory))

    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o600] * 3


def test_backup_when_put_in_its_place_then_it_is_on_the_disk_before_and_its_name_after(
    service: BackupService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, synced = tmp_path / "copy.sqlite", []
    sync = os.fsync

    def note(handle: int) -> None:
        synced.append((os.fstat(handle).st_ino, target.exists()))
        sync(handle)

    monkeypatch.setattr(os, "fsync", note)
    service.backup(target)
    file, folder = target.stat().st_ino, tmp_path.stat().st_ino

    assert synced[:2] == [(file, False)] + [(folder, True)] * (os.name == "posix")


@pytest.mark.parametrize(
    "why", [(errno.ENOSPC, "full"), (errno.EACCES, "read_only")], ids=["full", "read only"]
)
def test_copy_when_it_cannot_be_written_then_says_why_and_nothing_changes(
    why: tuple[int, str],
    service: BackupService,
    directory: DirectoryService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    number, reason = why
    service.backup(tmp_path / "copy.sqlite")
    _add(directory, "p-2")

    def refuse(**_how: object) -> str:
        raise OSError(number, "no")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    for use in (service.backup, service.restore):
        with pytest.raises(OutputError) as caught:
            use(tmp_path / "copy.sqlite")
        assert _key(caught) == f"error.output.{reason}"
    assert _ids(directory) == ["p-1", "p-2"]
    assert [entry.name for entry in _own(directory).parent.glob("*.sqlite")] == ["directory.sqlite"]


def _refuse(*_paths: Path) -> None:
    raise StoreError(Message("error.store.locked", file="x"))


def test_files_when_a_copy_was_never_finished_then_the_next_one_removes_it(
    service: BackupService, tmp_path: Path
) -> None:
    old, new, other = (
        tmp_path / name
        for name in (".rapport-unfinished-a", ".rapport-unfinished-b", ".rapport-own")
    )
    for folder in (old, new, other):
        folder.mkdir()
        (folder / "copy.sqlite").touch()
    for path in (old / "copy.sqlite", old, new, other / "copy.sqlite", other):
        os.utime(path, (1e9, 1e9))
    service.backup(tmp_path / "copy.sqlite")

    assert not old.exists()
    assert (new / "copy.sqlite").exists()
    assert (other / "copy.sqlite").exists()


def test_copy_when_the_disk_is_full_then_the_file_it_was_for_is_named(
    service: BackupService,
    directory: DirectoryService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy = service.backup(tmp_path / "copy.sqlite").path

    def fill(_source: Path, target: Path) -> None:
        raise StoreError(Message("error.store.full", file=str(target)))

    monkeypatch.setattr("matcher.store.unit_of_work.copy_out", fill)
    with pytest.raises(StoreError) as refused:
        service.backup(tmp_path / "other.sqlite")
    assert refused.value.messages[0].params["file"] == str(tmp_path / "other.sqlite")
    with pytest.raises(StoreError) as refused:
        service.restore(copy)
    aside = _own(directory).with_name("directory-before-1.sqlite")
    assert refused.value.messages[0].params["file"] == str(aside)


def test_restore_when_it_is_refused_at_the_end_then_no_copy_is_left_beside(
    service: BackupService,
    directory: DirectoryService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    monkeypatch.setattr("matcher.store.unit_of_work.put_in", _refuse)
    _add(directory, "p-2")
    for _ in range(2):
        with pytest.raises(StoreError):
            service.restore(tmp_path / "copy.sqlite")
    assert _ids(directory) == ["p-1", "p-2"]
    directory.close()

    assert [path.name for path in _own(directory).parent.glob("*.sqlite*")] == ["directory.sqlite"]


def test_restore_when_refused_after_a_damaged_one_was_moved_then_it_is_back(
    service: BackupService,
    directory: DirectoryService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    directory.close()
    _own(directory).write_bytes(b"torn" * 100)
    monkeypatch.setattr("matcher.store.unit_of_work.put_in", _refuse)
    with pytest.raises(StoreError):
        service.restore(tmp_path / "copy.sqlite")

    assert _own(directory).read_bytes() == b"torn" * 100
    assert [path.name for path in _own(directory).parent.glob("*.sqlite*")] == ["directory.sqlite"]


def _put_staff(directory: DirectoryService, *names: str) -> None:
    with directory.changing() as work:
        work.staff.clear()
        for name in names:
            work.staff.put(StaffSecret(SecretKind.ACCOUNT, f"hash of {name}", name, name, 3))


def _staff(directory: DirectoryService) -> list[tuple[str, str, int]]:
    with directory.database().reading() as work:
        return [(secret.name, secret.hash, secret.tries) for secret in work.staff.all()]


@pytest.mark.parametrize(
    ("then", "now", "stay"),
    [
        pytest.param(["Ana", "Bea"], ["Ana"], ["Ana"], id="one removed since"),
        pytest.param(["Ana"], ["Ana", "Bea"], ["Ana", "Bea"], id="one new since"),
        pytest.param([], ["Ana"], ["Ana"], id="none then"),
        pytest.param(["Ana"], [], ["Ana"], id="none today"),
    ],
)
def test_restore_when_done_then_those_who_may_change_it_today_are_who_may(
    then: list[str],
    now: list[str],
    stay: list[str],
    directory: DirectoryService,
    tmp_path: Path,
) -> None:
    service = BackupService(directory)
    _put_staff(directory, *then)
    service.backup(tmp_path / "copy.sqlite")
    _put_staff(directory, *now)
    service.restore(tmp_path / "copy.sqlite")

    assert _staff(directory) == [(name, f"hash of {name}", 3) for name in stay]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be moved")
@pytest.mark.parametrize("is_replaced", [False, True], ids=["moved", "replaced"])
def test_restore_when_the_file_went_meanwhile_then_the_service_goes_on_with_the_new_one(
    is_replaced: bool, service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    _add(directory, "p-2")
    own = _own(directory)
    own.rename(tmp_path / "away.sqlite")
    if is_replaced:
        own.write_bytes((tmp_path / "copy.sqlite").read_bytes())
    with pytest.raises(StoreError) as caught:
        _add(directory, "p-3")
    assert _key(caught) == "error.store.moved"

    service.restore(tmp_path / "copy.sqlite")
    _add(directory, "p-4")

    with closing(DirectoryService(str(own))) as seen:
        assert _ids(seen) == _ids(directory) == ["p-1", "p-4"]


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        pytest.param("UPDATE alembic_version SET version_num = '9999'", "store.newer", id="newer"),
        pytest.param("PRAGMA application_id = 7", "backup.not_ours", id="of another program"),
        pytest.param("DELETE FROM profile", "backup.damaged", id="damaged"),
        pytest.param("CREATE VIEW v AS SELECT 1", "backup.commands", id="with commands"),
    ],
)
def test_restore_when_the_copy_cannot_be_used_then_the_directory_stays_as_it_is(
    statement: str,
    key: str,
    service: BackupService,
    directory: DirectoryService,
    tmp_path: Path,
) -> None:
    copy = tmp_path / "copy.sqlite"
    service.backup(copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(StoreError) as caught:
        service.restore(copy)

    assert _key(caught) == f"error.{key}"
    assert _ids(directory) == ["p-1"]
    assert not _own(directory).with_name("directory-before-1.sqlite").exists()


def test_restore_when_there_is_no_copy_or_it_is_the_directory_then_says_so(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    with pytest.raises(StoreError) as caught:
        service.restore(tmp_path / "none.sqlite")
    assert _key(caught) == "error.backup.none"

    with pytest.raises(StoreError) as caught:
        service.restore(_own(directory))
    assert _key(caught) == "error.backup.itself"


def test_restore_when_there_is_no_directory_yet_then_it_is_made(
    service: BackupService, tmp_path: Path
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    with closing(DirectoryService(str(tmp_path / "new.sqlite"))) as new:
        restored = BackupService(new).restore(tmp_path / "copy.sqlite")

        assert restored.before is None
        assert _ids(new) == ["p-1"]


def test_restore_when_the_directory_is_damaged_then_it_is_moved_aside(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    service.backup(tmp_path / "copy.sqlite")
    directory.close()
    _own(directory).write_bytes(b"torn" * 100)
    restored = service.restore(tmp_path / "copy.sqlite")

    assert restored.before is not None
    assert restored.before.read_bytes() == b"torn" * 100
    assert _ids(directory) == ["p-1"]
    _add(directory, "p-2")
    with closing(DirectoryService(str(_own(directory)))) as seen:
        assert _ids(seen) == ["p-1", "p-2"]


def test_restore_when_the_copy_is_older_then_it_is_brought_up_to_date_and_stays_itself(
    service: BackupService, directory: DirectoryService, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    service.backup(copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript(
            "DROP TABLE act_change; DROP TABLE act; DROP TABLE merged; DROP TABLE not_the_same;"
            "DROP TABLE staff_secret; DROP TABLE whole_digest; DROP TABLE profile_digest;"
            "DROP TABLE kiosk_event;"
            "DROP TABLE reach; DROP TABLE reach_rules;"
            "UPDATE alembic_version SET version_num = '0002';"
        )
    before = copy.read_bytes()
    _add(directory, "p-2")
    service.restore(copy)

    assert _ids(directory) == ["p-1"]
    assert copy.read_bytes() == before
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.sqlite", "own"]


def test_directory_in_memory_when_it_should_be_copied_then_says_there_is_no_file() -> None:
    with closing(DirectoryService("sqlite://")) as directory, pytest.raises(StoreError):
        BackupService(directory).backup(Path("copy.sqlite"))
