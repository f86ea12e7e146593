"""The application: builds every object of the window and passes it in."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from matcher.questionnaire.definition import Questionnaire
from ui.controllers.directory_controller import DirectoryController, DirectorySource, open_own
from ui.controllers.matching_controller import MatchingController
from ui.controllers.region_controller import RegionController
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.main_window import MainWindow
from ui.navigation import PageFlow
from ui.pages.page import Page
from ui.pages.welcome_page import WelcomePage
from ui.settings import Region, Settings, settings_of_system
from ui.theme.appearance import Appearance, system_palette
from ui.theme.fonts import load_fonts, load_other_scripts

if TYPE_CHECKING:  # numpy comes with these
    from ui.controllers.checklist_controller import ChecklistController
    from ui.controllers.model_card_controller import ModelCardController
    from ui.controllers.order_controller import OrderController
    from ui.controllers.own_words_controller import OwnWordsController
    from ui.controllers.results_controller import ResultsController
    from ui.controllers.similar_controller import SimilarController

# Whatever only a later page needs is imported where that page is made: the first page is painted
# before the questionnaire is read.


def make_application() -> QApplication:
    """Return Qt's application with the bundled letters, in a style that is the same everywhere."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setApplicationName("Rapport")
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
    wiring = Wiring(app, settings_of_system(), DirectorySource(partial(open_own, database)))
    wiring.window.show()
    return app.exec()


class Wiring(QObject):
    """Everything one window is made of; controllers and pages are made when first needed.

    Attributes
    ----------
    words, appearance, region, source, directory
        What lasts longer than a sitting.
    window
        The window.
    """

    def __init__(self, app: QApplication, settings: Settings, source: DirectorySource) -> None:
        super().__init__(app)
        self._settings = settings
        self.words = Language(settings.language, self)
        self.appearance = Appearance(app, system_palette(app), settings.text_size)
        self.region = RegionController(settings.region, self)
        self.source = source
        self.directory = DirectoryController(self.source, self)
        self._makers: dict[str, Callable[[], Page]] = {
            "welcome": self._make_welcome,
            "helper": self._make_helper,
            "comfort": partial(self._make_comfort, "comfort"),
            "looks": partial(self._make_comfort, "looks"),
            "paper": self._make_paper,
            "help": self._make_help,
            "youth": self._make_youth,
            "pause": self._make_pause,
            "priorities": self._make_priorities,
            "review": self._make_review,
            "results": self._make_results,
            "profile": self._make_profile,
            "checklist": self._make_checklist,
            "how": self._make_how,
        }
        flow = PageFlow("welcome", self._order, self._is_passed_over)
        self.window = MainWindow(self.words, flow, self._make_page)
        self.window.painted.connect(self._warm_up)
        self.words.changed.connect(self._tell_language)
        self.region.region_changed.connect(self._tell_region)

    @property
    def questionnaire(self) -> Questionnaire:
        """What is asked; read when first needed."""
        from matcher.questionnaire.loader import load_questionnaire

        return load_questionnaire()

    @cached_property
    def sitting(self) -> SittingController:
        """The owner of the answers."""
        return SittingController(self.questionnaire, self.words.code, self.region.region, self)

    @cached_property
    def matching(self) -> MatchingController:
        """The owner of the newest match."""
        return MatchingController(self.source.match, self)

    @cached_property
    def results(self) -> ResultsController:
        """Who is shown, chosen and opened."""
        from ui.controllers.results_controller import ResultsController

        return ResultsController(self.matching, self.sitting, self)

    @cached_property
    def checklist(self) -> ChecklistController:
        """What goes on the sheets."""
        from ui.controllers.checklist_controller import ChecklistController

        return ChecklistController(self.results, parent=self)

    @cached_property
    def order(self) -> OrderController:
        """Why somebody stands where they stand."""
        from ui.controllers.order_controller import OrderController

        return OrderController(self.results, self)

    @cached_property
    def similar(self) -> SimilarController:
        """Who is like somebody."""
        from ui.controllers.similar_controller import SimilarController

        return SimilarController(self.results, self)

    @cached_property
    def card(self) -> ModelCardController:
        """How this works."""
        from ui.controllers.model_card_controller import ModelCardController

        return ModelCardController(self.region, limit_days=self.source.limit_days, parent=self)

    @cached_property
    def own_words(self) -> OwnWordsController | None:
        """Finds areas in a person's own words; ``None`` where there is no field to write in."""
        if not self._settings.own_words:
            return None
        from ui.controllers.own_words_controller import OwnWordsController

        return OwnWordsController(parent=self)

    def pages_on_the_way(self) -> list[str]:
        """Return the ids of the pages between the first one and the list, as they are now."""
        order = self._order()
        return [page for page in order[1:-1] if not self._is_passed_over(page)]

    def clear(self) -> None:
        """Forget the sitting and show the first page."""
        for controller in (self.matching, self.results, self.checklist, self.order, self.similar):
            controller.forget()
        if self.own_words is not None:
            self.own_words.forget()
        self.sitting.clear()
        self.words.set_about_other(False)
        self.window.start_again()

    def close(self) -> None:
        """Close the window and let go of everything it was made of."""
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    def _order(self) -> list[str]:
        """Return the ids of the pages in order."""
        items = [page.id for page in self.questionnaire.pages]
        items.insert(items.index(self.questionnaire.pause_before), "pause")
        items.insert(1, "youth")
        return [
            "welcome",
            "helper",
            "comfort",
            *items,
            "priorities",
            "review",
            "results",
            "checklist",
        ]

    def _is_passed_over(self, page: str) -> bool:
        if page == "helper":
            return not self.sitting.is_helper
        if page == "youth":
            return not self.sitting.is_too_young
        private = {one.id for one in self.sitting.private_pages}
        return self.sitting.skips_private and page in private

    def _warm_up(self) -> None:
        """Do, after the first paint, what would have kept it waiting."""
        load_other_scripts()
        self.directory.open()

    def _tell_language(self) -> None:
        self.sitting.set_language(self.words.code)

    def _tell_region(self, region: str) -> None:
        self.sitting.set_region(region)
        self.window.make_anew()

    def _begin(self, is_helper: bool) -> None:
        self.sitting.set_helper(is_helper)
        self.words.set_about_other(is_helper)

    def _make_page(self, name: str) -> Page:
        if name in self._makers:
            return self._makers[name]()
        from ui.pages.questionnaire_page import QuestionnairePage
        from ui.widgets.editors import Surroundings

        page = next(one for one in self.questionnaire.pages if one.id == name)
        around = Surroundings(Region(self.region.region), self.directory.areas)
        return QuestionnairePage(self.words, self.sitting, page, around, self.own_words)

    def _make_welcome(self) -> Page:
        page = WelcomePage(self.words)
        page.started.connect(self._begin)
        return page

    def _make_helper(self) -> Page:
        from ui.pages.helping_page import HelpingPage

        return HelpingPage(self.words, self.sitting)

    def _make_comfort(self, name: str) -> Page:
        from ui.pages.comfort_page import ComfortPage

        return ComfortPage(self.words, self.appearance, name)

    def _make_paper(self) -> Page:
        from ui.pages.paper_page import PaperPage

        return PaperPage(self.words)

    def _make_help(self) -> Page:
        from ui.pages.help_page import HelpPage

        return HelpPage(self.words, self.region)

    def _make_youth(self) -> Page:
        from ui.pages.youth_page import YouthPage

        page = YouthPage(self.words, self.sitting)
        page.cleared.connect(self.clear)
        return page

    def _make_pause(self) -> Page:
        from ui.pages.pause_page import PausePage

        return PausePage(self.words, self.sitting)

    def _make_priorities(self) -> Page:
        from ui.pages.priorities_page import PrioritiesPage

        return PrioritiesPage(self.words, self.sitting)

    def _make_review(self) -> Page:
        from ui.pages.review_page import ReviewPage

        return ReviewPage(self.words, self.sitting, self.matching)

    def _make_results(self) -> Page:
        from ui.pages.results_page import ResultsPage

        return ResultsPage(self.words, self.results)

    def _make_profile(self) -> Page:
        from ui.pages.profile_page import ProfilePage

        return ProfilePage(self.words, self.results, self.order, self.similar)

    def _make_checklist(self) -> Page:
        from ui.pages.checklist_page import ChecklistPage

        return ChecklistPage(self.words, self.checklist)

    def _make_how(self) -> Page:
        from ui.pages.model_card_page import ModelCardPage

        return ModelCardPage(self.words, self.card)
