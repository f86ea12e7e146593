"""One kiosk at a time in one data folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from matcher.errors import MatcherError, Message

_FILE = "kiosk.lock"


@contextmanager
def single_instance(data_dir: Path) -> Iterator[None]:
    """Hold the folder for this kiosk; the system lets go of it however the kiosk ends.

    Raises
    ------
    MatcherError
        When another kiosk holds it, or nothing can be written there.
    """
    lock = FileLock(data_dir / _FILE, mode=0o600)
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise MatcherError(Message("screen.kiosk.running", folder=str(data_dir))) from None
    except OSError:
        raise MatcherError(Message("screen.kiosk.no_folder", folder=str(data_dir))) from None
    try:
        yield
    finally:
        lock.release()
