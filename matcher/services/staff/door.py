"""The door of the staff: how often it may be tried, and how long between two tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from matcher.errors import Message, StaffError
from matcher.store.staff import SecretKind, StaffSecret

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.staff.secret_hash import SecretHash

MOST_TRIES = 10
"""In a row and in vain; then a PIN or a passphrase opens nothing any more."""

WAITS = (0, 1, 2, 5, 15, 30, 60, 300, 900, 1800)
"""Seconds between two tries, by how many were in vain."""

_NOTHING_THERE = {
    SecretKind.PIN: "staff.error.no_pin",
    SecretKind.ACCOUNT: "staff.error.wrong.account",
    SecretKind.RECOVERY: "staff.error.no_code",
}


class StaffDoor:
    """Lets somebody in who knows a secret.

    Parameters
    ----------
    directory
        The directory in the database, where the hashes are kept too.
    hashing
        Compares them.
    clock
        Seconds since some moment; nobody can set it. The wait between two tries begins anew when
        the program does, so that neither another time of day nor pulling the plug shortens it.

    Notes
    -----
    A try is counted on the disk before it is looked at: nobody gets an answer that does not count.
    """

    def __init__(
        self, directory: DirectoryService, hashing: SecretHash, clock: Callable[[], float]
    ) -> None:
        self._directory = directory
        self._hashing = hashing
        self._clock = clock
        self._since: dict[tuple[str, str], tuple[int, float]] = {}

    def let_in(self, kind: SecretKind, folded: str, secret: str) -> StaffSecret:
        """Return what the secret opened.

        Raises
        ------
        StaffError
            When it is wrong, it is too early for another try, or there were too many.
        """
        kept = self._count_try(kind, folded)
        if kept is None:
            self._hashing.fits_nothing(secret)
            raise StaffError(Message(_NOTHING_THERE[kind]))
        if not self._hashing.fits(kept.hash, secret):
            self._since[kind, folded] = (kept.tries + 1, self._clock())
            raise StaffError(_refusal(kept))
        with self._directory.database().writing() as work:
            work.staff.forget_tries(kept)
            now = work.staff.get(kind, folded)
            is_same = now is not None and now.hash == kept.hash
            if is_same and self._hashing.is_outdated(kept.hash):
                kept = replace(kept, hash=self._hashing.make(secret), tries=0)
                work.staff.put(kept)
            work.commit()
        return kept

    def _count_try(self, kind: SecretKind, folded: str) -> StaffSecret | None:
        """Note on the disk that somebody tries; return what they try to open."""
        with self._directory.database().writing() as work:
            kept = work.staff.get(kind, folded)
            if kept is not None:
                self._check_patience(kept)
                work.staff.count_try(kept)
                work.commit()
        return kept

    def _check_patience(self, kept: StaffSecret) -> None:
        if kept.kind is SecretKind.RECOVERY:
            return
        if is_locked(kept):
            raise StaffError(Message(f"staff.error.locked.{kept.kind}"))
        tries, since = self._since.get((kept.kind, kept.folded), (-1, 0.0))
        if tries != kept.tries:
            since = self._clock()
            self._since[kept.kind, kept.folded] = (kept.tries, since)
        left = WAITS[kept.tries] - (self._clock() - since)
        if left > 0:
            raise StaffError(Message("staff.error.wait", n=ceil(left)))


def is_locked(secret: StaffSecret) -> bool:
    """Tell whether it was tried too often; the recovery code never is: it cannot be guessed."""
    return secret.kind is not SecretKind.RECOVERY and secret.tries >= MOST_TRIES


def _refusal(kept: StaffSecret) -> Message:
    """Say that it was wrong, and of a PIN how many tries are left after this one.

    Of an account nothing more is told, as of one that does not exist.
    """
    left = MOST_TRIES - kept.tries - 1
    if kept.kind is SecretKind.PIN and left <= 0:
        return Message("staff.error.locked.pin")
    if kept.kind is SecretKind.PIN:
        return Message("staff.error.wrong.pin", n=left)
    return Message(f"staff.error.wrong.{kept.kind}")
