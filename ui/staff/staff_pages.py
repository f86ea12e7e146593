"""Makes every page of the staff window, given its controllers."""

from collections.abc import Callable

from matcher.errors import Message
from ui.pages.page import Page
from ui.staff.staff_parts import StaffParts

SECTIONS = ("people", "confirm", "import", "twice", "acts", "accounts")
"""Ids of the pages that the rail leads to, in the order of a day's work."""

# A page is imported where it is made: the door is painted before the others are read.


class StaffPages:
    """Makes pages by their ids.

    Attributes
    ----------
    makers
        By id, what makes a page; a section is offered as soon as there is one for it.
    """

    def __init__(self, parts: StaffParts) -> None:
        self._parts = parts
        self.makers: dict[str, Callable[[], Page]] = {
            "staff_sign_in": self._make_staff_sign_in,
            "sign_in_account": self._make_sign_in_account,
            "staff_setup": self._make_staff_setup,
            "staff_recovery": self._make_staff_recovery,
            "looks": self._make_looks,
            "accounts": self._make_accounts,
        }

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections there are pages for."""
        return tuple(section for section in SECTIONS if section in self.makers)

    def make(self, name: str) -> Page:
        """Return a new page."""
        return self.makers[name]()

    def _make_staff_sign_in(self) -> Page:
        from ui.staff.staff_sign_in_page import StaffSignInPage

        return StaffSignInPage(self._parts.words, self._parts.access)

    def _make_sign_in_account(self) -> Page:
        from ui.staff.sign_in_account_page import SignInAccountPage

        return SignInAccountPage(self._parts.words, self._parts.access)

    def _make_staff_setup(self) -> Page:
        from ui.staff.staff_setup_page import StaffSetupPage

        return StaffSetupPage(self._parts.words, self._parts.access)

    def _make_staff_recovery(self) -> Page:
        from ui.staff.staff_recovery_page import StaffRecoveryPage

        return StaffRecoveryPage(self._parts.words, self._parts.access)

    def _make_looks(self) -> Page:
        from ui.pages.comfort_page import ComfortPage

        kept = Message("screen.comfort.kept")
        return ComfortPage(self._parts.words, self._parts.appearance, None, kept, "looks")

    def _make_accounts(self) -> Page:
        from ui.staff.accounts_page import AccountsPage

        return AccountsPage(self._parts.words, self._parts.accounts)
