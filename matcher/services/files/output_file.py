"""Writes a file that somebody asked for, whole or not at all."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import BinaryIO

from matcher.errors import Message, OutputError
from matcher.whole_file import WholeFile

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
    errno.ELOOP: "link_loop",
}

_SLASHES = tuple(each for each in (os.sep, os.altsep) if each)
"""A path that ends so names a folder."""

_ENDING = re.compile(r"\.\d*[^\W\d_]\w*$")
"""Not of "Dr. Smith" nor of "notes 22.11"."""

_DOUBLE_ENDINGS = (".fhir.json",)
"""Those of two parts that belong together."""


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
    further_endings
        How its name may end besides as ``name`` does.
    """

    name: str
    begins: bytes
    is_replaced: bool = True
    further_endings: tuple[str, ...] = ()

    @property
    def endings(self) -> tuple[str, ...]:
        """How its name may end, if it has an ending."""
        return (ending_of(self.name), *self.further_endings)


def numbered(name: str, number: int) -> str:
    """Return a file's name with a number before its ending, also where that has two parts.

    What tells the kind of a file stays behind the number: *directory-2.fhir.json*.
    """
    two = next((each for each in _DOUBLE_ENDINGS if name.lower().endswith(each)), "")
    ending = name[-len(two) :] if two else Path(name).suffix
    return f"{name.removesuffix(ending)}-{number}{ending}"


def ending_of(path: str | os.PathLike[str]) -> str:
    """Return the ending of a file's name in small letters, with its dot; ``""`` without one."""
    found = _ENDING.search(Path(path).name.strip().lower())
    return found[0] if found else ""


def check_ending(path: str | os.PathLike[str], endings: tuple[str, ...]) -> None:
    """Refuse a name that says that the file is of another kind.

    Raises
    ------
    OutputError
        When it has an ending, and none of these.
    """
    ending = ending_of(path)
    if ending and ending not in endings:
        right = ", ".join(endings)
        raise OutputError(
            Message("error.output.other_ending", file=str(path), ending=ending, right=right)
        )


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
        Given a path to read the finished file at, before it has its name; the same holds. A pipe
        or a device is not checked.

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
        if is_device(target):  # a pipe or a device must stay what it is
            with target.open("wb") as file:
                write(file)
            return target
        with WholeFile(Path(os.path.realpath(target)).parent, write) as whole:
            check(whole.path)
            while not _has_name(whole, target, kind):
                target = place_for(path, kind)
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
        When something that must not be lost is there, its folder is missing or its name says
        another kind, saying what it is and what to do.
    """
    target = Path(path)
    try:
        if target.is_dir():
            return next(each for each in _names(target, kind.name) if not _in_the_way(each, kind))
        if os.fspath(path).endswith(_SLASHES):
            raise OutputError(Message("error.output.no_folder", folder=str(target)))
        reason = _in_the_way(target, kind)
        Path(os.path.realpath(target)).parent.stat()
    except (OSError, ValueError) as error:
        raise OutputError(cannot_write(target, getattr(error, "errno", None))) from error
    if reason:
        raise OutputError(Message(f"error.output.{reason}", file=str(target)))
    if not is_device(target):
        check_ending(target, kind.endings)
    return target


def new_place(path: Path, kind: OutputKind) -> Path:
    """Return the file to write where nothing is replaced, not even what would be made anew.

    Parameters
    ----------
    path
        A file; or a folder, which takes it under a name that is free there.
    kind
        What kind of file it is.

    Raises
    ------
    OutputError
        When a file of this kind is there already, saying how to replace it. Whatever else is
        wrong with the place is said when it is written.
    """
    try:
        if path.is_dir():
            return next(each for each in _names(path, kind.name) if not _exists(each))
        reason = _in_the_way(path, replace(kind, is_replaced=False))
    except (OSError, ValueError) as error:
        raise OutputError(cannot_write(path, getattr(error, "errno", None))) from error
    if reason == "there_already":
        raise OutputError(Message("error.output.replace", file=str(path)))
    return path


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    yield from (folder / numbered(name, number) for number in count(2))


def _in_the_way(target: Path, kind: OutputKind) -> str:
    """Return the reason why what is there has to stay, ``""`` when there is none."""
    if not _exists(target) or not target.is_file():
        return ""
    with target.open("rb") as file:
        start = file.read(len(kind.begins))
    if not start:
        return ""
    if start != kind.begins:
        return "other_file"
    if not kind.is_replaced:
        return "there_already"
    if kind.begins != PDF_BEGINS:
        return ""
    from matcher.pdf.untouched import is_untouched

    return "" if is_untouched(target.read_bytes()) else "touched"


def _exists(target: Path) -> bool:
    try:
        target.stat()
    except FileNotFoundError:
        return False
    return True


def is_device(target: Path) -> bool:
    """Tell whether something is there that takes bytes and keeps none: a pipe or a device."""
    return target.exists() and not target.is_file()


def cannot_write(target: Path, number: int | None) -> Message:
    """Say why a file cannot be written, by the number of the error."""
    reason = _REASONS.get(number or 0, "failed")
    detail = os.strerror(number) if number else "-"
    # What a link leads to may lack its folder: the link has one.
    is_link = os.path.islink(target)  # noqa: PTH114 - a path's own raises where a name is too long
    end = os.path.realpath(target) if is_link else target
    folder = Path(end).parent
    return Message(f"error.output.{reason}", file=str(target), folder=str(folder), detail=detail)


def _has_name(whole: WholeFile, target: Path, kind: OutputKind) -> bool:
    """Give it its name; tell whether it has it, as somebody may have put something there."""
    end = Path(os.path.realpath(target))  # a link must still lead to its file
    try:
        whole.take(end)
    except FileExistsError:
        if _in_the_way(end, kind):
            return False
        if is_device(end) and not end.is_dir():  # put there meanwhile
            raise OutputError(Message("error.output.no_plain_file", file=str(target))) from None
        whole.replace(end)
    return True
