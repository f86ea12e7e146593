"""The clinic's own list of areas, kept in the program's own folder."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.directory.trail import Deed, DeedKind
from matcher.errors import Message, OutputError, StoreError
from matcher.private_folder import make_data_folder
from matcher.services.files.output_file import OutputKind, cannot_write, write_file
from matcher.services.staff.signed_in import NO_LOGIN, Doer, LoggedIn

if TYPE_CHECKING:  # it reads spreadsheets, which the first page does without
    from matcher.directory.area_list import AreaList
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.store import UnitOfWork

AREAS = OutputKind("areas.toml", b"")
_BEFORE = "areas-before.toml"
_READY = "areas-ready-"


@dataclass(frozen=True, slots=True)
class AreaBook:
    """The list of areas.

    Attributes
    ----------
    folder
        Where it is kept; made when the first one is.
    directory
        Tells whether a list that lies ready was taken, where the program was ended meanwhile.
    """

    folder: Path
    directory: DirectoryService | None = None

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
        OutputError, StoreError
            When one that was taken lies ready, and cannot be put in its place.
        """
        if self.directory is not None and self.directory.exists and self._ready():
            with self.directory.database().reading() as work:
                self._finish(work)
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
            self._make_folder()
            with directory.changing(who) as work:
                self._finish(work)
                for left in self._ready():  # nobody else is about to take one: of no act
                    _remove(left)
                act_id = work.trail.note(Deed(DeedKind.AREAS, who.name, path.name[:200]))
                write_file(self._ready_for(work, act_id), content, AREAS)
            with directory.database().reading() as work:
                self._finish(work)
        directory.use_areas(self.read)
        return areas

    def _ready(self) -> list[Path]:
        """Return the lists that lie ready for the moment their act lasts, the oldest first."""
        return sorted(self.folder.glob(f"{_READY}*.toml"))

    def _ready_for(self, work: UnitOfWork, act_id: int) -> Path:
        """Return where the list of an act lies until the act lasts.

        Named by number and time: the trail says of it whether it was taken.
        """
        act = work.trail.act(act_id)
        at = "" if act is None else f"{act.at:%Y%m%d%H%M%S}"
        return self.folder / f"{_READY}{act_id:019}-{at}.toml"

    def _finish(self, work: UnitOfWork) -> None:
        """Put in their place the lists of acts that last; of others nobody knows yet."""
        for ready in self._ready():
            number = ready.stem.removeprefix(_READY).partition("-")[0]
            act_id = int(number) if number.isdecimal() else 0
            act = work.trail.act(act_id)
            is_taken = act is not None and act.deed.kind is DeedKind.AREAS
            if is_taken and self._ready_for(work, act_id) == ready:
                with suppress(FileNotFoundError):  # somebody else put it in its place
                    self._keep(ready.read_bytes())
                _remove(ready)

    def _make_folder(self) -> None:
        try:
            make_data_folder(self.folder)
        except OSError:
            raise StoreError(
                Message("error.store.cannot_make_folder", folder=str(self.folder))
            ) from None

    def _keep(self, content: bytes) -> None:
        self._make_folder()
        try:
            before = self.path.read_bytes() if self.path.is_file() else content
        except OSError as error:
            raise OutputError(cannot_write(self.path, error.errno)) from error
        if before != content:
            write_file(self.before, before, AREAS)
        write_file(self.path, content, AREAS)


def _remove(path: Path) -> None:
    """Remove a list that lay ready; one that cannot be is looked at again the next time."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
