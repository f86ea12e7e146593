"""The directory as the rest of the program sees it: who is in it, wherever that is kept."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.directory.field import AGE_LIMIT_DAYS
from matcher.directory.profile import Profile
from matcher.directory.record import ProfileRecord, plain_records
from matcher.errors import Message, StoreError
from matcher.services.upkeep.profile_check import ProfileFinding, check_profiles

if TYPE_CHECKING:  # numpy is not imported before the first page is painted
    from matcher.directory.area_list import AreaList
    from matcher.directory.snapshot import Snapshot
    from matcher.services.people.locality import Locality


@dataclass(frozen=True, slots=True)
class ProfileSummary:
    """A profile in a list.

    Attributes
    ----------
    city, accepting
        As stated; ``""`` when not.
    accepting_on
        Of when that is; ``None`` when that is not known.
    confirmed_on
        The newest date of all its facts, or ``None``.
    """

    id: str
    name: str
    city: str
    accepting: str
    accepting_on: date | None
    confirmed_on: date | None
    published: bool


class Directory(ABC):
    """Profiles, wherever they come from."""

    _states: Callable[[], tuple[str, ...]] = tuple

    as_of: date | None = None
    """The day its facts are read as of; ``None`` is the day of the run."""

    is_sample: bool = False
    """Whether its people are invented, which is said wherever they are shown."""

    @property
    def limit_days(self) -> int:
        """Age in days up to which a dated fact about availability or money counts."""
        return AGE_LIMIT_DAYS

    @property
    def states(self) -> tuple[str, ...]:
        """Where the clients are whom it is made ready for, in ISO 3166-2; ``()`` for anywhere."""
        return self._states()

    def make_ready_for(self, states: Callable[[], tuple[str, ...]]) -> None:
        """Let sittings show those whom clients in some states can see, as these are each time."""
        self._states = states

    @property
    def areas(self) -> AreaList:
        """The clinic's own list of areas; empty without one."""
        from matcher.directory.area_list import NO_AREAS

        return NO_AREAS

    @abstractmethod
    def profiles(self) -> Iterator[Profile]:
        """Give every profile, published or not, sorted by id."""

    def records(self) -> Iterator[ProfileRecord]:
        """Give every profile with all that is kept of it, sorted by id."""
        return plain_records(self.profiles())

    @abstractmethod
    def profile(self, profile_id: str) -> Profile:
        """Return one profile with its facts.

        Raises
        ------
        StoreError
            When there is none with this id.
        """

    def id_now(self, profile_id: str) -> str:
        """Return the id of the profile that another went into, or else its own."""
        return profile_id

    @cached_property
    def snapshot(self) -> Snapshot:
        """All published profiles as arrays, as they were when first asked for."""
        from matcher.directory.snapshot_builder import build_snapshot

        return build_snapshot(self.profiles(), self.areas)

    def read_anew(self) -> None:
        """Let the next snapshot be made of the profiles: one of the last was not found."""
        self.__dict__.pop("snapshot", None)

    @contextmanager
    def at_one_moment(self) -> Iterator[tuple[str, Iterator[Profile]]]:
        """Give the name of the state it is in, and whom clients in `states` see, sorted by id.

        Equal names are equal directories; ``""`` where no state has one.
        """
        yield "", (profile for profile in self.profiles() if profile.published)

    def locality(self) -> Locality:
        """Return what is usual among those whom clients see, which questions are put by."""
        from matcher.services.people.locality import locality_of

        return locality_of(self.profiles(), self.areas)

    @property
    def revision(self) -> str:
        """SHA-256 of the published profiles, of the same moment as the snapshot."""
        return self.snapshot.revision

    def list_profiles(self) -> list[ProfileSummary]:
        """Return every profile, published or not, in short, sorted by id."""
        return [_summary(profile) for profile in self.profiles()]

    def validate(self, today: date) -> Iterator[ProfileFinding]:
        """Give what somebody should look at as of `today`, profile by profile."""
        return check_profiles(self.profiles(), today, self.limit_days, self.areas)


def _summary(profile: Profile) -> ProfileSummary:
    days = [fact.confirmed_on for fact in profile.facts.values() if fact.confirmed_on]
    accepting = profile.facts.get("accepting")
    return ProfileSummary(
        id=profile.id,
        name=profile.name,
        city=profile.text("city"),
        accepting=profile.text("accepting"),
        accepting_on=accepting.confirmed_on if accepting else None,
        confirmed_on=max(days, default=None),
        published=profile.published,
    )


def no_profile(profile_id: str) -> StoreError:
    """Say that nobody has this id."""
    return StoreError(Message("error.store.no_profile", id=profile_id))
