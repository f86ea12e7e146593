"""Who of the staff may read, with a PIN, and who may change, with a name and a passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from matcher.directory.trail import Deed, DeedKind
from matcher.errors import Message, StaffError
from matcher.services.secret.passphrase import check_passphrase, read_passphrase
from matcher.services.secret.recovery_code import draw_code, read_code
from matcher.services.staff.door import StaffDoor, is_locked
from matcher.services.staff.rules import (
    check_name,
    check_pin,
    fold_name,
    read_pin,
)
from matcher.services.staff.secret_hash import SecretHash
from matcher.services.staff.signed_in import (
    NO_LOGIN,
    Doer,
    LoggedIn,
    SignedIn,
    check_still_signed_in,
)
from matcher.store.staff import SecretKind, StaffSecret

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class StaffAccount:
    """Somebody who may change the directory.

    Attributes
    ----------
    is_locked
        Whether the passphrase was tried too often.
    """

    name: str
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class StaffStanding:
    """What there is to come in with.

    Attributes
    ----------
    lacks_directory
        Whether there is nothing because the directory is not there, which it is kept with.
    """

    has_pin: bool = False
    is_pin_locked: bool = False
    accounts: tuple[StaffAccount, ...] = ()
    lacks_directory: bool = False

    @property
    def is_set_up(self) -> bool:
        """Whether anybody has set anything up yet."""
        return self.has_pin or bool(self.accounts)


class StaffService:
    """Lets staff in, and keeps who they are.

    Parameters
    ----------
    directory
        The directory in the database, where the hashes are kept too.
    hashing
        Makes them.
    clock
        Seconds since some moment; nobody can set it. The wait between two tries begins anew when
        the program does, so that neither another time of day nor pulling the plug shortens it.
    is_apart
        Whether they are kept apart from what people are found in.

    Notes
    -----
    A try is counted on the disk before it is looked at: nobody gets an answer that does not count.
    """

    def __init__(
        self,
        directory: DirectoryService,
        hashing: SecretHash | None = None,
        clock: Callable[[], float] = monotonic,
        *,
        is_apart: bool = False,
    ) -> None:
        self._directory = directory
        self._is_apart = is_apart
        self._hashing = hashing or SecretHash()
        self._door = StaffDoor(directory, self._hashing, clock)

    def standing(self) -> StaffStanding:
        """Return what there is to come in with; nothing as long as there is no database."""
        if not self._directory.exists:
            return StaffStanding(lacks_directory=not self._is_apart)
        with self._directory.database().reading() as work:
            found = work.staff.all()
        pins = [each for each in found if each.kind is SecretKind.PIN]
        accounts = (each for each in found if each.kind is SecretKind.ACCOUNT)
        return StaffStanding(
            bool(pins),
            any(is_locked(pin) for pin in pins),
            tuple(StaffAccount(each.name, is_locked(each)) for each in accounts),
        )

    def open_with_pin(self, pin: str) -> None:
        """Let somebody read.

        Raises
        ------
        StaffError
            When it is not the PIN, it is too early for another try, or there were too many.
        """
        self._door.let_in(SecretKind.PIN, "", read_pin(pin))

    def sign_in(self, name: str, passphrase: str) -> SignedIn:
        """Let somebody change the directory; the PIN opens again too, if it was locked.

        Returns
        -------
        SignedIn
            Their name, as the trail shows it. What is done in this name is done as long as the
            account and its passphrase stay.

        Raises
        ------
        StaffError
            As in `open_with_pin`. Which of the two was wrong is not told.
        """
        kept = self._door.let_in(SecretKind.ACCOUNT, fold_name(name), read_passphrase(passphrase))
        with self._directory.database().writing() as work:
            if pin := work.staff.get(SecretKind.PIN):
                work.staff.forget_tries(pin)
            work.commit()
        return SignedIn(kept.name, kept.hash)

    def set_up(self, pin: str, name: str, passphrase: str) -> tuple[str, SignedIn]:
        """Set the first PIN and the first account, which is signed in then.

        Returns
        -------
        tuple[str, SignedIn]
            The recovery code, which is kept nowhere and shown once; and the account.

        Raises
        ------
        SecretError
            When something of it will not do, or somebody was quicker.
        """
        secret, account = self._pin(pin), self._account(name, passphrase)
        code, recovery = self._new_code()
        shown = account.name
        with self._changing(DeedKind.ACCOUNT_ADDED, LoggedIn(shown), shown) as work:
            if any(each.kind is not SecretKind.RECOVERY for each in work.staff.all()):
                raise StaffError(Message("staff.error.set_up_already"))
            for each in (secret, account, recovery):
                work.staff.put(each)
        return code, SignedIn(shown, account.hash)

    def set_pin(self, pin: str, who: Doer = NO_LOGIN) -> str:
        """Set the PIN, or another one.

        Returns
        -------
        str
            The recovery code, if there was none before; else ``""``.
        """
        secret = self._pin(pin)
        with self._changing(DeedKind.PIN_SET, who) as work:
            work.staff.put(secret)
            return self._missing_code(work)

    def add(self, name: str, passphrase: str, who: Doer = NO_LOGIN) -> str:
        """Add an account; gives back what `set_pin` does.

        Raises
        ------
        SecretError
            When there is one of that name, or one of the two will not do.
        """
        self.check_free(name)
        secret = self._account(name, passphrase)
        with self._changing(DeedKind.ACCOUNT_ADDED, who, secret.name) as work:
            _check_free(work.staff.get(SecretKind.ACCOUNT, secret.folded))
            work.staff.put(secret)
            return self._missing_code(work)

    def check_free(self, name: str) -> None:
        """See to it, before a passphrase is asked for, that an account may have this name.

        Raises
        ------
        StaffError
            When the name cannot be one, or another account has it.
        """
        _check_free(self._find(fold_name(check_name(name))))

    def change_passphrase(self, name: str, passphrase: str, who: Doer = NO_LOGIN) -> SignedIn:
        """Give an account another passphrase, and unlock it; return its name.

        Whoever is signed in to it elsewhere has to sign in again before they change anything.

        Raises
        ------
        SecretError
            When there is no such account, or the passphrase cannot be one.
        """
        kept = _check_there(self._find(fold_name(name)), name)
        secret = replace(self._account(kept.name, passphrase), folded=kept.folded)
        with self._changing(DeedKind.ACCOUNT_CHANGED, who, kept.name) as work:
            _check_there(work.staff.get(SecretKind.ACCOUNT, kept.folded), kept.name)
            work.staff.put(secret)
        return SignedIn(kept.name, secret.hash)

    def remove(self, name: str, who: Doer = NO_LOGIN) -> str:
        """Remove an account, but not the last one; return its name.

        Raises
        ------
        StaffError
            When there is no such account, or no other.
        """
        kept = _check_there(self._find(fold_name(name)), name)
        with self._changing(DeedKind.ACCOUNT_REMOVED, who, kept.name) as work:
            _check_there(work.staff.get(SecretKind.ACCOUNT, kept.folded), kept.name)
            if sum(each.kind is SecretKind.ACCOUNT for each in work.staff.all()) == 1:
                raise StaffError(Message("staff.error.last_account", name=kept.name))
            work.staff.remove(kept)
        return kept.name

    def renew_code(self, who: Doer = NO_LOGIN) -> str:
        """Return a new recovery code; the old one opens nothing any more."""
        code, recovery = self._new_code()
        with self._changing(DeedKind.CODE_MADE, who) as work:
            work.staff.put(recovery)
        return code

    def reset(self, code: str) -> None:
        """Forget the PIN, every account and the code, so that all is set up anew.

        Raises
        ------
        StaffError
            When it is not the code. There is no end to tries: it cannot be guessed.
        """
        self._door.let_in(SecretKind.RECOVERY, "", read_code(code))
        with self._changing(DeedKind.STAFF_RESET, NO_LOGIN) as work:
            work.staff.clear()

    def _find(self, folded: str) -> StaffSecret | None:
        if not self._directory.exists:
            return None
        with self._directory.database().reading() as work:
            return work.staff.get(SecretKind.ACCOUNT, folded)

    def _pin(self, pin: str) -> StaffSecret:
        return StaffSecret(SecretKind.PIN, self._hashing.make(check_pin(pin)))

    def _account(self, name: str, passphrase: str) -> StaffSecret:
        shown = check_name(name)
        hash_ = self._hashing.make(check_passphrase(passphrase, shown))
        return StaffSecret(SecretKind.ACCOUNT, hash_, fold_name(shown), shown)

    def _new_code(self) -> tuple[str, StaffSecret]:
        code = draw_code()
        return code, StaffSecret(SecretKind.RECOVERY, self._hashing.make(read_code(code)))

    def _missing_code(self, work: UnitOfWork) -> str:
        """Keep a recovery code where there is none, and return it; else ``""``."""
        if work.staff.get(SecretKind.RECOVERY) is not None:
            return ""
        code, recovery = self._new_code()
        work.staff.put(recovery)
        return code

    @contextmanager
    def _changing(self, kind: DeedKind, who: Doer, detail: str = "") -> Iterator[UnitOfWork]:
        """Open a piece of work that lasts, and is in the trail, when it ends without an error."""
        with self._directory.database(create=True).writing() as work:
            check_still_signed_in(work, who)
            yield work
            work.trail.note(Deed(kind, who.name, detail))
            work.commit()


# Both are asked twice: at once, before a hash is made, and again in the piece of work that writes,
# since somebody at another window may have been quicker.
def _check_free(taken: StaffSecret | None) -> None:
    if taken is not None:
        raise StaffError(Message("staff.error.name_taken", name=taken.name))


def _check_there(kept: StaffSecret | None, name: str) -> StaffSecret:
    if kept is None:
        raise StaffError(Message("staff.error.no_account", name=name[:60]))
    return kept
