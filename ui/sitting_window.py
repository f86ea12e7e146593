"""The window of one sitting, and what leads from one of its parts to another."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from ui.controllers.directory_source import DirectorySource
from ui.controllers.page_order import EACH_TIME, is_passed_over, page_order
from ui.fault import FaultCover, Faults
from ui.main_window import MainWindow
from ui.navigation import PageFlow
from ui.page_maker import PageMaker
from ui.parts import Parts
from ui.qt_texts import QtTexts
from ui.settings import Settings
from ui.theme.fonts import load_other_scripts
from ui.widgets.fault_layer import FaultLayer

if TYPE_CHECKING:  # the first page does without them
    from ui.controllers.personal_controller import GetPersonal
    from ui.widgets.file_guard import AskWhere


class SittingWiring(Parts):
    """Everything the window is made of, on a laptop and in a kiosk.

    Attributes
    ----------
    window
        The window.
    pages
        What makes its pages.
    faults, fault_cover
        What hears of a mistake in the program, and what says so over the window.
    is_ending
        Whether the window is about to go.

    Signals
    -------
    warmed_up
        Once, when all was done that would have kept the first page waiting.
    begun
        Somebody begins.
    clear_requested
        Nothing of this sitting is wanted any more.
    staff_requested
        Somebody of the staff wishes to work with the directory.
    """

    warmed_up = Signal()
    begun = Signal()
    clear_requested = Signal()
    staff_requested = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        source: DirectorySource,
        find_personal: GetPersonal | None = None,
        ask_where: AskWhere | None = None,
    ) -> None:
        super().__init__(app, settings, source, find_personal, ask_where)
        QtTexts(app, self.words)
        self.is_ending = self._is_warm = False
        self.flow = PageFlow("welcome", self._order, self._is_passed_over, each_time=EACH_TIME)
        self.pages = PageMaker(self, self.flow)
        self.window = MainWindow(self.words, self.flow, self.pages.make, self.cover, self.code)
        self.pages.begun.connect(self._begin)
        self.pages.clear_requested.connect(self.clear_requested)
        self.pages.staff_requested.connect(self.staff_requested)
        self.window.clear_requested.connect(self.clear_requested)
        self.window.painted.connect(self.warm_up)
        self.words.changed.connect(self._tell_language)
        self.region.region_changed.connect(self._tell_region)
        self.directory.opened.connect(self.window.make_anew)
        self.appearance.text_size_changing.connect(self.window.make_anew)
        self.faults = Faults(self)
        make_layer = partial(FaultLayer, self.words, has_staff_near=settings.is_kiosk)
        self.fault_cover = FaultCover(self.window, make_layer)
        self.fault_cover.started_again.connect(self.clear_requested)
        self.faults.watch(self.fault_cover)

    def pages_on_the_way(self) -> list[str]:
        """Return the ids of the pages between the first one and the list, as they are now."""
        order = self._order()
        return [page for page in order[1:-1] if not self._is_passed_over(page)]

    def pages_beyond_the_way(self) -> list[str]:
        """Return the ids of the pages of all other items that are asked here."""
        return [page.id for page in self.questionnaire.more if self.sitting.is_asked(page.items[0])]

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
        self.warmed_up.emit()

    def close(self) -> None:
        """Close the window and let go of everything it was made of."""
        self.is_ending = True
        self.stop_printing()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _order(self) -> list[str]:
        return page_order(self.sitting)

    def _is_passed_over(self, page: str) -> bool:
        return is_passed_over(page, self.sitting)

    def _tell_language(self) -> None:
        self.sitting.set_language(self.words.code)

    def _tell_region(self, region: str) -> None:
        self.sitting.set_region(region)
        self.words.set_region(region)
        self.window.make_anew(wholly=True)

    def _begin(self, is_helper: bool) -> None:
        self.begun.emit()
        self.sitting.set_helper(is_helper)
        self.words.set_about_other(is_helper)
