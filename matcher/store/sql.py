"""The words SQLite and PostgreSQL do not share, and how statements that are written out are run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    CursorResult,
    Dialect,
    Integer,
    LargeBinary,
    Table,
    Text,
    TextClause,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""A text that is sorted by its characters' numbers, as SQLite and Python do."""

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
"""A whole number of eight bytes."""


class as_bytes(GenericFunction[bytes]):  # noqa: N801 - named as functions are in SQL
    """A text as the bytes it is kept in, whatever they are by now."""

    type = LargeBinary()
    inherit_cache = True


class names_of(GenericFunction[str]):  # noqa: N801
    """All different texts of a column in one, parted by commas."""

    type = Text()
    inherit_cache = True


class digest_of(GenericFunction[bytes]):  # noqa: N801
    """The SHA-256 of bytes."""

    type = LargeBinary()
    inherit_cache = True


_FORMS = {
    "as_bytes": {"sqlite": "CAST({} AS BLOB)", "postgresql": "convert_to({}, 'UTF8')"},
    "names_of": {
        "sqlite": "group_concat(DISTINCT {})",
        "postgresql": "string_agg(DISTINCT {}, ',')",
    },
    "digest_of": {"sqlite": "rapport_digest({})", "postgresql": "sha256({})"},
}


@compiles(as_bytes)
@compiles(names_of)
@compiles(digest_of)
def _write(element: GenericFunction[Any], compiler: SQLCompiler, **how: Any) -> str:
    (inner,) = element.clauses
    form = _FORMS[element.name][compiler.dialect.name]
    return form.format(compiler.process(inner, **how))


class Written(ColumnElement[bytes]):
    """An expression that each has its own words for.

    Parameters
    ----------
    sqlite, postgresql
        The words.
    """

    inherit_cache = False
    type = LargeBinary()

    def __init__(self, sqlite: str, postgresql: str) -> None:
        self.words = {"sqlite": sqlite, "postgresql": postgresql}


@compiles(Written)
def _write_out(element: Written, compiler: SQLCompiler, **_: Any) -> str:
    return element.words[compiler.dialect.name]


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insertion that can say what becomes of a row that is there."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # most have no use for it

    return postgresql.insert(table)


def run(
    connection: Connection, statement: str, values: Mapping[str, object] | None = None
) -> CursorResult[Any]:
    """Run a statement that both understand; values are named in it as ``:name``."""
    return connection.execute(_read(statement), values)


def run_many(connection: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Run a statement for each row of values, in the order in which it names them.

    SQLAlchemy's own way would put each row together anew, which takes as long as the database does.
    """
    connection.exec_driver_sql(_for_driver(statement, connection.dialect), [*rows])


@cache
def _read(statement: str) -> TextClause:
    return text(statement)


@cache
def _for_driver(statement: str, dialect: Dialect) -> str:
    return str(_read(statement).compile(dialect=dialect))
