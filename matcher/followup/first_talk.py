"""A first talk: for each thing the profile said or left open, what the person met."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Met(StrEnum):
    """What was met of one thing; its words are ``followup.met.<code>``."""

    AS_STATED = "as_stated"
    OTHERWISE = "otherwise"
    NOT_TALKED = "not_talked"


@dataclass(frozen=True, slots=True)
class TalkNote:
    """What was met of one thing.

    Attributes
    ----------
    subject
        Id of a need, a wish or a field, as in `matcher.checklist.subject.subjects_of`; named by
        `matcher.services.people.wording.describe_name`.
    met
        ``None`` as long as nobody said. Of a thing the profile leaves open, `Met.OTHERWISE` says
        that it was told.
    line
        A line of one's own: what was told.
    stated
        What the profile stated then, as `matcher.followup.stated_then` writes it; ``""`` for
        nothing, ``None`` as long as nobody can say it.
    """

    subject: str
    met: Met | None = None
    line: str = ""
    stated: str | None = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was noted."""
        return self.met is None and not self.line


@dataclass(frozen=True, slots=True)
class Talk:
    """One first talk. Each method returns another one.

    Attributes
    ----------
    profile_id, name
        Whom it was with, and what they are called, as far as it is known here.
    day
        ``None`` when it was not noted.
    notes
        In the order in which they were made, each subject once.
    impressions
        Lines of one's own by code of `matcher.checklist.statements.AFTER_TALKS`, as
        (code, line); only those that say something, each code once.
    unread
        Notes that could not be read, as JSON: kept as they are, shown nowhere.
    """

    profile_id: str
    name: str
    day: date | None = None
    notes: tuple[TalkNote, ...] = ()
    impressions: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()

    def note(self, subject: str) -> TalkNote:
        """Return what was met of a thing; an empty note when nothing was noted."""
        found = (each for each in self.notes if each.subject == subject)
        return next(found, TalkNote(subject))

    def with_note(self, note: TalkNote) -> "Talk":
        """Return this with a note in place of the one on its subject; an empty one goes."""
        noted = {each.subject: each for each in self.notes} | {note.subject: note}
        return replace(self, notes=tuple(each for each in noted.values() if not each.is_empty))

    def impression(self, code: str) -> str:
        """Return a line of one's own, ``""`` where nothing was written."""
        return dict(self.impressions).get(code, "")

    def with_impression(self, code: str, line: str) -> "Talk":
        """Return this with a line of one's own; ``""`` takes it away."""
        changed = dict(self.impressions) | {code: line}
        return replace(self, impressions=tuple(each for each in changed.items() if each[1]))


@dataclass(frozen=True, slots=True)
class TalkBook:
    """All first talks, one with each person.

    Attributes
    ----------
    talks
        In the order in which they were first noted, each id once.
    unread
        Entries that could not be read, as JSON: kept as they are, shown nowhere.
    """

    talks: tuple[Talk, ...] = ()
    unread: tuple[str, ...] = ()

    def talk(self, profile_id: str) -> Talk | None:
        """Return the talk with somebody; ``None`` when there is none."""
        return next((each for each in self.talks if each.profile_id == profile_id), None)

    def with_talk(self, talk: Talk) -> "TalkBook":
        """Return this with a talk in place of the one with the same person, or at the end."""
        talks = {each.profile_id: each for each in self.talks} | {talk.profile_id: talk}
        return replace(self, talks=tuple(talks.values()))

    def calling(self, names: Mapping[str, str]) -> "TalkBook":
        """Return this with people called as they are called now, by id."""
        talks = (replace(each, name=names.get(each.profile_id, each.name)) for each in self.talks)
        return replace(self, talks=tuple(talks))

    def without(self, profile_id: str) -> "TalkBook":
        """Return this without the talk with somebody."""
        return replace(
            self, talks=tuple(each for each in self.talks if each.profile_id != profile_id)
        )
