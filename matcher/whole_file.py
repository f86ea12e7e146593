"""A file that has all its bytes before it has a name: it appears whole, or not at all."""

import errno
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

_UNKNOWN = frozenset({errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL})
"""What a file system says of what it does not know: links, or a folder that is kept for good."""


class WholeFile:
    """A new file in a folder, for its owner alone.

    Where the system can, it has no name at all until the end: whatever ends the program before,
    nothing of it is left.

    Parameters
    ----------
    folder
        Where it will be.
    write
        Given the open file; may be called again where a file without a name cannot have one.
    """

    def __init__(self, folder: Path, write: Callable[[BinaryIO], object]) -> None:
        self._folder = folder
        self._write = write
        self._nameless = _open_nameless(folder)
        self._part: Path | None = None

    def __enter__(self) -> Self:
        try:
            if self._nameless is None:
                self._write_part()
            else:
                _fill(self._nameless, self._write)
        except BaseException:
            self._leave_nothing()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._leave_nothing()

    @property
    def path(self) -> Path:
        """Where it can be read before it has its name."""
        return self._part or Path(f"/proc/self/fd/{self._nameless}")

    def take(self, name: Path) -> None:
        """Give it a name that is free.

        Raises
        ------
        FileExistsError
            When it is not.
        """
        self._take(name)
        keep_names(name.parent)

    def _take(self, name: Path) -> None:
        if self._part is None:
            try:
                self._link_nameless(name)
            except FileExistsError:
                raise
            except OSError:
                self._write_part()
            else:
                return
        assert self._part is not None
        try:
            os.link(self._part, name)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise
            os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            self._part.replace(name)

    def replace(self, name: Path) -> None:
        """Give it the name of another file, which is gone then."""
        if self._part is None:
            part = self._folder / f".{secrets.token_hex(8)}.part"
            try:
                self._link_nameless(part)
                self._part = part
            except OSError:
                self._write_part()
        assert self._part is not None
        _rename(self._part, name)

    def _link_nameless(self, name: Path) -> None:
        assert self._nameless is not None
        # Only with a folder named does a link to an open file lead to the file itself.
        os.link(f"/proc/self/fd/{self._nameless}", name, src_dir_fd=self._nameless)

    def _write_part(self) -> None:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
        self._part = Path(name)
        try:
            _fill(handle, self._write)
        finally:
            os.close(handle)

    def _leave_nothing(self) -> None:
        if self._nameless is not None:
            os.close(self._nameless)
            self._nameless = None
        if self._part is not None:
            self._part.unlink(missing_ok=True)


def put_in_place(new: Path, target: Path) -> None:
    """Give a finished file the name of another, or a free one; nobody ever sees half of it.

    Parameters
    ----------
    new
        In a folder on the same disk.
    target
        What it is called then; what was called so is gone.

    Raises
    ------
    OSError
        When it cannot have that name; what was there is there still.
    """
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    _rename(new, target)


def keep_names(folder: Path) -> None:
    """Let the names in a folder outlast a loss of power, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # one may write in it and not look into it, or the system opens no folder
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise
    finally:
        os.close(handle)


def _rename(new: Path, target: Path) -> None:
    new.replace(target)
    keep_names(target.parent)


def _open_nameless(folder: Path) -> int | None:
    without_name: int | None = getattr(os, "O_TMPFILE", None)
    if without_name is None:
        return None
    try:
        return os.open(folder, without_name | os.O_WRONLY, 0o600)
    except OSError:
        return None


def _fill(handle: int, write: Callable[[BinaryIO], object]) -> None:
    with os.fdopen(handle, "wb", closefd=False) as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
