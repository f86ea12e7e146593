"""Cutting a process off from every network, where the system lets it."""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000

SWITCHES = (
    ("kernel.unprivileged_userns_clone", "0", "1"),
    ("kernel.apparmor_restrict_unprivileged_userns", "1", "0"),
    ("user.max_user_namespaces", "0", "10000"),
)
"""Switches of the system that may forbid it: each with what forbids it, and what allows it."""


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


def what_would_allow(switches: Path = Path("/proc/sys")) -> tuple[str, ...]:
    """Return lines for ``sysctl`` that allow what some switch of the system forbids now.

    Parameters
    ----------
    switches
        The folder with the switches; one that is not there forbids nothing.
    """
    return tuple(
        f"{name} = {allows}"
        for name, forbids, allows in SWITCHES
        if _value(switches.joinpath(*name.split("."))) == forbids
    )


def _value(switch: Path) -> str:
    try:
        return switch.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _unshare(flags: int) -> bool:
    return bool(ctypes.CDLL(None, use_errno=True).unshare(flags) == 0)
