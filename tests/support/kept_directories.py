"""Directories in files, filled with statements."""

from collections.abc import Iterable
from pathlib import Path

from matcher.directory.statement import Statement
from matcher.services.stored_directory import DirectoryService


def kept_directory(folder: Path, statements: Iterable[Statement] = ()) -> DirectoryService:
    """Make a directory in a folder; the caller closes it."""
    directory = DirectoryService(str(folder / "directory.sqlite"))
    with directory.database(create=True).writing() as work:
        work.profiles.apply(statements)
        work.commit()
    return directory
