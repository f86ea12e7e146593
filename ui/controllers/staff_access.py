"""The way in for staff: what there is to come in with, and what became of a try."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError, Message, StoreError
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:  # hashes and the database come with it: not before somebody wants in
    from matcher.services.staff.accounts import StaffService, StaffStanding
    from matcher.services.staff.signed_in import SignedIn

    GetStaff = Callable[[], StaffService]


class StaffAccess(QObject):
    """Tries PINs, passphrases and codes off the GUI thread, one at a time.

    Parameters
    ----------
    staff
        Gives the service; called off the GUI thread.
    session
        Is told who signed in.

    Signals
    -------
    looked
        With the `StaffStanding`: what there is to come in with.
    opened
        Somebody may read: the PIN was right, or is set up.
    signed_in
        Somebody may change, as the session knows by then.
    was_set_up
        With the recovery code, to be shown once.
    was_reset
        Everything is to be set up anew.
    refused
        With the `MatcherError` that says why not.
    """

    looked = Signal(object)
    opened = Signal()
    signed_in = Signal()
    was_set_up = Signal(str)
    was_reset = Signal()
    refused = Signal(object)

    def __init__(
        self, staff: GetStaff, session: StaffSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._staff = staff
        self._session = session
        self._standing: StaffStanding | None = None
        self._looking = LatestJob(self)
        self._looking.done.connect(self._keep)
        self._looking.failed.connect(self._tell_refused)
        self._trying = LatestJob(self)
        self._trying.done.connect(self._tell)
        self._trying.failed.connect(self._refuse)
        self._then: Callable[[Any], None] = _nothing

    @property
    def standing(self) -> StaffStanding | None:
        """What there is to come in with, as last seen."""
        return self._standing

    @property
    def in_public(self) -> bool:
        """Whether anybody can walk up to the window."""
        return self._session.in_public

    @property
    def busy(self) -> bool:
        """Whether a try is under way."""
        return self._trying.busy

    def look(self) -> None:
        """See what there is to come in with."""
        self._looking.start(_look, self._staff)

    def try_pin(self, pin: str) -> None:
        """Try a PIN."""
        self._try(self._tell_opened, _try_pin, pin)

    def sign_in(self, name: str, passphrase: str) -> None:
        """Try a name with its passphrase."""
        self._try(self._tell_signed_in, _sign_in, name, passphrase)

    def set_up(self, pin: str, name: str, passphrase: str) -> None:
        """Set the first PIN and the first account, which is signed in then."""
        self._try(self._tell_set_up, _set_up, pin, name, passphrase)

    def come_in(self) -> None:
        """Let in who has just set everything up, and is signed in."""
        self.opened.emit()

    def reset(self, code: str) -> None:
        """Try a recovery code, which makes everything be set up anew."""
        self._try(self._tell_reset, _reset, code)

    def drop(self) -> None:
        """Forget the try under way: whoever made it has gone."""
        self._trying.drop()

    def _try(self, then: Callable[[Any], None], work: Callable[..., object], *how: str) -> None:
        if not self.busy:
            self._then = then
            self._trying.start(work, self._staff, *how)

    def _keep(self, standing: StaffStanding) -> None:
        self._standing = standing
        self.looked.emit(standing)

    def _tell(self, answer: object) -> None:
        self._then(answer)

    def _tell_opened(self, _answer: object) -> None:
        self.opened.emit()

    def _tell_signed_in(self, who: SignedIn) -> None:
        self._session.sign_in(who)
        self.signed_in.emit()

    def _tell_set_up(self, made: tuple[str, SignedIn]) -> None:
        code, who = made
        self._session.sign_in(who)
        self.was_set_up.emit(code)

    def _tell_reset(self, _answer: object) -> None:
        self._standing = None
        self.was_reset.emit()

    def _tell_refused(self, error: MatcherError) -> None:
        # In public nobody is told where the directory lies.
        if self.in_public and isinstance(error, StoreError):
            is_full = any(message.key == "error.store.full" for message in error.messages)
            error = StoreError(Message("staff.door.full" if is_full else "staff.door.unreadable"))
        self.refused.emit(error)

    def _refuse(self, error: MatcherError) -> None:
        self._tell_refused(error)
        # A try may have been one too many.
        self.look()


def _nothing(_answer: object) -> None:
    pass


def _look(staff: GetStaff) -> StaffStanding:
    return staff().standing()


def _try_pin(staff: GetStaff, pin: str) -> None:
    staff().open_with_pin(pin)


def _sign_in(staff: GetStaff, name: str, passphrase: str) -> SignedIn:
    return staff().sign_in(name, passphrase)


def _set_up(staff: GetStaff, pin: str, name: str, passphrase: str) -> tuple[str, SignedIn]:
    return staff().set_up(pin, name, passphrase)


def _reset(staff: GetStaff, code: str) -> None:
    staff().reset(code)
