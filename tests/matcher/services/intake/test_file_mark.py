"""Whether a file is still the one that was looked at."""

import os
from pathlib import Path

import pytest

from matcher.services.intake.file_mark import FileMark, mark_of


def _same_time(path: Path, text: str) -> None:
    stamp = path.stat().st_mtime_ns
    path.write_text(text)
    os.utime(path, ns=(stamp, stamp))


def test_mark_when_nothing_changed_then_it_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b")

    assert mark_of(path) == mark_of(path) != FileMark()


@pytest.mark.parametrize("text", ["a,c", "a,b,c"])
def test_mark_when_the_file_is_another_of_the_same_time_then_it_differs(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b")
    for place in (path, tmp_path):
        before = mark_of(place)
        _same_time(path, text if place is path else "x,y")
        assert mark_of(place) != before


def test_mark_when_the_file_is_large_then_its_ends_still_tell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    before, stamp = mark_of(path), path.stat().st_mtime_ns
    with path.open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(b"x")
    os.utime(path, ns=(stamp, stamp))

    assert mark_of(path).size == before.size
    assert mark_of(path) != before


def test_mark_when_there_is_no_file_or_a_pipe_then_it_is_empty(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert mark_of(tmp_path / "none.csv") == FileMark(digest=mark_of(tmp_path / "pipe").digest)
