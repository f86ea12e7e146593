"""Tells whether a file is still the one that was looked at before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_BLOCK = 1 << 20
_BLOCKS = 64
"""So many are read of a file; of one that has more, so many that lie evenly apart."""


@dataclass(frozen=True, slots=True)
class FileMark:
    """What a file, or all files of a folder, had when somebody looked.

    Attributes
    ----------
    size
        In bytes.
    changed_at
        When it was last written, in billionths of a second.
    digest
        Of what stands in it.
    """

    size: int = 0
    changed_at: int = 0
    digest: str = ""


def mark_of(path: Path) -> FileMark:
    """Return the mark of a file or folder; an empty one when it cannot be read.

    Why it cannot be read is said when it is read.
    """
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        return _mark(file for file in files if file.is_file())
    except OSError:
        return FileMark()


def _mark(files: Iterator[Path]) -> FileMark:
    digest, size, changed_at = sha256(), 0, 0
    for file in files:
        stat = file.stat()
        size, changed_at = size + stat.st_size, max(changed_at, stat.st_mtime_ns)
        digest.update(f"{file.name}\n{stat.st_size}\n".encode("utf-8", "surrogateescape"))
        for block in _blocks(file, stat.st_size):
            digest.update(block)
    return FileMark(size, changed_at, digest.hexdigest())


def _blocks(file: Path, size: int) -> Iterator[bytes]:
    with file.open("rb") as opened:
        if size <= _BLOCKS * _BLOCK:
            while block := opened.read(_BLOCK):
                yield block
            return
        for number in range(_BLOCKS):
            opened.seek(number * (size - _BLOCK) // (_BLOCKS - 1))
            yield opened.read(_BLOCK)
