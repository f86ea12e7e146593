import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.personal import bytes_below, key_of

from matcher.errors import Message, PersonalError
from matcher.services.personal import folder as folder_module
from matcher.services.personal.folder import DATA_FILE, KEY_FILE, LOCK_FILE, PersonalFolder

_KEY, _DATA = b"the key" * 100, b"what is kept" * 100


def _fill(key: Path, data: Path) -> None:
    key.write_bytes(_KEY)
    data.write_bytes(_DATA)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[PersonalFolder]:
    """Give a folder that is filled and taken."""
    made = PersonalFolder(tmp_path / "data")
    made.make_data_dir()
    made.take()
    made.make(_fill)
    yield made
    made.let_go()


def _failing(number: int) -> object:
    def fail(*_how: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_folder_when_nothing_was_made_then_nothing_is_there(tmp_path: Path) -> None:
    folder = PersonalFolder(tmp_path / "data")

    assert not folder.is_there
    assert not folder.has_remains
    assert key_of(folder.check_is_there) == "nothing_kept"
    assert not (tmp_path / "data").exists()


def test_folder_when_made_then_it_is_whole_and_for_its_owner_alone(folder: PersonalFolder) -> None:
    assert folder.is_there
    assert folder.read_key() == _KEY
    assert bytes_below(folder.path) == {KEY_FILE: _KEY, DATA_FILE: _DATA}
    assert (folder.path.parent / LOCK_FILE).read_bytes() == b""
    for path in (folder.path, folder.path.parent, folder.path.parent / LOCK_FILE):
        assert path.stat().st_mode & 0o077 == 0


def test_folder_when_there_is_one_then_another_does_not_take_its_place(
    folder: PersonalFolder,
) -> None:
    assert key_of(folder.make, lambda key, data: _fill(data, key)) == "exists"

    assert folder.read_key() == _KEY
    assert [*folder.path.parent.glob("*.part")] == []


def test_folder_when_it_cannot_be_filled_then_the_error_calls_it_by_its_name(
    tmp_path: Path,
) -> None:
    def fill(_key: Path, data: Path) -> None:
        data.write_bytes(b"half of it")
        raise PersonalError(Message("personal.error.full", file=str(data)))

    with pytest.raises(PersonalError) as caught:
        PersonalFolder(tmp_path).make(fill)

    assert caught.value.messages == (
        Message("personal.error.full", file=str(tmp_path / "personal")),
    )
    assert [*tmp_path.iterdir()] == []


def test_folder_when_taken_then_another_window_waits_for_it_to_be_let_go(
    folder: PersonalFolder,
) -> None:
    other = PersonalFolder(folder.path.parent)

    assert key_of(other.take) == "in_use"
    folder.let_go()
    assert key_of(other.take) == ""
    other.let_go()


@pytest.mark.parametrize(
    ("name", "reason"), [(KEY_FILE, "no_key"), (DATA_FILE, "no_file")], ids=["key", "data"]
)
def test_folder_when_one_file_is_missing_then_it_says_which(
    folder: PersonalFolder, name: str, reason: str
) -> None:
    (folder.path / name).unlink()

    assert folder.is_there
    assert reason in {key_of(folder.read_key), key_of(folder.check_data)}


def test_key_when_replaced_then_what_was_there_is_overwritten(folder: PersonalFolder) -> None:
    held = folder.key_path.open("rb")
    folder.replace_key(b"another")

    assert folder.read_key() == b"another"
    assert held.read() == bytes(len(_KEY))
    assert {*bytes_below(folder.path)} == {KEY_FILE, DATA_FILE}
    held.close()


def test_folder_when_cleared_then_nothing_is_left_and_the_key_was_overwritten(
    folder: PersonalFolder,
) -> None:
    held = folder.key_path.open("rb")
    (folder.path / f"{DATA_FILE}-wal").write_bytes(b"log")
    folder.wipe_key()
    assert held.read() == bytes(len(_KEY))
    held.close()
    folder.clear()

    assert not folder.has_remains
    assert [*folder.path.parent.iterdir()] == []


def test_folder_when_something_of_another_is_in_it_then_that_stays(folder: PersonalFolder) -> None:
    (folder.path / "letter.txt").write_text("mine")
    folder.wipe_key()
    folder.clear()

    assert [*bytes_below(folder.path.parent).values()] == [b"mine"]
    assert not folder.is_there


def test_folder_when_it_is_a_link_then_clearing_empties_where_it_leads_and_takes_it_away(
    folder: PersonalFolder, tmp_path: Path
) -> None:
    elsewhere = folder.path.rename(tmp_path / "elsewhere")
    folder.path.symlink_to(elsewhere)
    assert folder.read_key() == _KEY
    folder.wipe_key()
    folder.clear()

    assert not folder.has_remains
    assert [*folder.path.parent.iterdir()] == [*elsewhere.iterdir()] == []


def test_folder_when_it_leads_to_a_disk_that_is_not_there_then_it_is_not_called_cleared(
    folder: PersonalFolder, tmp_path: Path
) -> None:
    elsewhere = folder.path.rename(tmp_path / "elsewhere")
    folder.path.symlink_to(elsewhere)
    away = elsewhere.rename(tmp_path / "away")
    folder.wipe_key()
    assert key_of(folder.clear) == key_of(folder.check_place) == "leads_nowhere"

    away.rename(elsewhere)
    folder.check_place()
    assert folder.read_key() == _KEY


@pytest.mark.parametrize("kind", ["link", "broken link", "file"])
def test_folder_when_something_else_has_its_name_then_it_says_so_and_that_stays(
    tmp_path: Path, kind: str
) -> None:
    folder = PersonalFolder(tmp_path)
    match kind:
        case "link":
            (tmp_path / "empty").mkdir()
            folder.path.symlink_to(tmp_path / "empty")
        case "broken link":
            folder.path.symlink_to(tmp_path / "nowhere")
        case _:
            folder.path.write_text("mine")
    before = {*tmp_path.rglob("*")}

    assert key_of(folder.make, _fill) == "in_the_way"
    assert {*tmp_path.rglob("*")} == before


def test_folder_when_only_its_key_was_wiped_then_it_counts_as_cleared(
    folder: PersonalFolder,
) -> None:
    folder.wipe_key()
    folder.let_go()

    assert not folder.is_there
    assert folder.has_remains
    folder.take()
    assert not folder.path.exists()


def test_remains_when_the_folder_is_taken_then_they_are_taken_away(folder: PersonalFolder) -> None:
    folder.let_go()
    for name in ("personal.1.part", "personal.2.cleared"):
        (folder.path.parent / name).mkdir()
        _fill(folder.path.parent / name / KEY_FILE, folder.path.parent / name / DATA_FILE)
    folder.take()

    assert {path.name for path in folder.path.parent.iterdir()} == {"personal", LOCK_FILE}


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EIO, "cannot_open"),
    ],
)
def test_folder_when_the_system_refuses_then_it_says_why_and_nothing_is_lost(
    folder: PersonalFolder, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    monkeypatch.setattr("matcher.whole_file._fill", _failing(number))

    assert key_of(folder.replace_key, b"another") == reason
    assert folder.read_key() == _KEY
    assert {*bytes_below(folder.path)} == {KEY_FILE, DATA_FILE}
    monkeypatch.undo()
    other = PersonalFolder(folder.path.parent / "deeper")
    monkeypatch.setattr(Path, "mkdir", _failing(number))
    assert key_of(other.make_data_dir) == reason


def test_folder_when_it_cannot_be_taken_away_then_it_says_whether_it_can_be_read(
    folder: PersonalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", _failing(errno.EACCES))
    monkeypatch.setattr(Path, "rename", _failing(errno.EACCES))
    overwrite = folder_module._overwrite
    monkeypatch.setattr(folder_module, "_overwrite", _failing(errno.EACCES))

    assert key_of(folder.clear) == "not_cleared"
    assert folder.read_key() == _KEY

    monkeypatch.setattr(folder_module, "_overwrite", overwrite)
    folder.wipe_key()
    assert key_of(folder.clear) == "left_over"
    assert not folder.is_there


def test_folder_when_its_key_outlives_being_put_aside_then_it_says_that_it_can_be_read(
    folder: PersonalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "unlink", _failing(errno.EPERM))
    overwrite = folder_module._overwrite
    monkeypatch.setattr(folder_module, "_overwrite", _failing(errno.EPERM))
    folder.wipe_key()

    assert key_of(folder.clear) == "not_cleared"
    assert _KEY in bytes_below(folder.path.parent).values()

    monkeypatch.setattr(folder_module, "_overwrite", overwrite)
    assert key_of(folder.clear) == "left_over"


def test_key_when_it_cannot_be_overwritten_then_it_is_taken_away_all_the_same(
    folder: PersonalFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "_overwrite", _failing(errno.ENOSPC))
    folder.wipe_key()
    folder.clear()

    assert [*folder.path.parent.iterdir()] == []
