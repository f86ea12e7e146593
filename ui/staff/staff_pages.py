"""Makes every page of the staff window, given its controllers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import SignalInstance

from matcher.errors import Message
from ui.pages.page import Page
from ui.staff.staff_parts import StaffParts

SECTIONS = (
    "people",
    "confirm",
    "import",
    "twice",
    "acts",
    "kiosks",
    "files",
    "accounts",
    "settings",
    "documents",
)
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
            "people": self._make_people,
            "person": self._make_person,
            "person_history": self._make_person_history,
            "person_seen": self._make_person_seen,
            "print_seen": self._make_print_seen,
            "confirm": self._make_confirm,
            "twice": self._make_twice,
            "import": self._make_import,
            "import_map": self._make_import_map,
            "import_review": self._make_import_review,
            "import_done": self._make_import_done,
            "acts": self._make_acts,
            "kiosks": self._make_kiosks,
            "files": self._make_files,
            "settings": self._make_settings,
            "documents": self._make_documents,
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

        parts = self._parts
        return StaffSignInPage(parts.words, parts.access, lambda: parts.kept_for)

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

        kept = partial(Message, "screen.comfort.kept")
        return ComfortPage(self._parts.words, self._parts.appearance, (), kept, "looks")

    def _make_accounts(self) -> Page:
        from ui.staff.accounts_page import AccountsPage

        return AccountsPage(self._parts.words, self._parts.accounts)

    def _make_people(self) -> Page:
        from ui.staff.people_page import PeoplePage

        parts = self._parts
        page = PeoplePage(parts.words, parts.people, parts.session, parts.kiosks)
        self._lead_to_person(page, page.person_requested)
        return page

    def _make_person(self) -> Page:
        from ui.staff.person_page import PersonPage

        return PersonPage(self._parts.words, self._parts.person, self._parts.session)

    def _make_person_history(self) -> Page:
        from ui.staff.person_history_page import PersonHistoryPage

        parts = self._parts
        return PersonHistoryPage(parts.words, parts.person_acts, parts.person)

    def _make_person_seen(self) -> Page:
        from ui.staff.seen_page import SeenPage

        return SeenPage(self._parts.words, self._parts.seen)

    def _make_print_seen(self) -> Page:
        from ui.staff.print_seen_page import PrintSeenPage

        parts, printout = self._parts, self._parts.seen_printout
        return PrintSeenPage(parts.words, printout.sheets, printout.printing, parts.seen)

    def _make_confirm(self) -> Page:
        from ui.staff.confirm_page import ConfirmPage

        page = ConfirmPage(self._parts.words, self._parts.confirm, self._parts.session)
        self._lead_to_person(page, page.person_requested)
        page.stale_requested.connect(partial(self._lead_to_stale, page))
        return page

    def _make_twice(self) -> Page:
        from ui.staff.twice_page import TwicePage

        return TwicePage(self._parts.words, self._parts.twice, self._parts.session)

    def _make_import(self) -> Page:
        from ui.staff.import_page import ImportPage

        return ImportPage(self._parts.words, self._parts.importing)

    def _make_import_map(self) -> Page:
        from ui.staff.map_page import MapPage

        page = MapPage(self._parts.words, self._parts.importing, self._parts.mapping)
        return _beginning_at_import(page)

    def _make_import_review(self) -> Page:
        from ui.staff.import_review_page import ImportReviewPage

        page = ImportReviewPage(self._parts.words, self._parts.importing, self._parts.mapping)
        return _beginning_at_import(page)

    def _make_import_done(self) -> Page:
        from ui.staff.done_page import DonePage

        return _beginning_at_import(DonePage(self._parts.words, self._parts.importing))

    def _make_acts(self) -> Page:
        from ui.staff.acts_page import ActsPage

        return ActsPage(self._parts.words, self._parts.acts)

    def _make_kiosks(self) -> Page:
        from ui.staff.kiosks_page import KiosksPage

        return KiosksPage(self._parts.words, self._parts.kiosks)

    def _make_files(self) -> Page:
        from ui.staff.files_page import FilesPage

        return FilesPage(self._parts.words, self._parts.files)

    def _make_settings(self) -> Page:
        from ui.staff.settings_page import SettingsPage

        return SettingsPage(self._parts.words, self._parts.settings)

    def _make_documents(self) -> Page:
        from ui.controllers.documents_controller import DocumentsController
        from ui.pages.documents_page import DocumentsPage

        parts = self._parts
        return DocumentsPage(
            *(parts.words, DocumentsController(parts), "shelf:staff"),
            is_section=True,
            can_copy=not parts.session.in_public,
        )

    def _lead_to_person(self, page: Page, requested: SignalInstance) -> None:
        """Open whoever a page asks for over it."""

        def open_person(profile_id: str) -> None:
            self._parts.person.open(profile_id)
            page.open_over("person")

        requested.connect(open_person)

    def _lead_to_stale(self, page: Page) -> None:
        """Show everybody whose facts are old."""
        from matcher.services.people.people_wish import PeopleWish

        self._parts.people.set_wish(PeopleWish(age="old"))
        page.page_requested.emit("people")


def _beginning_at_import(page: Page) -> Page:
    """Lead where a file is chosen when there is none to go on with."""
    page.withdrawn.connect(partial(page.page_requested.emit, "import"))
    return page
