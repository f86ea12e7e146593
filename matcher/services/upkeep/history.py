"""What was done to the directory and to each profile, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from matcher.directory.profile import Fact
from matcher.directory.trail import HIDDEN, PUBLISHED, Act, Change, Place, Undone
from matcher.services.staff.signed_in import NO_LOGIN, Doer

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.store import UnitOfWork

ACTS_SHOWN = 50

CHANGES_TOLD = 200
"""Changes of an undoing that are told beforehand; their number is told in any case."""


@dataclass(frozen=True, slots=True)
class UndoPreview:
    """What would become of an undoing.

    Attributes
    ----------
    act_id
        The act that would be undone.
    changes
        The first of what it would change, each with what stands there now and what would.
    count
        How many things it would change in all.
    left
        In how many places something else was said since, which would stay.
    names
        The name of each profile among `changes`, by id.
    holding
        What would hold of another source where the one of a change would state nothing.
    """

    act_id: int
    changes: tuple[Change, ...]
    count: int
    left: int
    names: Mapping[str, str]
    holding: Mapping[Place, Fact] = field(default_factory=dict)


class HistoryService:
    """The trail of a directory: who did what, and when; nothing in it is about clients.

    Parameters
    ----------
    directory
        The directory in the database.
    """

    def __init__(self, directory: DirectoryService) -> None:
        self._directory = directory

    def acts(self, limit: int = ACTS_SHOWN) -> list[Act]:
        """Return the last acts, the newest first."""
        with self._directory.database().reading() as work:
            return work.trail.acts(limit)

    def subjects(self, acts: Sequence[Act]) -> dict[int, dict[str, str]]:
        """Return id and name of whom each act concerned, by the act's number.

        The name is that of now, or the last of somebody who is gone. An act that concerned more
        than two people, or nobody, is left out.
        """
        with self._directory.database().reading() as work:
            found = work.trail.subjects(act.id for act in acts)
            names = _names(work, chain.from_iterable(found.values()))
        return {act_id: {one: names[one] for one in ids} for act_id, ids in found.items()}

    def history(self, profile_id: str) -> list[tuple[Act, tuple[Change, ...]]]:
        """Return the acts that changed a profile, the newest first, each with what it did there.

        One that went into another, or was taken out again, has a history too.

        Raises
        ------
        StoreError
            When there never was such a profile.
        """
        with self._directory.database().reading() as work:
            found = [*work.trail.of_profile(profile_id)]
        if not found:
            self._directory.profile_as_it_is(profile_id)
        return found

    def preview(self, act_id: int) -> UndoPreview:
        """Say what undoing an act would change; nothing is changed.

        Raises
        ------
        StoreError
            As `undo` would, saying why.
        """
        with self._directory.database().writing() as work:  # and never committed
            before = _names(work, (each.place.profile_id for each in _first(work, act_id)))
            undone = work.trail.undo(act_id)
            changes = _without_who_goes(_first(work, undone.act_id))
            after = _names(work, (each.place.profile_id for each in changes))
            holding = dict(_holding(work, changes))
        names = {one: after[one] if after[one] != one else before.get(one, one) for one in after}
        return UndoPreview(act_id, changes, undone.restored, len(undone.left), names, holding)

    def undo(self, act_id: int, who: Doer = NO_LOGIN) -> Undone:
        """Take an act back; what was changed since stays, and is told.

        Raises
        ------
        StoreError
            When it cannot be undone, saying why.
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        with self._directory.changing(who) as work:
            return work.trail.undo(act_id, who.name)


def _first(work: UnitOfWork, act_id: int) -> list[Change]:
    return work.trail.of_act(act_id, CHANGES_TOLD)


def _without_who_goes(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Leave out what was stated on somebody who goes: that they go says it."""
    going = {
        each.place.profile_id
        for each in changes
        if not each.place.field and each.after.value not in {PUBLISHED, HIDDEN}
    }
    return tuple(
        each for each in changes if not each.place.field or each.place.profile_id not in going
    )


def _holding(work: UnitOfWork, changes: Sequence[Change]) -> Iterator[tuple[Place, Fact]]:
    """Give what holds all the same where a source states nothing any more."""
    silent = [each.place for each in changes if each.place.field and each.after.value is None]
    profiles = {one: work.profiles.get(one) for one in {place.profile_id for place in silent}}
    for place in silent:
        profile = profiles[place.profile_id]
        if profile is not None and place.field in profile.facts:
            yield place, profile.facts[place.field]


def _names(work: UnitOfWork, ids: Iterable[str]) -> dict[str, str]:
    found = {profile_id: work.profiles.get(profile_id) for profile_id in dict.fromkeys(ids)}
    gone = work.trail.last_names(one for one, profile in found.items() if profile is None)
    return {
        one: gone.get(one, one) if profile is None else profile.name
        for one, profile in found.items()
    }
