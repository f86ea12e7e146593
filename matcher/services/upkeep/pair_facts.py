"""Two profiles that may be one person, fact by fact, and what making them one would bring."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from matcher.directory.field import FIELDS, UNSORTED
from matcher.directory.partly_read import words_of_both
from matcher.directory.profile import Fact, Profile, settle

_PLACES = {name: place for place, name in enumerate(FIELDS)}


class Likeness(StrEnum):
    """How two profiles speak of one field."""

    DIFFERENT = "different"
    ONE_SIDED = "one_sided"
    """Only one of them states it."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PairFact:
    """What two profiles state on one field; ``None`` where one states nothing."""

    field: str
    first: Fact | None
    second: Fact | None

    @property
    def likeness(self) -> Likeness:
        """How alike they are; who said so and when makes no difference."""
        if self.first is None or self.second is None:
            return Likeness.ONE_SIDED
        is_same = self.first.value == self.second.value
        return Likeness.SAME if is_same else Likeness.DIFFERENT


def compare(first: Profile, second: Profile) -> tuple[PairFact, ...]:
    """Return every field that one of two profiles states, in the order of the columns."""
    return tuple(
        PairFact(field, first.facts.get(field), second.facts.get(field))
        for field in FIELDS
        if field in first.facts or field in second.facts
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What making one of two would do to the profile that is kept.

    Attributes
    ----------
    added
        Fields it would state, and does not now.
    changed
        Fields on which what holds would be another.
    gone
        What a source said of one of the two, and would say no longer: of each field, one word of
        a source can stand. Only the trail keeps it.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[tuple[str, Fact], ...] = ()


def outcome(keep: Profile, drop: Profile) -> Outcome:
    """Say what would become of a profile when another goes into it.

    Each source's newer word holds, and of equal dates that on the profile that is kept; of several
    sources, the usual one. Words that no field takes are those of both. A silence never outweighs
    what is stated, so it need not be known here.
    """
    gone: list[tuple[str, Fact]] = []
    said: dict[str, dict[str, Fact]] = {}
    for field, fact in _words(keep):
        said.setdefault(field, {})[fact.source] = fact
    for field, fact in _words(drop):
        held = said.setdefault(field, {}).get(fact.source)
        stays, goes = (fact, held) if held is None or _is_newer(fact, held) else (held, fact)
        if field == UNSORTED and held is not None:
            words = (*_words(keep), *_words(drop))
            lists = (
                (name, each.confirmed_on) for name, each in words if each.source is fact.source
            )
            both = (str(held.value), held.confirmed_on), (str(fact.value), fact.confirmed_on)
            stays, goes = replace(stays, value=words_of_both(*both, lists)[0]), None
        said[field][fact.source] = stays
        if goes is not None and goes.value != stays.value:
            gone.append((field, goes))
    facts, _ = settle({field: tuple(words.values()) for field, words in said.items()})
    added = tuple(field for field in facts if field not in keep.facts)
    changed = tuple(
        field
        for field, fact in facts.items()
        if field in keep.facts and fact.value != keep.facts[field].value
    )
    return Outcome(added, changed, tuple(sorted(gone, key=_place)))


def _words(profile: Profile) -> Iterator[tuple[str, Fact]]:
    yield from profile.facts.items()
    yield from profile.superseded


def _place(said: tuple[str, Fact]) -> tuple[int, int]:
    field, fact = said
    return _PLACES[field], -fact.source.closeness


def _is_newer(fact: Fact, held: Fact) -> bool:
    if fact.confirmed_on is None:
        return False
    return held.confirmed_on is None or fact.confirmed_on > held.confirmed_on
