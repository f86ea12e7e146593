"""The directory as ``rapport-directory/1`` JSON: all that is kept, so that nothing is lost."""

import json
from collections.abc import Iterable
from typing import BinaryIO

from matcher.directory.profile_json import FORMAT, profile_to_json
from matcher.directory.record import ProfileRecord

_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_directory_json(records: Iterable[ProfileRecord], file: BinaryIO) -> int:
    """Write profiles one a line, in the order given.

    Parameters
    ----------
    records
        Read once, one at a time.
    file
        Takes UTF-8.

    Returns
    -------
    int
        How many there were. Equal records give equal bytes.
    """
    file.write(f'{{"format":{_write(FORMAT)},"profiles":['.encode())
    number = 0
    for number, record in enumerate(records, start=1):
        file.write(b"\n" if number == 1 else b",\n")
        file.write(_write(record_to_json(record)).encode())
    file.write(b"\n]}\n")
    return number


def record_to_json(record: ProfileRecord) -> dict[str, object]:
    """Return a profile as JSON values: as `profile_to_json`, and what was withdrawn and when."""
    document = profile_to_json(record.profile)
    return {
        "id": document["id"],
        "published": document["published"],
        "published_on": record.published_on.isoformat() if record.published_on else None,
        "facts": document["facts"],
        "superseded": document["superseded"],
        "withdrawn": [
            {
                "field": each.field,
                "source": each.source.value,
                "confirmed_on": each.withdrawn_on.isoformat(),
            }
            for each in record.withdrawn
        ],
    }
