"""Weigh what a file states against what the directory holds, and write only what differs.

Of each source, the newest word on a field holds; of equal dates, the later in the file. Undated
words are older than dated ones. A word that is no news is not written.

A word the directory holds of a day that has yet to come counts as one of today: a clock that ran
ahead does not keep anybody from saying something else once it is right. With the next news on the
same field, whoever says it, its day is put right.

What a practitioner takes back of what others stated, others no longer state from that day: their
older words are withdrawn with the practitioner's, and only newer ones count again.

What names a profile that went into another is about the other. There it counts only where it is
newer, or where the other is silent: somebody decided between the two as they were. What differs
from the other's word of the same day is told, unless it was known to whoever decided; so is a
silence where the other's word came from it.

Of words that no field takes, a list replaces those of its own columns; those of columns it does
not have stay.

Where a practitioner asked not to be shown, no list shows them again: only they do, under any id
they had, and staff by hand.

A list of which not all was understood takes nothing away: it is left out where it names less than
a word that it would outweigh. What was kept of it goes as soon as its source says the list anew
and all of it is understood.

What is held of a profile that was changed outside the program is believed by nobody: any word on
it counts. Once all that it states was said anew, or somebody who saw it edited it, it is whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from operator import itemgetter

from sqlalchemy import Connection

from matcher.directory.field import UNSORTED
from matcher.directory.profile import Source
from matcher.directory.statement import Statement
from matcher.directory.telling import TELLING, plain
from matcher.directory.trail import NOTHING, Change, DeedKind, Place, Word
from matcher.store.comparing import (
    asked_of,
    asking_after,
    is_stranger,
    may_be_another,
    said_of_both,
    takes_away,
    weighed_standing,
)
from matcher.store.decided import Decided, Key, decided_about
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
from matcher.store.namesakes import Namesakes
from matcher.store.reach import note_new_reach, renew_reach
from matcher.store.recorder import put_down, standing_of
from matcher.store.sql import run_many
from matcher.store.stored import Stored, as_it_is, taken_apart
from matcher.store.tables import PROFILE
from matcher.store.tally import Counts, Standing, Tally
from matcher.store.unsorted import once_said_anew, words_not_settled
from matcher.store.weighing import Weighing

BATCH = 1_000
"""Statements read, weighed and written together."""

_Heard = tuple[Statement, str]  # and the id of the profile that went into another, if it names one


def take_over(
    connection: Connection,
    statements: Iterable[Statement],
    act_id: int,
    kind: DeedKind = DeedKind.IMPORT,
) -> Counts:
    """Take over the statements of one file within an open act, which the caller ends.

    Parameters
    ----------
    kind
        What is being done. Who edits saw all that the directory holds of the profiles. Where staff
        say by hand whether clients see one, that holds, whoever asked.
    """
    moved = moved_ids(connection)
    kept = frozenset(moved.values())
    tally, namesakes = Tally(), Namesakes(connection)
    for remaining in (namesakes.sure(statements), namesakes.told_apart()):
        while batch := [*islice(remaining, BATCH)]:
            heard = [_about_whom(each, moved) for each in batch]
            ids = {each for statement, old in heard for each in (statement.profile_id, old)}
            decided = decided_about(connection, ids & (kept | moved.keys()))
            weighed = _Batch(connection, tally, act_id, decided, kind)
            weighed.take(heard)
    return replace(tally.counts(), namesakes=(*namesakes.named,))


def _about_whom(statement: Statement, moved: Mapping[str, str]) -> _Heard:
    """Return a statement as one about the profile that is there, and of which other it was."""
    profile_id = moved.get(statement.profile_id)
    if profile_id is None:
        return statement, ""
    return replace(statement, profile_id=profile_id), statement.profile_id


class _Batch:
    """Some statements weighed together: one look at the database, one writing."""

    def __init__(
        self,
        connection: Connection,
        tally: Tally,
        act_id: int,
        decided: Decided,
        kind: DeedKind,
    ) -> None:
        self._connection = connection
        self._tally = tally
        self._act_id = act_id
        self._decided = decided
        self._weighing = Weighing(tally, decided)
        self._mends = kind is DeedKind.EDIT
        self._by_hand = kind is DeedKind.PUBLISH
        self._today = date.today()
        self._standing: dict[str, Standing] = {}
        self._known: frozenset[str] = frozenset()
        self._changed_outside: set[str] = set()
        self._restated: set[Key] = set()
        self._placed: set[str] = set()
        self._held: dict[Key, Word] = {}
        self._ahead: set[Key] = set()
        self._pending: dict[Key, Word | None] = {}
        self._changes: dict[Place, Change] = {}

    def take(self, heard: list[_Heard]) -> None:
        self._look([*{statement.profile_id for statement, _ in heard}])
        for statement, old_id in heard:
            if statement.only_if_new and self._is_there(statement.profile_id):
                self._tally.meet_excerpt()
                continue
            self._place(statement, old_id)
            self._weigh(statement, old_id)
        self._mend()
        self._write()
        put_down(self._connection, self._act_id, self._changes.values())

    def _is_there(self, profile_id: str) -> bool:
        return profile_id in self._standing and not self._tally.is_new(profile_id)

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

    def _place(self, statement: Statement, old_id: str) -> None:
        profile_id, standing = statement.profile_id, self._standing.get(statement.profile_id)
        asked = self._held.get(asked_of(profile_id))
        if standing and asked and not (self._by_hand or statement.source is Source.THERAPIST):
            if statement.published:
                self._tally.leave_hidden(profile_id, asked.day)
            return
        if old_id:
            statement = replace(statement, published=said_of_both(statement, asked))
        after = weighed_standing(standing, statement, self._today)
        if standing is None:
            self._tally.meet_new(statement)
            self._note(Place(profile_id), NOTHING, standing_of(*after))
        elif after != standing:
            self._tally.note_standing(statement, standing, after)
            self._note(Place(profile_id), standing_of(*standing), standing_of(*after))
        if after != standing:
            self._standing[profile_id] = after
            self._placed.add(profile_id)
        word = asking_after(after, asked, statement)
        if word != asked:
            if not self._tally.is_new(profile_id):
                self._note(Place(*asked_of(profile_id)), asked or NOTHING, word or NOTHING)
            self._replace(asked_of(profile_id), word)

    def _weigh(self, statement: Statement, old_id: str) -> None:
        profile_id, source = statement.profile_id, statement.source.value
        is_outdated, is_new = False, self._tally.is_new(profile_id)
        believed = {} if profile_id in self._changed_outside else self._held
        words = [*words_not_settled(statement, believed)]
        if not is_new and is_stranger(self._held, profile_id, dict(words)):
            self._tally.meet_stranger(profile_id)
        is_unsure = not is_new and may_be_another(self._held, statement, dict(words), old_id)
        for field, word in words:
            key = (profile_id, field, source)
            held = self._held.get(key)
            weighed = held and held.as_of(self._today)
            if profile_id in self._changed_outside:
                weighed = None
                self._restated.add(key)
            if weighed is not None and weighed.is_newer_than(word):
                is_outdated = True
                self._tally.leave_older(key, word, weighed)
                continue
            settled = self._weighing.settled(key, word, weighed, old_id, statement.unsorted_of)
            if settled is None or (field in statement.in_part and self._says_less(key, word)):
                continue
            word = settled
            after = None if word == NOTHING else word
            if after != held:
                self._tally.note((profile_id, source), field, held, after)
                if not is_new:
                    self._note(Place(*key), held or NOTHING, after or NOTHING)
                self._replace(key, after)
                self._put_right(profile_id, field)
                is_other = plain(word.value) != plain(held and held.value)
                if is_unsure and is_other and field in TELLING:
                    self._tally.meet_somebody_else(profile_id)
            if field in statement.taken_back:
                is_news = after != held
                self._take_back(statement, field, word, is_news=is_news, stands_back=bool(old_id))
        self._close_lists(statement, dict(words), old_id)
        is_dated = statement.confirmed_on is not None
        self._tally.meet(is_outdated=is_outdated, is_dated=is_dated)

    def _close_lists(self, statement: Statement, words: Mapping[str, Word], old_id: str) -> None:
        """Keep no words of lists that the statement says anew and that were understood."""
        profile_id, source = statement.profile_id, statement.source.value
        key = (profile_id, UNSORTED, source)
        kept = self._held.get(key)
        if kept is None or kept.value is None or profile_id in self._changed_outside:
            return
        holding = {
            field: word
            for field, word in words.items()
            if self._held.get((profile_id, field, source)) == word
        }
        is_decided = bool(old_id) or key in self._decided.known
        after = once_said_anew(kept, statement, holding, is_decided=is_decided)
        if after != kept:
            self._tally.note((profile_id, source), UNSORTED, kept, after)
            if not self._tally.is_new(profile_id):
                self._note(Place(*key), kept, after)
            self._replace(key, None if after == NOTHING else after)

    def _says_less(self, key: Key, word: Word) -> bool:
        """Tell whether a list of which not all was understood would take something away."""
        if is_less := takes_away(self._held, key, word):
            self._tally.leave_in_part(key)
        return is_less

    def _take_back(
        self, statement: Statement, field: str, word: Word, *, is_news: bool, stands_back: bool
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
            if not is_news and self._decided.has_brought(key, held):
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

    def _note(self, place: Place, before: Word, after: Word) -> None:
        first = self._changes.get(place)
        self._changes[place] = Change(place, first.before if first else before, after)

    def _replace(self, key: Key, word: Word | None) -> None:
        self._pending[key] = word
        if word is None:
            del self._held[key]
        else:
            self._held[key] = word

    def _mend(self) -> None:
        """Write anew all of those of whom nothing is left that nobody has said since."""
        for profile_id in [*self._changed_outside]:
            keys = {key for key in self._held if key[0] == profile_id}
            if not (self._mends or keys - {asked_of(profile_id)} <= self._restated):
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
            run_many(self._connection, _PLACE, [*self._profile_rows()])
        pending = sorted(self._pending.items(), key=itemgetter(0))
        kept = [(*key, *_as_text(word)) for key, word in pending if word is not None]
        if kept:
            run_many(self._connection, _KEEP, kept)
        if dropped := [key for key, word in pending if word is None]:
            run_many(self._connection, _DROP, dropped)
        self._note_digests(kept)

    def _note_digests(self, kept: list[FactRow]) -> None:
        new = self._placed - self._known
        note_new(self._connection, ((id_, *self._standing[id_]) for id_ in sorted(new)), kept)
        note_new_reach(self._connection, sorted(new), kept)
        touched = {key[0] for key in self._pending} | self._placed
        if others := touched - new - self._changed_outside:
            renew(self._connection, PROFILE.c.id.in_(others))
            renew_reach(self._connection, PROFILE.c.id.in_(others))

    def _profile_rows(self) -> Iterator[tuple[str, bool, str | None]]:
        for profile_id in sorted(self._placed):
            published, day = self._standing[profile_id]
            yield profile_id, published, None if day is None else day.isoformat()


def _as_text(word: Word) -> tuple[str | None, str | None]:
    value, day = word
    return value, None if day is None else day.isoformat()


_PLACE = """
    INSERT INTO profile (id, published, published_on) VALUES (:id, :published, :published_on)
    ON CONFLICT (id)
    DO UPDATE SET published = excluded.published, published_on = excluded.published_on
"""
_KEEP = """
    INSERT INTO fact (profile_id, field, source, value, confirmed_on)
    VALUES (:profile_id, :field, :source, :value, :confirmed_on)
    ON CONFLICT (profile_id, field, source)
    DO UPDATE SET value = excluded.value, confirmed_on = excluded.confirmed_on
"""
_DROP = "DELETE FROM fact WHERE profile_id = :profile_id AND field = :field AND source = :source"
