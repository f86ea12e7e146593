"""Small directories for the pages that keep a directory true, and pages on their own."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget
from support.builders import make_statement
from support.window import settle, show

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.confirming import ConfirmingService
from matcher.services.upkeep.duplicates import DuplicatesService
from matcher.services.upkeep.history import HistoryService
from ui.controllers.confirm_controller import ConfirmController
from ui.controllers.staff_session import StaffSession
from ui.controllers.twice_controller import TwiceController

TODAY = date(2026, 11, 22)


def days_ago(days: int) -> date:
    """Return a day before today."""
    return TODAY - timedelta(days=days)


def old_people(count: int) -> Iterator[Statement]:
    """Give people whose facts are old, the oldest first."""
    for number in range(1, count + 1):
        yield make_statement(
            f"p-{number:03}",
            name=f"Person {number}",
            phone=f"401-555-01{number:02}",
            email=f"p{number}@example.org",
            accepting="yes",
            fee_max="90",
            currency="USD",
            confirmed_on=days_ago(800 - 10 * number),
        )


def pairs_of_people(count: int) -> Iterator[Statement]:
    """Give people of whom each is there twice: ``a-001`` newer and ``b-001``."""
    for number in range(1, count + 1):
        facts = {
            "name": f"Ana Vidal{number:03}",
            "city": f"Town {number}",
            "register": "Board",
            "register_number": f"N-{number}",
        }
        yield make_statement(
            f"a-{number:03}", phone="401-555-0101", **facts, confirmed_on=days_ago(10)
        )
        yield make_statement(
            f"b-{number:03}",
            phone="401-555-0102",
            website="ana.example.org",
            **facts,
            source=Source.CLINIC,
            confirmed_on=days_ago(100),
        )


def signed_in() -> StaffSession:
    """Return a session in which Kim may change the directory."""
    session = StaffSession()
    session.sign_in(LoggedIn("Kim"))
    return session


def confirm_controller(
    directory: DirectoryService,
    session: StaffSession,
    today: Callable[[], date] = lambda: TODAY,
) -> ConfirmController:
    """Return a controller over the real services."""
    services = ConfirmingService(directory), directory, HistoryService(directory)
    return ConfirmController(*services, session, today)


def twice_controller(directory: DirectoryService, session: StaffSession) -> TwiceController:
    """Return a controller over the real services."""
    services = DuplicatesService(directory), directory, HistoryService(directory)
    return TwiceController(*services, session)


def open_page(page: QWidget, width: int = 1280, height: int = 800) -> None:
    """Enter a page that stands alone, and wait until it shows what there is."""
    show(page, width, height)
    page.enter()  # type: ignore[attr-defined]
    settle()
    page.begin()  # type: ignore[attr-defined]
    settle()
