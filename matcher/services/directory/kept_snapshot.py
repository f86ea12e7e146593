"""The snapshot kept beside a database, so that a large directory opens without being read."""

import logging
from dataclasses import replace
from pathlib import Path

from matcher.directory.area_list import NO_AREAS, AreaList
from matcher.directory.snapshot import Snapshot
from matcher.directory.snapshot_builder import SnapshotBuilder, reading_rules
from matcher.directory.snapshot_file import open_snapshot, write_snapshot
from matcher.errors import SnapshotError
from matcher.private_folder import make_data_folder
from matcher.store import SNAPSHOT_ENDING, Database, UnitOfWork
from matcher.trace import kind_of

_log = logging.getLogger(__name__)


def current_snapshot(
    database: Database,
    areas: AreaList = NO_AREAS,
    own: Path | None = None,
    *,
    trusts_kept: bool = True,
) -> Snapshot:
    """Return the snapshot of a directory as it is now.

    One that was kept of this very state, by this program, is opened; else one is made of the
    directory in one pass, and kept for the next time. A place that cannot be written to only
    costs that.

    Parameters
    ----------
    areas
        The clinic's own; one kept with another list is not opened.
    own
        The name it is kept beside; left out, the database's.
    trusts_kept
        Whether a kept one of this state is believed; not after somebody of it was not found.
    """
    with database.reading() as work:
        # Without a name for its state, nobody could tell what a file is a snapshot of.
        path = _beside(own or database.location.path) if work.stamp else None
        stamp = f"{work.stamp}:{reading_rules()}:{areas.digest}"
        kept = _kept(path, stamp) if path and trusts_kept else None
        if kept is not None:
            return replace(kept, areas=areas)
        snapshot = _made(work, areas)
    if path:
        _keep(snapshot, path, stamp)
    return snapshot


def _beside(own: Path | None) -> Path | None:
    return own and own.with_name(f"{own.name}{SNAPSHOT_ENDING}")


def _kept(path: Path, stamp: str) -> Snapshot | None:
    try:
        snapshot, kept_stamp = open_snapshot(path)
    except SnapshotError as error:
        _log.info("no kept snapshot: %s", kind_of(error))
        return None
    return snapshot if kept_stamp == stamp else None


def _made(work: UnitOfWork, areas: AreaList) -> Snapshot:
    builder = SnapshotBuilder(areas)
    for profile in work.profiles.published():
        builder.add(profile)
    return builder.build()


def _keep(snapshot: Snapshot, path: Path, stamp: str) -> None:
    try:
        make_data_folder(path.parent)  # of a directory on a server, nobody has made it yet
        write_snapshot(snapshot, path, stamp)
    except (OSError, ValueError) as error:
        _log.info("the snapshot is not kept: %s", kind_of(error))
