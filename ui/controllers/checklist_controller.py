"""The sheets: which questions, which parts, which looks; saved off the GUI thread."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from matcher.checklist.part import PartId
from matcher.checklist.selection import MOST, OfferedQuestion, Selection
from matcher.directory.profile import Profile
from matcher.i18n import Catalogue
from matcher.region import Paper, load_region
from matcher.services.matching.match import Match
from matcher.services.sheets.checklist import suggest
from matcher.services.sheets.checklist_files import (
    FILE_NAME,
    SHARED_FILE_NAME,
    write_sheets,
)
from matcher.services.sheets.sheet_form import Form, form_of
from ui.controllers.documents_folder import free_path
from ui.controllers.own_questions import OwnQuestions
from ui.controllers.results_controller import ResultsController
from ui.controllers.sheets_order import LOOKS, SHORT, SheetsOrder, make_options
from ui.tasks import LatestJob


class ChecklistController(QObject):
    """What the checklist page knows.

    Parameters
    ----------
    results
        Whose chosen people the sheets are for.

    Signals
    -------
    selection_changed
        With the id of the profile whose questions are others now.
    limit_reached
        With the id of a profile: one question more than fits was wanted, or the last one was
        taken off.
    own_taken_off
        With the id of a profile, and the words of a question that left its sheet.
    saved
        With the path of the file.
    failed
        With the `MatcherError` that says why not; nothing is lost.
    match_lost
        There is no match any more that sheets could come from.
    """

    selection_changed = Signal(str)
    limit_reached = Signal(str, bool)
    own_taken_off = Signal(str, str)
    saved = Signal(object)
    failed = Signal(object)
    match_lost = Signal()

    kind = "sheets"
    is_private = True

    def __init__(self, results: ResultsController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results
        # What was picked and written, by profile; what was kept comes back here.
        self.questions: dict[str, OwnQuestions] = {}
        self._parts: tuple[PartId, ...] = (*PartId,)
        self._paper: Paper | None = None
        self._looks: tuple[str, ...] = ()
        self._form: Form = "pdf"
        self._language = ""
        self._saving = LatestJob(self)
        results.failed.connect(self.match_lost)
        self._saving.done.connect(self.saved)
        self._saving.failed.connect(self.failed)

    @property
    def match(self) -> Match | None:
        """The match the sheets come from."""
        return self._results.match

    @property
    def is_outdated(self) -> bool:
        """Whether there is no match because the directory changed."""
        return self._results.is_outdated

    @property
    def lacks(self) -> str:
        """Key of the sentence that says why there are no sheets to make; ``""`` when there are."""
        if not self.people:
            return "checklist.nobody"
        return "" if self._parts else "checklist.no_parts"

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of the profiles the sheets are for."""
        return self._results.chosen if self.match is not None else ()

    @property
    def parts(self) -> tuple[PartId, ...]:
        """The parts that are wanted, in the order of the sheets."""
        return self._parts

    @property
    def paper(self) -> Paper:
        """The paper; at first what is usual in the region."""
        if self._paper is not None:
            return self._paper
        region = self.match.answers.region if self.match is not None else ""
        return load_region(region).paper

    @property
    def looks(self) -> tuple[str, ...]:
        """Which of `LOOKS` the sheets have."""
        return self._looks

    @property
    def form(self) -> Form:
        """What the sheets are saved as."""
        return self._form

    @property
    def language(self) -> str:
        """The language of the sheets; ``""`` for that of the screen, whichever it is."""
        return self._language

    @property
    def busy(self) -> bool:
        """Whether sheets are being saved."""
        return self._saving.busy

    def reading(self) -> AbstractContextManager[None]:
        """Let people be read; where one is gone, `match_lost` tells so."""
        return self._results.reading()

    def profile(self, profile_id: str) -> Profile:
        """Return the facts of a profile."""
        return self._results.profile(profile_id)

    def name(self, profile_id: str) -> str:
        """Return how a profile wants to be called."""
        return self.profile(profile_id).name

    def selection(self, profile_id: str) -> Selection:
        """Return the questions for a profile, with the person's own picks first."""
        assert self.match is not None
        questions = self._of(profile_id)
        suggested = suggest(self.match, profile_id, is_short=SHORT in self._looks)
        return suggested.picked(questions.picks, questions.own)

    def pick(self, profile_id: str, question_id: str, wanted: bool) -> None:
        """Put a question on the sheet or take it off; between one and five stay on it."""
        with self.reading():
            picked = self._picked(profile_id)
            questions = self._of(profile_id)
            if wanted == (question_id in picked):
                return
            fits = len(picked) < MOST if wanted else len(picked) > 1
            taken_off = ""
            if fits:
                change = questions.put_on if wanted else questions.take_off
                taken_off = questions.keep(change(question_id, picked))
            self.selection_changed.emit(profile_id)
            if not fits:
                self.limit_reached.emit(profile_id, wanted)
            if taken_off:
                self.own_taken_off.emit(profile_id, taken_off)

    def has_room(self, profile_id: str) -> bool:
        """Whether one more question fits on the sheet as it is."""
        return len(self.selection(profile_id).suggested) < MOST

    def makes_way(self, profile_id: str) -> OfferedQuestion | None:
        """Return the question that an own one would take the place of.

        That is the last one the person did not choose. ``None`` where there is room, or where they
        chose all.
        """
        if self.has_room(profile_id):
            return None
        asked = self.selection(profile_id).suggested
        gone = self._of(profile_id).least_wanted([each.id for each in asked])
        return next((each for each in asked if each.id == gone), None)

    def add_own(self, profile_id: str, words: str) -> bool:
        """Put a question in one's own words on the sheet; tell whether it is there.

        Where the sheet is full, one that was only suggested makes way for it.
        """
        with self.reading():
            questions, picked = self._of(profile_id), self._picked(profile_id)
            if words in questions.own:
                return True
            if (gone := self.makes_way(profile_id)) is not None:
                picked = questions.take_off(gone.id, picked)
            if len(picked) < MOST:
                questions.add(words, picked)
                self.selection_changed.emit(profile_id)
                return True
        return False

    def move(self, profile_id: str, question_id: str, step: int) -> None:
        """Move a question up (-1) or down (1) on the sheet."""
        with self.reading():
            picked = [*self._picked(profile_id)]
            place = picked.index(question_id)
            target = place + step
            if 0 <= target < len(picked):
                picked[place], picked[target] = picked[target], picked[place]
                self._of(profile_id).keep(picked)
                self.selection_changed.emit(profile_id)

    def set_parts(self, parts: Sequence[str]) -> None:
        """Say which parts are wanted."""
        self._parts = tuple(part for part in PartId if part.value in parts)

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""
        self._paper = paper

    def set_looks(self, looks: Sequence[str]) -> None:
        """Say which of `LOOKS` the sheets have."""
        was_short = SHORT in self._looks
        self._looks = tuple(look for look in LOOKS if look in looks)
        if was_short != (SHORT in self._looks):
            for profile_id in self.people:
                self.selection_changed.emit(profile_id)

    def set_form(self, form: Form) -> None:
        """Say what the sheets are saved as."""
        self._form = form

    def set_language(self, language: str) -> None:
        """Say which language the sheets are in, whatever is on the screen."""
        self._language = language

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        name = SHARED_FILE_NAME if "share" in self._looks else FILE_NAME
        return free_path(str(Path(name).with_suffix(f".{self._form}")))

    def order(self, catalogue: Catalogue) -> SheetsOrder:
        """Return what the sheets are made from; the catalogue is that of the screen."""
        assert self.match is not None
        if self._language:
            catalogue = Catalogue(self._language, catalogue.region)
        questions = {id_: self._of(id_) for id_ in self.people}
        options = make_options(questions, self._parts, self.paper, self._looks)
        return SheetsOrder(self.match, self.people, catalogue, options)

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Make the sheets and write them to a file; told by `saved` or `failed`.

        A file whose name ends as another form does becomes that form.
        """
        with self.reading():
            self._saving.start(_save, path, self.order(catalogue), self._form)

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        self._saving.drop()
        self.questions.clear()
        self._parts = (*PartId,)
        self._paper = None
        self._looks = ()
        self._form = "pdf"
        self._language = ""

    def _of(self, profile_id: str) -> OwnQuestions:
        return self.questions.setdefault(profile_id, OwnQuestions())

    def _picked(self, profile_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.selection(profile_id).suggested)


def _save(path: Path, order: SheetsOrder, usual: Form) -> Path:
    form = form_of(path) or usual
    is_share_copy = order.options.is_share_copy
    return write_sheets(path, order.make(form), form, is_share_copy=is_share_copy)
