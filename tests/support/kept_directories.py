"""Directories in files, filled with statements."""

from collections.abc import Iterable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from support.source import ROOT

from matcher.directory.statement import Statement
from matcher.services.directory.stored_directory import DirectoryService


def kept_directory(folder: Path, statements: Iterable[Statement] = ()) -> DirectoryService:
    """Make a directory in a folder; the caller closes it."""
    directory = DirectoryService(str(folder / "directory.sqlite"))
    with directory.database(create=True).writing() as work:
        work.profiles.apply(statements)
        work.commit()
    return directory


def stored_sample(path: Path) -> Path:
    """Make a directory with the sample in it; it is imported once and then copied."""
    path.write_bytes(_sample())
    return path


@cache
def _sample() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "directory.sqlite"
        with closing(DirectoryService(str(path))) as directory:
            directory.import_files([ROOT / "resources" / "sample_directory" / "directory.csv"])
        return path.read_bytes()
