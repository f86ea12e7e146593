"""Rows of a list that states no ids, where people share a name and a place: who of them is meant.

The rows of one list get numbered ids by what they say (`matcher.importers.alike_rows`). Which of
these numbers somebody has already, the directory alone knows. So a row goes to whom it tells of,
whatever number it was given: to who said the very same, else to who alone has the e-mail address,
the telephone or the website, else to who is most like it and has no other of these. A row whose
address, telephone and website nobody has is about somebody new, and one that tells nothing by
which to decide is about nobody.

Of profiles that were made one, each counts as what it was before: so their rows stay two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, select

from matcher.directory.numbered_id import HIGHEST, family_of, family_of_numbered, numbered
from matcher.directory.statement import MadeId, Statement
from matcher.directory.trail import NOTHING, Word
from matcher.store.decided import changes_by_merging
from matcher.store.rows import words_of
from matcher.store.tables import FACT, MERGED, PROFILE

TELLING = ("email", "phone", "website")
"""What one person has, and no other of the same name and place; the surest first."""

_PAIRS_WEIGHED = 2_500
"""Rows times people among whom likeness is looked for: a list without names has thousands."""

_Voice = tuple[str, str]  # field and source
_Words = dict[_Voice, Word]
_Pair = tuple[str, str]  # ids of a row and of a person
_Told = Iterable[tuple[str, Iterable[str]]]
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
        self._families: dict[str, set[str]] | None = None
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
        self._families = None  # others of the file came in since
        for family in sorted(self._held):
            yield from self._of_family(self._held[family])

    def _numbered_as(self, made: str) -> set[str]:
        """Return the ids there are that have a number and were made as this one was."""
        if self._families is None:
            self._families = {}
            for profile_id in self._all_ids():
                if family := family_of_numbered(profile_id):
                    self._families.setdefault(family, set()).add(profile_id)
        return self._families.get(family_of(made), set())

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
        for statement in sorted(statements, key=_as_numbered):
            yield from self._under_its_own(statement, group, taken)

    def _under_its_own(
        self, statement: Statement, group: "_Group", taken: set[str]
    ) -> Iterator[Statement]:
        given, made = statement.profile_id, statement.made
        assert made is not None
        own = group.found.get(given, "")
        is_new = not own and not group.may_be_known(given)
        if is_new:
            own = _free_id(made.id, taken)
            taken.add(own)
        self.named.append(Named(made, given, own, is_new=is_new and bool(group.people)))
        if own:
            yield statement.under(own)


@dataclass(slots=True)
class _Said:
    """What a row says, each thing as it would stand in the directory."""

    statement: Statement
    words: dict[str, Word] = field(init=False)

    def __post_init__(self) -> None:
        self.words = dict(words_of(self.statement))

    def telling(self, name: str) -> str:
        return _plain(self.words.get(name, NOTHING))

    @property
    def shape(self) -> _Shape:
        return self.statement.source.value, (*sorted(self.words),)

    def likeness(self, known: _Words) -> int:
        """Count what both say alike, less what they say otherwise."""
        return sum(self._compared(name, word, known) for name, word in self.words.items())

    def _compared(self, name: str, word: Word, known: _Words) -> int:
        own = known.get((name, self.statement.source.value), NOTHING).value
        if word.value is None:
            return 1 if own is None else -1
        said = {each.value for (about, _), each in known.items() if about == name and each.value}
        return (1 if word.value in said else -1) if said else 0


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

    def match(self) -> None:
        """Find whom the rows are about."""
        for with_day in (True, False):
            for shape in dict.fromkeys(said.shape for said in self.rows.values()):
                self._pair_off_alike(shape, with_day=with_day)
        for name in TELLING:
            self._pair_off(
                ((row, [said.telling(name)]) for row, said in self.rows.items()),
                ((person, _told(words, name)) for person, words in self.people.items()),
            )
        self._pair_off_likest()

    def may_be_known(self, row: str) -> bool:
        """Tell whether a row without a person may be about one who has no row."""
        return any(not self._is_denied(row, person) for person in self._free_people())

    def _free_rows(self) -> list[str]:
        return [row for row in self.rows if row not in self.found]

    def _free_people(self) -> list[str]:
        taken = {*self.found.values()}
        return [person for person in self.people if person not in taken]

    def _pair_off_alike(self, shape: _Shape, *, with_day: bool) -> None:
        """Match who said the very same."""
        source, fields = shape
        parts = slice(2 if with_day else 1)
        free = {*self._free_people()}
        self._pair_off(
            (
                (row, [repr([said.words[name][parts] for name in fields])])
                for row, said in self.rows.items()
                if said.shape == shape and row not in self.found
            ),
            (
                (person, [repr([known.get((name, source), NOTHING)[parts] for name in fields])])
                for person, known in self.people.items()
                if person in free
            ),
        )

    def _pair_off(self, rows: _Told, people: _Told) -> None:
        """Match whom one thing tells apart: one row and one person alone has it."""
        holders, taken = _holders(people), {*self.found.values()}
        for value, (row, *more_rows) in _holders(rows).items():
            person, *more_people = holders.get(value, [""])
            is_one = person and not (more_rows or more_people)
            if is_one and row not in self.found and person not in taken:
                self.found[row] = person
                taken.add(person)

    def _pair_off_likest(self) -> None:
        """Match rows and people of whom each is more like the other than like anybody else."""
        rows, people = self._free_rows(), self._free_people()
        if len(rows) * len(people) > _PAIRS_WEIGHED:
            return
        pairs = {
            (row, person): self.rows[row].likeness(self.people[person])
            for row in rows
            for person in people
            if not self._is_denied(row, person)
        }
        while best := dict({*_only_best(pairs, 0)} & {*_only_best(pairs, 1)}):
            self.found.update(best)
            taken = {*best.values()}
            pairs = {
                pair: likeness
                for pair, likeness in pairs.items()
                if pair[0] not in best and pair[1] not in taken
            }

    def _is_denied(self, row: str, person: str) -> bool:
        """Tell whether a row has an address, telephone or website, and the person another."""
        return any(
            said not in known
            for name in TELLING
            if (said := self.rows[row].telling(name))
            and (known := _told(self.people[person], name))
        )


def is_somebody_else(words: Mapping[str, Word], known: Mapping[_Voice, Word]) -> bool:
    """Tell whether nothing that a row tells somebody by is what is known of them."""
    compared = [
        _plain(words[name]) in told
        for name in TELLING
        if name in words and words[name].value and (told := _told(known, name))
    ]
    return bool(compared) and not any(compared)


def _only_best(pairs: Mapping[_Pair, int], side: int) -> Iterator[_Pair]:
    """Give for each row, or for each person, the one pair that is above its others."""
    of_one: dict[str, list[tuple[int, _Pair]]] = {}
    for pair, likeness in pairs.items():
        of_one.setdefault(pair[side], []).append((likeness, pair))
    for ranked in of_one.values():
        (most, pair), *others = sorted(ranked, reverse=True)
        if not others or others[0][0] < most:
            yield pair


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


def _holders(told: _Told) -> dict[str, list[str]]:
    """Return by each thing that is told who has it."""
    holders: dict[str, list[str]] = {}
    for who, values in told:
        for value in filter(None, values):
            holders.setdefault(value, []).append(who)
    return holders


def _told(known: Mapping[_Voice, Word], name: str) -> set[str]:
    return {_plain(word) for (about, _), word in known.items() if about == name} - {""}


def _plain(word: Word) -> str:
    """Return a value without the signs by which two ways of writing it differ."""
    return "".join(filter(str.isalnum, str(word.value or "").casefold()))


def _as_numbered(statement: Statement) -> tuple[int, str]:
    return len(statement.profile_id), statement.profile_id


def _free_id(made: str, taken: set[str]) -> str:
    number = 1
    while numbered(made, number) in taken:
        number += 1
    return numbered(made, number)


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
