"""What the staff's pages about one profile work with, on a small directory in a folder."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from support.builders import make_statement
from support.kept_directories import kept_directory

from matcher.directory.profile import Source
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.staff.signed_in import LoggedIn
from matcher.services.upkeep.confirming import ConfirmingService
from matcher.services.upkeep.editing import EditingService
from matcher.services.upkeep.history import HistoryService
from ui.controllers.acts_controller import ActsController
from ui.controllers.person_controller import PersonController
from ui.controllers.person_jobs import EditorServices
from ui.controllers.staff_session import StaffSession

TODAY = date(2026, 11, 22)
_LONG_AGO, _LAST_MONTH = date(2026, 1, 5), date(2026, 10, 20)


@dataclass(frozen=True, slots=True)
class Room:
    """A directory of two people, its services, and somebody who may change it.

    Of `p-1`, the therapist said long ago what it costs and last month where she works; a register
    names another town.
    """

    services: EditorServices
    session: StaffSession
    person: PersonController
    acts: ActsController

    @property
    def directory(self) -> DirectoryService:
        return self.services.directory


@contextmanager
def open_room(folder: Path) -> Iterator[Room]:
    """Make it in a folder, with Kim signed in and `p-1` opened."""
    statements = [
        make_statement("p-1", confirmed_on=_LONG_AGO, fee_max="90", accepting="yes"),
        make_statement(
            "p-1",
            confirmed_on=_LAST_MONTH,
            name="Ana Vidal",
            city="Aue",
            issues="worry:focus;sleep",
            style_steer="-1..1",
            times="mon-evening;tue 16:00-18:00",
        ),
        make_statement("p-1", source=Source.REGISTER, confirmed_on=_LONG_AGO, city="Ems"),
        make_statement("p-2", name="Bo Lund"),
    ]
    with closing(kept_directory(folder, statements)) as directory:
        history = HistoryService(directory)
        services = EditorServices(
            directory, EditingService(directory), ConfirmingService(directory), history
        )
        session = StaffSession()
        session.sign_in(LoggedIn("Kim"))
        person = PersonController(services, session, lambda: TODAY)
        person.open("p-1")
        yield Room(services, session, person, ActsController(history, session))
