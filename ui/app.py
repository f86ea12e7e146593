"""The application: the window, and what leads from one of its parts to another."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from datetime import date
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.controllers.directory_source import DirectorySource, open_own
from ui.controllers.page_order import EACH_TIME, is_passed_over, page_order
from ui.fault import FaultCover, Faults
from ui.main_window import MainWindow
from ui.navigation import PageFlow
from ui.page_maker import PageMaker
from ui.parts import Parts
from ui.qt_messages import leave_qt_messages, note_qt_messages
from ui.qt_texts import QtTexts
from ui.settings import Settings, settings_of_system
from ui.supervisor.idle_times import PRINTER_LOOKS_APART, PRINTER_WAITED
from ui.theme.fonts import load_fonts, load_other_scripts
from ui.theme.motion import system_moves
from ui.widgets.closing_question import ClosingQuestion
from ui.widgets.fault_layer import FaultLayer

if TYPE_CHECKING:  # the first page does without them
    from ui.controllers.personal_controller import GetPersonal
    from ui.kept_window import KeptWindow
    from ui.kiosk.shared_screen import SharedScreen
    from ui.staff_app import StaffWiring


def make_application() -> QApplication:
    """Return Qt's application with the bundled letters, in a style that is the same everywhere."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setApplicationName("Rapport")
    # On Linux Qt's file dialog would note where somebody saved, in a file nobody asked for.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    load_fonts()
    return app


def run_window(database: str = "") -> int:
    """Open the window and return the exit code when it is closed.

    Parameters
    ----------
    database
        Address of the directory; ``""`` is the person's own.
    """
    app = make_application()
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

    app = make_application()
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


def _run(app: QApplication, faults: Faults) -> int:
    """Run until the last window is closed; what goes wrong meanwhile is noted and said."""
    note_qt_messages()
    faults.listen()
    try:
        return app.exec()
    finally:
        faults.stop()
        leave_qt_messages()


class Wiring(Parts):
    """Everything one window is made of.

    Parameters
    ----------
    database
        Address of the directory that staff works with; ``""`` is the person's own.
    find_personal
        Gives the service behind what a person keeps; left out, that of their data folder.

    Attributes
    ----------
    window
        The window.
    staff
        The staff window as long as it is open.
    shared
        What a window has that strangers share; of no other.
    faults, fault_cover
        What hears of a mistake in the program, and what says so over the window.

    Signals
    -------
    begun
        Somebody begins.
    ended
        In a kiosk: nothing of this sitting is wanted any more.
    staff_requested
        In a kiosk: somebody of the staff wishes to work with the directory.
    """

    begun = Signal()
    ended = Signal()
    staff_requested = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        source: DirectorySource,
        database: str = "",
        find_personal: GetPersonal | None = None,
    ) -> None:
        super().__init__(app, settings, source)
        self.find_personal = find_personal
        self.kept: KeptWindow | None = None  # what a person keeps; never in a kiosk
        self._database = database
        self.staff: StaffWiring | None = None
        self.shared: SharedScreen | None = None
        QtTexts(app, self.words)
        self._is_ending = self._is_warm = False
        self._flow = PageFlow("welcome", self._order, self._is_passed_over, each_time=EACH_TIME)
        self._pages = pages = PageMaker(self, self._flow)
        self.window = MainWindow(self.words, self._flow, pages.make, self.cover, self.code)
        pages.begun.connect(self._begin)
        is_kiosk = settings.is_kiosk
        clear = self._end if is_kiosk else self.clear
        pages.clear_requested.connect(clear)
        pages.staff_requested.connect(self.staff_requested if is_kiosk else self.open_staff)
        self.window.clear_requested.connect(clear)
        question = ClosingQuestion(self.window, self.would_lose)
        question.asked.connect(partial(self.window.open, "finish"))
        question.meant.connect(self.stop_printing)
        self.window.painted.connect(self.warm_up)
        self.words.changed.connect(self._tell_language)
        pages.all_clear_requested.connect(self._clear_all)
        question.meant.connect(self.let_go_of_kept)
        self.region.region_changed.connect(self._tell_region)
        self.directory.opened.connect(self.window.make_anew)
        self.appearance.text_size_changing.connect(self.window.make_anew)
        self.faults = Faults(self)
        make_layer = partial(FaultLayer, self.words, has_staff_near=is_kiosk)
        self.fault_cover = FaultCover(self.window, make_layer)
        self.fault_cover.started_again.connect(clear)
        self.faults.watch(self.fault_cover)
        if is_kiosk:
            self._be_shared()

    def pages_on_the_way(self) -> list[str]:
        """Return the ids of the pages between the first one and the list, as they are now."""
        order = self._order()
        return [page for page in order[1:-1] if not self._is_passed_over(page)]

    def pages_beyond_the_way(self) -> list[str]:
        """Return the ids of the pages of all other items that are asked here."""
        return [page.id for page in self.questionnaire.more if self.sitting.is_asked(page.items[0])]

    def would_lose(self) -> bool:
        """Tell whether closing now would lose something without a word.

        Whoever closes a window that was hidden, or that says that something went wrong, or while
        being asked, means it; but nobody means what they do not know, that it cannot be kept.
        """
        is_covered = self.window.is_hidden_away or self.fault_cover.is_shown
        is_meant = self._is_ending or is_covered
        if not is_meant and self._flow.current == "finish":
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
        """Close the window and let go of everything it was made of."""
        self._is_ending = True
        if self.staff is not None:
            self.staff.window.close()
        self.stop_printing()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _take_staff_back(self, is_changed: bool) -> None:
        """Read the directory anew when staff has changed it."""
        self.staff = None
        if is_changed and not self._is_ending:
            self.source.renew()
            self.directory.open()

    def _order(self) -> list[str]:
        return page_order(self.sitting)

    def _is_passed_over(self, page: str) -> bool:
        return is_passed_over(page, self.sitting)

    def _be_shared(self) -> None:
        """Be as strangers need it who come one after the other."""
        from ui.kiosk.shared_screen import SharedScreen

        window = self.window
        self.shared = SharedScreen(window, self.words, self.settings, lambda: window.is_hidden_away)
        self.shared.left.connect(self._end)
        self.directory.failed.connect(self._show_closed)

    def _show_closed(self) -> None:
        """Say that staff has to see to it: without a directory there is nothing to begin."""
        if self.shared is not None and not self.shared.is_begun:
            self._pages.close_down()
            self.window.start_again()

    def _end(self) -> None:
        """Leave nothing in sight, and tell: what was said ends with the process that knows it."""
        if self.shared is not None and not self._is_ending:
            self._is_ending = True
            self.stop_printing()
            self.shared.blank()
            self._tell_ended(monotonic() + PRINTER_WAITED)

    def _tell_ended(self, latest: float) -> None:
        """Tell once a job is taken back from the printer: it would come out for the next person."""
        if self.is_printing and monotonic() < latest:
            looks_again = round(1000 * PRINTER_LOOKS_APART)
            QTimer.singleShot(looks_again, self, partial(self._tell_ended, latest))
        else:
            self.ended.emit()

    def warm_up(self) -> None:
        """Do, once the first page is painted, what would have kept it waiting."""
        if self._is_warm:
            return
        self._is_warm = True
        load_other_scripts()
        # Read once by what writes them, and longer than a page may take to appear.
        self.words.catalogue.list(("", ""))
        self.words.catalogue.date(date.today())
        self.directory.open()
        if self.shared is None:
            self._offer_keeping()
        else:
            # A screen reader answers without a key.
            self.sitting.changed.connect(self.shared.idle.touch)

    def let_go_of_kept(self) -> None:
        """Write down what is not kept yet, and close the file, if a person has one open."""
        if self.kept is not None:
            self.kept.keeping.let_go()

    def _offer_keeping(self) -> None:
        """See whether something is kept, and be ready to keep; a kiosk never comes here."""
        from ui.kept_window import KeptWindow

        self.kept = KeptWindow(self, self.window, self._flow)
        self.kept.all_cleared.connect(self.clear)
        self.personal.look()

    def _is_kept(self) -> bool:
        return self.kept is not None and self.kept.is_safe

    def _clear_all(self) -> None:
        """Take away what is kept, then forget the sitting."""
        if self.kept is not None:
            self.kept.clear_all()

    def _tell_language(self) -> None:
        self.sitting.set_language(self.words.code)

    def _tell_region(self, region: str) -> None:
        self.sitting.set_region(region)
        self.words.set_region(region)
        self.window.make_anew(wholly=True)

    def _begin(self, is_helper: bool) -> None:
        if self.shared is not None:
            self.shared.begin()
            self.window.header.offer_finish()
        self.begun.emit()
        self.sitting.set_helper(is_helper)
        self.words.set_about_other(is_helper)
