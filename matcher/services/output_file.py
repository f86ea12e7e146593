"""Writes a file that somebody asked for, whole or not at all."""

import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import Message, OutputError

PDF_BEGINS = b"%PDF-"

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


@dataclass(frozen=True, slots=True)
class OutputKind:
    """A kind of file that the program writes.

    Attributes
    ----------
    name
        What such a file is called in a folder.
    begins
        How every file of this kind begins: another file in its place is left alone.
    """

    name: str
    begins: bytes


def write_file(path: str | os.PathLike[str], data: bytes, kind: OutputKind) -> Path:
    """Write a file whole or not at all; a pipe or a device takes the bytes.

    Parameters
    ----------
    path
        Where to; a folder that exists takes a file under its usual name. A file of the same kind is
        replaced, and so is an empty one.
    data
        Its bytes.
    kind
        What kind of file it is.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    OutputError
        When it cannot be written, or a file of another kind is there, saying what to do.
    """
    target = Path(path)
    try:
        if target.is_dir():
            target /= kind.name
        if _is_foreign(target, kind):
            raise OutputError(Message("error.output.other_file", file=str(target)))
        _write(target, data)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise OutputError(cannot_write(target, getattr(error, "errno", None))) from error
    return target


def _is_foreign(target: Path, kind: OutputKind) -> bool:
    """Tell whether something of another kind is there, such as the directory or the answers."""
    if not target.is_file():
        return False
    with target.open("rb") as file:
        start = file.read(len(kind.begins))
    return bool(start) and start != kind.begins


def cannot_write(target: Path, number: int | None) -> Message:
    """Say why a file cannot be written, by the number of the error."""
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
