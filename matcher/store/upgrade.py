"""The schema: made new, left alone, brought up to date, or refused because it is newer."""

import glob
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from matcher.errors import Message, StoreError
from matcher.store.change import begin_counting
from matcher.store.engine import APPLICATION_ID, WRITES, Writes, make_private
from matcher.store.location import Location
from matcher.store.sql import run
from matcher.store.tables import METADATA

HEAD = "0012"
"""The revision of `matcher.store.tables`: the newest file in ``migrations/versions``."""

_REVISION = "SELECT version_num FROM alembic_version"
_MAY_NOT = ("error.store.not_allowed", "error.store.failed")

SCRIPTS = Path(__file__).parent / "migrations"


def bring_up_to_date(
    engine: Engine,
    location: Location,
    *,
    create: bool = True,
    head: str = HEAD,
    scripts: Path = SCRIPTS,
) -> None:
    """See to it that the database has the schema of this program.

    A new one is made. An older one is migrated in one transaction; a file is copied aside before.

    Parameters
    ----------
    engine, location
        The database and what to call it.
    create
        Whether tables are made on a server that has none.
    head, scripts
        The wanted revision and the migrations that lead to it.

    Raises
    ------
    StoreError
        When the file belongs to another program, comes from a newer version of this one, or
        could not be migrated; it is as it was then.
    """
    with engine.connect() as connection:
        found = _revision(connection, location)
    if found is None and not create and location.server is not None:
        raise StoreError(Message("error.store.no_tables", file=location.name))
    if found is None:
        _create(engine, location, head)
    elif found != head:
        _upgrade(engine, location, found, scripts)


def bring_up_to_date_within(connection: Connection, location: Location) -> None:
    """See to the same on a server, as a part of what else is made in a transaction.

    Raises
    ------
    StoreError
        When the tables belong to another program, or come from a newer version of this one.
    """
    found = _revision(connection, location)
    if found is None:
        _make(connection, HEAD)
    elif found != HEAD:
        if not is_known(found):
            raise _newer(location)
        run(connection, "LOCK TABLE directory_state IN EXCLUSIVE MODE")
        migrate(connection)


def _revision(connection: Connection, location: Location) -> str | None:
    """Return the revision of a directory, ``None`` where there is nothing yet."""
    if location.server is not None:
        return _revision_on_server(connection, location)
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar()
    tables = connection.exec_driver_sql(
        "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table'"
    ).scalar()
    if mark == 0 and tables is None:
        return None
    if mark != APPLICATION_ID:
        raise StoreError(Message("error.store.not_ours", file=location.name))
    if "alembic_version" in (tables or "").split(","):
        revision = connection.exec_driver_sql(_REVISION).scalar()
        if revision is not None:
            return str(revision)
    raise StoreError(Message("error.store.damaged", file=location.name))


def _revision_on_server(connection: Connection, location: Location) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables or not {*METADATA.tables} & {*tables}:
        raise StoreError(Message("error.store.not_ours_on_server", file=location.name))
    revision = run(connection, _REVISION).scalar()
    if revision is None:
        raise StoreError(Message("error.store.damaged", file=location.name))
    return str(revision)


def check_still_known(connection: Connection, location: Location) -> None:
    """See to it that no newer version brought the tables to its own form since they were opened.

    Raises
    ------
    StoreError
        When one did: what is written now might not be all that it keeps.
    """
    found = run(connection, _REVISION).scalar()
    if found != HEAD and not is_known(str(found)):
        raise _newer(location)


def _newer(location: Location) -> StoreError:
    key = "newer" if location.server is None else "newer_on_server"
    return StoreError(Message(f"error.store.{key}", file=location.name))


def _create(engine: Engine, location: Location, head: str) -> None:
    if location.server is None:  # the journal cannot change in a transaction
        with closing(engine.raw_connection()) as bare:
            bare.cursor().execute("PRAGMA journal_mode = WAL")
    with engine.connect() as connection, _writing(connection, Writes.MAKES).begin():
        if _revision(connection, location) is not None:
            return  # somebody else was quicker
        _make(connection, head)


def _make(connection: Connection, head: str) -> None:
    METADATA.create_all(connection)
    begin_counting(connection)
    mark(connection, head)


def _writing(connection: Connection, how: Writes) -> Connection:
    return connection.execution_options(**{WRITES: how})


def mark(connection: Connection, head: str) -> None:
    """Note in a database of the newest schema that it is one, the way Alembic does."""
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    run(connection, "INSERT INTO alembic_version (version_num) VALUES (:head)", {"head": head})
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _upgrade(engine: Engine, location: Location, found: str, scripts: Path) -> None:
    from alembic.util import CommandError

    if not is_known(found, scripts):
        raise _newer(location)
    copy = _copy_aside(location, found)
    try:
        with engine.connect() as connection, _writing(connection, Writes.RENEWS).begin():
            migrate(connection, scripts)
    except (CommandError, SQLAlchemyError) as error:
        failed = Message("error.store.upgrade_failed", file=location.name, copy=str(copy))
        if location.server is not None:
            failed = _why_older(error, location)
        raise StoreError(failed) from None


def migrate(connection: Connection, scripts: Path = SCRIPTS) -> None:
    """Run every migration that there is beyond the revision of a database."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _why_older(error: Exception, location: Location) -> Message:
    """Say who brings it up to date, unless whoever may was only kept from it."""
    from matcher.store.server import message_of

    if isinstance(error, DBAPIError):
        why = message_of(error.orig, location)
        if why.key not in _MAY_NOT:
            return why
    return Message("error.store.older_on_server", file=location.name)


def is_known(revision: str, scripts: Path = SCRIPTS) -> bool:
    """Tell whether this program has the migration that leads to a revision."""
    return any((scripts / "versions").glob(f"{glob.escape(revision)}_*.py"))


def _copy_aside(location: Location, found: str) -> Path | None:
    """Copy the database beside itself, readers and writers notwithstanding."""
    if location.path is None:
        return None
    copy = location.path.with_name(f"{location.path.stem}-{found}{location.path.suffix}")
    make_private(copy)
    with closing(sqlite3.connect(location.path)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    return copy
