"""What strace saw a process and all it started ask of the system: connections and writing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_CALLS = (
    *("connect", "sendto", "sendmsg", "openat", "open", "creat", "ftruncate", "fallocate"),
    *("write", "writev", "pwrite64", "pwritev", "pwritev2", "sendfile", "copy_file_range"),
    *("clone", "clone3", "fork", "vfork"),
)
_STARTS = ("clone(", "clone3(", "fork(", "vfork(")
_LINE = re.compile(r"^(?P<call>\w+)\((?P<said>.*)\)\s+= (?P<result>-?\d+)(?P<rest>.*)$")
_FILE = re.compile(r"^\d+<(/[^>]*)>")
_NO_FILES = ("/dev/", "/proc/", "/memfd:", "/sys/")
_CHANGES = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|TMPFILE)")


@dataclass
class Asked:
    """What was asked for.

    Attributes
    ----------
    connections
        To addresses of a network, that came about.
    refused_connections
        Those that did not.
    bytes_written
        To files that last.
    refused_writes
        Writing, and opening for it, that the system did not let be.
    opened
        Files that were opened to be changed.
    calls
        How much was seen at all.
    """

    connections: int = 0
    refused_connections: int = 0
    bytes_written: int = 0
    refused_writes: int = 0
    opened: list[str] = field(default_factory=list)
    calls: int = 0


def tracer(folder: Path) -> tuple[str, ...]:
    """Return the command before a program that is traced, with a file for each of its threads."""
    folder.mkdir()
    calls = ",".join(_CALLS)
    seen = ("-e", f"trace={calls}", "-e", "signal=none", "-s", "0")
    return ("strace", "-ff", "-y", "--seccomp-bpf", "-qq", *seen, "-o", str(folder / "of"))


def asked_by(folder: Path, pid: int) -> Asked:
    """Return what a process asked for, with its threads and what it started."""
    asked = Asked()
    for thread in _threads_of(folder, pid):
        for line in _lines_of(folder, thread):
            if found := _LINE.match(line):
                asked.calls += 1
                _take(asked, found.groupdict())
    return asked


def _take(asked: Asked, line: Mapping[str, str]) -> None:
    call, said, result = line["call"], line["said"], int(line["result"])
    if call in ("connect", "sendto", "sendmsg"):
        if "AF_INET" in said:
            asked.connections += result >= 0
            asked.refused_connections += result < 0
    elif call in ("open", "openat", "creat"):
        _take_opening(asked, call, said, result, line["rest"])
    elif (file := _FILE.match(said)) and not file[1].startswith(_NO_FILES):
        asked.bytes_written += max(0, result)
        asked.refused_writes += result < 0


def _take_opening(asked: Asked, call: str, said: str, result: int, rest: str) -> None:
    if call != "creat" and not _CHANGES.search(said):
        return
    opened = rest.removeprefix("<").removesuffix(">")
    if result < 0:
        asked.refused_writes += 1
    elif not opened.startswith(_NO_FILES):
        asked.opened.append(opened)


def _threads_of(folder: Path, pid: int) -> Iterator[int]:
    yield pid
    for line in _lines_of(folder, pid):
        if line.startswith(_STARTS) and (found := re.search(r"\)\s+= (\d+)", line)):
            yield from _threads_of(folder, int(found[1]))


def _lines_of(folder: Path, thread: int) -> list[str]:
    path = folder / f"of.{thread}"
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.exists() else []
