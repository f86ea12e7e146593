"""What the pages after the list stand on in tests: an open file, and a day one may choose."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from support.sittings import make_results, sample_match
from support.window import settle

from matcher.document import Sheet
from matcher.followup.search_log import SearchLog
from matcher.i18n import Catalogue
from ui.controllers.followup_controller import FollowupController
from ui.controllers.notes_paper_controller import NotesPaperController
from ui.controllers.region_controller import RegionController
from ui.controllers.results_controller import ResultsController


@dataclass
class Days:
    """The day it is, as long as no other comes."""

    day: date = date(2026, 3, 2)

    def pass_by(self, days: int) -> None:
        """Let days pass."""
        self.day += timedelta(days)

    def today(self) -> date:
        """Return the day it is."""
        return self.day


@dataclass
class AfterTheList:
    """A match, two of it on the list of whom to ask, and the first of them looked at."""

    days: Days = field(default_factory=Days)

    def __post_init__(self) -> None:
        self.results: ResultsController = make_results(lambda _: sample_match())[0]
        self.results.request()
        settle()
        self.ids = sample_match().evaluation.snapshot.ids[:2]
        self.followup = FollowupController(self.days.today)
        self.followup.begin()
        names = {id_: sample_match().profile(id_).name for id_ in self.ids}
        self.followup.set_search(SearchLog().with_people(names))
        self.followup.opened = self.ids[0]
        self.paper = NotesPaperController(RegionController("us"))

    def printed(self) -> tuple[Sheet, ...]:
        """Return the sheets that were wanted last."""
        return self.paper.order(Catalogue("en")).sheets
