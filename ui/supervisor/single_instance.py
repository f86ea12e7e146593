"""One kiosk at a time in one data folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from matcher.errors import MatcherError, Message
from matcher.kiosk_lock import LOCK
from matcher.private_folder import make_data_folder


@contextmanager
def single_instance(data_dir: Path) -> Iterator[None]:
    """Hold the folder for this kiosk; the system lets go of it however the kiosk ends.

    Raises
    ------
    MatcherError
        When another kiosk holds it, or nothing can be written there.
    """
    lock = FileLock(data_dir / LOCK, mode=0o600)
    try:
        make_data_folder(data_dir)
        lock.acquire(timeout=0)
    except Timeout:
        raise MatcherError(Message("screen.kiosk.running", folder=str(data_dir))) from None
    except OSError:
        raise MatcherError(Message("screen.kiosk.no_folder", folder=str(data_dir))) from None
    try:
        yield
    finally:
        lock.release()
