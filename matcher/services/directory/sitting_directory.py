"""The directory as a sitting is given it: a signed copy in files, and no database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from matcher.directory.area_list import AreaList
from matcher.directory.copy_file import (
    COPY,
    CopyNote,
    CopyTrust,
    forget_all_but,
    profiles_of,
    put_note,
    read_note,
    snapshot_of,
)
from matcher.directory.profile import Profile
from matcher.directory.profiles_file import GrowingProfiles, KeptProfiles, damaged, open_profiles
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import SnapshotBuilder, reading_rules
from matcher.directory.snapshot_file import open_snapshot, write_snapshot
from matcher.errors import MatcherError, Message, OutputError, SnapshotError
from matcher.private_folder import make_private
from matcher.services.directory.about_directory import AboutDirectory
from matcher.services.directory.copy_seal import CopySeal
from matcher.services.directory.directory import Directory, no_profile
from matcher.services.directory.waiting import PREPARING, begin_waiting, end_waiting, note_room
from matcher.services.files.output_file import cannot_write
from matcher.services.people.locality import GrowingLocality, Locality

_PATIENCE_SECONDS = 300
_NO_ROOM = frozenset({"error.output.full", "error.store.full"})


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


def prepare_for_sittings(
    directory: Directory, folder: Path, seal: CopySeal, advance: Callable[[], None] = lambda: None
) -> None:
    """Make the copy that sittings open, unless that of this very state is there.

    Parameters
    ----------
    directory
        Any; of its profiles only those that clients see, without what is for staff alone.
    folder
        Made when it is not there. Whoever has older files open goes on with what they held.
    seal
        What sittings know the copy by.
    advance
        Called for each profile, and after each step: the work gets on.

    Raises
    ------
    StoreError
        When the directory cannot be read.
    SnapshotError
        When there is no key to sign it with.
    OutputError
        When the files cannot be written; the copy that was there stays.
    """
    try:
        make_private(folder)
        begin_waiting(folder)
        # Whoever writes at the same time would make one of the same number.
        with (
            FileLock(folder / PREPARING, timeout=_PATIENCE_SECONDS, mode=0o600),
            closing(GrowingProfiles(folder)) as kept,
        ):
            version = _prepared(directory, folder, seal, kept, advance)
            # Once the copy is in place: one that is noted and not there would shut the kiosk.
            seal.note_in_place(folder, version)
            forget_all_but(folder, version)
            end_waiting(folder)
    except Timeout:
        raise OutputError(Message("error.snapshot.busy", folder=str(folder))) from None
    except (OSError, ValueError) as error:
        why = cannot_write(folder / COPY, getattr(error, "errno", None))
        note_room(folder, is_full=why.key in _NO_ROOM)
        raise OutputError(why) from error
    except MatcherError as error:
        note_room(folder, is_full=error.messages[0].key in _NO_ROOM)
        raise


def open_for_sitting(folder: Path, trust: CopyTrust) -> SittingDirectory:
    """Open what `prepare_for_sittings` wrote; nothing is written, and no database is known.

    Parameters
    ----------
    trust
        Which copies are this computer's own.

    Raises
    ------
    SnapshotError
        When a file is not there, damaged, another's or of another version; or the copy is of
        another computer, or older than one that was shown.
    """
    while True:
        note = read_note(folder)
        try:
            return _opened(note, folder, trust)
        except SnapshotError:
            # Another may have come into its place meanwhile, and then its files are gone.
            if read_note(folder) == note:
                raise


def _opened(note: CopyNote, folder: Path, trust: CopyTrust) -> SittingDirectory:
    note.check(folder, trust)
    snapshot, _ = open_snapshot(snapshot_of(folder, note.version), note.snapshot)
    path = profiles_of(folder, note.version)
    kept = open_profiles(path, note.profiles)
    about = AboutDirectory.from_json(kept.about)
    if about is None:
        raise damaged(path)
    if about.rules != reading_rules():
        raise SnapshotError(Message("error.snapshot.other_version", file=str(path)))
    return SittingDirectory(replace(snapshot, areas=about.locality.listed), kept, about)


def _prepared(
    directory: Directory,
    folder: Path,
    seal: CopySeal,
    kept: GrowingProfiles,
    advance: Callable[[], None],
) -> int:
    """Make the copy where there is none, and return its number."""
    with directory.at_one_moment() as (state, profiles):
        stamp = stamp_now(directory, state)
        if stamp_made_ready(folder, seal.trust(folder)) == stamp:
            return read_note(folder).version
        snapshot, locality = SnapshotBuilder(directory.areas), GrowingLocality()
        for profile in profiles:
            snapshot.add(profile)
            kept.add(profile)
            locality.add(profile)
            advance()
    about = AboutDirectory(
        stamp,
        reading_rules(),
        directory.limit_days,
        directory.as_of,
        directory.is_sample,
        locality.built(directory.areas),
    )
    advance()
    version = seal.next_version(folder)
    files = snapshot_of(folder, version), profiles_of(folder, version)
    try:
        built = write_snapshot(snapshot.build(), files[0], stamp)
        advance()
        note = CopyNote(
            of=folder.name,
            version=version,
            made=datetime.now(UTC).replace(microsecond=0),
            stamp=stamp,
            snapshot=built,
            profiles=kept.write(files[1], about.to_json()),
            key="",
        )
        put_note(seal.signed(note), folder)
    except BaseException:
        _forget_unnamed(folder)
        raise
    return version


def _forget_unnamed(folder: Path) -> None:
    """Delete what no copy names; the new one's files too, unless it has just come into place."""
    try:
        version = read_note(folder).version
    except SnapshotError:
        version = 0
    forget_all_but(folder, version)


def stamp_now(directory: Directory, state: str) -> str:
    """Return a name for all that decides what the files say; of no state, one for this time."""
    parts = (
        state or uuid4().hex,
        reading_rules(),
        directory.areas.digest,
        directory.limit_days,
        directory.as_of,
        directory.is_sample,
        ",".join(directory.states),
    )
    return ":".join(map(str, parts))


def stamp_made_ready(folder: Path, trust: CopyTrust) -> str:
    """Return the name of what `prepare_for_sittings` made ready last; ``""`` for nothing."""
    try:
        return open_for_sitting(folder, trust).about.stamp
    except SnapshotError:
        return ""
