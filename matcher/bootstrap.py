"""The composition root: settings in, the services they ask for out."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

import platformdirs

from matcher.directory.field import AGE_LIMIT_DAYS, FRESH_DAYS
from matcher.errors import Message, SettingsError, StoreError
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.files.backup import BackupService
from matcher.services.intake.area_book import AreaBook
from matcher.services.upkeep.confirming import ConfirmingService
from matcher.services.upkeep.duplicates import DuplicatesService
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService

if TYPE_CHECKING:  # they read spreadsheets and make hashes, which the first page does without
    from matcher.services.intake.mapping_book import MappingBook
    from matcher.services.staff.accounts import StaffService

_FILE = "directory.sqlite"
_MAPPINGS = "mappings"
_SETTINGS_FILE = "settings.toml"
_USUAL = {
    "facts": {"count_for_days": AGE_LIMIT_DAYS, "fresh_for_days": FRESH_DAYS},
    "staff": {"sign_out_after_minutes": 10},
}
_MOST = {"facts": 3650, "staff": 240}
_LEAST = {"facts": 1, "staff": 2}


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the program keeps things.

    Attributes
    ----------
    data_dir
        Folder for the program's own data; made when something is first written.
    database
        Address or path of the directory's database; ``""`` for a file in `data_dir`.
    """

    data_dir: Path
    database: str = ""

    @classmethod
    def from_environment(cls, *, database: str = "", data_dir: str = "") -> Self:
        """Return the settings of the options given, then of the environment, then the usual ones.

        Parameters
        ----------
        database, data_dir
            As given to ``--database`` and ``--data-dir``; ``""`` when they were not. They go
            before ``RAPPORT_DATABASE`` and ``RAPPORT_DATA_DIR``.
        """
        data_dir = data_dir or os.environ.get("RAPPORT_DATA_DIR", "")
        folder = Path(data_dir).expanduser() if data_dir else _user_folder()
        return cls(folder, database or os.environ.get("RAPPORT_DATABASE", ""))

    @property
    def address(self) -> str:
        """Where the directory's database is, or will be."""
        return self.database or str(self.data_dir / _FILE)

    def limit_days(self) -> int:
        """Return the age in days up to which a dated fact counts, as a clinic has set it.

        It stands in ``settings.toml`` of the data folder, as ``count_for_days`` of ``[facts]``;
        without it, `AGE_LIMIT_DAYS`.

        Raises
        ------
        SettingsError
            When the file cannot be read or says something else.
        """
        return self._numbers("facts")["count_for_days"]

    def fresh_days(self) -> int:
        """Return the age in days up to which a fact is fresh, never beyond `limit_days`.

        It stands beside the other, as ``fresh_for_days``; without it, `FRESH_DAYS`.

        Raises
        ------
        SettingsError
            As in `limit_days`.
        """
        days = self._numbers("facts")
        return min(days["fresh_for_days"], days["count_for_days"])

    def sign_out_minutes(self) -> int:
        """Return how long nobody may give a sign before staff is signed out.

        It stands in the same file, as ``sign_out_after_minutes`` of ``[staff]``; without it, ten.

        Raises
        ------
        SettingsError
            As in `limit_days`.
        """
        return self._numbers("staff")["sign_out_after_minutes"]

    def _numbers(self, table: str) -> dict[str, int]:
        """Return the numbers of one table of the file, the usual ones where it says nothing."""
        path = self.data_dir / _SETTINGS_FILE
        try:
            settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            return _USUAL[table]
        except (OSError, ValueError, RecursionError):
            raise SettingsError(Message("error.settings.unreadable", file=str(path))) from None
        if unknown := _unknown_keys(settings):
            key = unknown[0][:40]
            raise SettingsError(Message("error.settings.unknown", file=str(path), key=key))
        for key, number in settings.get(table, {}).items():
            if type(number) is not int or not _LEAST[table] <= number <= _MOST[table]:
                usual = _USUAL[table][key]
                said = {"file": str(path), "key": key, "most": _MOST[table], "usual": usual}
                reason = "days" if table == "facts" else "minutes"
                raise SettingsError(Message(f"error.settings.{reason}", **said))
        numbers: dict[str, int] = settings.get(table, {})
        return _USUAL[table] | numbers

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
            self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            raise StoreError(
                Message("error.store.cannot_make_folder", folder=str(self.data_dir))
            ) from None


@dataclass(frozen=True, slots=True)
class Services:
    """What the window and the command line work with.

    Attributes
    ----------
    settings
        What they were built from.
    directory
        The directory in the database; opened when first asked for something.
    find_staff
        Gives the one object behind `staff`; made when first asked for.
    """

    settings: Settings
    directory: DirectoryService
    find_staff: Callable[[], StaffService]

    @property
    def mappings(self) -> MappingBook:
        """What the clinic said before about the columns and words of its own lists."""
        from matcher.services.intake.mapping_book import MappingBook

        return MappingBook(self.settings.data_dir / _MAPPINGS)

    @property
    def staff(self) -> StaffService:
        """Who may read and who may change; one object, which remembers the last tries."""
        return self.find_staff()

    @property
    def areas(self) -> AreaBook:
        """The clinic's own list of places."""
        return AreaBook(self.settings.data_dir)

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
        """Let go of the database."""
        self.directory.close()


def build_services(settings: Settings) -> Services:
    """Wire the services; nothing is opened or read yet."""
    directory = DirectoryService(
        settings.address, settings.make_folder, settings.limit_days, settings.fresh_days
    )
    services = Services(settings, directory, cache(partial(_staff_of, directory)))
    directory.use_areas(services.areas.read)
    return services


def open_directory(url: str = "") -> DirectoryService:
    """Open a directory.

    Parameters
    ----------
    url
        An ``sqlite:///`` address or a path; left out, the person's own directory.
    """
    return build_services(Settings.from_environment(database=url)).directory


def _staff_of(directory: DirectoryService) -> StaffService:
    from matcher.services.staff.accounts import StaffService

    return StaffService(directory)


def _user_folder() -> Path:
    return platformdirs.user_data_path("rapport", appauthor=False)


def _unknown_keys(settings: dict[str, object]) -> list[str]:
    """Return what a settings file says that nobody reads."""
    unknown = {*settings} - _USUAL.keys()
    for name, usual in _USUAL.items():
        table = settings.get(name, {})
        unknown |= table.keys() - usual.keys() if isinstance(table, dict) else {name}
    return sorted(unknown)
