"""The composition root: places in, the services they ask for out."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from matcher.data_folder import data_folder
from matcher.errors import Message, SettingsError, StoreError
from matcher.private_folder import make_data_folder
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.backup import BackupService
from matcher.services.intake.area_book import AreaBook
from matcher.services.kiosks.kiosks_service import KiosksService
from matcher.services.settings.program_settings import ProgramSettings
from matcher.services.settings.settings_file import SettingsFile
from matcher.services.settings.settings_service import SettingsService
from matcher.services.upkeep.confirming import ConfirmingService
from matcher.services.upkeep.duplicates import DuplicatesService
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService

if TYPE_CHECKING:  # they read spreadsheets and make hashes, which the first page does without
    from matcher.services.followup.followup import FollowupService
    from matcher.services.intake.mapping_book import MappingBook
    from matcher.services.personal.personal import PersonalService
    from matcher.services.staff.accounts import StaffService

_FILE = "directory.sqlite"
_MAPPINGS = "mappings"
_SETTINGS_FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the program keeps things.

    Attributes
    ----------
    data_dir
        Folder for the program's own data; made when something is first written.
    database
        Address or path of the directory's database; ``""`` for a file in `data_dir`.
    otherwise
        What holds while `file` cannot be read; without it, that is an error.
    """

    data_dir: Path
    database: str = ""
    otherwise: ProgramSettings | None = None

    @classmethod
    def from_environment(cls, *, database: str = "", data_dir: str = "") -> Self:
        """Return those of the options given, then of the environment, then the usual ones.

        Parameters
        ----------
        database, data_dir
            As given to ``--database`` and ``--data-dir``; ``""`` when they were not. They go
            before ``RAPPORT_DATABASE`` and ``RAPPORT_DATA_DIR``.
        """
        return cls(data_folder(data_dir), database or os.environ.get("RAPPORT_DATABASE", ""))

    @property
    def address(self) -> str:
        """Where the directory's database is, or will be."""
        return self.database or str(self.data_dir / _FILE)

    @property
    def is_shared(self) -> bool:
        """Whether the directory is on a server, where other computers change it too."""
        return self.database.startswith("postgresql")

    @property
    def file(self) -> SettingsFile:
        """What a clinic has set: ``settings.toml`` of the data folder."""
        return SettingsFile(self.data_dir / _SETTINGS_FILE)

    def limit_days(self) -> int:
        """Return the age in days up to which a dated fact counts, as a clinic has set it.

        Raises
        ------
        SettingsError
            When `file` cannot be read or says what it cannot say, and nothing holds otherwise.
        """
        return self._settings().count_for_days

    def fresh_days(self) -> int:
        """Return the age in days up to which a fact is fresh, never beyond `limit_days`.

        Raises
        ------
        SettingsError
            As in `limit_days`.
        """
        return self._settings().fresh_days

    def kiosk_states(self) -> tuple[str, ...]:
        """Return where the clients of a kiosk are, as a clinic has set it; ``()`` for anywhere.

        Raises
        ------
        SettingsError
            As in `limit_days`.
        """
        return self._settings().states

    def sign_out_minutes(self) -> int:
        """Return how long nobody may give a sign before staff is signed out.

        Raises
        ------
        SettingsError
            As in `limit_days`.
        """
        return self._settings().sign_out_after_minutes

    def kiosk_name(self) -> str:
        """Return what this kiosk is called: as a clinic has set it, else as the computer is.

        Raises
        ------
        SettingsError
            As in `limit_days`.
        """
        from matcher.services.kiosks.kiosk_name import kiosk_name

        return kiosk_name(self._settings().kiosk_name)

    def settings_fault(self) -> SettingsError | None:
        """Return why `file` cannot be read, if it cannot."""
        try:
            self.file.read()
        except SettingsError as error:
            return error
        return None

    def make_folder(self) -> None:
        """Make the data folder, for the person's own eyes, if the database belongs there.

        Raises
        ------
        StoreError
            When it cannot be made.
        """
        if self.database:
            return
        try:
            make_data_folder(self.data_dir)
        except OSError:
            raise StoreError(
                Message("error.store.cannot_make_folder", folder=str(self.data_dir))
            ) from None

    def _settings(self) -> ProgramSettings:
        try:
            return self.file.values()
        except SettingsError:
            if self.otherwise is None:
                raise
            return self.otherwise


@dataclass(frozen=True, slots=True)
class Services:
    """What the window and the command line work with.

    Attributes
    ----------
    places
        What they were built from.
    directory
        The directory in the database; opened when first asked for something.
    find_staff, find_personal
        Give the one object behind `staff` and `personal`; made when first asked for.
    closing
        What is closed at the end.
    """

    places: Places
    directory: DirectoryService
    find_staff: Callable[[], StaffService]
    find_personal: Callable[[], PersonalService]
    closing: ExitStack

    @property
    def mappings(self) -> MappingBook:
        """What the clinic said before about the columns and words of its own lists."""
        from matcher.services.intake.mapping_book import MappingBook

        return MappingBook(self.places.data_dir / _MAPPINGS)

    @property
    def staff(self) -> StaffService:
        """Who may read and who may change; one object, which remembers the last tries."""
        return self.find_staff()

    @property
    def personal(self) -> PersonalService:
        """What a person keeps on their own computer; one object, which may hold it open.

        Where strangers share a computer it is never asked for.
        """
        return self.find_personal()

    @property
    def followup(self) -> FollowupService:
        """What a person notes after the list; usable while `personal` is open."""
        from matcher.services.followup.followup import FollowupService

        return FollowupService(self.personal.documents)

    @property
    def areas(self) -> AreaBook:
        """The clinic's own list of places."""
        return AreaBook(self.places.data_dir, self.directory)

    @property
    def program(self) -> SettingsService:
        """What can be set."""
        return SettingsService(self.places.file, self.directory)

    @property
    def kiosks(self) -> KiosksService:
        """What kiosks told of themselves."""
        return KiosksService(self.directory)

    @property
    def editing(self) -> EditingService:
        """Changes of single profiles."""
        return EditingService(self.directory)

    @property
    def confirming(self) -> ConfirmingService:
        """What is old, and what is true again."""
        return ConfirmingService(self.directory)

    @property
    def duplicates(self) -> DuplicatesService:
        """Who is in the directory twice."""
        return DuplicatesService(self.directory)

    @property
    def history(self) -> HistoryService:
        """What was done, and how to take it back."""
        return HistoryService(self.directory)

    @property
    def backup(self) -> BackupService:
        """Copies of the directory."""
        return BackupService(self.directory)

    def close(self) -> None:
        """Let go of the database, and of what a person keeps if it is open."""
        self.closing.close()


def build_services(places: Places, *, makes_database: bool = True) -> Services:
    """Wire the services; nothing is opened or read yet.

    Parameters
    ----------
    places
        Where things are kept.
    makes_database
        Whether a database that is not there may be made; else `StoreError` says that it is not.
    """
    prepare = places.make_folder if makes_database else partial(_must_exist, places.address)
    directory = DirectoryService(places.address, prepare, places.limit_days, places.fresh_days)
    directory.make_ready_for(places.kiosk_states)
    directory.keep_in(places.data_dir)
    closing = ExitStack()
    closing.callback(directory.close)
    services = Services(
        places,
        directory,
        cache(partial(_staff_of, places, directory, closing)),
        cache(partial(_personal_of, places, closing)),
        closing,
    )
    directory.use_areas(services.areas.read)
    return services


def open_directory(url: str = "") -> DirectoryService:
    """Open a directory.

    Parameters
    ----------
    url
        A path, or an ``sqlite:///`` or ``postgresql+psycopg://`` address; left out, the person's
        own directory.
    """
    return build_services(Places.from_environment(database=url)).directory


def _must_exist(address: str) -> None:
    from matcher.store import exists

    if not exists(address):
        raise StoreError(Message("error.store.none_made_here"))


def _staff_of(places: Places, directory: DirectoryService, closing: ExitStack) -> StaffService:
    from matcher.services.staff.accounts import StaffService
    from matcher.services.staff.door_place import door_address

    door = door_address(places.address, places.data_dir)
    is_apart = door != places.address
    if is_apart:
        directory = DirectoryService(door, Places(places.data_dir).make_folder)
        closing.callback(directory.close)
    return StaffService(directory, is_apart=is_apart)


def _personal_of(places: Places, closing: ExitStack) -> PersonalService:
    from matcher.services.personal.personal import PersonalService

    service = PersonalService(places.data_dir)
    closing.callback(service.close)
    return service
