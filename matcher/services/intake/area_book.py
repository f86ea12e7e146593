"""The clinic's own list of areas, kept in the program's own folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.directory.trail import Deed, DeedKind
from matcher.errors import Message, StoreError
from matcher.services.files.output_file import OutputKind, write_file
from matcher.services.staff.signed_in import NO_LOGIN, Doer, LoggedIn

if TYPE_CHECKING:  # it reads spreadsheets, which the first page does without
    from matcher.directory.area_list import AreaList
    from matcher.services.directory.stored_directory import DirectoryService

AREAS = OutputKind("areas.toml", b"")
_BEFORE = "areas-before.toml"


@dataclass(frozen=True, slots=True)
class AreaBook:
    """The list of areas.

    Attributes
    ----------
    folder
        Where it is kept; made when the first one is.
    """

    folder: Path

    @property
    def path(self) -> Path:
        """The file of the list, which may also be written by hand."""
        return self.folder / AREAS.name

    @property
    def before(self) -> Path:
        """Where the list lies that was there before the last one that was taken."""
        return self.folder / _BEFORE

    @property
    def stamp(self) -> str:
        """The name of the state it is in: another after every change; ``""`` for none at all."""
        try:
            return str(self.path.stat().st_mtime_ns)
        except OSError:
            return ""

    def read(self) -> AreaList:
        """Return the list; an empty one when there is no file.

        Raises
        ------
        ImportFileError
            With all that is wrong in the file.
        """
        if not self.path.exists():
            from matcher.directory.area_list import NO_AREAS

            return NO_AREAS
        from matcher.importers.area_file import read_areas

        return read_areas(self.path)

    def take(self, path: Path, directory: DirectoryService, who: Doer = NO_LOGIN) -> AreaList:
        """Put the list of a file in the place of the one there is, which is kept beside it.

        Parameters
        ----------
        path
            The file.
        directory
            Finds places on the list from now on. Its trail tells of it, once there is one.
        who
            For the trail.

        Raises
        ------
        ImportFileError
            With all that is wrong in the file; the list stays as it was.
        SignedOutError
            When somebody signed in who may no longer change it.
        OutputError, StoreError
            When it cannot be written.
        """
        from matcher.importers.area_file import read_areas, write_areas

        areas = read_areas(path)
        content = write_areas(areas)
        if isinstance(who, LoggedIn) and not directory.exists:
            self._keep(content)
        else:
            with directory.changing(who) as work:
                work.trail.note(Deed(DeedKind.AREAS, who.name, path.name[:200]))
                self._keep(content)
        directory.use_areas(self.read)
        return areas

    def _keep(self, content: bytes) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            before = self.path.read_bytes() if self.path.is_file() else content
        except OSError:
            raise StoreError(
                Message("error.store.cannot_make_folder", folder=str(self.folder))
            ) from None
        if before != content:
            write_file(self.before, before, AREAS)
        write_file(self.path, content, AREAS)
