"""A directory on a server is watched, for whoever stands on what was made of it."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from time import sleep

from matcher.errors import MatcherError, StoreError
from matcher.services.directory.directory import Directory
from matcher.services.directory.sitting_directory import stamp_now
from matcher.store import Database

LOOKS_APART_SECONDS = 2.0
"""Seconds between two looks."""

PATIENCE_SECONDS = 5.0
"""Seconds after which an answer of the server is no longer waited for."""

_CUT_OFF = frozenset(f"error.store.{why}" for why in ("away", "no_connection_left"))
"""Why the server was not there. One that ends what takes it too long is, and answers looks."""


class Witness:
    """Who is told how each look went; this one does nothing with it."""

    def look(self) -> None:
        """Hear that a look is taken: nothing hangs."""

    def answered(self, database: Database, *, is_newest: bool) -> None:
        """Hear that the server answered, and whether what was made ready is of its newest state."""

    def unreached(self) -> None:
        """Hear that it did not, or not as it should."""


def wait_for_change(
    directory: Directory,
    address: str,
    made: str,
    witness: Witness | None = None,
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
    witness
        Is told how each look went.
    pause
        Waits for some seconds.
    """
    witness = witness or Witness()
    while True:
        try:
            with ExitStack() as open_:
                database = open_.enter_context(closing(Database(address, PATIENCE_SECONDS)))
                while True:
                    witness.look()
                    with database.reading() as work:
                        state = work.stamp
                    is_newest = stamp_now(directory, state) == made
                    witness.answered(database, is_newest=is_newest)
                    if not is_newest:
                        return
                    pause(LOOKS_APART_SECONDS)
        except StoreError:
            witness.look()
            witness.unreached()
            pause(LOOKS_APART_SECONDS)


def is_cut_off(error: Exception) -> bool:
    """Tell whether work failed as the server was not there for it: a look shows when it is back.

    That of one that answers, and says why it does not, shows nothing.
    """
    return isinstance(error, MatcherError) and error.messages[0].key in _CUT_OFF
