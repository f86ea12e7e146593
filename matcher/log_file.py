"""A log on disk: private, small, and shared by processes without a line lost."""

import os
from contextlib import suppress
from pathlib import Path

from matcher.private_folder import make_private

_FLAGS = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    # Neither led elsewhere by a link nor kept waiting by a pipe without a reader.
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


class LogFile:
    """Takes lines; begins a new file when one is full, and keeps a few of the old ones.

    Each line is one write at the end of a file that is opened for it: of two processes neither can
    overwrite the other's, and none goes on writing to a file that was put aside long ago.

    Parameters
    ----------
    path
        The newest file; older ones have a number behind their names.
    most
        Bytes after which a new one is begun.
    kept
        How many files there are in all.
    """

    def __init__(self, path: Path, most: int = 200_000, kept: int = 5) -> None:
        self.path = path
        self._most = most
        self._kept = kept

    def write(self, line: str) -> None:
        """Put a line at the end.

        Raises
        ------
        OSError
            When there is no room or no right to.
        """
        make_private(self.path.parent)
        file = os.open(self.path, _FLAGS, 0o600)
        try:
            os.write(file, f"{line}\n".encode("ascii", "backslashreplace"))
            is_full = os.fstat(file).st_size > self._most
        finally:
            os.close(file)
        if is_full:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Put the full file aside, unless another process is doing it."""
        from filelock import FileLock

        lock = self.path.with_name(f".{self.path.name}.lock")
        with suppress(OSError), FileLock(lock, timeout=0, mode=0o600):
            if self.path.stat().st_size <= self._most:
                return  # another process has done it
            for number in range(self._kept - 1, 0, -1):
                with suppress(FileNotFoundError):
                    self._named(number - 1).replace(self._named(number))

    def _named(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}") if number else self.path
