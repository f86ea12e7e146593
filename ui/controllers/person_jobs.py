"""What is done to one profile, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from matcher.directory.profile import Profile, Source
from matcher.errors import StoreError

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService
    from matcher.services.staff.signed_in import SignedIn
    from matcher.services.upkeep.confirming import ConfirmingService
    from matcher.services.upkeep.editing import EditingService
    from matcher.services.upkeep.history import HistoryService
    from matcher.services.upkeep.overtaken import Edit


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


@dataclass(frozen=True, slots=True)
class EditOutcome:
    """Something that was done to a profile.

    Attributes
    ----------
    what
        ``saved``, ``added``, ``shown``, ``hidden``, ``confirmed``, ``undone``, ``gone`` (undone,
        and the person with it) or ``nothing``: it was no news.
    profile
        The profile after it.
    act_id
        What takes it back; 0 when nothing does.
    """

    what: str
    profile: Profile
    act_id: int = 0


def read(services: EditorServices, profile_id: str) -> Profile:
    """Return a profile as the directory has it now."""
    return services.directory.profile(profile_id)


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


def confirm(services: EditorServices, profile_id: str, voice: Voice) -> EditOutcome:
    """Note that all that is stated is still so."""
    source, day, who = voice
    stated = tuple(services.directory.profile(profile_id).facts)
    confirmed = services.confirming.confirm(profile_id, stated, source=source, day=day, who=who)
    return _done(services, "confirmed", profile_id, confirmed.act_id)


def undo(services: EditorServices, profile_id: str, act_id: int, who: SignedIn) -> EditOutcome:
    """Take an act back; the person may go with it."""
    undone = services.history.undo(act_id, who)
    try:
        return EditOutcome("undone", services.directory.profile(profile_id), undone.act_id)
    except StoreError:
        return EditOutcome("gone", Profile("", {}))


def _done(services: EditorServices, what: str, profile_id: str, act_id: int) -> EditOutcome:
    return EditOutcome(what, services.directory.profile(profile_id), act_id)
