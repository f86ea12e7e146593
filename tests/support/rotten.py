"""Databases in which something changed that the program did not do."""

import sqlite3
from contextlib import closing
from pathlib import Path

from matcher.store import Database


def change_outside(path: Path, statement: str, *values: object) -> None:
    """Run a statement that the program knows nothing of."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def with_bit_turned(content: bytes, place: int) -> bytes:
    """Return bytes of which one bit is another."""
    changed = bytearray(content)
    changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


def settle(path: Path) -> None:
    """Bring all that was written into the file of the database itself."""
    with closing(Database(str(path))):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
