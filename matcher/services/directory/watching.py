"""A directory on a server is watched, for whoever stands on what was made of it."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from time import sleep

from matcher.errors import StoreError
from matcher.services.directory.directory import Directory
from matcher.services.directory.sitting_directory import stamp_now
from matcher.store import Database

LOOKS_APART = 2.0
"""Seconds between two looks."""

PATIENCE = 5.0
"""Seconds after which an answer of the server is no longer waited for."""


def wait_for_change(
    directory: Directory,
    address: str,
    made: str,
    tell: Callable[[], None] = lambda: None,
    pause: Callable[[float], None] = sleep,
) -> None:
    """Return once a directory is another than the one that was made ready.

    As long as the server does not answer, it is asked again and again.

    Parameters
    ----------
    directory
        The directory, by whose limits and areas it was made ready.
    address
        Of its server.
    made
        The name of what was made ready, as of `stamp_made_ready`.
    tell
        Called at each look: it is not hanging.
    pause
        Waits for some seconds.
    """
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
