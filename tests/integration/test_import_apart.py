"""Whole imports while the process that reads is killed, stopped or started again and again."""

import gc
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.children import watched
from support.importing import say, write

from matcher.importers.reading_order import read_here
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake import limited_reading
from matcher.services.intake.importing import ImportOptions, ImportReport, Watch

pytestmark = pytest.mark.apart

_GOOD = "id,name\np-001,Ana Vidal\n"
_MANY = "id,name\n" + "".join(f"x-{number},N {number}\n" for number in range(20_000))


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Give the processes that were started, as they come."""
    return watched(monkeypatch)


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        directory.import_files([write(tmp_path, _GOOD, "before.csv")])
        yield directory


def _open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _ids(directory: DirectoryService) -> list[str]:
    return [profile.id for profile in directory.profiles()]


@pytest.mark.parametrize("place", [0, 1])
def test_import_when_the_process_is_killed_half_way_then_only_the_other_file_comes_in(
    place: int,
    directory: DirectoryService,
    children: list[subprocess.Popen[bytes]],
    tmp_path: Path,
) -> None:
    many = write(tmp_path, _MANY, "many.csv")
    other = write(tmp_path, "id,name\np-002,Ben Lark\n", "other.csv")
    paths = [other]
    paths.insert(place, many)

    def kill(file: str, rows: int) -> None:
        if file == many.name and rows >= 1_000:
            children[place].kill()

    report = directory.import_files(paths, watch=Watch(kill))

    assert not report.readable
    assert (report.rows, report.added) == (1, 1)
    assert _ids(directory) == ["p-001", "p-002"]
    (finding,) = report.findings
    assert finding.message.key == "error.import.reading.broken"
    assert all("many.csv" in text for text in say(finding.message).values())


def test_import_when_cancelled_while_nothing_comes_then_it_ends_at_once(
    directory: DirectoryService,
    children: list[subprocess.Popen[bytes]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waiting = "import sys, signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.pause()"
    monkeypatch.setattr(limited_reading, "_PROGRAM", waiting)
    answers: list[bool] = []

    def is_cancelled() -> bool:
        answers.append(len(answers) == 3)
        return answers[-1]

    path = write(tmp_path, _MANY, "many.csv")
    report = directory.import_files([path], watch=Watch(is_cancelled=is_cancelled))

    assert report.cancelled
    assert answers == [False, False, False, True]
    assert children[0].returncode == -signal.SIGKILL  # by itself it never ends
    assert _ids(directory) == ["p-001"]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts what Linux shows")
@pytest.mark.parametrize("count", [8, pytest.param(100, marks=pytest.mark.long)])
def test_imports_when_there_are_many_then_no_process_thread_or_file_stays_open(
    directory: DirectoryService,
    children: list[subprocess.Popen[bytes]],
    tmp_path: Path,
    count: int,
) -> None:
    paths = [write(tmp_path, _GOOD, f"{number}.csv") for number in range(count)]
    # So that the database is open, with the one file SQLite keeps for its locks.
    directory.import_files(paths[:1], ImportOptions(dry_run=True))
    children.clear()
    gc.collect()  # what earlier tests left goes now
    files, threads = _open_files(), threading.active_count()

    report = directory.import_files(paths, ImportOptions(dry_run=True))

    assert report.unchanged == len(children) == count
    assert all(child.returncode is not None for child in children)
    # Something of an earlier test may have ended.
    assert _open_files() <= files
    assert threading.active_count() <= threads


def test_import_when_only_tried_then_the_process_reads_and_nothing_stays(
    children: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    with closing(DirectoryService(str(tmp_path / "none.sqlite"))) as directory:
        path = write(tmp_path, _GOOD)
        report = directory.import_files([path], ImportOptions(dry_run=True))

    assert (report.added, len(children)) == (1, 1)
    assert not (tmp_path / "none.sqlite").exists()


def test_import_when_another_reader_is_given_then_it_is_asked(
    children: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    def imported(name: str, **reader: object) -> ImportReport:
        address = str(tmp_path / f"{name}.sqlite")
        with closing(DirectoryService(address, **reader)) as directory:  # type: ignore[arg-type]
            return directory.import_files([write(tmp_path, _MANY + "!,Nobody\n")])

    here = imported("here", read=read_here)

    assert children == []
    assert imported("apart") == here
    assert len(children) == 1
