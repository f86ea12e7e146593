"""Writes a file that somebody asked for, whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

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
    is_replaced
        Whether one that is there may be replaced: not where people write in it.
    """

    name: str
    begins: bytes
    is_replaced: bool = True


def write_file(path: str | os.PathLike[str], data: bytes, kind: OutputKind) -> Path:
    """Write a file whole or not at all; a pipe or a device takes the bytes.

    Parameters
    ----------
    path
        Where to, as `place_for` takes it.
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
        When it cannot be written, or something that must not be lost is there, saying what to do.
    """
    return write_piecewise(path, kind, lambda file: file.write(data))


def write_piecewise(
    path: str | os.PathLike[str],
    kind: OutputKind,
    write: Callable[[BinaryIO], object],
    check: Callable[[Path], object] = lambda _path: None,
) -> Path:
    """Write a file that is too large to be held in memory, as `write_file` does.

    Parameters
    ----------
    path, kind
        As for `write_file`.
    write
        Given the open file; its errors leave what was there as it was.
    check
        Given the path of the finished file before it takes its place; the same holds. A pipe or a
        device is not checked.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    OutputError
        As `write_file`.
    """
    target = place_for(path, kind)
    try:
        _write(target, write, check)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise OutputError(cannot_write(target, getattr(error, "errno", None))) from error
    return target


def place_for(path: str | os.PathLike[str], kind: OutputKind) -> Path:
    """Return the file that will be written, without writing it.

    What nobody can have written in is replaced: an empty file, or one of the same kind as this
    program made it.

    Parameters
    ----------
    path
        A file; or a folder, which takes it under its usual name, numbered from 2 where something
        that must not be lost has that name.
    kind
        What kind of file it is.

    Raises
    ------
    OutputError
        When something that must not be lost is there, saying what it is and what to do.
    """
    target = Path(path)
    try:
        if target.is_dir():
            return next(each for each in _names(target, kind.name) if not _in_the_way(each, kind))
        reason = _in_the_way(target, kind)
    except (OSError, ValueError) as error:
        raise OutputError(cannot_write(target, getattr(error, "errno", None))) from error
    if reason:
        raise OutputError(Message(f"error.output.{reason}", file=str(target)))
    return target


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    stem, suffix = Path(name).stem, Path(name).suffix
    yield from (folder / f"{stem}-{number}{suffix}" for number in count(2))


def _in_the_way(target: Path, kind: OutputKind) -> str:
    """Return the reason why what is there has to stay, ``""`` when there is none."""
    if not target.is_file():
        return ""
    with target.open("rb") as file:
        start = file.read(len(kind.begins))
    if not start:
        return ""
    if start != kind.begins:
        return "other_file"
    if not kind.is_replaced:
        return "there_already"
    return _in_the_way_of_pdf(target) if kind.begins == PDF_BEGINS else ""


def _in_the_way_of_pdf(target: Path) -> str:
    from matcher.pdf.untouched import Hand, hand_in

    reasons = {Hand.UNTOUCHED: "", Hand.WRITTEN_IN: "written_in", Hand.OTHER: "other_pdf"}
    return reasons[hand_in(target)]


def cannot_write(target: Path, number: int | None) -> Message:
    """Say why a file cannot be written, by the number of the error."""
    reason = _REASONS.get(number or 0, "failed")
    detail = os.strerror(number) if number else "-"
    return Message(
        f"error.output.{reason}", file=str(target), folder=str(target.parent), detail=detail
    )


def _write(
    target: Path, write: Callable[[BinaryIO], object], check: Callable[[Path], object]
) -> None:
    # A pipe or a device must stay what it is, a link must still lead to its file.
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            write(file)
    else:
        _replace(target.resolve() if target.is_symlink() else target, write, check)


def _replace(
    target: Path, write: Callable[[BinaryIO], object], check: Callable[[Path], object]
) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        check(Path(name))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
