"""Copies of a directory as a kiosk keeps them, made and opened without a kiosk."""

from pathlib import Path

from matcher.directory.copy_file import (
    CopyTrust,
    profiles_of,
    public_part,
    read_note,
    snapshot_of,
)
from matcher.services.directory.copy_key import KEY
from matcher.services.directory.copy_seal import CopySeal
from matcher.services.directory.copy_version import last_version
from matcher.services.directory.directory import Directory
from matcher.services.directory.sitting_directory import (
    SittingDirectory,
    open_for_sitting,
    prepare_for_sittings,
)


def data_folder_of(folder: Path) -> Path:
    """Return the data folder that a folder of sittings lies in, or would."""
    return folder.parent.parent if folder.parent.name == "sittings" else folder.parent


def seal_of(folder: Path) -> CopySeal:
    """Return what signs the copies of a folder."""
    return CopySeal(data_folder_of(folder))


def trust_of(folder: Path) -> CopyTrust:
    """Return which copies of a folder may be opened; nothing is made."""
    data_dir = data_folder_of(folder)
    key = data_dir / KEY
    public = public_part(key.read_bytes()) if key.exists() else b""
    return CopyTrust(public, last_version(data_dir, folder.name))


def make_ready(directory: Directory, folder: Path) -> None:
    """Make a directory ready in a folder."""
    prepare_for_sittings(directory, folder, seal_of(folder))


def open_ready(folder: Path) -> SittingDirectory:
    """Open what was made ready in a folder, as a sitting of the same computer does."""
    return open_for_sitting(folder, trust_of(folder))


def large_files_of(folder: Path) -> tuple[Path, Path]:
    """Return the two large files of a folder's copy: the snapshot and the profiles."""
    version = read_note(folder).version
    return snapshot_of(folder, version), profiles_of(folder, version)
