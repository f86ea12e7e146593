"""What is done to one profile, off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from matcher.directory.profile import Profile, Source
from matcher.errors import StoreError
from matcher.services.upkeep.overtaken import Edit, OvertakenError, Seen

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.staff.signed_in import SignedIn
    from matcher.services.upkeep.confirming import ConfirmingService
    from matcher.services.upkeep.editing import EditingService
    from matcher.services.upkeep.history import HistoryService


class EditorServices(NamedTuple):
    """What the editor of one profile works with."""

    directory: DirectoryService
    editing: EditingService
    confirming: ConfirmingService
    history: HistoryService


class Voice(NamedTuple):
    """Whose word something is, of which day, and who of the staff writes it down."""

    source: Source
    day: date
    who: SignedIn


class Reading(NamedTuple):
    """A profile as it was read, and the newest act there was then."""

    profile: Profile
    newest: int | None = None


@dataclass(frozen=True, slots=True)
class EditOutcome:
    """Something that was done to a profile.

    Attributes
    ----------
    what
        ``saved``, ``added``, ``shown``, ``hidden``, ``confirmed``, ``undone``, ``gone`` (undone,
        and the person with it), ``overtaken`` (not confirmed: somebody changed it meanwhile) or
        ``nothing``: it was no news.
    profile
        The profile after it.
    act_id
        What takes it back; 0 when nothing does.
    newest
        The newest act there was when the profile was read, where that is known.
    """

    what: str
    profile: Profile
    act_id: int = 0
    newest: int | None = None


def read(services: EditorServices, profile_id: str) -> Reading:
    """Return a profile as the directory has it now.

    What comes between the two looks is not in the profile, and its doer is not known later:
    better nobody is named than somebody who did not do it.
    """
    profile = services.directory.profile_as_it_is(profile_id)
    return Reading(profile, max((act.id for act in services.history.acts(1)), default=0))


def save(services: EditorServices, profile_id: str, edit: Edit, voice: Voice) -> EditOutcome:
    """Change what a source says, unless somebody else changed it meanwhile."""
    source, day, who = voice
    act_id = services.editing.change_seen(profile_id, edit, source=source, day=day, who=who)
    return _done(services, "saved" if act_id else "nothing", profile_id, act_id)


def add(services: EditorServices, _: str, edit: Edit, voice: Voice) -> EditOutcome:
    """Bring in somebody new."""
    source, day, who = voice
    added = services.editing.add(edit.cells, source=source, day=day, who=who)
    return _done(services, "added", added.profile_id, added.act_id)


def publish(services: EditorServices, profile_id: str, voice: Voice, shown: bool) -> EditOutcome:
    """Let clients see a profile, or no longer."""
    change = services.editing.publish if shown else services.editing.withdraw
    act_id = change(profile_id, voice.day, voice.who)
    what = "shown" if shown else "hidden"
    return _done(services, what if act_id else "nothing", profile_id, act_id)


def confirm(
    services: EditorServices, profile_id: str, seen: Mapping[str, Seen], voice: Voice
) -> EditOutcome:
    """Note that all that was shown is still so, unless somebody changed any of it meanwhile."""
    source, day, who = voice
    confirming = services.confirming
    try:
        confirmed = confirming.confirm_seen(profile_id, seen, source=source, day=day, who=who)
    except OvertakenError as error:
        return EditOutcome("overtaken", error.profile, newest=error.newest)
    return _done(services, "confirmed", profile_id, confirmed.act_id)


def undo(services: EditorServices, profile_id: str, act_id: int, who: SignedIn) -> EditOutcome:
    """Take an act back; the person may go with it."""
    undone = services.history.undo(act_id, who)
    try:
        return _done(services, "undone", profile_id, undone.act_id)
    except StoreError:
        return EditOutcome("gone", Profile("", {}))


def _done(services: EditorServices, what: str, profile_id: str, act_id: int) -> EditOutcome:
    profile, newest = read(services, profile_id)
    return EditOutcome(what, profile, act_id, newest)
