"""One directory made what another is, row by row: a server and a file share no pages."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select

from matcher.store.tables import KIOSK_EVENT, METADATA

_CHUNK = 5_000
COPIED = [table for table in METADATA.sorted_tables if table is not KIOSK_EVENT]
"""All tables but that of what kiosks told; one that another needs comes before it."""


def copy_rows(source: Connection, target: Connection) -> None:
    """Make one directory what another is, in transactions that the caller ends.

    Both have the tables of this version.
    """
    for table in reversed(COPIED):
        target.execute(delete(table))
    for table in COPIED:
        options = {"yield_per": _CHUNK}
        with source.execute(select(table), execution_options=options) as rows:
            for part in rows.mappings().partitions():
                target.execute(insert(table), [dict(row) for row in part])


def count_rows(connection: Connection) -> Mapping[str, int]:
    """Return how many rows each table has that is copied."""
    return {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0
        for table in COPIED
    }
