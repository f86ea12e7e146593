"""What the processes of a kiosk begin with."""

from dataclasses import dataclass
from pathlib import Path

from matcher.bootstrap import Places
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
    """Handed to the staff window.

    Attributes
    ----------
    places
        Where the program keeps things.
    settings
        What the window is like.
    log_level
        From which level on it notes something; a process that was not forked knows of none.
    """

    places: Places
    settings: Settings
    log_level: str = ""


@dataclass(frozen=True, slots=True)
class HelperStart:
    """Handed to what makes the directory ready for sittings.

    Attributes
    ----------
    places
        Where the program keeps things.
    folder
        Where the directory is made ready.
    is_sample
        Whether it is the invented one.
    log_level
        As in `StaffStart`.
    """

    places: Places
    folder: Path
    is_sample: bool = False
    log_level: str = ""
