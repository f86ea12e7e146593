"""Weigh what a file states against what the directory holds, and write only what differs.

Of each source, the newest word on a field holds; of equal dates, the later in the file. Undated
words are older than dated ones. A word that is no news is not written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import itemgetter

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from matcher.directory.statement import Statement
from matcher.store.rows import Entry, entries_of
from matcher.store.tables import FACT, PROFILE

BATCH = 1_000
"""Statements read, weighed and written together."""

_Voice = tuple[str, str]  # profile id, source
_Key = tuple[str, str, str]  # profile id, field, source
_Standing = tuple[bool, date | None]  # published, since when


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
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    outdated: int = 0


def take_over(connection: Connection, statements: Iterable[Statement]) -> Counts:
    """Take over the statements of one file, in a transaction that the caller ends."""
    remaining = iter(statements)
    tally = _Tally()
    while batch := [*islice(remaining, BATCH)]:
        _Batch(connection, tally).take(batch)
    return tally.counts()


class _Tally:
    """What a file does to the directory, by net effect."""

    def __init__(self) -> None:
        self._count = 0
        self._outdated = 0
        self._added: dict[str, str] = {}
        self._publishers: dict[str, str] = {}
        self._before: dict[_Voice, dict[str, object]] = {}

    def meet(self, *, is_outdated: bool) -> None:
        """Count a statement."""
        self._count += 1
        self._outdated += is_outdated

    def meet_new(self, statement: Statement) -> None:
        """Note that a statement brings a new profile."""
        self._added[statement.profile_id] = statement.source.value

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
        return Counts(added, changed, self._count - added - changed, self._outdated)


class _Batch:
    """Some statements weighed together: one look at the database, one writing."""

    def __init__(self, connection: Connection, tally: _Tally) -> None:
        self._connection = connection
        self._tally = tally
        self._standing: dict[str, _Standing] = {}
        self._placed: set[str] = set()
        self._held: dict[_Key, Entry] = {}
        self._pending: dict[_Key, Entry | None] = {}

    def take(self, statements: list[Statement]) -> None:
        self._look([*{statement.profile_id for statement in statements}])
        for statement in statements:
            self._place(statement)
            self._weigh(statement)
        self._write()

    def _look(self, ids: list[str]) -> None:
        profiles = select(PROFILE.c.id, PROFILE.c.published, PROFILE.c.published_on)
        known = self._connection.execute(profiles.where(PROFILE.c.id.in_(ids)))
        for profile_id, published, day in known:
            self._standing[profile_id] = (published, day)
        if not self._standing:
            return
        facts = select(
            FACT.c.profile_id, FACT.c.source, FACT.c.field, FACT.c.value, FACT.c.confirmed_on
        ).where(FACT.c.profile_id.in_([*self._standing]))
        for profile_id, source, field, value, day in self._connection.execute(facts):
            self._held[profile_id, field, source] = Entry(value, day)

    def _place(self, statement: Statement) -> None:
        profile_id, day = statement.profile_id, statement.confirmed_on
        standing = self._standing.get(profile_id)
        if standing is None:
            self._tally.meet_new(statement)
            self._placed.add(profile_id)
            self._standing[profile_id] = (
                statement.published is not False,
                None if statement.published is None else day,
            )
        elif statement.published is not None and (day or date.min) >= (standing[1] or date.min):
            after = (statement.published, day)
            if after != standing:
                self._tally.note_standing(statement, standing, after)
                self._standing[profile_id] = after
                self._placed.add(profile_id)

    def _weigh(self, statement: Statement) -> None:
        profile_id, source = statement.profile_id, statement.source.value
        is_outdated = False
        for field, entry in entries_of(statement):
            key = (profile_id, field, source)
            held = self._held.get(key)
            if held is not None and held.day > entry.day:
                is_outdated = True
                continue
            after = None if entry == (None, None) else entry
            if after != held:
                self._tally.note((profile_id, source), field, held, after)
                self._replace(key, after)
        self._tally.meet(is_outdated=is_outdated)

    def _replace(self, key: _Key, entry: Entry | None) -> None:
        self._pending[key] = entry
        if entry is None:
            del self._held[key]
        else:
            self._held[key] = entry

    def _write(self) -> None:
        if self._placed:
            self._connection.execute(_PLACE, [*self._profile_rows()])
        pending = sorted(self._pending.items(), key=itemgetter(0))
        if kept := [(*key, *_as_text(entry)) for key, entry in pending if entry is not None]:
            self._connection.exec_driver_sql(_KEEP, kept)
        if dropped := [key for key, entry in pending if entry is None]:
            self._connection.exec_driver_sql(_DROP, dropped)

    def _profile_rows(self) -> Iterator[dict[str, object]]:
        for profile_id in sorted(self._placed):
            published, day = self._standing[profile_id]
            yield {"id": profile_id, "published": published, "published_on": day}


def _as_text(entry: Entry) -> tuple[str | None, str | None]:
    value, day = entry
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
