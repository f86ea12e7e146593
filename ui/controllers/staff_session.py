"""Who of the staff is here, and whether they may change the directory."""

from PySide6.QtCore import QObject, Signal

from matcher.errors import MatcherError, SignedOutError
from matcher.services.staff.signed_in import NO_ACCOUNT, SignedIn


class StaffSession(QObject):
    """Owner of who is signed in.

    Attributes
    ----------
    in_public
        Whether anybody can walk up to the window, as at a kiosk.

    Signals
    -------
    changed
        Somebody signed in or out.
    sign_in_requested
        A page wishes that somebody with an account signs in: something is to be changed.
    """

    changed = Signal()
    sign_in_requested = Signal()

    def __init__(self, parent: QObject | None = None, *, in_public: bool = False) -> None:
        super().__init__(parent)
        self.in_public = in_public
        self._who = NO_ACCOUNT

    @property
    def who(self) -> SignedIn:
        """The account that signed in; while the directory is only read, one that may nothing."""
        return self._who

    @property
    def may_change(self) -> bool:
        """Whether somebody is there who may change the directory."""
        return bool(self._who.name)

    def ask_to_change(self) -> bool:
        """Tell whether somebody may change the directory; when nobody may, wish they sign in."""
        if not self.may_change:
            self.sign_in_requested.emit()
        return self.may_change

    def ask_for_files(self) -> bool:
        """Tell whether somebody may look among files: where anybody walks up, with an account."""
        return not self.in_public or self.ask_to_change()

    def heed(self, error: MatcherError) -> None:
        """Notice when a change was refused because who is signed in may no longer make it."""
        if isinstance(error, SignedOutError):
            self.sign_out()
            self.sign_in_requested.emit()

    def sign_in(self, who: SignedIn) -> None:
        """Let this account change the directory from now on."""
        self._who = who
        self.changed.emit()

    def sign_out(self) -> None:
        """Let the directory be read only."""
        self._who = NO_ACCOUNT
        self.changed.emit()
