"""What the computer itself gives: room on its disk, what a window stands on, a voice."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from matcher.bundled import bundled_toml
from matcher.errors import Message
from matcher.services.check import Check, Status

LEAST_ROOM_MB = 200
"""A backup, a copy of the directory and a few sheets find room in it."""

_VOICES = ("espeak-ng", "spd-say")


def computer_checks(folder: Path) -> Iterator[Check]:
    """Look at what the program stands on; nothing is made or changed.

    Parameters
    ----------
    folder
        A folder that is there, on the disk that the program's data lies on.
    """
    yield disk_check(folder)
    if sys.platform == "linux":
        yield libraries_check()
        yield voice_check()


def disk_check(folder: Path) -> Check:
    """Look whether there is room; a try of the PIN needs some too."""
    room = shutil.disk_usage(folder).free // 1_000_000
    if room < LEAST_ROOM_MB:
        message = Message("doctor.disk.full", n=room)
        return Check("disk", Status.WARNING, message, Message("doctor.disk.remedy"))
    return Check("disk", Status.OK, Message("doctor.disk.ok"))


def libraries_check(is_there: Callable[[str], bool] | None = None) -> Check:
    """Look whether the system has what Qt asks it for; the commands do without.

    Parameters
    ----------
    is_there
        Tells whether a library can be loaded; left out, it is tried.
    """
    is_there = is_there or _can_be_loaded
    missing = [package for file, package in window_libraries() if not is_there(file)]
    if missing:
        packages = " ".join(missing)
        message = Message("doctor.libraries.missing", n=len(missing))
        remedy = Message("doctor.libraries.remedy", packages=packages)
        return Check("libraries", Status.WARNING, message, remedy)
    return Check("libraries", Status.OK, Message("doctor.libraries.ok"))


def window_libraries() -> Iterator[tuple[str, str]]:
    """Give each library that a window needs, and the package of Debian that holds it."""
    for libraries in bundled_toml("system", "libraries.toml").values():
        yield from libraries.items()


def voice_check() -> Check:
    """Look for a voice; whoever does without misses nothing, so this is never more than a word."""
    has_voice = any(shutil.which(voice) for voice in _VOICES)
    return Check("voice", Status.OK, Message(f"doctor.voice.{'ok' if has_voice else 'none'}"))


def _can_be_loaded(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
