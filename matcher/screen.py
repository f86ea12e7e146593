"""Whether there is a screen to open a window on."""

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""What says so on Linux; elsewhere there always is one."""

_OF_THIS_COMPUTER = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
"""A screen of X by its number."""


def has_screen(environ: Mapping[str, str]) -> bool:
    """Tell whether a screen is named; without one Qt itself would end the process."""
    return sys.platform != "linux" or any(environ.get(name) for name in _NAMES)


def screen_name(environ: Mapping[str, str]) -> str:
    """Return how the screen is named, as ``DISPLAY=:0``; ``""`` where none is."""
    return " ".join(f"{name}={environ[name]}" for name in _NAMES if environ.get(name))


def screen_answers(environ: Mapping[str, str]) -> bool:
    """Tell whether what shows windows still takes connections; where nobody can tell, it does."""
    found = _doors(environ) if sys.platform == "linux" else []
    return not found or any(map(_is_open, found))


def _doors(environ: Mapping[str, str]) -> list[str]:
    """Return where it takes connections; none if any way to it is not known here."""
    display, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    way = environ.get("QT_QPA_PLATFORM", "")
    doors: list[str] = []
    if display and way in {"", "xcb"}:
        local = _OF_THIS_COMPUTER.fullmatch(display)
        if local is None:
            return []
        path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where X has it
        doors += [path, f"\0{path}"]
    if wayland and way in {"", "wayland"}:
        doors.append(str(Path(environ.get("XDG_RUNTIME_DIR", ""), wayland)))
    return doors


def _is_open(door: str) -> bool:
    try:
        line = socket.socket(socket.AF_UNIX)
    except OSError:
        return True  # too much is open here: that says nothing of the screen
    try:
        with line:
            line.setblocking(False)
            line.connect(door)
    except BlockingIOError:
        return True  # it is only busy: as many wait as may
    except OSError:
        return False
    return True
