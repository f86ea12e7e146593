"""What a role may do on a server: what the server says of it, beside what is written down."""

from itertools import product

from sqlalchemy import Connection

from matcher.store.roles import MAY, Role
from matcher.store.tables import METADATA

_VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
_SINCE_17 = ("MAINTAIN",)
_OF_COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")
_COLUMNS = """
SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
"""

Right = tuple[str, str, str]
"""A table, a column or ``""`` for all of the table, and a verb."""


def all_rights(connection: Connection) -> frozenset[Right]:
    """Return all that could be: every table that is there, each of its columns, every verb."""
    columns = {(table, column) for table, column in connection.exec_driver_sql(_COLUMNS)}
    tables = {table for table, _ in columns}
    assert tables == {*METADATA.tables, "alembic_version"}
    version = connection.dialect.server_version_info
    assert version is not None
    verbs = _VERBS + (_SINCE_17 if version >= (17,) else ())
    of_tables = {(table, "", verb) for table, verb in product(tables, verbs)}
    return frozenset(of_tables | {(*each, verb) for each, verb in product(columns, _OF_COLUMNS)})


def rights_of(connection: Connection, role: Role, asked: frozenset[Right]) -> frozenset[Right]:
    """Return which of them the server says that a role has."""
    return frozenset(right for right in asked if _has(connection, role, *right))


def written_rights(role: Role, asked: frozenset[Right]) -> frozenset[Right]:
    """Return which of them a role is to have."""
    may = MAY[role]
    return frozenset(right for right in asked if right[2] in may.get(right[0], ()))


def _has(connection: Connection, role: Role, table: str, column: str, verb: str) -> bool:
    if column:
        words, values = "SELECT has_column_privilege(%s, %s, %s, %s)", (role, table, column, verb)
    else:
        words, values = "SELECT has_table_privilege(%s, %s, %s)", (role, table, verb)
    return bool(connection.exec_driver_sql(words, values).scalar_one())
