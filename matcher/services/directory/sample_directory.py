"""The invented directory that ships with the program."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import as_file
from operator import attrgetter

from matcher.bundled import bundled, bundled_toml
from matcher.directory.profile import Fact, Profile, settle
from matcher.directory.statement import Statement
from matcher.importers.row import ReadOptions
from matcher.services.directory.directory import Directory, no_profile


class SampleDirectory(Directory):
    """Invented practitioners that ship with the program; nothing of them is stored.

    Parameters
    ----------
    profiles
        Who there is.
    as_of
        The day their facts are read as of.
    """

    is_sample = True

    def __init__(self, profiles: Sequence[Profile], as_of: date | None = None) -> None:
        self.as_of = as_of
        self._profiles = {profile.id: profile for profile in sorted(profiles, key=attrgetter("id"))}

    def profiles(self) -> Iterator[Profile]:
        """Give every profile, sorted by id."""
        return iter(self._profiles.values())

    def profile(self, profile_id: str) -> Profile:
        """Return one profile."""
        if profile_id not in self._profiles:
            raise no_profile(profile_id)
        return self._profiles[profile_id]


def sample_directory() -> SampleDirectory:
    """Return the invented directory that ships with the program."""
    as_of: date = bundled_toml("sample_directory", "about.toml")["as_of"]
    return SampleDirectory(_people(as_of), as_of)


@cache
def _people(as_of: date) -> tuple[Profile, ...]:
    from matcher.importers.formats import ImportFormat, read

    with as_file(bundled("sample_directory", "directory.csv")) as path:
        rows = [*read(path, ImportFormat.CSV, ReadOptions(today=as_of))]
    return tuple(_stated(row.statement) for row in rows if row.statement)


def _stated(statement: Statement) -> Profile:
    """Return the profile that one statement alone makes."""
    facts = {
        field: (Fact(value, statement.source, statement.confirmed_on),)
        for field, value in statement.values.items()
        if value is not None
    }
    return Profile(statement.profile_id, *settle(facts), statement.published is not False)
