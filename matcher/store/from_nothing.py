"""Every migration in a row, on a database that nobody has: to see that none of them is missing."""

from sqlalchemy import inspect

from matcher.store.engine import WRITES, Writes, open_engine
from matcher.store.location import Location
from matcher.store.upgrade import migrate


def migrate_from_nothing() -> set[str]:
    """Make the tables of a directory by all its migrations, in memory.

    Returns
    -------
    set of str
        The names of the tables that there are then.
    """
    engine = open_engine(Location(None))
    try:
        with engine.connect() as bare, bare.execution_options(**{WRITES: Writes.CHANGES}).begin():
            migrate(bare)
            return {*inspect(bare).get_table_names()}
    finally:
        engine.dispose()
