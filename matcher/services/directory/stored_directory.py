"""The directory in a database: what it holds, and how files come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from matcher.directory.directory_place import place_of
from matcher.directory.fact_age import AgeLimits
from matcher.directory.field import AGE_LIMIT_DAYS, FRESH_DAYS
from matcher.directory.profile import Profile
from matcher.directory.record import ProfileRecord
from matcher.directory.validation import Finding, Severity
from matcher.errors import Message, StoreError
from matcher.services.directory.directory import Directory, no_profile
from matcher.services.intake.importing import (
    ImportOptions,
    ImportReport,
    Reader,
    Watch,
    import_into,
    read_apart,
)
from matcher.services.intake.left_open import left_open
from matcher.services.staff.signed_in import NO_LOGIN, Doer, check_still_signed_in
from matcher.services.upkeep.profile_check import ProfileFinding

if TYPE_CHECKING:  # neither numpy nor SQLAlchemy is imported before the first page is painted
    from matcher.directory.area_list import AreaList
    from matcher.directory.snapshot import Snapshot
    from matcher.store import Database, UnitOfWork


class DirectoryService(Directory):
    """The directory in a database, opened when first needed.

    Parameters
    ----------
    address
        A path, or an ``sqlite:///`` or ``postgresql+psycopg://`` address.
    prepare
        Called before the database is made; makes its folder where that is the program's own.
    limit_days, fresh_days
        Give the ages in days up to which a dated fact counts, and is fresh; called when needed.
    read
        Who reads the files that come in.

    Notes
    -----
    Every method may raise `StoreError`, which says why the database cannot be used.
    """

    def __init__(
        self,
        address: str,
        prepare: Callable[[], None] = lambda: None,
        limit_days: Callable[[], int] = lambda: AGE_LIMIT_DAYS,
        fresh_days: Callable[[], int] = lambda: FRESH_DAYS,
        read: Reader = read_apart,
    ) -> None:
        self._address = address
        self._folder: Path | None = None
        self._prepare = prepare
        self._limit_days = limit_days
        self._fresh_days = fresh_days
        self._read = read
        self._database: Database | None = None
        self._trusts_kept = True
        self._read_areas: Callable[[], AreaList] | None = None
        self._areas: AreaList | None = None

    @cached_property
    def limit_days(self) -> int:
        """Age in days up to which a dated fact about availability or money counts."""
        return self._limit_days()

    @cached_property
    def age_limits(self) -> AgeLimits:
        """Ages in days that part fresh facts from aging ones, and those from old ones."""
        return AgeLimits(self._fresh_days(), self.limit_days)

    @property
    def areas(self) -> AreaList:
        """The clinic's own list of areas, read when first needed; empty without one."""
        if self._areas is None:
            self._areas = super().areas if self._read_areas is None else self._read_areas()
        return self._areas

    def use_areas(self, read: Callable[[], AreaList]) -> None:
        """Let places be found on the clinic's own list, as it is when it is next needed."""
        self._read_areas, self._areas = read, None
        self.refresh()

    def keep_in(self, folder: Path) -> None:
        """Let what this computer makes of a directory on a server be kept in a folder."""
        self._folder = folder

    @property
    def path(self) -> Path | None:
        """The file of the database; ``None`` for one in memory or on a server."""
        from matcher.store import locate

        return locate(self._address).path

    @property
    def beside(self) -> Path | None:
        """By which name this computer keeps what it makes of it: its own, where it is a file."""
        from matcher.store import locate

        at = locate(self._address)
        if at.server is None or self._folder is None:
            return at.path
        name = sha256(place_of(self._address).encode()).hexdigest()[:12]
        return self._folder / f"server-{name}.sqlite"

    @property
    def exists(self) -> bool:
        """Whether there is a database yet; only an import makes one."""
        from matcher.store import exists

        return self._database is not None or exists(self._address)

    @property
    def stamp(self) -> str:
        """The name of the state it is in: another after every change; ``""`` for none at all."""
        if not self.exists:
            return ""
        with self.database().reading() as work:
            return work.stamp

    def profiles(self) -> Iterator[Profile]:
        """Give every profile, published or not, sorted by id, as of one moment."""
        with self.database().reading() as work:
            yield from work.profiles.all()

    @contextmanager
    def at_one_moment(self) -> Iterator[tuple[str, Iterator[Profile]]]:
        """Give the name of the state it is in, and whom clients in `states` see, sorted by id."""
        with self.database().reading() as work:
            yield work.stamp, _seen_in(self, work)

    def records(self) -> Iterator[ProfileRecord]:
        """Give every profile with all that is kept of it, sorted by id, as of one moment."""
        with self.database().reading() as work:
            yield from work.profiles.records()

    def profile(self, profile_id: str) -> Profile:
        """Return one profile; `StoreError` for none, or one changed outside the program."""
        with self.database().reading() as work:
            profile = _profile_in(work, profile_id)
            if not work.profiles.is_true(profile_id):
                raise StoreError(Message("error.store.changed_outside", id=profile_id))
        return profile

    def id_now(self, profile_id: str) -> str:
        """Return the id of the profile that another went into, or else its own."""
        with self.database().reading() as work:
            return work.profiles.moved().get(profile_id, profile_id)

    def profile_as_it_is(self, profile_id: str) -> Profile:
        """Return one profile for who can put it right, true or not; `StoreError` for none."""
        with self.database().reading() as work:
            return _profile_in(work, profile_id)

    def changed_outside(self) -> tuple[str, ...]:
        """Return the ids of profiles that are not what the program wrote; clients see none."""
        with self.database().reading() as work:
            return work.profiles.look_through().ids

    def count(self) -> int:
        """Return how many profiles there are, published or not."""
        with self.database().reading() as work:
            return work.profiles.count()

    def validate(self, today: date) -> Iterator[ProfileFinding]:
        """Give what somebody should look at, then what the program did not store so."""
        return chain(_changed_in(self), super().validate(today), _unknown_words_in(self))

    @cached_property
    def snapshot(self) -> Snapshot:
        """All published profiles as arrays, as they were when first asked for."""
        from matcher.services.directory.kept_snapshot import current_snapshot

        snapshot = current_snapshot(
            self.database(), self.areas, self.beside, trusts_kept=self._trusts_kept
        )
        self._trusts_kept = True
        return snapshot

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
        if options.dry_run:
            with _copy_of(self.database() if self.exists else None) as database:
                return self._import(database, paths, options, watch)
        was_there = self.exists
        try:
            return self._import(self.database(create=True), paths, options, watch)
        finally:
            self.refresh()
            if not was_there:
                _discard_if_empty(self, self._address)

    def refresh(self) -> None:
        """Let the next snapshot show the directory as it is by then."""
        self.__dict__.pop("snapshot", None)

    def take_limits_anew(self) -> None:
        """Ask again, when they are next needed, for the ages up to which facts count."""
        for name in ("limit_days", "age_limits"):
            self.__dict__.pop(name, None)

    def read_anew(self) -> None:
        """Let the next snapshot be made of the profiles, whatever is kept beside the database."""
        self._trusts_kept = False
        self.refresh()

    def database(self, *, create: bool = False) -> Database:
        """Return the database, for other services; opened when first needed."""
        from matcher.store import Database

        if self._database is None:
            if create:
                self._prepare()
            self._database = Database(self._address, create=create)
        return self._database

    @contextmanager
    def changing(self, who: Doer = NO_LOGIN) -> Iterator[UnitOfWork]:
        """Open a piece of work that lasts when it ends without an error.

        Raises
        ------
        SignedOutError
            When it is the work of somebody who signed in and may no longer do it.
        """
        with self.database().writing() as work:
            check_still_signed_in(work, who)
            yield work
            work.commit()
        self.refresh()

    def close(self) -> None:
        """Let go of the database; the next use opens it again."""
        if self._database is not None:
            self._database.close()
        self._database = None

    def _import(
        self, database: Database, paths: Sequence[Path], options: ImportOptions, watch: Watch
    ) -> ImportReport:
        with database.writing() as work:
            if not options.dry_run:  # anybody may try out
                check_still_signed_in(work, options.who)
            report = import_into(work, paths, options, watch, self._read)
            if report.added + report.changed:
                report = replace(report, left_open=left_open(work, self.areas))
            if options.dry_run or report.cancelled:
                return replace(report, acts=())
            work.commit()
        return report


@contextmanager
def _copy_of(own: Database | None) -> Iterator[Database]:
    """Open a copy, or an empty directory: while something is tried out, nobody else has to wait."""
    from matcher.store import Database

    with TemporaryDirectory() as folder:
        path = Path(folder) / "directory.sqlite"
        if own is not None:
            own.save_to(path)
        with closing(Database(str(path), create=own is None)) as database:
            yield database


def _seen_in(directory: DirectoryService, work: UnitOfWork) -> Iterator[Profile]:
    # Where the clients are is asked for as late as can be: what was named before that changed is
    # of another name than what comes next, and is made ready anew.
    yield from work.profiles.published(directory.states)


def _profile_in(work: UnitOfWork, profile_id: str) -> Profile:
    profile = work.profiles.get(profile_id)
    if profile is None:
        if kept := work.profiles.moved().get(profile_id):
            raise StoreError(Message("error.store.part_of", id=profile_id, kept=kept))
        raise no_profile(profile_id)
    return profile


def _discard_if_empty(directory: DirectoryService, address: str) -> None:
    """Leave no directory behind in which nobody is; one that another program holds stays."""
    from matcher.store import discard

    with suppress(StoreError):
        with directory.database().writing() as work:
            if work.profiles.count():
                return
        directory.close()
        discard(address)


def _changed_in(directory: DirectoryService) -> Iterator[ProfileFinding]:
    message = Message("finding.profile.changed_outside")
    for profile_id in directory.changed_outside():
        yield ProfileFinding(profile_id, Finding(Severity.ERROR, message, "id"))


def _unknown_words_in(directory: DirectoryService) -> Iterator[ProfileFinding]:
    with directory.database().reading() as work:
        for profile_id, field, message in work.profiles.faults():
            yield ProfileFinding(profile_id, Finding(Severity.WARNING, message, field))
