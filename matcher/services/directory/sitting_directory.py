"""The directory as a sitting is given it: two files of one state, and no database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from matcher.directory.area_list import AreaList
from matcher.directory.profile import Profile
from matcher.directory.profiles_file import GrowingProfiles, KeptProfiles, damaged, open_profiles
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import SnapshotBuilder, reading_rules
from matcher.directory.snapshot_file import open_snapshot, write_snapshot
from matcher.errors import Message, OutputError, SnapshotError
from matcher.private_folder import make_private
from matcher.services.directory.about_directory import AboutDirectory
from matcher.services.directory.directory import Directory, no_profile
from matcher.services.directory.waiting import (
    PREPARING,
    PROFILES,
    SNAPSHOT,
    begin_waiting,
    end_waiting,
)
from matcher.services.files.output_file import cannot_write
from matcher.services.people.locality import GrowingLocality, Locality
from matcher.whole_file import put_in_place

_PATIENCE_SECONDS = 300


class SittingDirectory(Directory):
    """The published profiles of one state, mapped into memory and read when they are asked for.

    Parameters
    ----------
    snapshot
        What scoring reads.
    kept
        The profiles of the same rows.
    about
        What else there is to know of the directory; it can be asked for.
    """

    def __init__(self, snapshot: Snapshot, kept: KeptProfiles, about: AboutDirectory) -> None:
        self.snapshot = snapshot
        self.as_of = about.as_of
        self.is_sample = about.is_sample
        self.about = about
        self._kept = kept

    @property
    def limit_days(self) -> int:
        """Age in days up to which a dated fact about availability or money counts."""
        return self.about.limit_days

    @property
    def areas(self) -> AreaList:
        """The clinic's own list of areas; empty without one."""
        return self.about.locality.listed

    def profiles(self) -> Iterator[Profile]:
        """Give every profile, sorted by id, each read from the file as it is asked for."""
        return iter(self._kept)

    def profile(self, profile_id: str) -> Profile:
        """Return one profile with its facts.

        Raises
        ------
        StoreError
            When there is none with this id.
        SnapshotError
            When the file is no longer what was written.
        """
        try:
            return self._kept[self.snapshot.row_of(profile_id)]
        except KeyError:
            raise no_profile(profile_id) from None

    def read_anew(self) -> None:
        """Stay as it is: a sitting knows one state and no other."""

    def locality(self) -> Locality:
        """Return what is usual among all of them, as it was found when the files were written."""
        return self.about.locality


def prepare_for_sittings(directory: Directory, folder: Path) -> None:
    """Write the two files that sittings open, unless those of this very state are there.

    Parameters
    ----------
    directory
        Any; of its profiles only those that clients see, without what is for staff alone.
    folder
        Made when it is not there. Whoever has older files open goes on with what they held.

    Raises
    ------
    StoreError
        When the directory cannot be read.
    OutputError
        When the files cannot be written; those that were there stay.
    """
    try:
        make_private(folder)
        begin_waiting(folder)
        # Whoever writes at the same time would leave one file of either.
        with FileLock(folder / PREPARING, timeout=_PATIENCE_SECONDS, mode=0o600):
            _prepare(directory, folder)
            end_waiting(folder)
    except Timeout:
        raise OutputError(Message("error.snapshot.busy", folder=str(folder))) from None
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        raise OutputError(cannot_write(folder / PROFILES, number)) from error


def open_for_sitting(folder: Path) -> SittingDirectory:
    """Open what `prepare_for_sittings` wrote; nothing is written, and no database is known.

    Raises
    ------
    SnapshotError
        When a file is not there, damaged, another's or of another version, or the two are of two
        states.
    """
    try:
        return _opened(folder)
    except _TwoStatesError:  # they were being replaced, perhaps
        try:
            return _opened(folder)
        except _TwoStatesError as error:
            raise SnapshotError(*error.messages) from None


class _TwoStatesError(SnapshotError):
    """The files were not written together."""


def _opened(folder: Path) -> SittingDirectory:
    snapshot, stamp = open_snapshot(folder / SNAPSHOT)
    kept = open_profiles(folder / PROFILES)
    about = AboutDirectory.from_json(kept.about)
    if about is None:
        raise damaged(folder / PROFILES)
    named = {"file": str(folder / SNAPSHOT), "other": str(folder / PROFILES)}
    if about.stamp != stamp or len(kept) != snapshot.size:
        raise _TwoStatesError(Message("error.snapshot.two_states", **named))
    if about.rules != reading_rules():
        raise SnapshotError(Message("error.snapshot.other_version", file=named["other"]))
    return SittingDirectory(replace(snapshot, areas=about.locality.listed), kept, about)


def _prepare(directory: Directory, folder: Path) -> None:
    with directory.at_one_moment() as (state, profiles):
        stamp = stamp_now(directory, state)
        if stamp_made_ready(folder) == stamp:
            return
        snapshot = SnapshotBuilder(directory.areas)
        kept, locality = GrowingProfiles(), GrowingLocality()
        for profile in profiles:
            snapshot.add(profile)
            kept.add(profile)
            locality.add(profile)
    about = AboutDirectory(
        stamp,
        reading_rules(),
        directory.limit_days,
        directory.as_of,
        directory.is_sample,
        locality.built(directory.areas),
    )
    writers = {
        folder / SNAPSHOT: partial(write_snapshot, snapshot.build(), stamp=stamp),
        folder / PROFILES: partial(kept.write, about=about.to_json()),
    }
    try:
        # Both are whole before either has its name: the moment between the two is short.
        for path, write in writers.items():
            write(path=_unnamed(path))
        for path in writers:
            put_in_place(_unnamed(path), path)
    finally:
        for path in writers:
            _unnamed(path).unlink(missing_ok=True)


def _unnamed(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def stamp_now(directory: Directory, state: str) -> str:
    """Return a name for all that decides what the files say; of no state, one for this time."""
    parts = (
        state or uuid4().hex,
        reading_rules(),
        directory.areas.digest,
        directory.limit_days,
        directory.as_of,
        directory.is_sample,
    )
    return ":".join(map(str, parts))


def stamp_made_ready(folder: Path) -> str:
    """Return the name of what `prepare_for_sittings` made ready last; ``""`` for nothing."""
    try:
        return open_for_sitting(folder).about.stamp
    except SnapshotError:
        return ""
