"""What the staff window stands on: the session, the services and the controllers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from matcher.bootstrap import Services
from ui.controllers.accounts_controller import AccountsController
from ui.controllers.staff_access import StaffAccess
from ui.controllers.staff_session import StaffSession
from ui.language import Language
from ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from matcher.services.staff import StaffService


class StaffParts(QObject):
    """Every object of the staff window that is neither the window nor a page.

    A controller is made when a page first asks for it, as a cached property; those that change
    something take `session`.

    Attributes
    ----------
    words, appearance
        The language of this window, and the looks of all windows.
    services
        What everything is done with.
    session, access
        Who is signed in, and the way in.
    """

    def __init__(
        self,
        words: Language,
        appearance: Appearance,
        services: Services,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.appearance = appearance
        self.services = services
        self.session = StaffSession(self)
        self.access = StaffAccess(self.staff, self.session, self)

    def staff(self) -> StaffService:
        """Return who lets staff in; called off the GUI thread, since it brings the database."""
        return self.services.staff

    @cached_property
    def accounts(self) -> AccountsController:
        """Who may change the directory."""
        return AccountsController(self.staff, self.session, self)
