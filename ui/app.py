"""The application: the window, and what leads from one of its parts to another."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QThreadPool
from PySide6.QtWidgets import QApplication

from ui.controllers.directory_source import DirectorySource, open_own
from ui.controllers.page_order import EACH_TIME, is_passed_over, page_order
from ui.main_window import MainWindow
from ui.navigation import PageFlow
from ui.page_maker import PageMaker
from ui.parts import Parts
from ui.qt_texts import QtTexts
from ui.settings import Settings, settings_of_system
from ui.theme.fonts import load_fonts, load_other_scripts
from ui.theme.motion import system_moves
from ui.widgets.closing_question import ClosingQuestion

if TYPE_CHECKING:  # the first page does without it
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
    code = app.exec()
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
    staff.show()
    code = app.exec()
    QThreadPool.globalInstance().waitForDone()
    return code


class Wiring(Parts):
    """Everything one window is made of.

    Parameters
    ----------
    database
        Address of the directory that staff works with; ``""`` is the person's own.

    Attributes
    ----------
    window
        The window.
    staff
        The staff window as long as it is open.
    """

    def __init__(
        self, app: QApplication, settings: Settings, source: DirectorySource, database: str = ""
    ) -> None:
        super().__init__(app, settings, source)
        self._database = database
        self.staff: StaffWiring | None = None
        QtTexts(app, self.words)
        self._is_begun = self._is_ending = False
        self._flow = PageFlow("welcome", self._order, self._is_passed_over, each_time=EACH_TIME)
        pages = PageMaker(self, self._flow)
        self.window = MainWindow(self.words, self._flow, pages.make, self.cover, self.code)
        pages.begun.connect(self._begin)
        clear = self.start_anew if settings.is_kiosk else self.clear
        pages.clear_requested.connect(clear)
        pages.staff_requested.connect(self.open_staff)
        self.window.clear_requested.connect(clear)
        question = ClosingQuestion(self.window, self.would_lose)
        question.asked.connect(partial(self.window.open, "finish"))
        question.meant.connect(self.stop_printing)
        self.window.painted.connect(self._warm_up)
        self.words.changed.connect(self._tell_language)
        self.region.region_changed.connect(self._tell_region)
        self.directory.opened.connect(self.window.make_anew)
        self.appearance.text_size_changing.connect(self.window.make_anew)
        if settings.is_kiosk:
            self._watch_for_leaving()

    def pages_on_the_way(self) -> list[str]:
        """Return the ids of the pages between the first one and the list, as they are now."""
        order = self._order()
        return [page for page in order[1:-1] if not self._is_passed_over(page)]

    def pages_beyond_the_way(self) -> list[str]:
        """Return the ids of the pages of all other items that are asked here."""
        return [page.id for page in self.questionnaire.more if self.sitting.is_asked(page.items[0])]

    def would_lose(self) -> bool:
        """Tell whether closing now would lose something without a word.

        Whoever closes a window that was hidden, or while being asked, means it.
        """
        is_meant = self._is_ending or self.window.is_hidden_away or self._flow.current == "finish"
        results = vars(self).get("results")  # not made for this
        has_chosen = results is not None and bool(results.chosen)
        return not is_meant and (self.sitting.has_answers or has_chosen or self.is_printing)

    def clear(self) -> None:
        """Forget the sitting and show the first page."""
        clipboard = QApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        self._is_begun = False
        self.forget()
        self.window.start_again()

    def start_anew(self) -> None:
        """Be as in the beginning, for the next person: the sitting, the language and the looks."""
        QApplication.clipboard().clear()
        self.clear()
        self.words.set_code(self.settings.language)
        self.region.set_region(self.settings.region)
        self.appearance.start_again()

    def open_staff(self) -> None:
        """Open the staff window, or show the one that is open."""
        from ui.staff_app import StaffWiring, own_services

        if self.staff is None:
            services = own_services(self._database)
            self.staff = StaffWiring(self.words, self.appearance, services)
            self.staff.ended.connect(self._take_staff_back)
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

    def _watch_for_leaving(self) -> None:
        """Ask after a while whether somebody is there, and begin anew when nobody is."""
        from ui.kiosk.idle_warning import IdleWarning
        from ui.kiosk.idle_watch import IdleWatch

        settings = self.settings
        limits = (settings.warns_after, settings.clears_after)
        self.idle = IdleWatch(self.window, *limits, parent=self)
        self.warning = IdleWarning(self.words)
        self.window.stage.keep(self.warning)
        self.idle.warned.connect(self._warn_of_leaving)
        self.idle.looked.connect(self.warning.show_left)
        self.idle.resumed.connect(partial(self.window.take_off, self.warning))
        self.idle.expired.connect(self.start_anew)
        self.warning.answered.connect(self.idle.touch)
        self.window.page_entered.connect(self.idle.touch)

    def _warn_of_leaving(self) -> None:
        if self._is_begun:
            self.warning.show_left(self.idle.seconds_left)
            self.window.lay_over(self.warning)
        else:
            # Nothing to lose: the first page goes back to its language and looks by itself.
            self.start_anew()
            self.idle.rest()

    def _warm_up(self) -> None:
        """Do, after the first paint, what would have kept it waiting."""
        load_other_scripts()
        # Read once by what writes them, and longer than a page may take to appear.
        self.words.catalogue.list(("", ""))
        self.words.catalogue.date(date.today())
        self.directory.open()
        if self.settings.is_kiosk:
            # A screen reader answers without a key.
            self.sitting.changed.connect(self.idle.touch)

    def _tell_language(self) -> None:
        self.sitting.set_language(self.words.code)

    def _tell_region(self, region: str) -> None:
        self.sitting.set_region(region)
        self.words.set_region(region)
        self.window.make_anew(wholly=True)

    def _begin(self, is_helper: bool) -> None:
        self._is_begun = True
        self.sitting.set_helper(is_helper)
        self.words.set_about_other(is_helper)
