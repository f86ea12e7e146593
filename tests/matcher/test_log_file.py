import stat
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from matcher.log_file import LogFile

_LINES = 400


def _files(path: Path) -> list[Path]:
    return sorted(one for one in path.parent.iterdir() if not one.name.startswith("."))


def test_file_when_nothing_is_written_then_nothing_is_made(tmp_path: Path) -> None:
    LogFile(tmp_path / "log" / "a.log")

    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept elsewhere there")
def test_file_when_written_then_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "log" / "a.log"

    LogFile(path).write("a line")

    assert path.read_text() == "a line\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_file_when_full_then_another_is_begun_and_a_few_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    file = LogFile(path, most=100, kept=3)

    for number in range(200):
        file.write(f"line {number:04}")

    kept = _files(path)
    assert [one.name for one in kept] == ["a.log", "a.log.1", "a.log.2"]
    lines = [line for one in reversed(kept) for line in one.read_text().splitlines()]
    assert lines == [f"line {number:04}" for number in range(200 - len(lines), 200)]
    assert all(one.stat().st_size < 120 for one in kept)
    assert all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in kept)


def test_file_when_a_line_has_other_letters_then_they_are_written_as_codes(tmp_path: Path) -> None:
    path = tmp_path / "a.log"

    LogFile(path).write("Tr\u1ea7n \udcff")

    assert path.read_bytes() == b"Tr\\u1ea7n \\udcff\n"


def _write_many(path: Path, name: str) -> None:
    file = LogFile(path, most=2000, kept=100)
    for number in range(_LINES):
        file.write(f"{name} {number:04}")


def test_file_when_two_processes_write_then_every_line_is_there_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in ("one", "two")]

    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)

    lines = [line for one in _files(path) for line in one.read_text().splitlines()]
    assert sorted(lines) == [f"{name} {n:04}" for name in ("one", "two") for n in range(_LINES)]
    assert len(_files(path)) > 3


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights to make links there")
def test_file_when_a_link_stands_in_its_place_then_what_it_leads_to_is_left(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "a.log"
    other.write_text("kept")
    path.symlink_to(other)

    with pytest.raises(OSError, match="symbolic"):
        LogFile(path).write("a line")

    assert other.read_text() == "kept"


def test_file_when_its_folder_cannot_be_made_then_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")

    with pytest.raises(OSError, match=r"exists|directory"):
        LogFile(tmp_path / "log" / "a.log").write("a line")
