"""A file has all its bytes before it has a name."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from matcher.whole_file import WholeFile, put_in_place

System = Callable[[pytest.MonkeyPatch], None]


def _write_all(file: BinaryIO) -> None:
    file.write(b"all")


def _usual(_: pytest.MonkeyPatch) -> None:
    """Leave all as it is here."""


def _always_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)


def _no_way_to_name(monkeypatch: pytest.MonkeyPatch) -> None:
    link = os.link

    def only_names(source: str | Path, target: Path, **rest: int) -> None:
        if rest:
            raise FileNotFoundError(errno.ENOENT, "no /proc")
        link(source, target)

    monkeypatch.setattr(os, "link", only_names)


def _no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    _always_names(monkeypatch)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(os, "link", refuse)


@pytest.fixture(
    params=[_usual, _always_names, _no_way_to_name, _no_links],
    ids=lambda system: system.__name__.strip("_"),
)
def target(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    request.param(monkeypatch)
    return tmp_path / "a"


def test_take_when_the_name_is_free_then_the_file_is_whole_and_for_its_owner(target: Path) -> None:
    with WholeFile(target.parent, _write_all) as whole:
        assert not target.exists()
        whole.take(target)

    assert target.read_bytes() == b"all"
    assert target.stat().st_mode & 0o777 == 0o600
    assert [*target.parent.iterdir()] == [target]


def test_take_when_the_name_is_not_free_then_what_is_there_stays(target: Path) -> None:
    target.write_bytes(b"mine")

    with WholeFile(target.parent, _write_all) as whole, pytest.raises(FileExistsError):
        whole.take(target)

    assert target.read_bytes() == b"mine"
    assert [*target.parent.iterdir()] == [target]


def test_replace_when_a_file_is_there_then_it_is_gone(target: Path) -> None:
    target.write_bytes(b"old")

    with WholeFile(target.parent, _write_all) as whole:
        with pytest.raises(FileExistsError):
            whole.take(target)
        whole.replace(target)

    assert target.read_bytes() == b"all"
    assert [*target.parent.iterdir()] == [target]


def test_file_when_it_is_not_named_then_nothing_is_left(target: Path) -> None:
    with WholeFile(target.parent, _write_all):
        pass

    assert not [*target.parent.iterdir()]


def test_file_when_writing_fails_then_nothing_is_left(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"), WholeFile(target.parent, _write_all):
        pass

    assert not [*target.parent.iterdir()]


def test_file_when_it_has_no_name_yet_then_an_end_of_the_program_leaves_nothing(
    tmp_path: Path,
) -> None:
    try:
        os.close(os.open(tmp_path, os.O_TMPFILE | os.O_WRONLY))
    except (AttributeError, OSError):
        pytest.skip("files need a name here")

    with WholeFile(tmp_path, _write_all):
        assert not [*tmp_path.iterdir()]


def test_path_when_the_file_is_finished_then_it_can_be_read_there(target: Path) -> None:
    with WholeFile(target.parent, _write_all) as whole:
        assert whole.path.read_bytes() == b"all"


def _synced(monkeypatch: pytest.MonkeyPatch, target: Path) -> list[tuple[int, bool]]:
    """Note what is written to the disk for good, and whether the file has its name by then."""
    synced: list[tuple[int, bool]] = []
    sync = os.fsync

    def note(handle: int) -> None:
        synced.append((os.fstat(handle).st_ino, target.exists()))
        sync(handle)

    monkeypatch.setattr(os, "fsync", note)
    return synced


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be opened here")
@pytest.mark.parametrize("give", [WholeFile.take, WholeFile.replace], ids=["take", "replace"])
def test_name_when_given_then_it_is_on_the_disk_after_the_bytes(
    give: Callable[[WholeFile, Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a"
    synced = _synced(monkeypatch, target)
    with WholeFile(tmp_path, _write_all) as whole:
        give(whole, target)

    assert synced == [(target.stat().st_ino, False), (tmp_path.stat().st_ino, True)]


def test_put_in_place_when_a_file_is_there_then_the_new_one_has_its_name(tmp_path: Path) -> None:
    new, target = tmp_path / "new", tmp_path / "a"
    new.write_bytes(b"all")
    target.write_bytes(b"old")

    put_in_place(new, target)

    assert target.read_bytes() == b"all"
    assert [*tmp_path.iterdir()] == [target]


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be opened here")
def test_put_in_place_when_folders_cannot_be_kept_there_then_the_file_is_still_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, sync = tmp_path / "new", os.fsync
    new.write_bytes(b"all")

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not of a folder")
        sync(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    put_in_place(new, tmp_path / "a")

    assert (tmp_path / "a").read_bytes() == b"all"
