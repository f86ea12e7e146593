"""Every migration in a row, on a database that nobody has: to see that none of them is missing."""

from sqlalchemy import inspect

from matcher.store.engine import WRITES, open_engine
from matcher.store.location import Location
from matcher.store.upgrade import SCRIPTS


def migrate_from_nothing() -> set[str]:
    """Make the tables of a directory by all its migrations, in memory.

    Returns
    -------
    set of str
        The names of the tables that there are then.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    engine = open_engine(Location(None))
    try:
        with engine.connect() as bare, bare.execution_options(**{WRITES: True}).begin():
            config.attributes["connection"] = bare
            command.upgrade(config, "head")
            return {*inspect(bare).get_table_names()}
    finally:
        engine.dispose()
