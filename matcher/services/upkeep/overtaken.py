"""Notice that a fact was changed while somebody else was changing it too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from matcher.directory.cells import write_cell
from matcher.directory.profile import Profile, Source
from matcher.errors import Message, StoreError

if TYPE_CHECKING:
    from matcher.directory.trail import Act
    from matcher.store import UnitOfWork

Words = frozenset[tuple[Source, str]]
"""What each source says on one field, as cells."""


class Edit(NamedTuple):
    """Cells that somebody changed.

    Attributes
    ----------
    cells
        By field.
    seen
        By field, what was said when they began to change it.
    """

    cells: Mapping[str, str]
    seen: Mapping[str, Words]


class OvertakenError(StoreError):
    """Some of the facts to be changed were changed by somebody else meanwhile.

    Parameters
    ----------
    profile
        As it is now.
    acts
        By field, what changed it; ``None`` where that is not known.
    """

    def __init__(self, profile: Profile, acts: Mapping[str, Act | None]) -> None:
        super().__init__(*(Message("error.store.overtaken", field=field) for field in acts))
        self.profile = profile
        self.acts = acts


def words_on(profile: Profile, field: str) -> Words:
    """Return what each source says on a field; nothing where nobody says anything."""
    return frozenset((fact.source, write_cell(fact.value)) for fact in profile.said(field))


def refuse_overtaken(work: UnitOfWork, profile: Profile, seen: Mapping[str, Words]) -> None:
    """Raise an `OvertakenError` when something else is said on a field than was seen."""
    fields = [field for field, words in seen.items() if words_on(profile, field) != words]
    if fields:
        acts: dict[str, Act | None] = dict.fromkeys(fields)
        for act, changes in work.trail.of_profile(profile.id):
            for field in {change.place.field for change in changes} & acts.keys():
                acts[field] = acts[field] or act
        raise OvertakenError(profile, acts)
