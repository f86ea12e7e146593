"""What a process did to files, in order, as strace saw it: the material of a power cut."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from support.source import program_environment

_CALLS = (
    "openat", "open", "creat", "write", "pwrite64", "writev", "lseek", "ftruncate", "fsync",
    "fdatasync", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat",
)  # fmt: skip
_LINE = re.compile(
    r"^(?:\d+ +)?(?P<call>\w+)\((?P<given>.*)\) += (?P<result>-?\d+)(?:<(?P<opened>[^>]*)>)?"
)
_FILE = re.compile(r"^\w+<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_LONGEST = 1 << 22


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done.

    Attributes
    ----------
    kind
        ``make`` (unless it is there), ``nameless``, ``write``, ``truncate``, ``sync``, ``name``,
        ``rename``, ``unname``, or ``say``, which is to write to standard output.
    path
        What it was done to, by its name at that moment.
    at
        Where in the file; of a truncation, the new length.
    data
        What was written.
    other
        The new name.
    """

    kind: str
    path: str
    at: int = 0
    data: bytes = b""
    other: str = ""


def missing_tracer() -> str:
    """Say why nothing can be traced here; ``""`` where it can."""
    if sys.platform != "linux":
        return "ONLY LINUX HAS STRACE"
    if shutil.which("strace") is None:
        return "NO STRACE: run `sh .ci/setup test`"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "STRACE MAY NOT TRACE HERE"


def trace(module: str, arguments: Sequence[str], folder: Path) -> list[Event]:
    """Run a module of ours and return what it did to the files below a folder, and said."""
    told = folder.with_name(f"{folder.name}.trace")
    strace = ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", str(_LONGEST)]
    subprocess.run(
        [*strace, "-e", f"trace={','.join(_CALLS)}", "-e", "signal=none", "-o", str(told),
         sys.executable, "-m", module, *arguments],
        env=program_environment(), stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    with told.open(encoding="ascii") as lines:
        return [*_events(lines, f"{folder}/")]


def _events(lines: Iterable[str], below: str) -> Iterator[Event]:
    places: dict[str, int] = {}
    for line in lines:
        match = _LINE.match(line)
        if match is None or int(match["result"]) < 0:
            continue
        if match["given"].startswith("1<") and match["call"] == "write":
            yield Event("say", "", data=_texts(match)[0])
            continue
        for event in _told(match, places):
            if f"{event.path}/".startswith(below) and not event.path.endswith("-shm"):
                yield event


def _told(match: re.Match[str], places: dict[str, int]) -> Iterator[Event]:
    call, given, result = match["call"], match["given"], int(match["result"])
    named = _FILE.match(given)
    path = _plain(named[1]) if named else ""
    if call in {"openat", "open", "creat"}:
        yield from _opened(match, places)
    elif call == "lseek":
        places[path] = result
    elif call in {"write", "writev"}:
        yield Event("write", path, places.get(path, 0), b"".join(_texts(match))[:result])
        places[path] = places.get(path, 0) + result
    elif call == "pwrite64":
        yield Event("write", path, _last_number(given), _texts(match)[0][:result])
    elif call == "ftruncate":
        yield Event("truncate", path, _last_number(given))
    elif call in {"fsync", "fdatasync"}:
        yield Event("sync", path)
    else:
        yield _renamed(call, path, [os.fsdecode(text) for text in _texts(match)])


def _opened(match: re.Match[str], places: dict[str, int]) -> Iterator[Event]:
    path = _plain(match["opened"] or "")
    places[path] = 0
    if "O_TMPFILE" in match["given"]:
        yield Event("nameless", path)
    elif "O_CREAT" in match["given"]:
        yield Event("make", path)
    if "O_TRUNC" in match["given"]:
        yield Event("truncate", path, 0)


def _renamed(call: str, path: str, names: list[str]) -> Event:
    if call.startswith("unlink"):
        return Event("unname", names[0])
    if call.startswith("rename"):
        return Event("rename", names[0], other=names[1])
    # What has no name yet is linked by its number; its folder is the open file itself.
    return Event("name", path if names[0].startswith("/proc/") else names[0], other=names[1])


def _texts(match: re.Match[str]) -> list[bytes]:
    return [_bytes(text) for text in _TEXT.findall(match["given"])]


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _plain(text: str) -> str:
    return os.fsdecode(_bytes(text)) if text.startswith("\\x") else text


def _last_number(given: str) -> int:
    return int(given.rpartition(", ")[2])
