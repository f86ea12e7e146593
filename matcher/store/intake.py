"""Weigh what a file states against what the directory holds, and write only what differs.

Of each source, the newest word on a field holds; of equal dates, the later in the file. Undated
words are older than dated ones. A word that is no news is not written.

A word the directory holds of a day that has yet to come counts as one of today: a clock that ran
ahead does not keep anybody from saying something else once it is right. With the next news on the
same field, whoever says it, its day is put right.

What a practitioner takes back of what others stated, others no longer state from that day: their
older words are withdrawn with the practitioner's, and only newer ones count again.

What names a profile that went into another is about the other. There it counts only where it is
newer: somebody decided between the two as they were.

What is held of a profile that was changed outside the program is believed by nobody: any word on
it counts. Once all that it states was said anew, or somebody who saw it edited it, it is whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from operator import itemgetter

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.trail import NOTHING, Change, Place, Word
from matcher.store.digests import (
    FactRow,
    id_of,
    is_true,
    note_new,
    renew,
    what_is_stored,
)
from matcher.store.mending import clear, noted_standing
from matcher.store.merging import moved_ids
from matcher.store.recorder import put_down, standing_of
from matcher.store.rows import words_of
from matcher.store.stored import Stored, as_it_is, taken_apart
from matcher.store.tables import PROFILE

BATCH = 1_000
"""Statements read, weighed and written together."""

_OF_ONE_PERSON = ("name", "register_number")
"""By these staff know who is meant, whatever id stands beside them."""

_Voice = tuple[str, str]  # profile id, source
_Key = tuple[str, str, str]  # profile id, field, source
_Standing = tuple[bool, date | None]  # published, since when
_Heard = tuple[Statement, bool]  # whether it names a profile that went into another


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
    act_id
        The act that it was, for who wants to take it back; 0 when nothing was changed.
    strangers
        Ids of known profiles that got a name and a number on the register of which nobody had
        said either: they may mean somebody else now.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    outdated: int = 0
    act_id: int = 0
    strangers: tuple[str, ...] = ()


def take_over(
    connection: Connection, statements: Iterable[Statement], act_id: int, *, mends: bool = False
) -> Counts:
    """Take over the statements of one file within an open act, which the caller ends.

    Parameters
    ----------
    mends
        Whether they come from somebody who saw all that the directory holds of the profiles.
    """
    moved = moved_ids(connection)
    remaining = iter(statements)
    tally = _Tally()
    while batch := [*islice(remaining, BATCH)]:
        batch_of = _Batch(connection, tally, act_id, mends=mends)
        batch_of.take([_about_whom(each, moved) for each in batch])
    return tally.counts()


def _about_whom(statement: Statement, moved: Mapping[str, str]) -> _Heard:
    """Return a statement as one about the profile that is there, and whether it was of another."""
    profile_id = moved.get(statement.profile_id)
    if profile_id is None:
        return statement, False
    return replace(statement, profile_id=profile_id, published=None), True


class _Tally:
    """What a file does to the directory, by net effect."""

    def __init__(self) -> None:
        self._count = 0
        self._outdated = 0
        self._strangers: dict[str, None] = {}
        self._added: dict[str, str] = {}
        self._publishers: dict[str, str] = {}
        self._before: dict[_Voice, dict[str, object]] = {}

    def meet(self, *, is_outdated: bool) -> None:
        """Count a statement."""
        self._count += 1
        self._outdated += is_outdated

    def meet_stranger(self, profile_id: str) -> None:
        """Note that a known id seems to mean somebody else now."""
        self._strangers[profile_id] = None

    def meet_new(self, statement: Statement) -> None:
        """Note that a statement brings a new profile."""
        self._added[statement.profile_id] = statement.source.value

    def is_new(self, profile_id: str) -> bool:
        """Tell whether the file brought a profile."""
        return profile_id in self._added

    def note(self, voice: _Voice, what: str, before: object, after: object) -> None:
        """Remember what stood before the file, and forget it when the file puts it back."""
        if self._added.get(voice[0]) == voice[1]:
            return
        first = self._before.setdefault(voice, {})
        if first.setdefault(what, before) == after:
            del first[what]

    def note_standing(self, statement: Statement, before: _Standing, after: _Standing) -> None:
        """Remember the same of `published`, which belongs to no source: the first that spoke."""
        source = self._publishers.setdefault(statement.profile_id, statement.source.value)
        self.note((statement.profile_id, source), "published", before, after)

    def counts(self) -> Counts:
        """Say what became of all statements so far."""
        changed = sum(bool(first) for first in self._before.values())
        added = len(self._added)
        unchanged = self._count - added - changed
        return Counts(added, changed, unchanged, self._outdated, strangers=(*self._strangers,))


class _Batch:
    """Some statements weighed together: one look at the database, one writing."""

    def __init__(self, connection: Connection, tally: _Tally, act_id: int, *, mends: bool) -> None:
        self._connection = connection
        self._tally = tally
        self._act_id = act_id
        self._mends = mends
        self._today = date.today()
        self._standing: dict[str, _Standing] = {}
        self._known: frozenset[str] = frozenset()
        self._changed_outside: set[str] = set()
        self._restated: set[_Key] = set()
        self._placed: set[str] = set()
        self._held: dict[_Key, Word] = {}
        self._ahead: set[_Key] = set()
        self._pending: dict[_Key, Word | None] = {}
        self._changes: dict[Place, Change] = {}

    def take(self, heard: list[_Heard]) -> None:
        self._look([*{statement.profile_id for statement, _ in heard}])
        for statement, stands_back in heard:
            self._place(statement)
            self._weigh(statement, stands_back=stands_back)
        self._mend()
        self._write()
        put_down(self._connection, self._act_id, self._changes.values())

    def _look(self, ids: list[str]) -> None:
        about = what_is_stored(PROFILE.c.id.in_(ids))
        for row in self._connection.execute(about).all():
            if is_true(row):
                self._hold(taken_apart(self._connection, row))
            else:
                self._hold(as_it_is(row))
                self._changed_outside.add(id_of(row))
        self._known = frozenset(self._standing)

    def _hold(self, stored: Stored) -> None:
        profile_id = stored.profile_id
        self._standing[profile_id] = (stored.published, stored.published_on)
        for field, source, word in stored.words:
            self._held[profile_id, field, source] = word
            if word.day is not None and word.day > self._today:
                self._ahead.add((profile_id, field, source))

    def _place(self, statement: Statement) -> None:
        profile_id, day = statement.profile_id, statement.confirmed_on
        standing = self._standing.get(profile_id)
        if standing is None:
            self._tally.meet_new(statement)
            self._placed.add(profile_id)
            after = (
                statement.published is not False,
                None if statement.published is None else day,
            )
            self._standing[profile_id] = after
            self._note(Place(profile_id), NOTHING, standing_of(*after))
        elif statement.published is not None:
            after = _weighed(standing, statement.published, day, self._today)
            if after != standing:
                self._tally.note_standing(statement, standing, after)
                self._note(Place(profile_id), standing_of(*standing), standing_of(*after))
                self._standing[profile_id] = after
                self._placed.add(profile_id)

    def _weigh(self, statement: Statement, *, stands_back: bool) -> None:
        profile_id, source = statement.profile_id, statement.source.value
        is_outdated, is_new = False, self._tally.is_new(profile_id)
        words = [*words_of(statement)]
        if not is_new and self._is_stranger(profile_id, dict(words)):
            self._tally.meet_stranger(profile_id)
        for field, word in words:
            key = (profile_id, field, source)
            held = self._held.get(key)
            weighed = held and held.as_of(self._today)
            if profile_id in self._changed_outside:
                weighed = None
                self._restated.add(key)
            if weighed is not None and weighed.is_newer_than(word):
                is_outdated = True
                continue
            if weighed is not None and stands_back and not word.is_newer_than(weighed):
                continue
            after = None if word == NOTHING else word
            if after != held:
                self._tally.note((profile_id, source), field, held, after)
                if not is_new:
                    self._note(Place(*key), held or NOTHING, after or NOTHING)
                self._replace(key, after)
                self._put_right(profile_id, field)
            if field in statement.taken_back:
                self._take_back(statement, field, word, stands_back=stands_back)
        self._tally.meet(is_outdated=is_outdated)

    def _take_back(
        self, statement: Statement, field: str, word: Word, *, stands_back: bool
    ) -> None:
        """Withdraw what sources farther away said of a field until then."""
        profile_id, own = statement.profile_id, statement.source
        after = None if word == NOTHING else word
        for source in Source:
            key = (profile_id, field, source.value)
            held = self._held.get(key)
            if source.closeness >= own.closeness or held is None or held.value is None:
                continue
            weighed = held.as_of(self._today)
            if weighed.is_newer_than(word) or (stands_back and not word.is_newer_than(weighed)):
                continue
            self._tally.note((profile_id, own.value), f"{field}:{source.value}", held, after)
            if not self._tally.is_new(profile_id):
                self._note(Place(*key), held, after or NOTHING)
            self._replace(key, after)

    def _put_right(self, profile_id: str, field: str) -> None:
        """Let what others said of a field on a day to come be a word of today."""
        for key in [each for each in self._ahead if each[:2] == (profile_id, field)]:
            self._ahead.remove(key)
            held = self._held.get(key)
            if held is not None and held != held.as_of(self._today):
                self._note(Place(*key), held, held.as_of(self._today))
                self._replace(key, held.as_of(self._today))

    def _is_stranger(self, profile_id: str, words: Mapping[str, Word]) -> bool:
        """Tell whether all that tells one person from another is new under a known id."""
        for field in _OF_ONE_PERSON:
            said = words[field].value if field in words else None
            known = {
                held.value.casefold()
                for source in Source
                if (held := self._held.get((profile_id, field, source.value))) and held.value
            }
            if said is None or not known or said.casefold() in known:
                return False
        return True

    def _note(self, place: Place, before: Word, after: Word) -> None:
        first = self._changes.get(place)
        self._changes[place] = Change(place, first.before if first else before, after)

    def _replace(self, key: _Key, word: Word | None) -> None:
        self._pending[key] = word
        if word is None:
            del self._held[key]
        else:
            self._held[key] = word

    def _mend(self) -> None:
        """Write anew all of those of whom nothing is left that nobody has said since."""
        for profile_id in [*self._changed_outside]:
            keys = {key for key in self._held if key[0] == profile_id}
            if not (self._mends or keys <= self._restated):
                continue
            self._changed_outside.remove(profile_id)
            standing = self._standing[profile_id]
            noted = noted_standing(self._connection, profile_id) or standing
            if noted != standing and profile_id not in self._placed:
                self._note(Place(profile_id), standing_of(*standing), standing_of(*noted))
                self._standing[profile_id] = noted
            self._placed.add(profile_id)
            self._pending |= {key: self._held[key] for key in keys}
            clear(self._connection, profile_id)

    def _write(self) -> None:
        if self._placed:
            self._connection.execute(_PLACE, [*self._profile_rows()])
        pending = sorted(self._pending.items(), key=itemgetter(0))
        kept = [(*key, *_as_text(word)) for key, word in pending if word is not None]
        if kept:
            self._connection.exec_driver_sql(_KEEP, kept)
        if dropped := [key for key, word in pending if word is None]:
            self._connection.exec_driver_sql(_DROP, dropped)
        self._note_digests(kept)

    def _note_digests(self, kept: list[FactRow]) -> None:
        new = self._placed - self._known
        note_new(self._connection, ((id_, *self._standing[id_]) for id_ in sorted(new)), kept)
        touched = {key[0] for key in self._pending} | self._placed
        if others := touched - new - self._changed_outside:
            renew(self._connection, PROFILE.c.id.in_(others))

    def _profile_rows(self) -> Iterator[dict[str, object]]:
        for profile_id in sorted(self._placed):
            published, day = self._standing[profile_id]
            yield {"id": profile_id, "published": published, "published_on": day}


def _weighed(standing: _Standing, published: bool, day: date | None, today: date) -> _Standing:
    """Return how a profile stands after a word on it.

    Whoever withdraws without a day, or with one that cannot be read, is withdrawn all the same.
    """
    if not published and day is None:
        return (False, standing[1])
    is_outdated = (day or date.min) < min(standing[1] or date.min, today)
    return standing if is_outdated else (published, day)


def _as_text(word: Word) -> tuple[str | None, str | None]:
    value, day = word
    return value, None if day is None else day.isoformat()


_NEW = insert(PROFILE)
_PLACE = _NEW.on_conflict_do_update(
    index_elements=[PROFILE.c.id],
    set_={"published": _NEW.excluded.published, "published_on": _NEW.excluded.published_on},
)

# There are a dozen of these a statement: written out, they run at twice the speed.
_KEEP = """
    INSERT INTO fact (profile_id, field, source, value, confirmed_on) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (profile_id, field, source)
    DO UPDATE SET value = excluded.value, confirmed_on = excluded.confirmed_on
"""
_DROP = "DELETE FROM fact WHERE profile_id = ? AND field = ? AND source = ?"
