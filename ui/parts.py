"""What one window stands on: the owners of everything it shows, made when first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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
from ui.paper_parts import PaperParts
from ui.settings import Settings
from ui.theme.appearance import Appearance, system_palette
from ui.theme.tokens import LAPTOP, Form

if TYPE_CHECKING:  # numpy comes with these
    from collections.abc import Iterable

    from ui.controllers.blank_controller import BlankController
    from ui.controllers.checklist_controller import ChecklistController
    from ui.controllers.code_paper_controller import CodePaperController
    from ui.controllers.firmness_controller import FirmnessController
    from ui.controllers.followup_controller import FollowupController
    from ui.controllers.keeping_controller import KeepingController
    from ui.controllers.model_card_controller import ModelCardController
    from ui.controllers.notes_paper_controller import NotesPaperController
    from ui.controllers.order_controller import OrderController
    from ui.controllers.own_words_controller import OwnWordsController
    from ui.controllers.personal_controller import GetPersonal, PersonalController
    from ui.controllers.printout import Printout
    from ui.controllers.reading_controller import ReadingController
    from ui.controllers.results_controller import ResultsController
    from ui.controllers.similar_controller import SimilarController
    from ui.controllers.weights_controller import WeightsController
    from ui.widgets.file_guard import AskWhere

OF_NOTES = ("notes_paper", "notes_printout")
"""The parts that hold notes after the list on their way to paper."""

_OF_A_SITTING = (
    *("matching", "weights", "results", "checklist"),
    *("sheets_printout", "blank", "blank_printout", "card", "card_printout"),
    *("code_paper", "code_printout", *OF_NOTES),
    *("order", "firmness", "similar", "own_words"),
)
"""The parts that hold something of a person, in the order in which they forget it."""


class Parts(PaperParts):
    """Every object of a window that is neither the window nor a page.

    Attributes
    ----------
    settings, words, appearance, region, source, directory
        What lasts longer than a sitting.
    find_personal
        Gives the service behind what a person keeps; ``None`` for that of their data folder.
    ask_where
        Asks where to save; ``None`` where nothing may be saved.
    cover, code
        Whether answers are covered while staff helps; what shows a hidden window again.
    """

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        source: DirectorySource,
        find_personal: GetPersonal | None = None,
        ask_where: AskWhere | None = None,
    ) -> None:
        super().__init__(app)
        self.settings = settings
        self.words = Language(settings.language, self, settings.region)
        self.appearance = Appearance(
            app, system_palette(app), settings.text_size, _form(app, settings), moves=settings.moves
        )
        self.region = RegionController(settings.region, self)
        self.source = source
        self.directory = DirectoryController(self.source, self)
        self.find_personal = find_personal
        self.ask_where = ask_where
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
        if self.keeping is not None:
            self.keeping.follow(results)
        return results

    @cached_property
    def keeping(self) -> KeepingController | None:
        """Keeps what changes, once a person asked for it; ``None`` where strangers follow."""
        if self.followup is None:
            return None
        from ui.controllers.keeping_controller import KeepingController, Sources

        assert self.reading is not None
        of = (self.sitting, self.words, self.region, self.appearance, self.reading)
        sources = Sources(*of, lambda: self.results, self.followup)
        return KeepingController(self.personal, sources, self)

    @cached_property
    def followup(self) -> FollowupController | None:
        """What a person notes after the list; ``None`` where strangers follow."""
        if self.settings.is_kiosk:
            return None
        from ui.controllers.followup_controller import FollowupController

        return FollowupController(parent=self)

    @cached_property
    def reading(self) -> ReadingController | None:
        """Reads pages aloud where a person wants it; ``None`` where strangers share the screen."""
        if self.settings.is_kiosk:
            return None
        from ui.controllers.reading_controller import ReadingController

        return ReadingController(self.words, self)

    @cached_property
    def personal(self) -> PersonalController:
        """The owner of what a person keeps; never asked for where strangers follow."""
        from ui.controllers.personal_controller import PersonalController
        from ui.controllers.personal_jobs import own_personal

        assert not self.settings.is_kiosk
        return PersonalController(self.find_personal or own_personal, self)

    @cached_property
    def checklist(self) -> ChecklistController:
        """What goes on the sheets."""
        from ui.controllers.checklist_controller import ChecklistController

        checklist = ChecklistController(self.results, parent=self)
        if self.keeping is not None:
            self.keeping.follow_sheets(checklist)
        checklist.saved.connect(self._note_saved)
        return checklist

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

        blank = BlankController(self.region, self)
        blank.saved.connect(self._note_saved)
        return blank

    @cached_property
    def blank_printout(self) -> Printout:
        """Those questions on their way to paper."""
        return self._printout(self.blank)

    @cached_property
    def card_printout(self) -> Printout:
        """How this works, on its way to paper."""
        return self._printout(self.card)

    @cached_property
    def code_paper(self) -> CodePaperController:
        """A recovery code that is to be printed."""
        from ui.controllers.code_paper_controller import CodePaperController

        return CodePaperController(self.region, self)

    @cached_property
    def code_printout(self) -> Printout:
        """That code on its way to paper."""
        return self._printout(self.code_paper)

    @cached_property
    def notes_paper(self) -> NotesPaperController:
        """Notes after the list that are to be printed."""
        from ui.controllers.notes_paper_controller import NotesPaperController

        paper = NotesPaperController(self.region, self)
        paper.saved.connect(self._note_saved)
        return paper

    @cached_property
    def notes_printout(self) -> Printout:
        """Those notes on their way to paper."""
        return self._printout(self.notes_paper)

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

        card = ModelCardController(self.region, limit_days=self.source.limit_days, parent=self)
        card.saved.connect(self._note_saved)
        return card

    @cached_property
    def own_words(self) -> OwnWordsController | None:
        """Finds areas in a person's own words; ``None`` where there is no field to write in."""
        if not self.settings.own_words:
            return None
        from ui.controllers.own_words_controller import OwnWordsController

        return OwnWordsController(parent=self)

    def forget(self) -> None:
        """Forget the sitting."""
        forget_parts(self, _OF_A_SITTING)
        self.forget_what_came_out()
        self.cover.forget()
        self.code.forget()
        self.sitting.clear()
        self.words.set_about_other(False)


def forget_parts(parts: Parts, names: Iterable[str]) -> None:
    """Let some parts forget; what was never made has nothing to forget."""
    for name in names:
        controller = vars(parts).get(name)
        if controller is not None:
            controller.forget()


def _form(app: QApplication, settings: Settings) -> Form:
    if not settings.is_kiosk:
        return LAPTOP
    return Form(is_kiosk=True, dots_per_inch=app.primaryScreen().physicalDotsPerInch())
