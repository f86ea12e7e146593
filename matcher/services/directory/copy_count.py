"""How many copies of a directory this computer has made: none that is older is opened again."""

import json
from pathlib import Path

from matcher.whole_file import WholeFile

COUNT = "copy.version"
"""The file in the data folder: for each directory, the number of the last copy."""


def count_of(data_dir: Path, of: str) -> int:
    """Return the number of the last copy of a directory; 0 where nothing can be known of it."""
    return _counts(data_dir).get(of, 0)


def keep_count(data_dir: Path, of: str, version: int) -> None:
    """Note the number of a copy that is in place.

    Raises
    ------
    OSError
        When it cannot be written; what was noted before stays.
    """
    counts = _counts(data_dir)
    if counts.get(of) == version:
        return
    told = json.dumps(counts | {of: version}, sort_keys=True).encode() + b"\n"
    with WholeFile(data_dir, lambda file: file.write(told)) as whole:
        whole.replace(data_dir / COUNT)


def _counts(data_dir: Path) -> dict[str, int]:
    try:
        told = json.loads((data_dir / COUNT).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {of: number for of, number in told.items() if type(number) is int and number > 0}
