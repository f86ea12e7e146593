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


class Seen(NamedTuple):
    """What was said on one field when somebody looked.

    Attributes
    ----------
    said
        By each source, as cells.
    newest
        The newest act there was then; ``None`` where that is not known.
    """

    said: frozenset[tuple[Source, str]]
    newest: int | None = None


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
    seen: Mapping[str, Seen]


class OvertakenError(StoreError):
    """Some of the facts to be changed were changed by somebody else meanwhile.

    Parameters
    ----------
    profile
        As it is now.
    acts
        By field, what changed it; ``None`` where that is not known.
    newest
        The newest act there is now.
    """

    def __init__(
        self, profile: Profile, acts: Mapping[str, Act | None], newest: int | None = None
    ) -> None:
        super().__init__(*(Message("error.store.overtaken", field=field) for field in acts))
        self.profile = profile
        self.acts = acts
        self.newest = newest


def seen_on(profile: Profile, field: str, newest: int | None = None) -> Seen:
    """Return what there is to see on a field; nothing is said where nobody says anything.

    Parameters
    ----------
    profile
        As it was read.
    field
        Which.
    newest
        The newest act there was then.
    """
    said = frozenset((fact.source, write_cell(fact.value)) for fact in profile.said(field))
    return Seen(said, newest)


def refuse_overtaken(work: UnitOfWork, profile: Profile, seen: Mapping[str, Seen]) -> None:
    """Refuse to go on when something else is said on a field than was seen.

    Raises
    ------
    OvertakenError
        That names the newest act since then which changed what is said there.
    """
    since = {
        field: each.newest
        for field, each in seen.items()
        if each.said != seen_on(profile, field).said
    }
    if since:
        newest = max((act.id for act in work.trail.acts(1)), default=0)
        raise OvertakenError(profile, _acts_since(work, profile.id, since), newest)


def _acts_since(
    work: UnitOfWork, profile_id: str, since: Mapping[str, int | None]
) -> dict[str, Act | None]:
    """Find what changed each field; what is older than what was seen did not."""
    acts: dict[str, Act | None] = dict.fromkeys(since)
    for act, changes in work.trail.of_profile(profile_id):
        changed = {each.place.field for each in changes if each.before.value != each.after.value}
        for field in changed & acts.keys():
            known = since[field]
            if acts[field] is None and known is not None and act.id > known:
                acts[field] = act
    return acts
