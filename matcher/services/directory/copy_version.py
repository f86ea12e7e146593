"""How many copies of a directory this computer has made: none that is older is opened again."""

import json
from pathlib import Path

from matcher.whole_file import WholeFile

VERSIONS = "copy.version"
"""The file in the data folder: for each directory, the version of the last copy."""


def last_version(data_dir: Path, of: str) -> int:
    """Return the version of the last copy of a directory; 0 where nothing can be known of it."""
    return _versions(data_dir).get(of, 0)


def keep_version(data_dir: Path, of: str, version: int) -> None:
    """Note the version of a copy that is in place.

    Raises
    ------
    OSError
        When it cannot be written; what was noted before stays.
    """
    versions = _versions(data_dir)
    if versions.get(of) == version:
        return
    told = json.dumps(versions | {of: version}, sort_keys=True).encode() + b"\n"
    with WholeFile(data_dir, lambda file: file.write(told)) as whole:
        whole.replace(data_dir / VERSIONS)


def _versions(data_dir: Path) -> dict[str, int]:
    try:
        told = json.loads((data_dir / VERSIONS).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {of: version for of, version in told.items() if type(version) is int and version > 0}
