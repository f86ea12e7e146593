"""What was done to the directory and to each profile, and how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.directory.trail import Act, Change, Undone

if TYPE_CHECKING:
    from matcher.services.stored_directory import DirectoryService

ACTS_SHOWN = 50


class HistoryService:
    """The trail of a directory: who did what, and when; nothing in it is about clients.

    Parameters
    ----------
    directory
        The directory in the database.
    """

    def __init__(self, directory: DirectoryService) -> None:
        self._directory = directory

    def acts(self, limit: int = ACTS_SHOWN) -> list[Act]:
        """Return the last acts, the newest first."""
        with self._directory.database().reading() as work:
            return work.trail.acts(limit)

    def history(self, profile_id: str) -> list[tuple[Act, tuple[Change, ...]]]:
        """Return the acts that changed a profile, the newest first, each with what it did there.

        One that went into another, or was taken out again, has a history too.

        Raises
        ------
        StoreError
            When there never was such a profile.
        """
        with self._directory.database().reading() as work:
            found = [*work.trail.of_profile(profile_id)]
        if not found:
            self._directory.profile(profile_id)
        return found

    def undo(self, act_id: int, who: str = "") -> Undone:
        """Take an act back; what was changed since stays, and is told.

        Raises
        ------
        StoreError
            When it cannot be undone, saying why.
        """
        with self._directory.changing() as work:
            return work.trail.undo(act_id, who)
