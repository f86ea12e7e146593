"""What one window stands on: the owners of everything it shows, made when first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from matcher.questionnaire.definition import Questionnaire
from ui.controllers.cover_controller import CoverController
from ui.controllers.directory_controller import DirectoryController
from ui.controllers.directory_source import DirectorySource
from ui.controllers.hide_code import HideCode
from ui.controllers.matching_controller import MatchingController
from ui.controllers.region_controller import RegionController
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.settings import Settings
from ui.theme.appearance import Appearance, system_palette
from ui.theme.tokens import LAPTOP, Form

if TYPE_CHECKING:  # numpy comes with these
    from ui.controllers.blank_controller import BlankController
    from ui.controllers.checklist_controller import ChecklistController
    from ui.controllers.firmness_controller import FirmnessController
    from ui.controllers.model_card_controller import ModelCardController
    from ui.controllers.order_controller import OrderController
    from ui.controllers.own_words_controller import OwnWordsController
    from ui.controllers.print_controller import PrintController
    from ui.controllers.print_source import PrintSource
    from ui.controllers.printout import Printout
    from ui.controllers.results_controller import ResultsController
    from ui.controllers.similar_controller import SimilarController
    from ui.controllers.weights_controller import WeightsController

_OF_A_SITTING = (
    *("matching", "weights", "results", "checklist"),
    *("sheets_printout", "blank", "blank_printout", "card", "card_printout"),
    *("order", "firmness", "similar", "own_words"),
)
"""The parts that hold something of a person, in the order in which they forget it."""

_PRINTOUTS = ("sheets_printout", "blank_printout", "card_printout")


class Parts(QObject):
    """Every object of a window that is neither the window nor a page.

    Attributes
    ----------
    settings, words, appearance, region, source, directory
        What lasts longer than a sitting.
    cover, code
        Whether answers are covered while staff helps; what shows a hidden window again.
    """

    def __init__(self, app: QApplication, settings: Settings, source: DirectorySource) -> None:
        super().__init__(app)
        self.settings = settings
        self.words = Language(settings.language, self, settings.region)
        self.appearance = Appearance(
            app, system_palette(app), settings.text_size, _form(app, settings), moves=settings.moves
        )
        self.region = RegionController(settings.region, self)
        self.source = source
        self.directory = DirectoryController(self.source, self)
        self.cover = CoverController(self)
        self.code = HideCode()

    @property
    def questionnaire(self) -> Questionnaire:
        """What is asked; read when first needed."""
        from matcher.questionnaire.loader import load_questionnaire

        return load_questionnaire()

    @cached_property
    def sitting(self) -> SittingController:
        """The owner of the answers."""
        return SittingController(
            self.questionnaire,
            self.words.code,
            self.region.region,
            self,
            own_words=self.settings.own_words,
        )

    @cached_property
    def matching(self) -> MatchingController:
        """The owner of the newest match."""
        return MatchingController(self.source.match, self)

    @cached_property
    def results(self) -> ResultsController:
        """Who is shown, chosen and opened."""
        from ui.controllers.results_controller import ResultsController

        results = ResultsController(self.matching, self.sitting, self)
        results.outdated.connect(self.directory.open)
        return results

    @cached_property
    def checklist(self) -> ChecklistController:
        """What goes on the sheets."""
        from ui.controllers.checklist_controller import ChecklistController

        return ChecklistController(self.results, parent=self)

    @cached_property
    def sheets_printout(self) -> Printout:
        """The sheets on their way to paper."""
        printout = self._printout(self.checklist)
        self.checklist.match_lost.connect(printout.sheets.lost)
        return printout

    @cached_property
    def blank(self) -> BlankController:
        """The questions to fill in by hand."""
        from ui.controllers.blank_controller import BlankController

        return BlankController(self.region, self)

    @cached_property
    def blank_printout(self) -> Printout:
        """Those questions on their way to paper."""
        return self._printout(self.blank)

    @cached_property
    def card_printout(self) -> Printout:
        """How this works, on its way to paper."""
        return self._printout(self.card)

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way to a printer."""
        return any(printing.busy for printing in self._ways_to_printers())

    def stop_printing(self) -> None:
        """Let nothing come out any more."""
        for printing in self._ways_to_printers():
            printing.cancel()

    @cached_property
    def order(self) -> OrderController:
        """Why somebody stands where they stand."""
        from ui.controllers.order_controller import OrderController

        return OrderController(self.results, self)

    @cached_property
    def weights(self) -> WeightsController:
        """How much each group counts."""
        from ui.controllers.weights_controller import WeightsController

        is_live = not self.settings.is_kiosk
        return WeightsController(self.results, self.sitting, is_live=is_live, parent=self)

    @cached_property
    def firmness(self) -> FirmnessController:
        """How firm the head of the list is."""
        from ui.controllers.firmness_controller import FirmnessController

        return FirmnessController(self.results, self)

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
        if not self.settings.own_words:
            return None
        from ui.controllers.own_words_controller import OwnWordsController

        return OwnWordsController(parent=self)

    def forget(self) -> None:
        """Forget the sitting."""
        for name in _OF_A_SITTING:
            # What was never made has nothing to forget.
            controller = vars(self).get(name)
            if controller is not None:
                controller.forget()
        self.cover.forget()
        self.code.forget()
        self.sitting.clear()
        self.words.set_about_other(False)

    def _printout(self, source: PrintSource) -> Printout:
        from ui.controllers.printout import Printout

        return Printout.of(source, self._way_to_printers, self)

    def _way_to_printers(self) -> PrintController:
        from ui.controllers.print_controller import PrintController

        return PrintController(is_choosing=not self.settings.is_kiosk, parent=self)

    def _ways_to_printers(self) -> list[PrintController]:
        """Return those that were made."""
        made = vars(self)
        return [made[name].printing for name in _PRINTOUTS if name in made]


def _form(app: QApplication, settings: Settings) -> Form:
    if not settings.is_kiosk:
        return LAPTOP
    return Form(is_kiosk=True, dots_per_inch=app.primaryScreen().physicalDotsPerInch())
