"""A directory on a server is watched, for whoever stands on what was made of it."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from time import sleep

from matcher.errors import StoreError
from matcher.services.directory.directory import Directory
from matcher.services.directory.sitting_directory import stamp_made_ready, stamp_now
from matcher.store import Database

LOOKS_APART = 2.0
"""Seconds between two looks."""

PATIENCE = 5.0
"""Seconds after which an answer of the server is no longer waited for."""


def wait_for_change(
    directory: Directory,
    address: str,
    folder: Path,
    tell: Callable[[], None] = lambda: None,
    pause: Callable[[float], None] = sleep,
) -> None:
    """Return once a directory is another than the one that was made ready in a folder.

    As long as the server does not answer, it is asked again and again.

    Parameters
    ----------
    directory
        The directory, by whose limits and areas it was made ready.
    address
        Of its server.
    folder
        Where it was made ready for sittings.
    tell
        Called at each look: it is not hanging.
    pause
        Waits for some seconds.
    """
    made = stamp_made_ready(folder)
    while True:
        try:
            with ExitStack() as open_:
                database = open_.enter_context(closing(Database(address, PATIENCE)))
                while True:
                    tell()
                    with database.reading() as work:
                        state = work.stamp
                    if stamp_now(directory, state) != made:
                        return
                    pause(LOOKS_APART)
        except StoreError:
            tell()
            pause(LOOKS_APART)
