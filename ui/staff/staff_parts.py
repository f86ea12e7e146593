"""What the staff window stands on: the session, the services and the controllers."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from matcher.bootstrap import Services
from matcher.services.kiosks.copy_standing import copy_standing
from ui.controllers.accounts_controller import AccountsController
from ui.controllers.staff_access import StaffAccess
from ui.controllers.staff_session import StaffSession
from ui.controllers.staff_work import StaffWork
from ui.language import Language
from ui.theme.appearance import Appearance

if TYPE_CHECKING:  # numpy comes with these
    from matcher.services.staff.accounts import StaffService
    from ui.controllers.acts_controller import ActsController
    from ui.controllers.confirm_controller import ConfirmController
    from ui.controllers.files_controller import FilesController
    from ui.controllers.import_controller import ImportController
    from ui.controllers.kiosks_controller import KiosksController
    from ui.controllers.mapping_controller import MappingController
    from ui.controllers.people_controller import PeopleController
    from ui.controllers.person_controller import PersonController
    from ui.controllers.print_controller import PrintController
    from ui.controllers.printout import Printout
    from ui.controllers.seen_controller import SeenController
    from ui.controllers.settings_controller import SettingsController
    from ui.controllers.twice_controller import TwiceController


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
    work
        What must not be broken off.
    """

    def __init__(
        self,
        words: Language,
        appearance: Appearance,
        services: Services,
        parent: QObject | None = None,
        *,
        in_public: bool = False,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.appearance = appearance
        self.services = services
        self.session = StaffSession(self, in_public=in_public)
        self.access = StaffAccess(self.staff, self.session, self)
        self.work = StaffWork(self)

    def staff(self) -> StaffService:
        """Return who lets staff in; called off the GUI thread, since it brings the database."""
        return self.services.staff

    @cached_property
    def accounts(self) -> AccountsController:
        """Who may change the directory."""
        return AccountsController(self.staff, self.session, self)

    @cached_property
    def people(self) -> PeopleController:
        """Everybody in the directory."""
        from ui.controllers.people_controller import PeopleController

        places = self.services.places
        return PeopleController(
            self.services.directory,
            copy=partial(copy_standing, places.data_dir, places.address),
            settings_fault=places.settings_fault,
            parent=self,
        )

    @cached_property
    def person(self) -> PersonController:
        """The profile that is edited."""
        from ui.controllers.person_controller import PersonController
        from ui.controllers.person_jobs import EditorServices

        services = self.services
        editor = EditorServices(
            services.directory, services.editing, services.confirming, services.history
        )
        return PersonController(editor, self.session, parent=self)

    @property
    def kept_for(self) -> tuple[str, ...]:
        """Whose unsaved changes wait for them."""
        return self.person.kept.names if "person" in vars(self) else ()

    def takes_up(self) -> bool:
        """Go on with what somebody had written when they were signed out, if they had."""
        return "person" in vars(self) and self.person.take_up()

    @cached_property
    def person_acts(self) -> ActsController:
        """What was done to that profile."""
        return self._acts()

    @cached_property
    def acts(self) -> ActsController:
        """What was done to the directory."""
        return self._acts()

    @cached_property
    def kiosks(self) -> KiosksController:
        """What kiosks elsewhere told of themselves."""
        from ui.controllers.kiosks_controller import KiosksController

        return KiosksController(self.services.kiosks, self)

    @cached_property
    def seen(self) -> SeenController:
        """That profile as clients see it."""
        from ui.controllers.seen_controller import SeenController

        seen = SeenController(self.services.directory, parent=self)
        seen.show(self.person.profile_id)
        self.person.loaded.connect(lambda: seen.show(self.person.profile_id))
        return seen

    @cached_property
    def seen_printout(self) -> Printout:
        """That page on its way to paper."""
        from ui.controllers.printout import Printout

        return Printout.of(self.seen, self._way_to_printers, self)

    @cached_property
    def confirm(self) -> ConfirmController:
        """Whom to ask today."""
        from ui.controllers.confirm_controller import ConfirmController

        services = self.services
        return ConfirmController(
            services.confirming, services.directory, services.history, self.session
        )

    @cached_property
    def twice(self) -> TwiceController:
        """Who may be in the directory twice."""
        from ui.controllers.twice_controller import TwiceController

        services = self.services
        return TwiceController(
            services.duplicates, services.directory, services.history, self.session
        )

    @cached_property
    def importing(self) -> ImportController:
        """A file on its way into the directory."""
        from ui.controllers.import_controller import ImportController

        services = self.services
        importing = ImportController(services.directory, services.history, self.session, self)
        self.work.watch_import(importing)
        return importing

    @cached_property
    def mapping(self) -> MappingController:
        """What the columns of that file mean."""
        from ui.controllers.mapping_controller import MappingController

        return MappingController(self.services.mappings, self)

    @cached_property
    def files(self) -> FilesController:
        """The directory on its way to files and back."""
        from ui.controllers.files_controller import FilesController, FileServices

        services = self.services
        own = FileServices(services.directory, services.backup, services.areas)
        files = FilesController(own, self.session, self)
        self.work.watch_files(files)
        return files

    @cached_property
    def settings(self) -> SettingsController:
        """What can be set."""
        from ui.controllers.settings_controller import SettingsController

        return SettingsController(self.services.program, self.session, parent=self)

    def stop(self) -> None:
        """Let nothing be printed or brought in any more."""
        made = vars(self)
        if "seen_printout" in made:
            self.seen_printout.printing.cancel()
        if "importing" in made:
            self.importing.stop()

    def _acts(self) -> ActsController:
        from ui.controllers.acts_controller import ActsController

        return ActsController(self.services.history, self.session, self)

    def _way_to_printers(self) -> PrintController:
        from ui.controllers.print_controller import PrintController

        return PrintController(is_choosing=True, parent=self)
