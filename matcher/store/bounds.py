"""Whether a name by which one comes to a server is kept within bounds, as it can see for itself."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, LiteralString

import psycopg
from sqlalchemy import Connection

from matcher.store.roles import MAY, PATIENCE, SEEN_BY_KIOSKS, SILENT, TABLES, Role
from matcher.store.tightening import TooMuch

_RIGHTS = """
SELECT name, verb FROM unnest(%(tables)s::text[]) AS name
CROSS JOIN unnest(%(verbs)s::text[]) AS verb
WHERE CASE WHEN verb IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
    THEN has_any_column_privilege(name, verb) ELSE has_table_privilege(name, verb) END
"""
_VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
_MAY_MAKE = """
SELECT has_database_privilege(current_database(), 'CREATE, TEMP')
    OR has_schema_privilege('public', 'CREATE')
"""
_IS_UNCOVERED = """
SELECT EXISTS (
    SELECT FROM unnest(%(tables)s::text[]) AS seen (name) WHERE NOT row_security_active(name)
)
"""
_ROWS_SEEN = """
SELECT tablename, qual FROM pg_policies
WHERE schemaname = 'public' AND tablename = ANY (%(tables)s)
AND roles && ARRAY['public', current_user]
"""
_SPACING = re.compile(r'[\s()"]|::text')
"""What the server writes in its own way when it gives a condition back."""
_TIME = """
SELECT EXISTS (
    SELECT FROM unnest(%(names)s::text[], %(longest)s::interval[]) AS limits (name, longest)
    WHERE current_setting(name)::interval NOT BETWEEN interval '1 ms' AND longest
)
"""
_Driven = psycopg.Connection[Any]
_SETTING = "SELECT current_setting(%(name)s)"


class Bound(StrEnum):
    """In which way one is kept within bounds."""

    RIGHTS = "rights"
    """May do what it is written that it may."""
    TIME = "time"
    """May not keep the server busy, or a transaction open, for as long as it likes."""
    LOG = "log"
    """Nothing it says gets into the server's log."""


def bounds_gone(connection: Connection) -> frozenset[Bound] | None:
    """Return the bounds that are not there; ``None`` for whoever comes by a name without any.

    Parameters
    ----------
    connection
        To a directory on a server.
    """
    name = connection.exec_driver_sql("SELECT current_user").scalar_one()
    if name not in {Role.STAFF, Role.KIOSK}:
        return None
    driven = connection.connection.driver_connection
    assert isinstance(driven, psycopg.Connection)
    return frozenset(_gone(driven, Role(name)))


def _gone(driven: _Driven, role: Role) -> Iterator[Bound]:
    if _may_more(driven, role):
        yield Bound.RIGHTS
    limits = PATIENCE[role]
    if _one(driven, _TIME, names=[*limits], longest=[*limits.values()]):
        yield Bound.TIME
    if any(_one(driven, _SETTING, name=name) != value for name, value in SILENT.items()):
        yield Bound.LOG


def _may_more(driven: _Driven, role: Role) -> bool:
    if TooMuch(driven, [role], TABLES).left() or _one(driven, _MAY_MAKE):
        return True
    asked = {"tables": [*TABLES], "verbs": [*_VERBS]}
    found = driven.execute(_RIGHTS, asked).fetchall()
    if any(verb not in MAY[role].get(name, ()) for name, verb in found):
        return True
    return role == Role.KIOSK and _sees_others(driven)


def _sees_others(driven: _Driven) -> bool:
    """Tell whether a kiosk sees other rows than is written, or the server looks at none of that."""
    tables = [*SEEN_BY_KIOSKS]
    found = driven.execute(_ROWS_SEEN, {"tables": tables}).fetchall()
    seen = sorted((name, _SPACING.sub("", str(rows))) for name, rows in found)
    written = [(name, _SPACING.sub("", SEEN_BY_KIOSKS[name].format(name))) for name in tables]
    return seen != sorted(written) or bool(_one(driven, _IS_UNCOVERED, tables=tables))


def _one(driven: _Driven, query: LiteralString, **asked: object) -> object:
    row = driven.execute(query, asked).fetchone()
    assert row is not None
    return row[0]
