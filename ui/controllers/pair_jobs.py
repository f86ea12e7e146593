"""What is done about pairs off the GUI thread: found, decided, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matcher.directory.profile import Profile
from matcher.errors import StoreError

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.staff.signed_in import SignedIn
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
class PairsFound:
    """All pairs, and the profiles of those shown."""

    pairs: Sequence[Pair] = ()
    start: int = 0
    profiles: Mapping[str, Profile] = field(default_factory=dict)

    @property
    def portion(self) -> tuple[Pair, ...]:
        """Those shown."""
        return tuple(self.pairs[self.start : self.start + PORTION])


@dataclass(frozen=True, slots=True)
class PairOutcome:
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
class PairJobs:
    """What runs off the GUI thread."""

    duplicates: DuplicatesService
    directory: DirectoryService
    history: HistoryService

    def find(self) -> PairsFound:
        """Look for all pairs; the first of them are shown.

        Raises
        ------
        StoreError
            When the directory cannot be read.
        """
        from matcher.services.people.wording import fields_of

        fields_of("accepting")  # what facts are called is read here, not in the window
        return self.look(self.duplicates.pairs(), 0)

    def look(self, pairs: Sequence[Pair], start: int) -> PairsFound:
        """Return pairs that were found, with the profiles of those from `start` on."""
        return PairsFound(pairs, start, self._profiles(tuple(pairs[start : start + PORTION])))

    def do(
        self,
        key: tuple[str, str],
        work: Callable[[], Decision | None],
        portion: tuple[Pair, ...],
    ) -> PairOutcome:
        """Decide on the pair `key`, and see how those in the portion stand then.

        Raises
        ------
        StoreError
            When it cannot be done; nothing is changed then.
        """
        decision = work()
        return PairOutcome(key, decision, ids_of(portion), self._profiles(portion))

    def merge(self, keep: str, drop: str, who: SignedIn) -> Decision:
        """Make one profile of two."""
        return Decision(self.duplicates.merge(keep, drop, who), keep)

    def set_apart(self, one: str, other: str, who: SignedIn) -> Decision:
        """Note that they are two people."""
        return Decision(self.duplicates.set_apart(one, other, who))

    def undo(self, act: int, who: SignedIn) -> None:
        """Take a decision back."""
        self.history.undo(act, who)

    def _profiles(self, portion: tuple[Pair, ...]) -> dict[str, Profile]:
        found = {}
        for profile_id in ids_of(portion):
            with suppress(StoreError):  # gone meanwhile, or part of another
                found[profile_id] = self.directory.profile(profile_id)
        return found


def ids_of(portion: tuple[Pair, ...]) -> frozenset[str]:
    """Return everybody in some pairs."""
    return frozenset(id_ for pair in portion for id_ in (pair.first, pair.second))
