"""Folders of the program's own, for their owner's eyes alone."""

from pathlib import Path


def make_data_folder(folder: Path) -> None:
    """Make the data folder where it is missing.

    Raises
    ------
    OSError
        When it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private(folder: Path) -> None:
    """Make a folder in the data folder where it is missing, and the data folder too.

    Raises
    ------
    OSError
        When one of them cannot be made.
    """
    # A folder that is made on the way to another has the usual rights, whatever that one has.
    make_data_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
