"""The accounts of the staff: who there is, and changes of them off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError, Message
from matcher.services.staff.signed_in import SignedIn
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.services.staff.accounts import StaffAccount, StaffService, StaffStanding

    GetStaff = Callable[[], StaffService]


class AccountsController(QObject):
    """What the page of accounts knows.

    Parameters
    ----------
    staff
        Gives the service; called off the GUI thread.
    session
        Who does it, and whether they may.

    Signals
    -------
    changed
        The accounts are known, anew.
    done
        With the `Message` that says what was done.
    code_made
        With a new recovery code, to be shown once.
    failed
        With the `MatcherError` that says why not.
    """

    changed = Signal()
    done = Signal(object)
    code_made = Signal(str)
    failed = Signal(object)

    def __init__(
        self, staff: GetStaff, session: StaffSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._staff = staff
        self.session = session
        self._standing: StaffStanding | None = None
        self._looking = LatestJob(self)
        self._looking.done.connect(self._keep)
        self._looking.failed.connect(self.failed)
        self._changing = LatestJob(self)
        self._changing.done.connect(self._tell)
        self._changing.failed.connect(self.failed)
        self._changing.failed.connect(session.heed)
        self._said = Message("staff.accounts.done.pin")

    @property
    def accounts(self) -> tuple[StaffAccount, ...]:
        """Who may sign in; nobody until it was looked."""
        return self._standing.accounts if self._standing else ()

    @property
    def has_pin(self) -> bool:
        """Whether there is a PIN."""
        return self._standing is not None and self._standing.has_pin

    @property
    def busy(self) -> bool:
        """Whether something is being changed."""
        return self._changing.busy

    def look(self) -> None:
        """Read who there is."""
        self._looking.start(_look, self._staff)

    def add(self, name: str, passphrase: str) -> None:
        """Add an account."""
        self._change("added", name, _add, name, passphrase)

    def change_passphrase(self, name: str, passphrase: str) -> None:
        """Give an account another passphrase."""
        self._change("changed", name, _change_passphrase, name, passphrase)

    def remove(self, name: str) -> None:
        """Remove an account."""
        self._change("removed", name, _remove, name)

    def set_pin(self, pin: str) -> None:
        """Set the PIN."""
        self._change("pin", "", _set_pin, pin)

    def renew_code(self) -> None:
        """Make a new recovery code."""
        self._change("code", "", _renew_code)

    def _change(self, what: str, name: str, work: Callable[..., str | SignedIn], *how: str) -> None:
        if self.session.ask_to_change() and not self.busy:
            self._said = Message(f"staff.accounts.done.{what}", name=name)
            self._changing.start(work, self._staff, self.session.who, *how)

    def _keep(self, standing: StaffStanding) -> None:
        self._standing = standing
        self.changed.emit()

    def _tell(self, made: str | SignedIn) -> None:
        """Tell what was done, with a code that was made; one's own passphrase lets one go on."""
        self.done.emit(self._said)
        if isinstance(made, SignedIn):
            if made.name == self.session.who.name:
                self.session.sign_in(made)
        elif made:
            self.code_made.emit(made)
        self.look()


def check_pin(pin: str) -> MatcherError | None:
    """Return why a PIN will not do; ``None`` when it will."""
    from matcher.services.staff import rules

    return _why_not(rules.check_pin, pin)


def check_name(name: str) -> MatcherError | None:
    """Return why a name will not do; ``None`` when it will."""
    from matcher.services.staff import rules

    return _why_not(rules.check_name, name)


def check_passphrase(passphrase: str, name: str) -> MatcherError | None:
    """Return why a passphrase will not do for an account of this name; ``None`` when it will."""
    from matcher.services.secret import passphrase as rules

    return _why_not(rules.check_passphrase, passphrase, name)


def _why_not(check: Callable[..., str], *typed: str) -> MatcherError | None:
    try:
        check(*typed)
    except MatcherError as error:
        return error
    return None


def _look(staff: GetStaff) -> StaffStanding:
    return staff().standing()


def _add(staff: GetStaff, who: SignedIn, name: str, passphrase: str) -> str:
    return staff().add(name, passphrase, who)


def _change_passphrase(staff: GetStaff, who: SignedIn, name: str, passphrase: str) -> SignedIn:
    return staff().change_passphrase(name, passphrase, who)


def _remove(staff: GetStaff, who: SignedIn, name: str) -> str:
    staff().remove(name, who)
    return ""


def _set_pin(staff: GetStaff, who: SignedIn, pin: str) -> str:
    return staff().set_pin(pin, who)


def _renew_code(staff: GetStaff, who: SignedIn) -> str:
    return staff().renew_code(who)
