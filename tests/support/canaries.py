"""Words that nobody else says, looked for in files and in the memory of processes."""

import base64
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LARGEST = 64 << 20
"""Bytes of a file that is looked into."""


def forms_of(word: str) -> tuple[bytes, ...]:
    """Return all the ways in which a word may stand in a file: as letters, and encoded."""
    plain = word.encode()
    wide = word.encode("utf-16-le")
    # Within longer text it may begin at any of three places of a group of four letters.
    based = (base64.b64encode(b"\0" * at + plain)[4 * bool(at) :] for at in range(3))
    return (plain, wide, plain.hex().encode(), *(each.rstrip(b"=")[:-1] for each in based))


def count_in(data: bytes, words: Iterable[str]) -> int:
    """Return how often any of the words stands in some bytes, in whatever form."""
    return sum(data.count(form) for word in words for form in forms_of(word))


def count_in_file(path: Path, words: Sequence[str]) -> int:
    """Return how often any of the words stands in a file, in what it packs, or in its name."""
    found = count_in(os.fsencode(path.name), words)
    try:
        if not path.is_file() or path.is_symlink() or path.stat().st_size > _LARGEST:
            return found
        data = path.read_bytes()
    except OSError:
        return found  # it has gone meanwhile
    found += count_in(data, words) + count_in(data.lower(), words) * (data.lower() != data)
    for stream in _STREAM.findall(data):
        found += count_in(_unpacked(stream), words)
    if data.startswith(b"%PDF"):
        found += count_in(_said_by_pdf(data).encode(), words)
    return found


def count_in_memory(pid: int, words: Sequence[str]) -> int:
    """Return how often any of the words stands in the memory of a process.

    Raises
    ------
    PermissionError
        When its memory may not be read.
    """
    forms = [form for word in words for form in (word.encode(), word.encode("utf-16-le"))]
    return count_bytes_in_memory(pid, forms)


def count_bytes_in_memory(pid: int, forms: Sequence[bytes]) -> int:
    """Return how often any of some bytes stand in the memory of a process; see above."""
    return sum(part.count(form) for part in _memory_of(pid) for form in forms)


def files_in(folders: Iterable[Path]) -> Iterator[Path]:
    """Give all files in folders, and in folders within them."""
    for folder in folders:
        for path, _, names in os.walk(folder):
            for name in names:
                yield Path(path, name)


def new_files(folders: Iterable[Path], since: float) -> list[Path]:
    """Return files that were made or changed since a moment, of folders whose others are many."""
    found = []
    for path in (path for folder in folders for path in folder.glob("*")):
        try:
            if path.is_file() and path.stat().st_mtime >= since:
                found.append(path)
        except OSError:
            continue
    return found


def _memory_of(pid: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            place, rights, *_, name = (line + " -").split(maxsplit=5)
            if "r" not in rights or name.startswith(("[vvar", "[vsyscall")):
                continue
            start, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except (OSError, OverflowError, ValueError):
                continue  # of a device, or gone meanwhile


def _unpacked(stream: bytes) -> bytes:
    for data in (stream, _of_85_letters(stream)):
        try:
            return zlib.decompressobj().decompress(data)
        except zlib.error:
            continue
    return b""


def _of_85_letters(stream: bytes) -> bytes:
    try:
        return base64.a85decode(stream.removesuffix(b"~>"))
    except ValueError:
        return b""


def _said_by_pdf(data: bytes) -> str:
    try:
        return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)
    except PyPdfError:
        return ""
