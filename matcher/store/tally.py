"""What became of the statements of a file, counted by net effect."""

from dataclasses import dataclass
from datetime import date

from matcher.directory.field import UNSORTED
from matcher.directory.statement import Statement
from matcher.directory.trail import Word
from matcher.directory.unsorted import has_all
from matcher.store.decided import Key
from matcher.store.namesakes import Named

Voice = tuple[str, str]
"""Profile id, source."""

Standing = tuple[bool, date | None]
"""Published, since when."""

Unheard = tuple[str, str, str]
"""The id of a profile that went into another, the other's, and a field."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the statements of one file; added, changed and unchanged are all of them.

    What a source says of one profile in several statements of a file counts with the first; the
    others are unchanged.

    Attributes
    ----------
    added
        Statements that brought a new profile.
    changed
        Statements that changed something of a known profile.
    unchanged
        Statements that brought no news.
    outdated
        Statements among all these that are older than a word the directory holds.
    undated
        Statements among those that bear no date: whether they are older, nobody knows.
    undated_values
        What they say otherwise than the directory holds of a day, and was left out: the id of the
        profile, the field, and the value in the text form of a cell.
    excerpts
        Statements among all these that were left out, because they are excerpts of a directory
        about profiles that are there.
    act_id
        The act that it was, for who wants to take it back; 0 when nothing was changed.
    strangers
        Ids of known profiles that got a name and a number on the register of which nobody had
        said either: they may mean somebody else now.
    somebody_else
        Ids made of a name and a place that got another e-mail address, telephone and website.
    in_part
        What was left out because not all of a list was understood, and the directory holds more:
        the id of the profile, and the field.
    hidden
        Who asked not to be shown, and since when, and was to be shown by the file: their ids.
    namesakes
        What became of rows whose name and place somebody else has.
    unheard
        What was left out because the profile it names went into another, which says otherwise:
        both ids, and the field.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    outdated: int = 0
    excerpts: int = 0
    act_id: int = 0
    undated: int = 0
    undated_values: tuple[tuple[str, str, str], ...] = ()
    strangers: tuple[str, ...] = ()
    somebody_else: tuple[str, ...] = ()
    namesakes: tuple[Named, ...] = ()
    unheard: tuple[Unheard, ...] = ()
    in_part: tuple[tuple[str, str], ...] = ()
    hidden: tuple[tuple[str, date | None], ...] = ()


class Tally:
    """What a file does to the directory, by net effect."""

    def __init__(self) -> None:
        self._count = 0
        self._outdated = 0
        self._excerpts = 0
        self._undated = 0
        self._undated_values: dict[tuple[str, str], str] = {}
        self._strangers: dict[str, None] = {}
        self._somebody_else: dict[str, None] = {}
        self._unheard: dict[Unheard, None] = {}
        self._in_part: dict[tuple[str, str], None] = {}
        self._hidden: dict[str, date | None] = {}
        self._lent: dict[Key, str] = {}
        self._added: dict[str, str] = {}
        self._publishers: dict[str, str] = {}
        self._before: dict[Voice, dict[str, object]] = {}

    def meet(self, *, is_outdated: bool, is_dated: bool = True) -> None:
        """Count a statement."""
        self._count += 1
        self._outdated += is_outdated
        self._undated += is_outdated and not is_dated

    def meet_excerpt(self) -> None:
        """Count a statement that is left out."""
        self._count += 1
        self._excerpts += 1

    def leave_older(self, key: Key, word: Word, held: Word) -> None:
        """Note what was said otherwise and left out, if only for lack of a day."""
        if word.day is not None or word.value is None or word.value == held.value:
            return
        if not (key[1] == UNSORTED and has_all(held.value or "", word.value)):
            self._undated_values[key[0], key[1]] = word.value

    def meet_stranger(self, profile_id: str) -> None:
        """Note that a known id seems to mean somebody else now."""
        self._strangers[profile_id] = None

    def meet_somebody_else(self, profile_id: str) -> None:
        """Note that what is told of an id made of a name and a place is all new."""
        self._somebody_else[profile_id] = None

    def lend(self, key: Key, old_id: str) -> None:
        """Note that what a profile says now was said of one that went into it."""
        self._lent[key] = old_id

    def lender(self, key: Key) -> str:
        """Return of whom the file said what a profile says now, if not of itself."""
        return self._lent.get(key, "")

    def leave_unheard(self, key: Key, old_id: str) -> None:
        """Note that something said of a profile that went into another does not hold there."""
        self._unheard[old_id, key[0], key[1]] = None

    def leave_hidden(self, profile_id: str, since: date | None) -> None:
        """Note that somebody whom a file would show asked not to be shown."""
        self._hidden[profile_id] = since

    def leave_in_part(self, key: Key) -> None:
        """Note that a list of which not all was understood does not stand in place of a longer."""
        self._in_part[key[0], key[1]] = None

    def meet_new(self, statement: Statement) -> None:
        """Note that a statement brings a new profile."""
        self._added[statement.profile_id] = statement.source.value

    def is_new(self, profile_id: str) -> bool:
        """Tell whether the file brought a profile."""
        return profile_id in self._added

    def note(self, voice: Voice, what: str, before: object, after: object) -> None:
        """Remember what stood before the file, and forget it when the file puts it back."""
        if self._added.get(voice[0]) == voice[1]:
            return
        first = self._before.setdefault(voice, {})
        if first.setdefault(what, before) == after:
            del first[what]

    def note_standing(self, statement: Statement, before: Standing, after: Standing) -> None:
        """Remember the same of `published`, which belongs to no source: the first that spoke."""
        source = self._publishers.setdefault(statement.profile_id, statement.source.value)
        self.note((statement.profile_id, source), "published", before, after)

    def counts(self) -> Counts:
        """Say what became of all statements so far."""
        changed = sum(bool(first) for first in self._before.values())
        added = len(self._added)
        unchanged = self._count - added - changed
        return Counts(
            added,
            changed,
            unchanged,
            self._outdated,
            self._excerpts,
            undated=self._undated,
            undated_values=tuple((*key, said) for key, said in self._undated_values.items()),
            strangers=(*self._strangers,),
            somebody_else=(*self._somebody_else,),
            unheard=(*self._unheard,),
            in_part=(*self._in_part,),
            hidden=(*self._hidden.items(),),
        )
