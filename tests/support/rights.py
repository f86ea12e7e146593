"""What a role may do on a server: what the server says of it, beside what is written down here."""

from collections.abc import Mapping
from itertools import product

from sqlalchemy import Connection

from matcher.store.roles import Role

_VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
_SINCE_17 = ("MAINTAIN",)
_OF_COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")
_COLUMNS = """
SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
"""

_READ, _ADD = ("SELECT",), ("INSERT",)
_ALL = ("SELECT", "INSERT", "UPDATE", "DELETE")

WRITTEN: Mapping[str, Mapping[Role, tuple[str, ...]]] = {
    "profile": {Role.STAFF: _ALL, Role.KIOSK: _READ},
    "fact": {Role.STAFF: _ALL, Role.KIOSK: _READ},
    "profile_digest": {Role.STAFF: _ALL, Role.KIOSK: _READ},
    "whole_digest": {Role.STAFF: _ALL, Role.KIOSK: _READ},
    "reach": {Role.STAFF: _ALL, Role.KIOSK: _READ},
    "reach_rules": {Role.STAFF: _ALL, Role.KIOSK: _READ},
    "directory_state": {Role.STAFF: _ALL, Role.KIOSK: _READ},
    "merged": {Role.STAFF: _ALL, Role.KIOSK: ()},
    "not_the_same": {Role.STAFF: _ALL, Role.KIOSK: ()},
    "act": {Role.STAFF: _ALL, Role.KIOSK: ()},
    "act_change": {Role.STAFF: _ALL, Role.KIOSK: ()},
    "staff_secret": {Role.STAFF: _ALL, Role.KIOSK: ()},
    "kiosk_event": {Role.STAFF: _READ, Role.KIOSK: _ADD},
    "alembic_version": {Role.STAFF: _READ, Role.KIOSK: _READ},
}
"""Of each table what each may do, as the page about servers says it; the program has its own."""

Right = tuple[str, str, str]
"""A table, a column or ``""`` for all of the table, and a verb."""


def all_rights(connection: Connection) -> frozenset[Right]:
    """Return all that could be: every table that is there, each of its columns, every verb."""
    columns = {(table, column) for table, column in connection.exec_driver_sql(_COLUMNS)}
    tables = {table for table, _ in columns}
    assert tables == {*WRITTEN}
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
    return frozenset(right for right in asked if right[2] in WRITTEN[right[0]][role])


def _has(connection: Connection, role: Role, table: str, column: str, verb: str) -> bool:
    if column:
        words, values = "SELECT has_column_privilege(%s, %s, %s, %s)", (role, table, column, verb)
    else:
        words, values = "SELECT has_table_privilege(%s, %s, %s)", (role, table, verb)
    return bool(connection.exec_driver_sql(words, values).scalar_one())
