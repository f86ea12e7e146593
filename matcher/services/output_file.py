"""Writes a file that somebody asked for, whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from matcher.errors import Message, OutputError

_REASONS = {
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "is_folder",
    errno.ENAMETOOLONG: "long_name",
}


def write_file(path: str | os.PathLike[str], data: bytes, name: str) -> Path:
    """Write a file whole or not at all; a pipe or a device takes the bytes.

    Parameters
    ----------
    path
        Where to; a folder that exists takes a file called `name`.
    data
        Its bytes.
    name
        The file's name in a folder.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    OutputError
        When it cannot be written, saying why and what to do.
    """
    target = Path(path)
    try:
        if target.is_dir():
            target /= name
        _write(target, data)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise OutputError(_cannot_write(target, getattr(error, "errno", None))) from error
    return target


def _cannot_write(target: Path, number: int | None) -> Message:
    reason = _REASONS.get(number or 0, "failed")
    detail = os.strerror(number) if number else "-"
    return Message(
        f"error.output.{reason}", file=str(target), folder=str(target.parent), detail=detail
    )


def _write(target: Path, data: bytes) -> None:
    # A pipe or a device must stay what it is, a link must still lead to its file.
    if target.exists() and not target.is_file():
        target.write_bytes(data)
    else:
        _replace(target.resolve() if target.is_symlink() else target, data)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
