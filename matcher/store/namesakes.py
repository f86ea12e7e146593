"""Rows of a list that states no ids, where people share a name and a place: who of them is meant.

The rows of one list get numbered ids by what they say (`matcher.importers.alike_rows`). Which of
these numbers somebody has already, the directory alone knows. So a row goes to whom it tells of,
whatever number it was given: to who said the very same, else to who alone has the register number,
the e-mail address, the telephone or the website, and no other of these. A row that tells of nobody
by these is about somebody new, and one that tells nothing, or tells of several, is about nobody.

Of profiles that were made one, each counts as what it was before: so their rows stay two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from sqlalchemy import Connection, select

from matcher.directory.numbered_id import (
    HIGHEST,
    ends_in_postcode,
    family_of,
    family_of_numbered,
    numbered,
)
from matcher.directory.statement import MadeId, Statement
from matcher.directory.telling import TELLING, plain
from matcher.directory.trail import NOTHING, Word
from matcher.store.decided import changes_by_merging
from matcher.store.rows import words_of
from matcher.store.tables import FACT, MERGED, PROFILE

_Voice = tuple[str, str]  # field and source
_Words = dict[_Voice, Word]
_Holders = dict[str, set[str]]  # by what is told, ids of who has it
_Shape = tuple[str, tuple[str, ...]]  # a source, and fields that it speaks of


class Named(NamedTuple):
    """What became of a row whose id was made of what it shares with others.

    Attributes
    ----------
    made
        How it came by its id.
    given
        The id that the list alone would give it.
    id
        The id that it has; ``""`` when nobody knows whose it is, and it was left out.
    is_new
        Whether others of this name were in the directory, and it is about somebody else.
    """

    made: MadeId
    given: str
    id: str
    is_new: bool = False


class Namesakes:
    """The statements of one list, those about people who share a name held back till its end.

    Parameters
    ----------
    connection
        Of the directory that they go to.

    Attributes
    ----------
    named
        What became of those that were held back, once they were given out.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: dict[str, list[Statement]] = {}
        self._families: dict[str, list[str]] | None = None
        self._numbered: dict[str, set[str]] = {}
        self.named: list[Named] = []

    def sure(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """Give the statements of which it is known whom they are about."""
        for statement in statements:
            made = statement.made
            if made is None or not (made.is_shared or self._numbered_as(made.id)):
                yield statement
            else:
                self._held.setdefault(family_of(made.id), []).append(statement)

    def told_apart(self) -> Iterator[Statement]:
        """Give the others under the ids of whom they are about."""
        self._families, self._numbered = None, {}  # others of the file came in since
        for family in sorted(self._held):
            yield from self._of_family(self._held[family])

    def _numbered_as(self, made: str) -> set[str]:
        """Return the ids there are that have a number and were made as this one was."""
        if self._families is None:
            self._families = {}
            for profile_id in self._all_ids():
                if family := family_of_numbered(profile_id):
                    self._families.setdefault(family, []).append(profile_id)
        family = family_of(made)
        if family in self._families and family not in self._numbered:
            people = _as_they_were(self._connection, self._families[family])
            self._numbered[family] = {
                each for each, words in people.items() if not _is_of_place(each, words)
            }
        return self._numbered.get(family, set())

    def _all_ids(self) -> Iterator[str]:
        for column in (PROFILE.c.id, MERGED.c.old_id):
            yield from self._connection.scalars(select(column))

    def _of_family(self, statements: Sequence[Statement]) -> Iterator[Statement]:
        rows = {statement.profile_id: _Said(statement) for statement in statements}
        made = {statement.made.id for statement in statements if statement.made}
        known = {each for one in made for each in self._numbered_as(one)} | made
        elsewhere = _left_between(statements)
        group = _Group(rows, _as_they_were(self._connection, [*known - elsewhere]))
        group.match()
        taken = {*group.people, *elsewhere}
        free = {each: _free_ids(each, taken) for each in made}
        for statement in sorted(statements, key=_as_numbered):
            yield from self._under_its_own(statement, group, free)

    def _under_its_own(
        self, statement: Statement, group: "_Group", free: Mapping[str, Iterator[str]]
    ) -> Iterator[Statement]:
        given, made = statement.profile_id, statement.made
        assert made is not None
        own = group.found.get(given, "")
        is_new = not own and group.is_new(given)
        if is_new:
            own = next(free[made.id])
        self.named.append(Named(made, given, own, is_new=is_new and bool(group.people)))
        if own:
            yield replace(statement, profile_id=own, made=made._replace(is_shared=True))


@dataclass(slots=True)
class _Said:
    """What a row says, each thing as it would stand in the directory.

    Attributes
    ----------
    telling
        By field, what it tells a person by.
    """

    statement: Statement
    words: dict[str, Word] = field(init=False)
    telling: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.words = dict(words_of(self.statement))
        told = {name: plain(self.words.get(name, NOTHING).value) for name in TELLING}
        self.telling = {name: value for name, value in told.items() if value}

    @property
    def shape(self) -> _Shape:
        return self.statement.source.value, (*sorted(self.words),)


@dataclass(slots=True)
class _Group:
    """Rows and people of one name and place.

    Attributes
    ----------
    rows
        By the id that the list alone would give them.
    people
        By id, what is known of them.
    found
        By the id of a row, that of whom it is about.
    """

    rows: Mapping[str, _Said]
    people: Mapping[str, _Words]
    found: dict[str, str] = field(default_factory=dict)
    _holders: dict[str, _Holders] = field(init=False)
    _having: dict[str, set[str]] = field(init=False)
    _free: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self._holders = {
            name: _holders((each, _told(words, name)) for each, words in self.people.items())
            for name in TELLING
        }
        self._having = {name: set().union(*held.values()) for name, held in self._holders.items()}
        self._free = {*self.people}

    def match(self) -> None:
        """Find whom the rows are about."""
        for with_day in (True, False):
            for shape in dict.fromkeys(said.shape for said in self.rows.values()):
                self._pair_off_alike(shape, with_day=with_day)
        for name in TELLING:
            told = ((row, [said.telling.get(name, "")]) for row, said in self.rows.items())
            self._pair_off(_holders(told), self._holders[name])

    def is_new(self, row: str) -> bool:
        """Tell whether a row without a person is about nobody who has no row."""
        if self.rows[row].telling:
            return self._free.isdisjoint(self._agreeing(row))
        return not self._free

    def _agreeing(self, row: str) -> set[str]:
        """Return who has something of what a row tells a person by, and no other of it."""
        telling = self.rows[row].telling
        agreeing = {
            person for name, value in telling.items() for person in self._who_has(name, value)
        }
        for name, value in telling.items():
            agreeing = (agreeing - self._having[name]) | (agreeing & self._who_has(name, value))
        return agreeing

    def _who_has(self, name: str, value: str) -> set[str]:
        return self._holders[name].get(value, set())

    def _pair_off_alike(self, shape: _Shape, *, with_day: bool) -> None:
        """Match who said the very same."""
        source, fields = shape
        parts = slice(2 if with_day else 1)
        rows = (
            (row, [repr([said.words[name][parts] for name in fields])])
            for row, said in self.rows.items()
            if said.shape == shape and row not in self.found
        )
        people = (
            (
                each,
                [repr([self.people[each].get((name, source), NOTHING)[parts] for name in fields])],
            )
            for each in self._free
        )
        self._pair_off(_holders(rows), _holders(people))

    def _pair_off(self, rows: _Holders, people: _Holders) -> None:
        """Match whom one thing tells apart: one row and one person alone has it."""
        for value, (row, *more_rows) in rows.items():
            person, *more_people = people.get(value, [""])
            is_one = person in self._free and not (more_rows or more_people)
            if is_one and row not in self.found and not self._is_denied(row, person):
                self.found[row] = person
                self._free.remove(person)

    def _is_denied(self, row: str, person: str) -> bool:
        """Tell whether a row tells a person by something of which this one has another."""
        return any(
            person in self._having[name] and person not in self._who_has(name, value)
            for name, value in self.rows[row].telling.items()
        )


def is_somebody_else(words: Mapping[str, Word], known: Mapping[_Voice, Word]) -> bool:
    """Tell whether nothing that a row tells somebody by is what is known of them."""
    compared = [
        plain(words[name].value) in told
        for name in TELLING
        if name in words and words[name].value and (told := _told(known, name))
    ]
    return bool(compared) and not any(compared)


def _is_of_place(profile_id: str, words: _Words) -> bool:
    """Tell whether the number that an id ends in is the postcode of its profile."""
    return any(
        ends_in_postcode(profile_id, word.value)
        for (name, _), word in words.items()
        if name == "postcode" and word.value
    )


def _left_between(statements: Iterable[Statement]) -> set[str]:
    """Return the ids that the list left out as it gave numbers: others of its rows have them."""
    given: dict[str, set[str]] = {}
    for statement in statements:
        if statement.made:
            given.setdefault(statement.made.id, set()).add(statement.profile_id)
    left: set[str] = set()
    for made, ids in given.items():
        for number in range(1, HIGHEST + 1):
            if not ids:
                break
            own = numbered(made, number)
            left |= {own} - ids
            ids.discard(own)
    return left


def _holders(told: Iterable[tuple[str, Iterable[str]]]) -> _Holders:
    """Return by each thing that is told who has it."""
    holders: _Holders = {}
    for who, values in told:
        for value in filter(None, values):
            holders.setdefault(value, set()).add(who)
    return holders


def _told(known: Mapping[_Voice, Word], name: str) -> set[str]:
    return {plain(word.value) for (about, _), word in known.items() if about == name} - {""}


def _as_numbered(statement: Statement) -> tuple[int, str]:
    return len(statement.profile_id), statement.profile_id


def _free_ids(made: str, taken: set[str]) -> Iterator[str]:
    for number in count(1):
        if (own := numbered(made, number)) not in taken:
            taken.add(own)
            yield own


def _as_they_were(connection: Connection, ids: Sequence[str]) -> dict[str, _Words]:
    """Return what is known of people; of those who were made one, what was before."""
    people: dict[str, _Words] = {}
    for column in (PROFILE.c.id, MERGED.c.old_id):
        for profile_id in connection.scalars(select(column).where(column.in_(ids))):
            people[profile_id] = {}
    for row in connection.execute(select(FACT).where(FACT.c.profile_id.in_(people))):
        people[row.profile_id][row.field, row.source] = Word(row.value, row.confirmed_on)
    for (profile_id, *voice), before, after in reversed([*changes_by_merging(connection, people)]):
        words, place = people[profile_id], (voice[0], voice[1])
        if words.get(place, NOTHING) == after:
            words[place] = before
    return {profile_id: people[profile_id] for profile_id in sorted(people)}
