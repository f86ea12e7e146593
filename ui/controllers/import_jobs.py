"""What is done with a file off the GUI thread: looked at, tried out, brought in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # neither the readers nor the database before somebody needs them
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.intake.chosen_file import FileFound
    from matcher.services.intake.file_mark import FileMark
    from matcher.services.intake.importing import ImportOptions, ImportReport

_BETWEEN_NEWS = 0.1
"""Seconds from one news of the rows read so far to the next."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of an import.

    Attributes
    ----------
    report
        What it did.
    act_id
        Its number in the trail; 0 when it changed nothing.
    mark
        Of a trial: what tells the file from another one.
    is_other
        Whether the file was no longer the one tried out: it was tried out again, not taken over.
    """

    report: ImportReport
    act_id: int = 0
    mark: FileMark | None = None
    is_other: bool = False


Onto = tuple["DirectoryService", "FileMark | None"]
"""What takes a file over, and the mark of the one that was tried out."""


def look(path: Path) -> FileFound:
    """Return what a file is, without reading all of it.

    Raises
    ------
    ImportFileError
        When it is none that can be brought in.
    """
    from matcher.services.intake.chosen_file import look_into

    return look_into(path)


def try_out(
    tell: Callable[[int], None],
    onto: Onto,
    path: Path,
    options: ImportOptions,
    stop: Event,
) -> ImportOutcome:
    """Read a file and change nothing.

    Parameters
    ----------
    tell
        Given the number of rows read so far, ten times a second at the most.
    stop
        Set from outside to end it early.

    Raises
    ------
    ImportFileError
        When the file cannot be read.
    StoreError
        When the directory cannot.
    """
    from matcher.services.intake.file_mark import mark_of

    mark = mark_of(path)  # before it is read: what is changed meanwhile is another file
    return ImportOutcome(_import(tell, onto[0], path, options, stop), mark=mark)


def bring_in(
    tell: Callable[[int], None],
    onto: Onto,
    path: Path,
    options: ImportOptions,
    stop: Event,
) -> ImportOutcome:
    """Take a file over; one that is no longer the one tried out is only tried out, anew.

    Raises
    ------
    ImportFileError
        When the file cannot be read; nothing is changed then.
    StoreError
        When the directory cannot be changed.
    """
    from matcher.services.intake.file_mark import mark_of

    directory, tried = onto
    if tried is not None and mark_of(path) != tried:
        anew = try_out(tell, onto, path, replace(options, dry_run=True), stop)
        return replace(anew, is_other=True)
    report = _import(tell, directory, path, options, stop)
    return ImportOutcome(report, next(iter(report.acts), 0))  # one file is one act


def _import(
    tell: Callable[[int], None],
    directory: DirectoryService,
    path: Path,
    options: ImportOptions,
    stop: Event,
) -> ImportReport:
    from matcher.services.intake.importing import Watch

    told = 0.0

    def progressed(_file: str, rows: int) -> None:
        nonlocal told
        if (now := time.monotonic()) - told >= _BETWEEN_NEWS:
            told = now
            tell(rows)

    return directory.import_files([path], options, Watch(progressed, stop.is_set))
