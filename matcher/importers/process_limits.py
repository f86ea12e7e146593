"""Limits that a process puts on itself before it reads what strangers wrote.

They hold where the system knows them: memory on Linux, the others on Linux and macOS. Windows
has none of them.
"""

from contextlib import suppress
from pathlib import Path

MEMORY_MB = 400
"""Memory for reading, beyond what the program itself takes."""

_STATISTICS = Path("/proc/self/statm")


def limit_this_process(seconds: int | None) -> None:
    """Take away the right to write files, to start processes and to fill the memory.

    Parameters
    ----------
    seconds
        Time on the processor from now on; ``None`` for as much as it takes.
    """
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


def _memory_used(page: int) -> int | None:
    try:
        return int(_STATISTICS.read_text(encoding="ascii").split()[0]) * page
    except (OSError, ValueError, IndexError):
        return None
