"""Who may be in the directory twice: the pairs in portions, what was decided, and back again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from matcher.directory.profile import Profile
from matcher.errors import StoreError
from ui.controllers.in_turn import InTurn
from ui.controllers.staff_session import StaffSession
from ui.tasks import LatestJob

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.upkeep.duplicates import DuplicatesService, Pair
    from matcher.services.upkeep.history import HistoryService

PORTION = 5
"""How many pairs are shown at once."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody said of a pair.

    Attributes
    ----------
    act
        Takes it back.
    kept
        The id that stayed; ``""`` when they are two people.
    """

    act: int
    kept: str = ""


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
        self._services = _Services(duplicates, directory, history)
        self._session = session
        self._found = _Found()
        self._decisions: dict[tuple[str, str], Decision] = {}
        self._listing, self._doing = LatestJob(self), InTurn(self)
        self._listing.done.connect(self._keep)
        self._doing.done.connect(self._note)
        for job in (self._listing, self._doing):
            job.failed.connect(self.failed)

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
        self._listing.start(self._services.find)

    def look_again(self) -> None:
        """Ask how the portion stands now; told by `listed`."""
        self._listing.start(self._services.look, self._found.pairs, self._found.start)

    def turn(self, portions: int) -> None:
        """Go on by so many portions, or back; told by `listed`."""
        start = self._found.start + portions * PORTION
        if 0 <= start < self.count:
            self._listing.start(self._services.look, self._found.pairs, start)

    def merge(self, keep: str, drop: str) -> None:
        """Let one of a pair go into the other; told by `decided`."""
        self._decide(
            (min(keep, drop), max(keep, drop)),
            partial(self._services.merge, keep, drop, self._session.who),
        )

    def set_apart(self, one: str, other: str) -> None:
        """Note that they are two people; told by `decided`."""
        key = (min(one, other), max(one, other))
        self._decide(key, partial(self._services.set_apart, one, other, self._session.who))

    def undo(self, key: tuple[str, str]) -> None:
        """Take back what was said of a pair; told by `decided`."""
        decision = self._decisions.get(key)
        if decision is not None:
            undo = partial(self._services.undo, decision.act, self._session.who)
            self._decide(key, undo)

    def _decide(self, key: tuple[str, str], work: Callable[[], Decision | None]) -> None:
        if self._session.ask_to_change():
            self._doing.start(self._services.do, key, work, self._found.portion)

    def _keep(self, found: _Found) -> None:
        self._found = found
        self.listed.emit()

    def _note(self, outcome: _Outcome) -> None:
        key, decision = outcome.key, outcome.decision
        if decision is None:
            self._decisions.pop(key, None)
        else:
            self._decisions[key] = decision
        # The page may have been turned since: of those shown now, only some were asked for.
        known = outcome.renewed(self._found.profiles, _ids_of(self._found.portion))
        self._found = _Found(self._found.pairs, self._found.start, known)
        self.listed.emit()
        self.decided.emit(key)


@dataclass(frozen=True, slots=True)
class _Found:
    """All pairs, and the profiles of those shown."""

    pairs: Sequence[Pair] = ()
    start: int = 0
    profiles: Mapping[str, Profile] = field(default_factory=dict)

    @property
    def portion(self) -> tuple[Pair, ...]:
        return tuple(self.pairs[self.start : self.start + PORTION])


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a pair, and how those stand who were shown when it was decided."""

    key: tuple[str, str]
    decision: Decision | None
    asked: frozenset[str]
    profiles: Mapping[str, Profile]

    def renewed(self, known: Mapping[str, Profile], ids: frozenset[str]) -> dict[str, Profile]:
        """Return what is known of these ids, without those who are there no longer."""
        staying = known.keys() - self.asked
        there = {id_: known[id_] for id_ in staying} | dict(self.profiles)
        return {id_: profile for id_, profile in there.items() if id_ in ids}


@dataclass(frozen=True, slots=True)
class _Services:
    """What runs off the GUI thread."""

    duplicates: DuplicatesService
    directory: DirectoryService
    history: HistoryService

    def find(self) -> _Found:
        from matcher.services.people.wording import fields_of

        fields_of("accepting")  # what facts are called is read here, not in the window
        return self.look(self.duplicates.pairs(), 0)

    def look(self, pairs: Sequence[Pair], start: int) -> _Found:
        return _Found(pairs, start, self._profiles(tuple(pairs[start : start + PORTION])))

    def do(
        self,
        key: tuple[str, str],
        work: Callable[[], Decision | None],
        portion: tuple[Pair, ...],
    ) -> _Outcome:
        decision = work()
        return _Outcome(key, decision, _ids_of(portion), self._profiles(portion))

    def merge(self, keep: str, drop: str, who: str) -> Decision:
        return Decision(self.duplicates.merge(keep, drop, who), keep)

    def set_apart(self, one: str, other: str, who: str) -> Decision:
        return Decision(self.duplicates.set_apart(one, other, who))

    def undo(self, act: int, who: str) -> None:
        self.history.undo(act, who)

    def _profiles(self, portion: tuple[Pair, ...]) -> dict[str, Profile]:
        found = {}
        for profile_id in _ids_of(portion):
            with suppress(StoreError):  # gone meanwhile, or part of another
                found[profile_id] = self.directory.profile(profile_id)
        return found


def _ids_of(portion: tuple[Pair, ...]) -> frozenset[str]:
    return frozenset(id_ for pair in portion for id_ in (pair.first, pair.second))
