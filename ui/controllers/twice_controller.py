"""Who may be in the directory twice: the pairs in portions, what was decided, and back again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.profile import Profile
from ui.controllers.in_turn import InTurn
from ui.controllers.pair_jobs import PORTION, Decision, PairJobs, PairOutcome, PairsFound, ids_of
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.upkeep.duplicates import DuplicatesService, Pair
    from matcher.services.upkeep.history import HistoryService


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A pair as it stands now.

    Attributes
    ----------
    profiles
        Both, in the order of their ids; ``None`` when one of them is there no longer.
    decision
        What was said of it on this page; ``None`` while it is open.
    """

    pair: Pair
    profiles: tuple[Profile, Profile] | None
    decision: Decision | None

    @property
    def key(self) -> tuple[str, str]:
        """Both ids."""
        return self.pair.first, self.pair.second


class TwiceController(QObject):
    """What the page *Twice in the directory* knows.

    Parameters
    ----------
    duplicates, directory, history
        The services.
    session
        Who decides.

    Signals
    -------
    listed
        A portion is there, or stands otherwise now.
    decided
        With the key of the pair of which something was said or taken back; told after `listed`.
    failed
        With the `MatcherError` that says why something could not be done.
    """

    listed = Signal()
    decided = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        duplicates: DuplicatesService,
        directory: DirectoryService,
        history: HistoryService,
        session: StaffSession,
    ) -> None:
        super().__init__()
        self._jobs = PairJobs(duplicates, directory, history)
        self._session = session
        self._found = PairsFound()
        self._decisions: dict[tuple[str, str], Decision] = {}
        self._listing, self._doing = LatestJob(self), InTurn(self)
        self._listing.done.connect(self._keep)
        self._doing.done.connect(self._note)
        for job in (self._listing, self._doing):
            job.failed.connect(self.failed)
        self._doing.failed.connect(session.heed)

    @property
    def count(self) -> int:
        """How many pairs were found."""
        return len(self._found.pairs)

    @property
    def start(self) -> int:
        """The place of the first pair shown, from 0."""
        return self._found.start

    @property
    def shown(self) -> tuple[ShownPair, ...]:
        """The pairs of the portion."""
        profiles = self._found.profiles
        return tuple(
            ShownPair(
                pair,
                (profiles[pair.first], profiles[pair.second])
                if {pair.first, pair.second} <= profiles.keys()
                else None,
                self._decisions.get((pair.first, pair.second)),
            )
            for pair in self._found.portion
        )

    def request(self) -> None:
        """Look for pairs anew; told by `listed`."""
        self._listing.start(self._jobs.find)

    def look_again(self) -> None:
        """Ask how the portion stands now; told by `listed`."""
        self._listing.start(self._jobs.look, self._found.pairs, self._found.start)

    def turn(self, portions: int) -> None:
        """Go on by so many portions, or back; told by `listed`."""
        start = self._found.start + portions * PORTION
        if 0 <= start < self.count:
            self._listing.start(self._jobs.look, self._found.pairs, start)

    def merge(self, keep: str, drop: str) -> None:
        """Let one of a pair go into the other; told by `decided`."""
        self._decide(
            (min(keep, drop), max(keep, drop)),
            partial(self._jobs.merge, keep, drop, self._session.who),
        )

    def set_apart(self, one: str, other: str) -> None:
        """Note that they are two people; told by `decided`."""
        key = (min(one, other), max(one, other))
        self._decide(key, partial(self._jobs.set_apart, one, other, self._session.who))

    def undo(self, key: tuple[str, str]) -> None:
        """Take back what was said of a pair; told by `decided`."""
        decision = self._decisions.get(key)
        if decision is not None:
            undo = partial(self._jobs.undo, decision.act, self._session.who)
            self._decide(key, undo)

    def _decide(self, key: tuple[str, str], work: Callable[[], Decision | None]) -> None:
        if self._session.ask_to_change():
            self._doing.start(self._jobs.do, key, work, self._found.portion)

    def _keep(self, found: PairsFound) -> None:
        self._found = found
        self.listed.emit()

    def _note(self, outcome: PairOutcome) -> None:
        key, decision = outcome.key, outcome.decision
        if decision is None:
            self._decisions.pop(key, None)
        else:
            self._decisions[key] = decision
        # The page may have been turned since: of those shown now, only some were asked for.
        known = outcome.renewed(self._found.profiles, ids_of(self._found.portion))
        self._found = PairsFound(self._found.pairs, self._found.start, known)
        self.listed.emit()
        self.decided.emit(key)
