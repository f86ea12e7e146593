"""The list of results: asks for the match, keeps who is chosen and who is looked at."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from matcher.directory.profile import Profile
from matcher.errors import MatcherError, Message
from matcher.questionnaire.definition import Questionnaire
from matcher.ranking.explanation import ProfileResult
from matcher.scoring.result import Group
from matcher.services.matching.match import Match
from ui.controllers.matching_controller import MatchingController, differ_in_weights
from ui.controllers.sitting_controller import SittingController
from ui.models.ranking_model import RankingModel

MOST_CHOSEN = 3
"""How many people can be chosen for the sheets."""

LISTED = (
    Group.MEETS_ALL,
    Group.TO_CHECK,
    Group.NEAR_MISS,
    Group.OTHER,
    Group.NOT_ACCEPTING,
)
"""The groups that are listed; people the client asked to leave out are only counted."""


class ResultsController(QObject):
    """What the result pages know.

    Parameters
    ----------
    matching
        The owner of the newest match.
    sitting
        The owner of the answers.

    Signals
    -------
    match_changed
        There is another match, or none for the moment.
    failed
        With the `MatcherError` that says why there is none.
    chosen_changed
        Other people are chosen.
    limit_reached
        More people were wanted than can be chosen.
    outdated
        The directory was found to be another one than it was.
    """

    match_changed = Signal()
    failed = Signal(object)
    chosen_changed = Signal()
    limit_reached = Signal()
    outdated = Signal()

    def __init__(
        self,
        matching: MatchingController,
        sitting: SittingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._matching = matching
        self._sitting = sitting
        self._match: Match | None = None
        self._is_reordered = False
        self._is_outdated = False
        self._error: MatcherError | None = None
        self._chosen: tuple[str, ...] = ()
        self._opened: tuple[str, ...] = ()
        self._like = ""
        self._models = {group: RankingModel(group, self) for group in LISTED}
        matching.matched.connect(self._take)
        matching.failed.connect(self._give_up)

    @property
    def match(self) -> Match | None:
        """The match that is shown; ``None`` while it is being made or when it failed."""
        return self._match

    @property
    def is_reordered(self) -> bool:
        """Whether the match holds the same people as the one before, in another order."""
        return self._is_reordered

    @property
    def error(self) -> MatcherError | None:
        """Why there is no match; ``None`` when it is being made."""
        return self._error

    @property
    def is_outdated(self) -> bool:
        """Whether there is no match because the directory changed; only a person asks anew."""
        return self._is_outdated

    @property
    def questionnaire(self) -> Questionnaire:
        """The items the answers belong to."""
        return self._sitting.questionnaire

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen profiles, in the order of choosing."""
        return self._chosen

    @property
    def opened(self) -> str:
        """Id of the profile that is looked at; ``""`` for none."""
        return self._opened[-1] if self._opened else ""

    @property
    def opened_from(self) -> str:
        """Id of the profile from which the one looked at was opened; ``""`` for the list."""
        return self._opened[-2] if len(self._opened) > 1 else ""

    @property
    def opened_like(self) -> str:
        """Id of whom the one looked at is like, when another page led here; else ``""``."""
        return self._like if len(self._opened) == 1 else ""

    def model(self, group: Group) -> RankingModel:
        """Return the list of a group."""
        return self._models[group]

    def request(self) -> None:
        """Ask for the match of the answers as they are."""
        is_shown = self._match is not None or self._error is not None
        self._error = None
        self._is_outdated = False
        self._matching.request(self._sitting.answers)
        if is_shown and self._matching.busy:
            self._show(None)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let profiles be read; let go of the match when one cannot be read any more.

        The directory may be changed by others while its list is looked at.
        """
        try:
            yield
        except MatcherError:
            self._let_go_of_match()

    def result(self, profile_id: str) -> ProfileResult:
        """Return one profile's place; there has to be a match."""
        assert self._match is not None
        return self._match.result_for(profile_id)

    def profile(self, profile_id: str) -> Profile:
        """Return one profile with its facts; there has to be a match."""
        assert self._match is not None
        return self._match.profile(profile_id)

    def choose(self, profile_id: str, wanted: bool = True) -> None:
        """Choose a profile or let go of it; one too many is only told."""
        if wanted == (profile_id in self._chosen):
            return
        if wanted and len(self._chosen) >= MOST_CHOSEN:
            # The card that asked shows itself unchosen again; then the reason is said.
            self.chosen_changed.emit()
            self.limit_reached.emit()
            return
        rest = tuple(id_ for id_ in self._chosen if id_ != profile_id)
        self._choose_all((*rest, profile_id) if wanted else rest)

    def choose_again(self, chosen: tuple[str, ...]) -> None:
        """Choose who was chosen another day; the next match lets go of who is not listed."""
        self._choose_all(chosen[:MOST_CHOSEN])

    def open(self, profile_id: str, like: str = "") -> None:
        """Look at one profile of the list, or from another page at one that is like somebody."""
        self._opened, self._like = (profile_id,), like

    def open_from_here(self, profile_id: str) -> None:
        """Look at a profile that is named on the one looked at."""
        known = self._opened
        way = known[: known.index(profile_id)] if profile_id in known else known
        self._opened = (*way, profile_id)

    def close(self) -> None:
        """Look at the profile again from which this one was opened, if it was."""
        self._opened = self._opened[:-1] or self._opened

    def forget(self) -> None:
        """Keep nothing of the sitting."""
        self._opened, self._like = (), ""
        self._error = None
        self._is_outdated = False
        self._choose_all(())
        self._show(None)

    def _take(self, match: Match) -> None:
        self._error = None
        self._is_outdated = False
        if match is self._match:
            return
        self._choose_all(tuple(id_ for id_ in self._chosen if _is_listed(id_, match)))
        self._show(match)

    def _let_go_of_match(self) -> None:
        """Tell that the list is another one by now; answers and who is chosen stay."""
        if self._match is not None:
            self._match.directory.read_anew()
            self._matching.forget()
            self._is_outdated = True
            self._give_up(MatcherError(Message("results.outdated")))
            self.outdated.emit()

    def _give_up(self, error: MatcherError) -> None:
        self._error = error
        self._show(None)
        self.failed.emit(error)

    def _show(self, match: Match | None) -> None:
        before, self._match = self._match, match
        self._is_reordered = (
            before is not None
            and match is not None
            and differ_in_weights(before.answers, match.answers)
        )
        for model in self._models.values():
            model.set_match(match, is_reordered=self._is_reordered)
        self.match_changed.emit()

    def _choose_all(self, chosen: tuple[str, ...]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            for model in self._models.values():
                model.set_chosen(chosen)
            self.chosen_changed.emit()


def _is_listed(profile_id: str, match: Match) -> bool:
    """Tell whether somebody is still in the directory, and not one the client leaves out."""
    is_known = match.evaluation.snapshot.has(profile_id)
    return is_known and match.result_for(profile_id).group is not Group.HIDDEN
