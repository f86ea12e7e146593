"""A disk with little room: a file system in memory where that may be mounted, else a limit."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from support.in_child import told_by_child
from support.numbered_stores import STORES

from matcher.errors import MatcherError

_MOST_COMMITS = 5000


def can_mount(folder: Path) -> bool:
    """Tell whether this process may mount a file system of its own."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    try:
        with small_disk(folder / "tried", 64):
            return True
    except subprocess.CalledProcessError:
        return False


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Callable[[], None]]:
    """Mount a disk of so much room on a folder; give what makes more room on it."""
    folder.mkdir()

    def mount(options: str) -> None:
        line = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
        subprocess.run(line, check=True, capture_output=True)

    mount(f"size={kilobytes}k")
    try:
        yield lambda: mount(f"remount,size={kilobytes + 8192}k")
    finally:
        # At once, whoever has something open on it.
        subprocess.run(["umount", "-l", str(folder)], check=True, capture_output=True)
        folder.rmdir()


def fill(store: str, path: Path, *, early: bool = False) -> tuple[int, str]:
    """Commit until it is refused; return what was said to be kept, and the key of the refusal."""
    said = 0
    try:
        with closing(STORES[store](path)) as opened:
            for number in range(_MOST_COMMITS):
                said += early
                opened.commit(number)
                said += not early
    except MatcherError as error:
        return said, error.messages[0].key
    return said, ""


def fill_within(store: str, path: Path, kilobytes: int, *, early: bool = False) -> Any:
    """Do the same where no file may grow beyond a size."""

    def filled() -> tuple[int, str]:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, hard))
        return fill(store, path, early=early)

    return told_by_child(filled)
