"""A directory on a disk without room: it can be read, and nothing else."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kept_directories import kept_directory

pytest.importorskip("resource")  # another system has no such limits

_IN_A_CHILD = """
import resource, sys
from matcher.directory.trail import Deed, DeedKind
from matcher.errors import StoreError
from matcher.services.directory.stored_directory import DirectoryService

def attempt(what):
    try:
        print(what())
    except StoreError as error:
        print(error.messages[0].key)

def write():
    with directory.changing() as work:
        work.trail.note(Deed(DeedKind.RESTORE))
    return "written"

before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
directory = DirectoryService(sys.argv[1])
for _ in range(2):
    attempt(lambda: [profile.id for profile in directory.profiles()])
attempt(write)
resource.setrlimit(resource.RLIMIT_FSIZE, before)
attempt(write)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with closing(kept_directory(tmp_path, [make_statement("p-1", city="Aue")])) as directory:
        assert directory.path is not None
        return directory.path


def _in_a_child(path: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _IN_A_CHILD, path], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_directory_when_the_disk_is_full_then_it_is_read_and_written_once_there_is_room(
    path: Path,
) -> None:
    assert _in_a_child(path) == ["['p-1']", "['p-1']", "error.store.full", "written"]


def test_directory_when_changes_lie_beside_it_then_a_full_disk_is_told(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"changes")

    assert _in_a_child(path)[:3] == ["error.store.full"] * 3
