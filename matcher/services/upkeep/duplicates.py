"""The same person twice: who might be, and why; people decide."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from matcher.directory.profile import Profile
from matcher.importers.us_place import restored_zip
from matcher.letters import without_accents

if TYPE_CHECKING:
    from matcher.services.directory.stored_directory import DirectoryService

NPI, REGISTER_NUMBER, NAME_PLACE = "npi", "register_number", "name_place"
"""Why two profiles may be one person, the strongest first."""

_FIELDS = ("name", "postcode", "city", "register", "register_number", "register_area")
_ALIKE = 90
"""How alike two names must be, of 100, with their words in order."""
_WINDOW = 8
"""With how many of those after it in the alphabet a name is compared."""
_CROWD = 50
"""A number that more people state is none that tells people apart."""

_NPI = re.compile(r"npi-(\d{10})")
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
    reasons
        `NPI`, `REGISTER_NUMBER` and `NAME_PLACE`, those that hold.
    """

    first: str
    second: str
    names: tuple[str, str]
    reasons: tuple[str, ...]


class DuplicatesService:
    """Who is twice in a directory.

    Parameters
    ----------
    directory
        The directory in the database.
    """

    def __init__(self, directory: DirectoryService) -> None:
        self._directory = directory

    def pairs(self) -> list[Pair]:
        """Return who may be the same person, the strongest reasons first.

        Nobody is suggested again once somebody said that they are two people.
        """
        with self._directory.database().reading() as work:
            apart = work.profiles.apart()
            found = pairs_among(work.profiles.with_facts_on(_FIELDS))
        return [pair for pair in found if (pair.first, pair.second) not in apart]

    def merge(self, keep: str, drop: str, who: str = "") -> int:
        """Let one profile go into another, and return the act, which can be undone.

        What each source says stays its word; where one source speaks of both, its newer word
        holds. Files that still name the profile that went are about the other from now on.

        Raises
        ------
        StoreError
            When one of the two is not there, or they are the same.
        """
        with self._directory.changing(who) as work:
            return work.profiles.merge(keep, drop, who)

    def set_apart(self, one: str, other: str, who: str = "") -> int:
        """Note that two profiles are two people, and return the act, which can be undone.

        Raises
        ------
        StoreError
            When one of the two is not there, they are the same, or it was noted before.
        """
        with self._directory.changing(who) as work:
            return work.profiles.set_apart(one, other, who)


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    name: str
    words: tuple[str, ...]
    places: tuple[str, ...]
    npi: str
    register: str
    number: str
    area: str

    @property
    def sorted_name(self) -> str:
        return " ".join(self.words)


def pairs_among(profiles: Iterable[Profile]) -> list[Pair]:
    """Find pairs without comparing everybody with everybody.

    Numbers are looked up. Names are compared within one place, and there only with those next to
    them in the alphabet, read forwards and backwards.
    """
    people = [_person(profile) for profile in profiles]
    found: dict[tuple[str, str], tuple[_Person, _Person]] = {}
    reasons: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for reason, one, other in _candidates(people):
        first, second = (one, other) if one.id < other.id else (other, one)
        key = first.id, second.id
        if reason not in reasons[key]:
            found[key] = first, second
            reasons[key].append(reason)
    pairs = [
        Pair(*key, (first.name, second.name), tuple(reasons[key]))
        for key, (first, second) in found.items()
    ]
    strength = (NPI, REGISTER_NUMBER, NAME_PLACE)
    return sorted(
        pairs, key=lambda pair: (strength.index(pair.reasons[0]), pair.first, pair.second)
    )


def _person(profile: Profile) -> _Person:
    words = {*_words(profile.text("name"))}
    number = "".join(_words(profile.text("register_number")))
    register = " ".join(_words(profile.text("register")))
    matched = _NPI.fullmatch(profile.id)
    npi = matched[1] if matched else number if register in {"npi", "nppes"} else ""
    postcode = _ZIP_PLUS_4.sub(r"\1", restored_zip("".join(_words(profile.text("postcode")))))
    city = " ".join(_words(profile.text("city")))
    return _Person(
        id=profile.id,
        name=profile.name,
        words=tuple(sorted(words - _TITLES or words)),
        places=tuple(filter(None, (postcode, city))),
        npi=npi,
        register=register,
        number=number,
        area=" ".join(_words(profile.text("register_area"))),
    )


def _words(text: str) -> list[str]:
    return [word for word in _NOT_WORDS.split(without_accents(text)) if word]


def _candidates(people: Sequence[_Person]) -> Iterator[tuple[str, _Person, _Person]]:
    for one, other in _sharing(people, "npi"):
        yield NPI, one, other
    for one, other in _sharing(people, "number"):
        if _is_one_entry(one, other):
            yield REGISTER_NUMBER, one, other
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
        for place in person.places if person.words else ():
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

    shared = {*one.words} & {*other.words}
    if len(shared) > 1 and len(shared) == min(len(one.words), len(other.words)):
        return True
    return ratio(one.sorted_name, other.sorted_name, score_cutoff=_ALIKE) > 0
