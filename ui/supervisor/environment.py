"""The environment of a kiosk: only names that are known, whatever the program was started with."""

import os
import sys
from collections.abc import Mapping

_NAMES = frozenset(
    {
        *("HOME", "USER", "LOGNAME", "PATH", "LANG", "TZ", "TMPDIR"),
        *("DISPLAY", "XAUTHORITY"),
        *("XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"),
        # A screen reader hears of windows by these.
        *("DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"),
        *("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_ACCESSIBILITY"),
        *("RAPPORT_DATA_DIR", "RAPPORT_DATABASE", "OPENBLAS_NUM_THREADS"),
        # Where systemd hands over the key that signs copies of the directory.
        "CREDENTIALS_DIRECTORY",
        # What programs on Windows do not run without.
        *("SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "COMSPEC", "PATHEXT", "USERPROFILE", "USERNAME"),
        *("APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "TEMP", "TMP", "NUMBER_OF_PROCESSORS"),
    }
)

# Of Qt's ways to show a window one lets anybody on the network look on, and that of Wayland writes
# pictures as files, which a sitting may not: there it goes by X too, which Xwayland brings.
_VALUES = {"QT_QPA_PLATFORM": frozenset({"xcb", "offscreen"})}

_STARTED_ANEW = "_RAPPORT_STARTED_ANEW"
"""Holds the number of the process that was started once more: it keeps its number."""


def allowed(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a kiosk keeps of an environment."""
    return {name: value for name, value in environment.items() if _is_allowed(name, value)}


def start_clean() -> None:
    """Go on only in an allowed environment: this program is started once more, if need be.

    Never twice: the frozen program's own loader adds to the environment each time it starts.
    """
    number = str(os.getpid())
    is_anew = os.environ.pop(_STARTED_ANEW, "") == number
    kept = allowed(os.environ)
    if sys.platform == "linux" and not is_anew and kept != dict(os.environ):
        # What was loaded before is still here, and so is what it was told.
        command = _own_command()
        os.execve(command[0], command, {**kept, _STARTED_ANEW: number})  # noqa: S606 - there is no shell
    for name in os.environ.keys() - kept.keys():
        del os.environ[name]


def _is_allowed(name: str, value: str) -> bool:
    if name in _VALUES:
        return value in _VALUES[name]
    return name.upper() in _NAMES or name.startswith("LC_")


def _own_command() -> list[str]:
    """Return the words that start this program again, without what a person's folder adds."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, "-s", *sys.orig_argv[1:]]
