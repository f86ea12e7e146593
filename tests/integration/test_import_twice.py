"""Files of real registries: who comes in, that a second time changes nothing, that bad files do."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.kept_directories import stored_sample

from matcher.i18n import Catalogue
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.importing import ImportOptions, ImportReport

_DATA = Path(__file__).parents[1] / "data"
_SAMPLE = Path(__file__).parents[2] / "resources" / "sample_directory" / "directory.csv"
_NPPES = _DATA / "nppes" / "practitioners_329col.csv"
_FILES = {
    "sample": (_SAMPLE, 60),
    "nppes": (_NPPES, 118),
    "fhir": (_DATA / "fhir" / "plan_net_ri", 60),
    "fhir examples": (_DATA / "fhir" / "plan_net_ig_1.1.0", 1),
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "directory.sqlite"


@pytest.fixture
def directory(database: Path) -> Iterator[DirectoryService]:
    with closing(DirectoryService(str(database))) as directory:
        yield directory


def _content(database: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return [
            row
            for table in ("profile", "fact")
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3")
        ]


def _by_outcome(report: ImportReport) -> tuple[int, int, int]:
    return report.added, report.changed, report.unchanged


@pytest.mark.parametrize(("path", "count"), _FILES.values(), ids=_FILES)
def test_file_when_imported_twice_then_the_second_time_changes_nothing(
    path: Path, count: int, directory: DirectoryService, database: Path
) -> None:
    first = directory.import_files([path])
    content = _content(database)
    second = directory.import_files([path])

    assert _by_outcome(first) == (count, 0, 0)
    assert _by_outcome(second) == (0, 0, count)
    assert first.profiles == second.profiles == count
    assert first.findings == second.findings
    assert _content(database) == content


def test_files_when_imported_together_or_apart_then_the_directory_is_the_same(
    directory: DirectoryService, tmp_path: Path
) -> None:
    paths = [path for path, _ in _FILES.values()]
    directory.import_files(paths)
    with closing(DirectoryService(str(tmp_path / "apart.sqlite"))) as apart:
        for path in reversed(paths):
            apart.import_files([path])

        assert apart.revision == directory.revision


@pytest.mark.parametrize(("state", "count"), [("CT", 58), ("MA", 51), ("RI", 9)])
def test_register_file_when_one_state_is_asked_for_then_its_people_come_in(
    state: str, count: int, directory: DirectoryService
) -> None:
    report = directory.import_files([_NPPES], ImportOptions(state=state))

    assert (report.rows, report.added, report.skipped) == (118, count, 118 - count)


def test_findings_when_given_then_each_has_words(directory: DirectoryService) -> None:
    catalogue = Catalogue()
    report = directory.import_files([path for path, _ in _FILES.values()])

    assert report.findings
    assert all(catalogue.render(finding.message) for finding in report.findings)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"colour,size\nred,2\n", id="wrong header"),
        pytest.param(b"id,name\na,A\nb,\0\n", id="NUL"),
        pytest.param(b'id,name\na,A\nb,"open\n', id="unclosed quote"),
        pytest.param(b"id,name\na,A\nb," + b"x" * 1_000_000 + b"\n", id="cell of a million signs"),
    ],
)
def test_bad_file_when_imported_then_a_sentence_says_why_and_nothing_changes(
    content: bytes, directory: DirectoryService, database: Path, tmp_path: Path
) -> None:
    before = _content(stored_sample(database))
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    report = directory.import_files([path])

    assert not report.readable
    assert _by_outcome(report) == (0, 0, 0)
    assert Catalogue().render(report.findings[-1].message)
    assert _content(database) == before


_KILLED = """
import os, signal, sys
from pathlib import Path
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.importing import Watch

def kill(file, rows):
    if rows >= int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)

DirectoryService(sys.argv[1]).import_files([Path(sys.argv[2])], watch=Watch(kill))
"""


@pytest.mark.skipif(os.name == "nt", reason="no such signal on Windows")
def test_import_when_the_program_is_killed_then_the_directory_is_as_it_was(
    directory: DirectoryService, database: Path, tmp_path: Path
) -> None:
    before = _content(stored_sample(database))
    path = tmp_path / "long.csv"
    path.write_text("id,name\n" + "".join(f"x-{n},N {n}\n" for n in range(3_000)))
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(database), str(path), "2500"], check=False
    )

    assert done.returncode == -signal.SIGKILL
    assert _content(database) == before
    assert directory.import_files([path]).added == 3_000
