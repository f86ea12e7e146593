"""The directory as the rest of the program sees it: who is in it, and how files come in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import as_file
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.bundled import bundled, bundled_toml
from matcher.directory.profile import Fact, Profile, settle
from matcher.directory.profile_json import revision_of
from matcher.directory.statement import Statement
from matcher.directory.validation import Finding, Severity
from matcher.errors import Message, StoreError
from matcher.importers.row import ReadOptions
from matcher.services.importing import (
    ImportOptions,
    ImportReport,
    Watch,
    import_into,
)
from matcher.services.profile_check import ProfileFinding, check_profiles

if TYPE_CHECKING:  # neither numpy nor SQLAlchemy is imported before the first page is painted
    from matcher.directory.snapshot import Snapshot
    from matcher.store import Database


@dataclass(frozen=True, slots=True)
class ProfileSummary:
    """A profile in a list.

    Attributes
    ----------
    city, accepting
        As stated; ``""`` when not.
    confirmed_on
        The newest date of all its facts, or ``None``.
    """

    id: str
    name: str
    city: str
    accepting: str
    confirmed_on: date | None
    published: bool


class Directory(ABC):
    """Profiles, wherever they come from."""

    as_of: date | None = None
    """The day its facts are read as of; ``None`` is the day of the run."""

    is_sample: bool = False
    """Whether its people are invented, which is said wherever they are shown."""

    @abstractmethod
    def profiles(self) -> Iterator[Profile]:
        """Give every profile, published or not, sorted by id."""

    @abstractmethod
    def profile(self, profile_id: str) -> Profile:
        """Return one profile with its facts.

        Raises
        ------
        StoreError
            When there is none with this id.
        """

    @cached_property
    def snapshot(self) -> Snapshot:
        """All published profiles as arrays, as they were when first asked for."""
        from matcher.directory.snapshot import build_snapshot

        return build_snapshot(self.profiles())

    @property
    def revision(self) -> str:
        """SHA-256 of the published profiles as they are now."""
        return revision_of(self.profiles())

    def list_profiles(self) -> list[ProfileSummary]:
        """Return every profile, published or not, in short, sorted by id."""
        return [_summary(profile) for profile in self.profiles()]

    def validate(self, today: date) -> Iterator[ProfileFinding]:
        """Give what somebody should look at as of `today`, profile by profile."""
        from matcher.scoring.facts import AGE_LIMIT_DAYS

        return check_profiles(self.profiles(), today, AGE_LIMIT_DAYS)


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
            raise _no_profile(profile_id)
        return self._profiles[profile_id]


class DirectoryService(Directory):
    """The directory in a database, opened when first needed.

    Parameters
    ----------
    address
        An ``sqlite:///`` address or a path.
    prepare
        Called before the database is made; makes its folder where that is the program's own.

    Notes
    -----
    Every method may raise `StoreError`, which says why the database cannot be used.
    """

    def __init__(self, address: str, prepare: Callable[[], None] = lambda: None) -> None:
        self._address = address
        self._prepare = prepare
        self._database: Database | None = None

    @property
    def exists(self) -> bool:
        """Whether there is a database yet; only an import makes one."""
        from matcher.store import exists

        return self._database is not None or exists(self._address)

    def profiles(self) -> Iterator[Profile]:
        """Give every profile, published or not, sorted by id, as of one moment."""
        with self._opened().reading() as work:
            yield from work.profiles.all()

    def profile(self, profile_id: str) -> Profile:
        """Return one profile with its facts."""
        with self._opened().reading() as work:
            profile = work.profiles.get(profile_id)
        if profile is None:
            raise _no_profile(profile_id)
        return profile

    def count(self) -> int:
        """Return how many profiles there are, published or not."""
        with self._opened().reading() as work:
            return work.profiles.count()

    def validate(self, today: date) -> Iterator[ProfileFinding]:
        """Give what somebody should look at, then the stored words that are no longer known."""
        return chain(super().validate(today), self._unknown_words())

    def import_files(
        self,
        paths: Sequence[Path],
        options: ImportOptions | None = None,
        watch: Watch | None = None,
    ) -> ImportReport:
        """Add or update the profiles of files.

        Parameters
        ----------
        paths
            Any mix of the formats in `matcher.importers.formats`.
        options
            What the importing person says about them.
        watch
            Who follows it and may stop it.

        Returns
        -------
        ImportReport
            A file that cannot be read to its end is reported and leaves nothing behind; the
            others are kept. All of it lasts at once: a crash leaves the directory as it was.
        """
        options, watch = options or ImportOptions(), watch or Watch()
        if options.dry_run and not self.exists:
            with closing(_in_memory()) as database:
                return _import(database, paths, options, watch)
        self.refresh()
        was_there = self.exists
        report = _import(self._opened(create=True), paths, options, watch)
        if not (was_there or report.profiles):
            self._forget()
        return report

    def refresh(self) -> None:
        """Let the next snapshot show the directory as it is by then."""
        self.__dict__.pop("snapshot", None)

    def close(self) -> None:
        """Let go of the database; the next use opens it again."""
        if self._database is not None:
            self._database.close()
        self._database = None

    def _forget(self) -> None:
        """Leave no empty directory behind after an import that brought nobody."""
        from matcher.store import discard

        self.close()
        discard(self._address)

    def _opened(self, *, create: bool = False) -> Database:
        from matcher.store import Database

        if self._database is None:
            if create:
                self._prepare()
            self._database = Database(self._address, create=create)
        return self._database

    def _unknown_words(self) -> Iterator[ProfileFinding]:
        with self._opened().reading() as work:
            for profile_id, field, message in work.profiles.faults():
                yield ProfileFinding(profile_id, Finding(Severity.WARNING, message, field))


def sample_directory() -> SampleDirectory:
    """Return the invented directory that ships with the program."""
    from matcher.importers.formats import ImportFormat, read

    as_of: date = bundled_toml("sample_directory", "about.toml")["as_of"]
    with as_file(bundled("sample_directory", "directory.csv")) as path:
        rows = [*read(path, ImportFormat.CSV, ReadOptions(today=as_of))]
    return SampleDirectory([_stated(row.statement) for row in rows if row.statement], as_of)


def _stated(statement: Statement) -> Profile:
    """Return the profile that one statement alone makes."""
    facts = {
        field: (Fact(value, statement.source, statement.confirmed_on),)
        for field, value in statement.values.items()
        if value is not None
    }
    return Profile(statement.profile_id, *settle(facts), statement.published is not False)


def _summary(profile: Profile) -> ProfileSummary:
    days = [fact.confirmed_on for fact in profile.facts.values() if fact.confirmed_on]
    return ProfileSummary(
        id=profile.id,
        name=profile.name,
        city=profile.text("city"),
        accepting=profile.text("accepting"),
        confirmed_on=max(days, default=None),
        published=profile.published,
    )


def _import(
    database: Database, paths: Sequence[Path], options: ImportOptions, watch: Watch
) -> ImportReport:
    with database.writing() as work:
        report = import_into(work, paths, options, watch)
        if not (options.dry_run or report.cancelled):
            work.commit()
    return report


def _in_memory() -> Database:
    from matcher.store import Database

    return Database("sqlite://", create=True)


def _no_profile(profile_id: str) -> StoreError:
    return StoreError(Message("error.store.no_profile", id=profile_id))
