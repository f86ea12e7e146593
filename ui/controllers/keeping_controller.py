"""Keeps what changes in a window for as long as a person's file is open, and brings it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.controllers.followup_controller import FollowupController
from ui.controllers.own_questions import OwnQuestions
from ui.controllers.personal_controller import PersonalController
from ui.controllers.personal_jobs import WindowState
from ui.controllers.reading_controller import ReadingController
from ui.controllers.region_controller import RegionController
from ui.controllers.rest_timer import RestTimer
from ui.controllers.sitting_controller import SittingController
from ui.language import Language
from ui.theme.appearance import Appearance
from ui.theme.tokens import PaletteName

if TYPE_CHECKING:  # numpy comes with it
    from matcher.directory.snapshot import Snapshot
    from matcher.errors import MatcherError
    from ui.controllers.checklist_controller import ChecklistController
    from ui.controllers.results_controller import ResultsController

_MARKS = ("person_is_here", "skips_private", "passed_pause")
_TEXT_SIZES = range(50, 401)


class KeepingState(Enum):
    """How it stands with what changed."""

    OFF = "off"
    WAITING = "waiting"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Sources:
    """Where what is kept comes from, and goes back to.

    Attributes
    ----------
    find_results
        Gives the owner of who is chosen; made then, if it was not.
    followup
        Owns what is noted after the list.
    """

    sitting: SittingController
    words: Language
    region: RegionController
    appearance: Appearance
    reading: ReadingController
    find_results: Callable[[], ResultsController]
    followup: FollowupController


class KeepingController(QObject):
    """Writes down every change a moment after it was made; does nothing before it is asked to.

    Parameters
    ----------
    personal
        Owns the file.
    sources
        What is kept.

    Attributes
    ----------
    left
        Names of chosen people who were no longer in the directory when somebody came back.

    Signals
    -------
    changed
        `state` or `left` is another.
    came_back
        What was kept is here again, with the id of the page the person was on.
    """

    changed = Signal()
    came_back = Signal(str)

    def __init__(
        self, personal: PersonalController, sources: Sources, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.personal = personal
        self._of = sources
        self._state = KeepingState.OFF
        self._error: MatcherError | None = None
        self._page = ""
        self._results: ResultsController | None = None
        self._checklist: ChecklistController | None = None
        self._sheets: Mapping[str, Any] = {}
        self._names: dict[str, str] = {}
        self._awaited: tuple[str, ...] = ()
        self.left: tuple[str, ...] = ()
        self._rest = RestTimer(self)
        self._rest.rested.connect(self.keep_now)
        sources.region.region_changed.connect(self.note_change)
        of = (sources.sitting, sources.words, sources.appearance, sources.reading)
        for owner in (*of, sources.followup):
            owner.changed.connect(self.note_change)
        personal.kept.connect(self._tell_kept)
        personal.not_kept.connect(self._tell_failed)
        personal.cleared.connect(self.stop)
        personal.refused.connect(self._see_if_open)

    @property
    def state(self) -> KeepingState:
        """How it stands."""
        return self._state

    @property
    def is_on(self) -> bool:
        """Whether changes are kept."""
        return self._state is not KeepingState.OFF

    @property
    def has_answers(self) -> bool:
        """Whether anything was answered."""
        return self._of.sitting.has_answers

    @property
    def error(self) -> MatcherError | None:
        """Why the last change is not kept; ``None`` when it is."""
        return self._error

    def follow(self, results: ResultsController) -> None:
        """Keep who is chosen, too."""
        self._results = results
        results.chosen_changed.connect(self.note_change)
        results.match_changed.connect(self._see_who_left)

    def follow_sheets(self, checklist: ChecklistController) -> None:
        """Keep what is picked and written for the sheets, too; what was kept comes back."""
        self._checklist = checklist
        self._put_back_sheets()
        checklist.selection_changed.connect(self.note_change)

    def note_page(self, page: str) -> None:
        """Keep which page the person is on."""
        if page != self._page:
            self._page = page
            self.note_change()

    def note_change(self) -> None:
        """Keep things as they are, once they rest or have changed for some seconds."""
        if self.is_on:
            self._rest.note_change()
            if self._state is KeepingState.KEPT:
                self._show(KeepingState.WAITING)

    def start(self) -> None:
        """Keep things as they are, and every change from now on."""
        self._of.followup.begin()
        self._show(KeepingState.WAITING)
        self.keep_now()

    def stop(self) -> None:
        """Keep no more changes; what was kept is left as it is."""
        self._rest.stop()
        self._awaited = self.left = ()
        self._names.clear()
        self._sheets = {}
        self._show(KeepingState.OFF)
        self._of.followup.forget()

    def keep_now(self) -> None:
        """Keep things as they are."""
        self._rest.stop()
        if self.is_on:
            self.personal.save(self._collect())

    def finish(self) -> bool:
        """Keep, before this returns, what is not kept yet; tell whether nothing would be lost."""
        self._of.followup.settle()
        if self._state in (KeepingState.WAITING, KeepingState.FAILED):
            self._rest.stop()
            error = self.personal.save_at_once(self._collect())
            if error is None:
                self._tell_kept()
            else:
                self._tell_failed(error)
        return self._state is KeepingState.KEPT

    def may_end(self) -> bool:
        """Keep what is not kept yet; where that fails, whoever was told so before may go on."""
        was_told = self._error is not None
        return not self.is_on or self.finish() or was_told

    def let_go(self) -> None:
        """Keep what is not kept yet, and close the file: another sitting may begin."""
        if self.is_on or self.personal.is_open:
            self.finish()
            self.stop()
            self.personal.close()
            self.personal.look()

    def bring_back(self, state: WindowState | None) -> None:
        """Show what was kept, and keep every change from now on."""
        self.stop()
        if state is None:
            self._of.followup.begin()
        else:
            self._put_back(state)
        self._show(KeepingState.KEPT)
        self.came_back.emit(state.page if state is not None else "")

    def forget_left(self) -> None:
        """Say no more who left the directory."""
        if self.left:
            self.left = ()
            self.changed.emit()

    def _put_back(self, state: WindowState) -> None:
        of, sitting = self._of, self._of.sitting
        _look_as(of.appearance, state.looks)
        of.reading.set_on(is_on=state.looks.get("reads") is True)
        of.words.set_code(state.answers.language)
        of.region.set_region(state.answers.region)
        sitting.clear()
        for mark in _MARKS:
            setattr(sitting, mark, mark in state.marks)
        sitting.take(state.answers)
        of.words.set_about_other(sitting.is_helper)
        self._sheets = state.sheets
        self._put_back_sheets()
        self._names = {id_: str(name) for id_, name in state.names.items()}
        of.followup.begin(state.notes)
        if state.chosen:
            self._awaited = state.chosen
            results = of.find_results()
            results.choose_again(state.chosen)
            results.request()

    def _collect(self) -> WindowState:
        of, results = self._of, self._results
        chosen = () if results is None else results.chosen
        self._learn_names(chosen)
        return WindowState(
            of.sitting.answers,
            chosen,
            self._page,
            tuple(mark for mark in _MARKS if getattr(of.sitting, mark)),
            _looks_of(of.appearance) | {"reads": of.reading.is_wanted},
            {id_: name for id_, name in self._names.items() if id_ in chosen},
            self._sheets_now(),
            of.followup.notes,
        )

    def _sheets_now(self) -> Mapping[str, Any]:
        if self._checklist is None:
            return self._sheets
        return {id_: each.to_kept() for id_, each in self._checklist.questions.items()}

    def _put_back_sheets(self) -> None:
        if self._checklist is not None:
            kept = self._sheets.items()
            again = {id_: OwnQuestions.from_kept(each) for id_, each in kept}
            self._checklist.questions.update(again)

    @property
    def _people(self) -> Snapshot | None:
        """Who is in the list that is there now, if one is."""
        match = None if self._results is None else self._results.match
        return None if match is None else match.evaluation.snapshot

    def _learn_names(self, chosen: Iterable[str]) -> None:
        if (people := self._people) is not None:
            there = filter(people.has, chosen)
            self._names |= {id_: people.names[people.row_of(id_)] for id_ in there}

    def _see_who_left(self) -> None:
        """Say, once there is a list again, which of the chosen are not in it any more."""
        people = self._people
        if people is None or not self._awaited:
            return
        gone = [id_ for id_ in self._awaited if not people.has(id_)]
        self._awaited = ()
        self.left = tuple(self._names.get(id_, "") for id_ in gone)
        self.changed.emit()

    def _tell_kept(self) -> None:
        if self.is_on:
            self._error = None
            self._show(KeepingState.WAITING if self._rest.is_waiting else KeepingState.KEPT)

    def _tell_failed(self, error: MatcherError) -> None:
        if self.is_on:
            self._error = error
            self._show(KeepingState.FAILED)

    def _see_if_open(self, _error: object) -> None:
        """Stop when what was kept could not be cleared wholly: it is closed all the same."""
        if self.is_on and not self.personal.is_open:
            self.stop()

    def _show(self, state: KeepingState) -> None:
        if state is not KeepingState.FAILED:
            self._error = None
        self._state = state
        self.personal.is_in_use = self.is_on
        self.changed.emit()


def _looks_of(appearance: Appearance) -> dict[str, Any]:
    return {
        "palette": appearance.palette.value,
        "text_size": appearance.text_size,
        "moves": appearance.moves,
    }


def _look_as(appearance: Appearance, looks: Mapping[str, Any]) -> None:
    """Look as was kept; what another version kept otherwise is left as it is."""
    palette, size = looks.get("palette"), looks.get("text_size")
    if palette in [each.value for each in PaletteName]:
        appearance.set_palette(PaletteName(palette))
    if isinstance(size, int) and size in _TEXT_SIZES:
        appearance.set_text_size(size)
    if "moves" in looks:
        appearance.set_moving(moves=bool(looks["moves"]))
