"""A profile with all that is kept of it: its facts, what sources took back, and when it was shown.

A `Profile` is what a reader needs; a `ProfileRecord` is what a copy of the directory needs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from matcher.directory.profile import Fact, Profile, Source
from matcher.directory.trail import PUBLISHED


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A source took back what it stated, or said on that day that it states nothing.

    Attributes
    ----------
    withdrawn_on
        Without a day nothing is kept of it, so there always is one.
    """

    field: str
    source: Source
    withdrawn_on: date


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """A profile as the directory keeps it.

    Attributes
    ----------
    withdrawn
        In the order of fields and sources; last, with `PUBLISHED` for its field, since when the
        practitioner does not want to be shown.
    published_on
        The day of the statement that last said whether clients see the profile; ``None`` when
        it had no day, or none ever said so.
    """

    profile: Profile
    withdrawn: tuple[Withdrawal, ...] = ()
    published_on: date | None = None

    @property
    def is_asked_for(self) -> bool:
        """Whether the practitioner asked not to be shown."""
        return any(each.field == PUBLISHED for each in self.withdrawn)


Voice = tuple[Source, date | None]
"""Who says something, and the day it was known to be so."""


def by_voice(facts: Iterable[tuple[str, Fact]]) -> dict[Voice, dict[str, Fact]]:
    """Put facts together that one source confirmed on one day, the newest day first."""
    found: dict[Voice, dict[str, Fact]] = {}
    for field, fact in facts:
        found.setdefault((fact.source, fact.confirmed_on), {})[field] = fact
    return dict(sorted(found.items(), key=_newest_first))


def _newest_first(entry: tuple[Voice, object]) -> tuple[int, int]:
    (source, day), _ = entry
    return -(day or date.min).toordinal(), -source.closeness


def plain_records(profiles: Iterable[Profile]) -> Iterator[ProfileRecord]:
    """Give profiles of which nothing more is kept."""
    return map(ProfileRecord, profiles)
