"""The laptop's windows: a person's own, and that of the staff."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from matcher.errors import MatcherError
from matcher.screen import why_no_window
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource, open_own
from ui.fault import Faults
from ui.pages.welcome_page import WelcomePage
from ui.parts import Parts
from ui.qt_messages import giving_up_told, leave_qt_messages, note_qt_messages
from ui.qt_texts import QtTexts
from ui.settings import Settings, settings_of_system
from ui.sitting_window import SittingWiring
from ui.theme.motion import system_moves
from ui.widgets.closing_question import ClosingQuestion
from ui.widgets.save_dialog import ask_where

if TYPE_CHECKING:  # the first page does without them
    from ui.controllers.personal_controller import GetPersonal
    from ui.kept_window import KeptWindow
    from ui.staff_app import StaffWiring


def run_window(database: str = "") -> int:
    """Open the window and return the exit code when it is closed.

    Parameters
    ----------
    database
        Address of the directory; ``""`` is the person's own.
    """
    app = _application()
    settings = replace(settings_of_system(), moves=system_moves(app))
    wiring = Wiring(app, settings, DirectorySource(partial(open_own, database)), database)
    # What stays as long as the window is not looked through for garbage again and again: with a
    # large directory that would stop a list in the middle of a movement.
    wiring.directory.opened.connect(gc.freeze)
    wiring.window.open_on_screen()
    code = _run(app, wiring.faults)
    # Whoever is still at work finds its mailbox when it is done.
    QThreadPool.globalInstance().waitForDone()
    return code


def run_staff_window(database: str = "") -> int:
    """Open the staff window on its own and return the exit code when it is closed.

    Parameters
    ----------
    database
        As in `run_window`.

    Raises
    ------
    MatcherError
        When a setting cannot be read.
    """
    from ui.staff_app import StaffWiring, own_services

    app = _application()
    settings = replace(settings_of_system(), moves=system_moves(app))
    parts = Parts(app, settings, DirectorySource(partial(open_own, database)))
    staff = StaffWiring(parts.words, parts.appearance, own_services(database))
    QtTexts(app, staff.parts.words)
    faults = Faults()
    faults.watch(staff.fault_cover)
    staff.show()
    code = _run(app, faults)
    QThreadPool.globalInstance().waitForDone()
    return code


def _application() -> QApplication:
    """Return Qt's application, where a window can be opened.

    Raises
    ------
    MatcherError
        When there is nothing to open one on; where Qt gives up itself, that is said and the
        process ends.
    """
    with giving_up_told(_say_why):
        app = make_application()
    if app.primaryScreen() is None:
        raise MatcherError(why_no_window(os.environ))
    return app


def _say_why() -> None:
    from matcher.i18n import Catalogue

    sys.stderr.write(Catalogue().render(why_no_window(os.environ)) + "\n")
    sys.stderr.flush()


def _run(app: QApplication, faults: Faults) -> int:
    """Run until the last window is closed; what goes wrong meanwhile is noted and said."""
    note_qt_messages()
    faults.listen()
    try:
        return app.exec()
    finally:
        faults.stop()
        leave_qt_messages()


class Wiring(SittingWiring):
    """A person's window on a computer of their own, or of a clinic.

    Parameters
    ----------
    database
        Address of the directory that staff works with; ``""`` is the person's own.
    find_personal
        Gives the service behind what a person keeps; left out, that of their data folder.

    Attributes
    ----------
    kept
        What the window has to do with what a person keeps; once it is warm.
    staff
        The staff window as long as it is open.
    """

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        source: DirectorySource,
        database: str = "",
        find_personal: GetPersonal | None = None,
    ) -> None:
        super().__init__(app, settings, source, find_personal, ask_where)
        self.kept: KeptWindow | None = None
        self.staff: StaffWiring | None = None
        self._database = database
        self.clear_requested.connect(self.clear)
        self.staff_requested.connect(self.open_staff)
        self.pages.all_clear_requested.connect(self._clear_all)
        question = ClosingQuestion(self.window, self.would_lose)
        question.asked.connect(partial(self.window.open, "finish"))
        question.meant.connect(self.stop_printing)
        question.meant.connect(self.let_go_of_kept)
        self.warmed_up.connect(self._offer_keeping)
        self.warmed_up.connect(self._offer_reading)

    def would_lose(self) -> bool:
        """Tell whether closing now would lose something without a word.

        Whoever closes a window that was hidden, or that says that something went wrong, or while
        being asked, means it; but nobody means what they do not know, that it cannot be kept.
        """
        is_covered = self.window.is_hidden_away or self.fault_cover.is_shown
        is_meant = self.is_ending or is_covered
        if not is_meant and self.flow.current == "finish":
            return self.kept is not None and not self.kept.keeping.may_end()
        results = vars(self).get("results")  # not made for this
        has_chosen = results is not None and bool(results.chosen)
        has_more = (self.sitting.has_answers or has_chosen) and not self._is_kept()
        return not is_meant and (has_more or self.is_printing)

    def clear(self) -> None:
        """Forget the sitting and show the first page."""
        self.let_go_of_kept()
        clipboard = QApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        self.fault_cover.forget()
        self.forget()
        self.window.start_again()
        if isinstance(self.window.page, WelcomePage):
            self.window.page.say_cleared()

    def open_staff(self) -> None:
        """Open the staff window, or show the one that is open."""
        from ui.staff_app import StaffWiring, own_services

        if self.staff is None:
            services = own_services(self._database)
            self.staff = StaffWiring(self.words, self.appearance, services)
            self.staff.ended.connect(self._take_staff_back)
            self.faults.watch(self.staff.fault_cover)
        self.staff.show()

    def close(self) -> None:
        """Close the staff window too, if it is open."""
        self.is_ending = True
        if self.staff is not None:
            self.staff.window.close()
        super().close()

    def let_go_of_kept(self) -> None:
        """Write down what is not kept yet, and close the file, if a person has one open."""
        if self.kept is not None:
            self.kept.keeping.let_go()

    def _take_staff_back(self, is_changed: bool) -> None:
        """Read the directory anew when staff has changed it."""
        self.staff = None
        if is_changed and not self.is_ending:
            self.source.renew()
            self.directory.open()

    def _offer_keeping(self) -> None:
        """See whether something is kept, and be ready to keep."""
        from ui.kept_window import KeptWindow

        self.kept = KeptWindow(self, self.window, self.flow)
        self.kept.all_cleared.connect(self.clear)
        self.personal.look()

    def _offer_reading(self) -> None:
        """Be ready to read pages aloud where somebody wants it; start nothing."""
        from ui.reading_window import ReadingWindow

        assert self.reading is not None
        ReadingWindow(self, self.window, self.reading)

    def _is_kept(self) -> bool:
        return self.kept is not None and self.kept.is_safe

    def _clear_all(self) -> None:
        """Take away what is kept, then forget the sitting."""
        if self.kept is not None:
            self.kept.clear_all()
