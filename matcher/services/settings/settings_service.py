"""Settings as staff change them: in the name of an account, and noted in the trail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matcher.directory.trail import Deed, DeedKind
from matcher.services.settings.settings_file import Reading, SettingsFile
from matcher.services.settings.settings_words import noted
from matcher.services.staff.signed_in import NO_LOGIN, Doer, LoggedIn

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.settings.options import Value


@dataclass(frozen=True, slots=True)
class SettingsService:
    """What can be set, and who changed it.

    Attributes
    ----------
    file
        Where it is kept.
    directory
        Whose trail tells of changes, once there is one.
    """

    file: SettingsFile
    directory: DirectoryService

    def read(self) -> Reading:
        """Return what holds.

        Raises
        ------
        SettingsError
            When the file cannot be read, or says what it cannot say.
        """
        return self.file.read()

    def save(self, changes: Mapping[str, Value], mark: str, who: Doer = NO_LOGIN) -> Reading:
        """Set options by their keys, all of them or none.

        Parameters
        ----------
        mark
            Of the state that the changes were meant for.
        who
            For the trail, which names numbers and codes, but no printer.

        Returns
        -------
        Reading
            What holds now.

        Raises
        ------
        SettingsError
            When the file is another by now, or cannot be read or written; nothing was changed.
        SignedOutError
            When somebody signed in who may no longer change it.
        StoreError
            When it cannot be noted; nothing was changed.
        """
        if isinstance(who, LoggedIn) and not self.directory.exists:
            reading = self.file.change_all(changes, mark)
        else:
            with self.directory.changing(who) as work:
                work.trail.note(Deed(DeedKind.SETTINGS, who.name, noted(changes)))
                with self.file.changing(changes, mark) as reading:
                    work.commit()
        self.directory.take_limits_anew()
        return reading
