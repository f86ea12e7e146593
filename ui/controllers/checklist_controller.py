"""The sheets: which questions, which parts, which paper; saved or printed off the GUI thread."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from matcher.checklist.document import Paper, PartId
from matcher.checklist.selection import MOST, Selection
from matcher.i18n import Catalogue
from matcher.region import load_region
from matcher.services.checklist import (
    FILE_NAME,
    ChecklistOptions,
    make_checklist,
    suggest,
    write_sheets,
)
from matcher.services.matching import Match
from ui.controllers.documents_folder import free_path
from ui.controllers.results_controller import ResultsController
from ui.printing import print_pdf
from ui.tasks import LatestJob


class ChecklistController(QObject):
    """What the checklist page knows.

    Parameters
    ----------
    results
        Whose chosen people the sheets are for.
    print_sheets
        Prints a PDF and returns the name of the printer; raises `OutputError`.

    Signals
    -------
    selection_changed
        With the id of the profile whose questions are others now.
    limit_reached
        One question more than fits was wanted, or the last one was taken off.
    saved, printed
        With the path of the file, or the name of the printer.
    failed
        With the `MatcherError` that says why not; nothing is lost.
    match_lost
        There is no match any more that sheets could come from.
    """

    selection_changed = Signal(str)
    limit_reached = Signal(bool)
    saved = Signal(object)
    printed = Signal(object)
    failed = Signal(object)
    match_lost = Signal()

    def __init__(
        self,
        results: ResultsController,
        print_sheets: Callable[[bytes], str] = print_pdf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._results = results
        self._print_sheets = print_sheets
        self._picks: dict[str, tuple[str, ...]] = {}
        self._parts: tuple[PartId, ...] = (*PartId,)
        self._paper: Paper | None = None
        self._saving = LatestJob(self)
        self._printing = LatestJob(self)
        results.failed.connect(self.match_lost)
        self._saving.done.connect(self.saved)
        self._printing.done.connect(self.printed)
        for job in (self._saving, self._printing):
            job.failed.connect(self.failed)

    @property
    def match(self) -> Match | None:
        """The match the sheets come from."""
        return self._results.match

    @property
    def is_outdated(self) -> bool:
        """Whether there is no match because the directory changed."""
        return self._results.is_outdated

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
    def busy(self) -> bool:
        """Whether sheets are being made."""
        return self._saving.busy or self._printing.busy

    def reading(self) -> AbstractContextManager[None]:
        """Let people be read; where one is gone, `match_lost` tells so."""
        return self._results.reading()

    def name(self, profile_id: str) -> str:
        """Return how a profile wants to be called."""
        return self._results.profile(profile_id).name

    def selection(self, profile_id: str) -> Selection:
        """Return the questions for a profile, with the person's own picks first."""
        assert self.match is not None
        return suggest(self.match, profile_id).picked(self._picks.get(profile_id, ()))

    def pick(self, profile_id: str, question_id: str, wanted: bool) -> None:
        """Put a question on the sheet or take it off; between one and five stay on it."""
        with self.reading():
            picked = self._picked(profile_id)
            rest = tuple(id_ for id_ in picked if id_ != question_id)
            changed = (*rest, question_id) if wanted else rest
            if 1 <= len(changed) <= MOST:
                self._picks[profile_id] = changed
            else:
                self.limit_reached.emit(wanted)
            self.selection_changed.emit(profile_id)

    def move(self, profile_id: str, question_id: str, step: int) -> None:
        """Move a question up (-1) or down (1) on the sheet."""
        with self.reading():
            picked = [*self._picked(profile_id)]
            place = picked.index(question_id)
            target = place + step
            if 0 <= target < len(picked):
                picked[place], picked[target] = picked[target], picked[place]
                self._picks[profile_id] = tuple(picked)
                self.selection_changed.emit(profile_id)

    def set_parts(self, parts: Sequence[str]) -> None:
        """Say which parts are wanted."""
        self._parts = tuple(part for part in PartId if part.value in parts)

    def set_paper(self, paper: Paper) -> None:
        """Say which paper is in the printer."""
        self._paper = paper

    def usual_path(self) -> Path:
        """Return a free place for the file, where people look for documents."""
        return free_path(FILE_NAME)

    def save(self, path: Path, catalogue: Catalogue) -> None:
        """Make the sheets and write them to a file; told by `saved` or `failed`."""
        assert self.match is not None
        with self.reading():
            self._saving.start(_save, path, self.match, self.people, catalogue, self._options())

    def print(self, catalogue: Catalogue) -> None:
        """Make the sheets and print them; told by `printed` or `failed`."""
        assert self.match is not None
        with self.reading():
            inputs = (self.match, self.people, catalogue, self._options())
            self._printing.start(_print, self._print_sheets, *inputs)

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        for job in (self._saving, self._printing):
            job.drop()
        self._picks.clear()
        self._parts = (*PartId,)
        self._paper = None

    def _picked(self, profile_id: str) -> tuple[str, ...]:
        return tuple(each.id for each in self.selection(profile_id).suggested)

    def _options(self) -> ChecklistOptions:
        picks = {id_: self._picked(id_) for id_ in self.people}
        return ChecklistOptions(MappingProxyType(picks), self._parts, self.paper)


def _save(
    path: Path,
    match: Match,
    people: tuple[str, ...],
    catalogue: Catalogue,
    options: ChecklistOptions,
) -> Path:
    return write_sheets(path, make_checklist(match, people, catalogue, options))


def _print(
    print_sheets: Callable[[bytes], str],
    match: Match,
    people: tuple[str, ...],
    catalogue: Catalogue,
    options: ChecklistOptions,
) -> str:
    return print_sheets(make_checklist(match, people, catalogue, options))
