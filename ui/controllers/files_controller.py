"""The directory on its way to files and back: exported, saved, put back; and the list of areas."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError
from ui.controllers.documents_folder import free_path
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:  # neither the writers nor the database before somebody needs them
    from matcher.directory.record import ProfileRecord
    from matcher.i18n import Catalogue
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.files.backup import BackupService
    from matcher.services.files.exporting import ExportFormat, ExportReport
    from matcher.services.files.last_backup import LastBackup
    from matcher.services.intake.area_book import AreaBook
    from matcher.services.staff.signed_in import SignedIn

_BETWEEN_NEWS = 0.1
"""Seconds from one news of the people written so far to the next."""


class Work(StrEnum):
    """What can be done; one at a time."""

    BACKUP = "backup"
    RESTORE = "restore"
    EXPORT = "export"
    AREAS = "areas"


@dataclass(frozen=True, slots=True)
class FileServices:
    """What it is done with."""

    directory: DirectoryService
    backup: BackupService
    areas: AreaBook


@dataclass(frozen=True, slots=True)
class Known:
    """How things stand.

    Attributes
    ----------
    last
        The newest backup; ``None`` when none is known.
    areas
        How many areas are on the clinic's list.
    fault
        Why that list cannot be read, if so.
    """

    last: LastBackup | None
    areas: int = 0
    fault: MatcherError | None = None


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup that was looked through.

    Attributes
    ----------
    changed_at
        When the last act in it was done; ``None`` where that is not known. The time of the file
        says nothing: whoever copied it may have made it another.
    profiles, replaced
        How many profiles it holds, and how many the directory holds now.
    changed_outside
        The ids of those in it that are damaged.
    """

    path: Path
    changed_at: datetime | None
    profiles: int
    replaced: int
    changed_outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreasTaken:
    """A list of areas that was brought in.

    Attributes
    ----------
    before
        Where the list that was there before lies; ``None`` when there was none, or the same.
    """

    areas: int
    before: Path | None


class FilesController(QObject):
    """What the page of files knows and does.

    Parameters
    ----------
    services
        What it is done with.
    session
        Who is here; to go back to a backup or to change the areas, somebody signs in.

    Signals
    -------
    known
        With how things stand, `Known`.
    moved
        With how many people were written so far.
    exported, found, areas_taken
        With the `ExportReport`, the `FoundBackup`, the `AreasTaken`.
    backed_up, restored
        With what the service of backups returned.
    failed
        With the `Work` and the `MatcherError` that says why it could not be done.
    """

    known = Signal(object)
    moved = Signal(object)
    exported = Signal(object)
    backed_up = Signal(object)
    found = Signal(object)
    restored = Signal(object)
    areas_taken = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self, services: FileServices, session: StaffSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.last: LastBackup | None = None
        self._services = services
        self._looking, self._finding = LatestJob(self), LatestJob(self)
        self._jobs = {work: LatestJob(self) for work in Work}
        self._looking.done.connect(self._keep_known)
        self._finding.done.connect(self.found)
        self._finding.failed.connect(partial(self.failed.emit, Work.RESTORE))
        for work, job in self._jobs.items():
            job.failed.connect(partial(self.failed.emit, work))
            job.failed.connect(session.heed)
            job.done.connect(self.look)
        self._jobs[Work.EXPORT].moved.connect(self.moved)
        self._jobs[Work.EXPORT].done.connect(self.exported)
        self._jobs[Work.BACKUP].done.connect(self.backed_up)
        self._jobs[Work.RESTORE].done.connect(self.restored)
        self._jobs[Work.AREAS].done.connect(self.areas_taken)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._finding.busy or any(job.busy for job in self._jobs.values())

    @property
    def under_way(self) -> str:
        """What is being written or put back just now, as `Work` calls it; ``""`` for nothing."""
        return next((work for work, job in self._jobs.items() if job.busy), "")

    def look(self) -> None:
        """Ask how things stand; told by `known`."""
        self._looking.start(_look, self._services)

    def backup_path(self, today: datetime) -> Path:
        """Return where a backup is usually saved: beside the last one."""
        folder = self.last.path.parent if self.last else None
        return free_path(f"rapport-backup-{today:%Y-%m-%d}.sqlite", folder)

    def export_path(self, format: ExportFormat) -> Path:  # noqa: A002 - as the service has it
        """Return where an export is usually saved."""
        ending = "fhir.json" if format == "fhir" else format
        return free_path(f"directory.{ending}")

    def back_up(self, path: Path) -> None:
        """Save a copy; who is asked where has agreed to replace what is there."""
        self._jobs[Work.BACKUP].start(_back_up, self._services, path)

    def export(
        self,
        path: Path,
        format: ExportFormat,  # noqa: A002 - as the service has it
        words: Catalogue,
        *,
        everyone: bool = False,
    ) -> None:
        """Write the directory to a file."""
        wanted = (path, format, words, everyone)
        self._jobs[Work.EXPORT].start_telling(_export, self._services, wanted)

    def find(self, path: Path) -> None:
        """Look a backup through; nothing is changed."""
        self._finding.start(_find, self._services, path)

    def restore(self, path: Path) -> None:
        """Go back to a backup, if somebody is there who may; else wish that they sign in."""
        if self.session.ask_to_change():
            self._jobs[Work.RESTORE].start(_restore, self._services, path, self.session.who)

    def take_areas(self, path: Path) -> None:
        """Bring in a list of areas, if somebody is there who may; else wish that they sign in."""
        if self.session.ask_to_change():
            self._jobs[Work.AREAS].start(_take_areas, self._services, path, self.session.who)

    def _keep_known(self, known: Known) -> None:
        self.last = known.last
        self.known.emit(known)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Everybody in a directory, counted while they are written."""

    directory: DirectoryService
    tell: Callable[[int], None]

    def records(self) -> Iterator[ProfileRecord]:
        told = time.monotonic()
        for count, record in enumerate(self.directory.records(), start=1):
            if (now := time.monotonic()) - told >= _BETWEEN_NEWS:
                told = now
                self.tell(count)
            yield record


def _look(services: FileServices) -> Known:
    last = services.backup.last()
    try:
        return Known(last, len(services.areas.read().areas))
    except MatcherError as fault:
        return Known(last, fault=fault)


def _back_up(services: FileServices, path: Path) -> object:
    return services.backup.backup(path)


def _export(
    tell: Callable[[int], None],
    services: FileServices,
    wanted: tuple[Path, ExportFormat, Catalogue, bool],
) -> ExportReport:
    from matcher.services.files.exporting import export_directory

    path, format_, words, everyone = wanted
    counted = _Counted(services.directory, tell)
    return export_directory(counted, path, format_, words, everyone=everyone)


def _find(services: FileServices, path: Path) -> FoundBackup:
    copy = services.backup.look(path)
    replaced = services.directory.count()
    return FoundBackup(path, copy.changed_at, copy.profiles, replaced, copy.changed_outside)


def _restore(services: FileServices, path: Path, who: SignedIn) -> object:
    return services.backup.restore(path, who)


def _take_areas(services: FileServices, path: Path, who: SignedIn) -> AreasTaken:
    book = services.areas
    before = book.path.read_bytes() if book.path.is_file() else None
    areas = book.take(path, services.directory, who)
    is_other = before not in (None, book.path.read_bytes())
    return AreasTaken(len(areas.areas), book.before if is_other else None)
