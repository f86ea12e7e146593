"""What the processes of a kiosk begin with."""

from dataclasses import dataclass
from pathlib import Path

from matcher.bootstrap import Settings as Places
from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class SittingStart:
    """Handed to each sitting.

    Attributes
    ----------
    folder
        Where the directory was made ready for sittings.
    settings
        What the window is like.
    """

    folder: Path
    settings: Settings


@dataclass(frozen=True, slots=True)
class StaffStart:
    """Handed to what works with the directory itself: staff's window, and what makes it ready.

    Attributes
    ----------
    places
        Where the program keeps things.
    folder
        Where the directory is made ready for sittings.
    settings
        What the window is like.
    is_sample
        Whether sittings show the invented directory.
    log_level
        From which level on it notes something; a process that was not forked knows of none.
    """

    places: Places
    folder: Path
    settings: Settings
    is_sample: bool = False
    log_level: str = ""
