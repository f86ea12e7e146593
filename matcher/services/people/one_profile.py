"""A directory of one: a profile as clients would see it, whether or not they do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from matcher.directory.profile import Profile
from matcher.services.directory.directory import Directory, no_profile


class OneProfile(Directory):
    """One practitioner alone, shown whatever the directory does.

    Parameters
    ----------
    profile
        Who it is.
    as_of
        The day its facts are read as of.
    limit_days
        Age in days up to which a dated fact counts.
    """

    def __init__(self, profile: Profile, as_of: date, limit_days: int) -> None:
        self.as_of = as_of
        self._limit_days = limit_days
        self._profile = replace(profile, published=True)

    @property
    def limit_days(self) -> int:
        """Age in days up to which a dated fact about availability or money counts."""
        return self._limit_days

    def profiles(self) -> Iterator[Profile]:
        """Give the one."""
        yield self._profile

    def profile(self, profile_id: str) -> Profile:
        """Return the one; `StoreError` for another id."""
        if profile_id != self._profile.id:
            raise no_profile(profile_id)
        return self._profile
