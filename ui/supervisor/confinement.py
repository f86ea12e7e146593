"""What a process that holds answers gives up before it holds any: files, the network, debuggers."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

from matcher.network_part import leave_network

NETWORK, FILES, CORES, DEBUGGERS, PARENT, PRIVILEGES = (
    *("network", "files", "cores", "debuggers", "parent", "privileges"),
)
"""What can be given up, as `confine` names what the system did not let it."""

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_CAPABILITIES_OF_TODAY = 0x20080522


def confine(parent: int) -> tuple[str, ...]:
    """Give up all that a sitting does not need, for good; call it while there is one thread.

    Should a file be made all the same, only this person may read it; and Python keeps no bytecode.

    Parameters
    ----------
    parent
        The process id of the supervisor, with which this process ends.

    Returns
    -------
    tuple[str, ...]
        What the system would not let it give up.
    """
    os.umask(0o077)
    sys.dont_write_bytecode = True
    # The order matters: another user namespace takes back what is said to end with the parent.
    refused = [] if leave_network() else [NETWORK]
    steps: dict[str, Callable[[], bool]] = {
        PRIVILEGES: _drop_privileges,
        CORES: leave_no_core,
        FILES: lambda: _limit("RLIMIT_FSIZE", 0),
        DEBUGGERS: lambda: _control(_PR_SET_DUMPABLE, 0),
        PARENT: lambda: end_with(parent),
    }
    refused += [what for what, give_up in steps.items() if not give_up()]
    return tuple(refused)


def leave_no_core() -> bool:
    """Let nothing of what this process holds be written down when it dies; tell whether it is so.

    One byte is less than the smallest core file there is, and it tells Linux to hand nothing to
    another program either, which a limit of none does not.
    """
    return _limit("RLIMIT_CORE", 1)


def end_with(parent: int) -> bool:
    """Let the system end this process with its parent; tell whether it will."""
    is_so = _control(_PR_SET_PDEATHSIG, signal.SIGKILL) if sys.platform == "linux" else False
    if is_so and os.getppid() != parent:
        os._exit(1)  # it ended before it could be asked for
    return is_so


def _control(option: int, value: int) -> bool:
    if sys.platform != "linux":
        return False
    return bool(_libc().prctl(option, value, 0, 0, 0) == 0)


def _limit(name: str, most: int) -> bool:
    try:
        import resource
    except ImportError:  # Windows has none
        return False
    limit = getattr(resource, name)
    _, hard = resource.getrlimit(limit)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(limit, (most, most))
    return True


def _drop_privileges() -> bool:
    """Be no more than any program of this person, and start none that is more."""
    if not _control(_PR_SET_NO_NEW_PRIVS, 1):
        return False
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_OF_TODAY, 0)
    nothing = (ctypes.c_uint32 * 6)()
    return bool(_libc().capset(header, nothing) == 0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
