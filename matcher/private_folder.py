"""A folder of the program's own, for its owner's eyes alone."""

from pathlib import Path


def make_private(folder: Path) -> None:
    """Make a folder in the data folder where it is missing, and the data folder too.

    Raises
    ------
    OSError
        When one of them cannot be made.
    """
    # A folder that is made on the way to another has the usual rights, whatever that one has.
    for each in (folder.parent, folder):
        each.mkdir(mode=0o700, parents=True, exist_ok=True)
