"""Cutting a process off from every network, where the system lets it."""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def leave_network() -> bool:
    """Go where there is no network at all, not even of this computer with itself.

    Call it while there is one thread; there is no way back.

    Returns
    -------
    bool
        Whether the system let it.
    """
    if sys.platform != "linux":
        return False
    user, group = os.geteuid(), os.getegid()
    if user == 0 and _unshare(_NEW_NETWORK):
        return True
    if not _unshare(_NEW_USER | _NEW_NETWORK):
        return False
    # Without a name files of the group may be out of reach; the network is all the same.
    with suppress(OSError):
        for name, line in {
            "setgroups": "deny",
            "uid_map": f"{user} {user} 1",
            "gid_map": f"{group} {group} 1",
        }.items():
            Path("/proc/self", name).write_bytes(line.encode())
    return True


def can_leave_network() -> bool | None:
    """Try it in a process of its own; ``None`` where no system call is for that."""
    if sys.platform != "linux":
        return None
    child = os.fork()
    if child == 0:
        # Nothing but this: what else there is in the process belongs to the other one.
        os._exit(0 if leave_network() else 1)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _unshare(flags: int) -> bool:
    return bool(ctypes.CDLL(None, use_errno=True).unshare(flags) == 0)
