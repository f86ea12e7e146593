"""Whether there is a screen to open a window on."""

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from matcher.errors import Message

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
    found = _doors(environ) if sys.platform == "linux" else None
    return found is None or any(map(_is_open, found))


def why_no_window(environ: Mapping[str, str]) -> Message:
    """Return that no window can be opened on the screen that is named, or that none is."""
    screen = screen_name(environ)
    return Message("screen.start.shut" if screen else "screen.start.no_display", screen=screen)


def _doors(environ: Mapping[str, str]) -> list[str] | None:
    """Return where it takes connections; ``None`` if any way to it is not known here."""
    display, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    ways = {re.split("[:-]", way)[0] for way in environ.get("QT_QPA_PLATFORM", "").split(";")}
    if ways == {""}:  # Qt then takes what is named
        ways = {way for way, name in (("xcb", display), ("wayland", wayland)) if name}
    if not ways or not ways <= {"xcb", "wayland"} or environ.get("WAYLAND_SOCKET"):
        return None
    doors: list[str] = []
    if "xcb" in ways and display:
        local = _OF_THIS_COMPUTER.fullmatch(display)
        if local is None:
            return None
        path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where X has it
        doors += [path, f"\0{path}"]
    if "wayland" in ways:
        folder = environ.get("XDG_RUNTIME_DIR", "")
        doors.append(str(Path(folder, wayland or "wayland-0")))
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
