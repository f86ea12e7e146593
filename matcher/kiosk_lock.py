"""Whether a kiosk runs in a data folder: it holds a file there as long as it does."""

from pathlib import Path

from filelock import FileLock, Timeout

LOCK = "kiosk.lock"
"""The name of that file."""


def kiosk_runs_in(data_dir: Path) -> bool:
    """Tell whether one does; nothing is made."""
    path = data_dir / LOCK
    if not path.exists():
        return False
    lock = FileLock(path, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):  # it is held; or it is somebody else's, and may be
        return True
    lock.release()
    return False
