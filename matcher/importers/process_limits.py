"""Limits that a process puts on itself before it reads what strangers wrote.

The system holds them where it knows them: memory on Linux, the others on Linux and macOS. On
Windows only Python itself refuses, as it does everywhere, to write, to call out and to start
programs.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

MEMORY_MB = 400
"""Memory for reading, beyond what the program itself takes."""

_STATISTICS = Path("/proc/self/statm")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = (
    "socket.", "subprocess.", "shutil.", "os.system", "os.exec", "os.fork", "os.posix_spawn",
    "os.startfile", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
    "os.truncate", "os.chmod", "os.chown", "os.utime",
)  # fmt: skip
"""How the events of Python begin that reading a file never needs."""


def limit_this_process(seconds: int | None) -> None:
    """Take away the right to write files, to start processes and to fill the memory.

    Parameters
    ----------
    seconds
        Time on the processor from now on; ``None`` for as much as it takes.
    """
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    if (used := _memory_used(resource.getpagesize())) is not None:
        limits[resource.RLIMIT_AS] = used + MEMORY_MB * 1024 * 1024
    if seconds is not None:
        spent = resource.getrusage(resource.RUSAGE_SELF)
        limits[resource.RLIMIT_CPU] = int(spent.ru_utime + spent.ru_stime) + 1 + seconds
    for limit, amount in limits.items():
        # Where somebody has set a lower one, that one stays.
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (amount, amount))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        flags = arguments[2]
        refused = isinstance(flags, int) and bool(flags & _WRITING)
    else:
        refused = event.startswith(_REFUSED)
    if refused:
        raise PermissionError(event)


def _memory_used(page: int) -> int | None:
    try:
        return int(_STATISTICS.read_text(encoding="ascii").split()[0]) * page
    except (OSError, ValueError, IndexError):
        return None
