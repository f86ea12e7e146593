"""What the processes of a kiosk begin with."""

from dataclasses import dataclass
from pathlib import Path

from matcher.bootstrap import Places
from matcher.directory.copy_file import CopyTrust
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
    trust
        Which copies there are this computer's own.
    """

    folder: Path
    settings: Settings
    trust: CopyTrust


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
    """Handed to what makes the directory ready for sittings, and to what sees when it is due.

    Attributes
    ----------
    places
        Where the program keeps things.
    folder
        Where the directory is made ready.
    trust
        As in `SittingStart`.
    is_sample
        Whether it is the invented one.
    log_level
        As in `StaffStart`.
    """

    places: Places
    folder: Path
    trust: CopyTrust
    is_sample: bool = False
    log_level: str = ""
