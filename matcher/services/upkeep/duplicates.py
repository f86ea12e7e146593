"""The same person twice: who might be, and why; people decide."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from matcher.directory.profile import Profile
from matcher.importers.us_place import restored_zip
from matcher.importers.us_registry import is_valid_npi
from matcher.letters import without_accents
from matcher.services.staff.signed_in import NO_LOGIN, Doer

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService

NPI, REGISTER_NUMBER = "npi", "register_number"
NAME_PHONE, NAME_PLACE = "name_phone", "name_place"
"""Why two profiles may be one person, the strongest first."""

_REASONS = (NPI, REGISTER_NUMBER, NAME_PHONE, NAME_PLACE)

COMPARED = ("name", "phone", "postcode", "city", "register", "register_number", "register_area")
"""Fields by which people are compared."""

_ALIKE = 90
"""How alike two names must be, of 100, with their words in order."""
_WINDOW = 8
"""With how many of those after it in the alphabet a name is compared."""
_CROWD = 50
"""A number that more people state is none that tells people apart."""

_NPI = re.compile(r"npi-(\d{10})")
_EXTENSION = re.compile(r"\s*(?:ext(?:ension)?|x)\.?\s*[0-9].*", re.IGNORECASE | re.DOTALL)
_NOT_DIGITS = re.compile(r"[^0-9]")
_DIGITS_OF_US, _FEWEST_DIGITS = 10, 7
_NOT_WORDS = re.compile(r"[\W_]+")
_ZIP_PLUS_4 = re.compile(r"(\d{5})\d{4}")
_TITLES = frozenset("dr lcsw lmft lmhc lpc ma md mr mrs ms msw mx phd prof psyd".split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles that may be one person.

    Attributes
    ----------
    first, second
        Ids in order.
    published
        Whether clients see them.
    reasons
        `NPI`, `REGISTER_NUMBER`, `NAME_PHONE` and `NAME_PLACE`, those that hold.
    """

    first: str
    second: str
    names: tuple[str, str]
    reasons: tuple[str, ...]
    published: tuple[bool, bool]


class Pairs(Sequence[Pair]):
    """Pairs, each made when it is asked for.

    A large directory has many; as objects they would keep the interpreter from all else for as
    long as it takes to look for those that are garbage.

    Parameters
    ----------
    ids, names, published
        Of everybody, in order of the ids.
    pairs
        For each pair the place of the first, times how many people there are, plus the place of the
        second.
    reasons
        For each pair the sum of 1 for the first of the reasons there are, 2 for the second, 4, 8.
    """

    def __init__(
        self,
        ids: Sequence[str],
        names: Sequence[str],
        published: Sequence[bool],
        pairs: Sequence[int],
        reasons: Sequence[int],
    ) -> None:
        self._ids, self._names, self._published = ids, names, published
        self._pairs, self._reasons = pairs, reasons

    def __len__(self) -> int:
        return len(self._pairs)

    @overload
    def __getitem__(self, place: int) -> Pair: ...

    @overload
    def __getitem__(self, place: slice) -> list[Pair]: ...

    def __getitem__(self, place: int | slice) -> Pair | list[Pair]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        first, second = divmod(self._pairs[place], len(self._ids))
        reasons = tuple(
            reason for n, reason in enumerate(_REASONS) if self._reasons[place] & (1 << n)
        )
        names = self._names[first], self._names[second]
        published = self._published[first], self._published[second]
        return Pair(self._ids[first], self._ids[second], names, reasons, published)


class DuplicatesService:
    """Who is twice in a directory.

    Parameters
    ----------
    directory
        The directory in the database.
    """

    def __init__(self, directory: DirectoryService) -> None:
        self._directory = directory

    def pairs(self) -> Pairs:
        """Return who may be the same person, the strongest reasons first.

        Nobody is suggested again once somebody said that they are two people.

        Raises
        ------
        StoreError
            When there is no directory yet, or it cannot be read.
        """
        with self._directory.database().reading() as work:
            apart = work.profiles.apart()
            return pairs_among(work.profiles.with_facts_on(COMPARED), apart)

    def merge(self, keep: str, drop: str, who: Doer = NO_LOGIN) -> int:
        """Let one profile go into another, and return the act, which can be undone.

        What each source says stays its word; where one source speaks of both, its newer word
        holds. Files that still name the profile that went are about the other from now on.

        Raises
        ------
        StoreError
            When one of the two is not there, or they are the same.
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        with self._directory.changing(who) as work:
            return work.profiles.merge(keep, drop, who.name)

    def set_apart(self, one: str, other: str, who: Doer = NO_LOGIN) -> int:
        """Note that two profiles are two people, and return the act, which can be undone.

        Raises
        ------
        StoreError
            When one of the two is not there, they are the same, or it was noted before.
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        with self._directory.changing(who) as work:
            return work.profiles.set_apart(one, other, who.name)


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    name: str
    sorted_name: str
    postcode: str
    city: str
    phone: str
    npi: str
    register: str
    number: str
    area: str
    published: bool

    @property
    def words(self) -> list[str]:
        return self.sorted_name.split(" ")


def pairs_among(
    profiles: Iterable[Profile], apart: Collection[tuple[str, str]] = frozenset()
) -> Pairs:
    """Find pairs without comparing everybody with everybody.

    Numbers are looked up. Names are compared within one place, and there only with those next to
    them in the alphabet, read forwards and backwards.

    Parameters
    ----------
    profiles
        In any order.
    apart
        Ids, in order, of pairs that are two people.
    """
    people = sorted(map(_person, profiles), key=attrgetter("id"))
    row_of = {person.id: row for row, person in enumerate(people)}
    reasons: dict[int, int] = {}
    for reason, one, other in _candidates(people):
        first, second = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if (first, second) not in apart:
            key = row_of[first] * len(people) + row_of[second]
            reasons[key] = reasons.get(key, 0) | 1 << _REASONS.index(reason)
    names, published = [each.name for each in people], [each.published for each in people]
    return Pairs([*row_of], names, published, *_in_order(reasons))


def _in_order(reasons: Mapping[int, int]) -> tuple[Sequence[int], Sequence[int]]:
    """Sort pairs by their strongest reason, then by ids, without holding up other threads."""
    import numpy as np

    pairs = np.fromiter(reasons, np.int64, len(reasons))
    sums = np.fromiter(reasons.values(), np.int64, len(reasons))
    order = np.lexsort((pairs, sums & -sums))
    return array("q", pairs[order].tobytes()), array("q", sums[order].tobytes())


def _person(profile: Profile) -> _Person:
    words = {*_words(profile.text("name"))}
    number = "".join(_words(profile.text("register_number")))
    register = " ".join(_words(profile.text("register")))
    matched = _NPI.fullmatch(profile.id)
    # A list may have a column of its own for it, and then names no register.
    is_npi = register in {"npi", "nppes"} or (not register and is_valid_npi(number))
    npi = matched[1] if matched else number if is_npi else ""
    postcode = _ZIP_PLUS_4.sub(r"\1", restored_zip("".join(_words(profile.text("postcode")))))
    city = " ".join(_words(profile.text("city")))
    return _Person(
        id=profile.id,
        name=profile.name,
        sorted_name=" ".join(sorted(words - _TITLES or words)),
        postcode=postcode,
        city=city,
        phone=_phone(profile.text("phone")),
        npi=npi,
        register=register,
        number=number,
        area=" ".join(_words(profile.text("register_area"))),
        published=profile.published,
    )


def _phone(text: str) -> str:
    """Return the digits that reach the same telephone; ``""`` when they are too few for one."""
    digits = _NOT_DIGITS.sub("", _EXTENSION.sub("", text))
    digits = digits.removeprefix("00")
    if len(digits) == _DIGITS_OF_US + 1:
        digits = digits.removeprefix("1")
    return digits if len(digits) >= _FEWEST_DIGITS else ""


def _words(text: str) -> list[str]:
    return [word for word in _NOT_WORDS.split(without_accents(text)) if word]


def _candidates(people: Sequence[_Person]) -> Iterator[tuple[str, _Person, _Person]]:
    for one, other in _sharing(people, "npi"):
        yield NPI, one, other
    for one, other in _sharing(people, "number"):
        if _is_one_entry(one, other):
            yield REGISTER_NUMBER, one, other
    for one, other in _sharing([each for each in people if each.sorted_name], "phone"):
        if not _are_two_entries(one, other) and _is_one_name(one, other):
            yield NAME_PHONE, one, other
    for one, other in _neighbours(people):
        if not _are_two_entries(one, other) and _is_one_name(one, other):
            yield NAME_PLACE, one, other


def _sharing(people: Iterable[_Person], what: str) -> Iterator[tuple[_Person, _Person]]:
    groups: defaultdict[str, list[_Person]] = defaultdict(list)
    for person in people:
        if number := getattr(person, what):
            groups[number].append(person)
    for group in groups.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)


def _is_one_entry(one: _Person, other: _Person) -> bool:
    """Tell whether one number is one entry: of one register, or else of people alike in name."""
    if _differ(one.register, other.register) or _differ(one.area, other.area):
        return False
    return bool(one.register and other.register) or _is_one_name(one, other)


def _are_two_entries(one: _Person, other: _Person) -> bool:
    """Tell whether numbers say that people alike in name are two."""
    same_register = one.register == other.register and one.area == other.area
    return _differ(one.npi, other.npi) or (same_register and _differ(one.number, other.number))


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _neighbours(people: Iterable[_Person]) -> Iterator[tuple[_Person, _Person]]:
    places: defaultdict[str, list[_Person]] = defaultdict(list)
    for person in people:
        for place in filter(None, (person.postcode, person.city)) if person.sorted_name else ():
            places[place].append(person)
    for group in places.values():
        forwards = sorted(group, key=lambda person: person.sorted_name)
        backwards = sorted(group, key=lambda person: person.sorted_name[::-1])
        for order in (forwards, backwards):
            for start, person in enumerate(order):
                for other in order[start + 1 : start + 1 + _WINDOW]:
                    yield person, other


def _is_one_name(one: _Person, other: _Person) -> bool:
    from rapidfuzz.fuzz import ratio

    words, others = {*one.words}, {*other.words}
    shared = words & others
    if len(shared) > 1 and len(shared) == min(len(words), len(others)):
        return True
    return ratio(one.sorted_name, other.sorted_name, score_cutoff=_ALIKE) > 0
