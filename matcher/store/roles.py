"""Who may do what with a directory on a server: written down here, and made so on the server."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from secrets import token_urlsafe
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Composable, Composed, Identifier, Literal
from sqlalchemy import Connection, Engine

from matcher.errors import StoreError
from matcher.store.digests import IS_SHOWN, part_digests
from matcher.store.engine import WRITES, Writes, in_words, open_engine
from matcher.store.location import KIOSK_NAME, Location, locate
from matcher.store.reach import put_reach_right
from matcher.store.server import message_of
from matcher.store.tables import METADATA
from matcher.store.tightening import OWNER_NAME, TooMuch
from matcher.store.upgrade import bring_up_to_date_within


class Role(StrEnum):
    """Who has to do with the tables on a server."""

    OWNER = OWNER_NAME
    """Owns them, and nobody comes by this name: `init_roles` takes it on to change their form."""
    STAFF = "rapport_staff"
    """Changes what is in them."""
    KIOSK = KIOSK_NAME
    """Reads what clients may see, and adds what it has to tell of itself."""


_READ, _ADD = frozenset({"SELECT"}), frozenset({"INSERT"})
_ALL = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})

MAY: Mapping[Role, Mapping[str, frozenset[str]]] = {
    Role.STAFF: dict.fromkeys(METADATA.tables, _ALL)
    | {"kiosk_event": _READ, "alembic_version": _READ},
    Role.KIOSK: {
        "profile": _READ,
        "fact": _READ,
        "profile_digest": _READ,
        "whole_digest": _READ,
        "reach": _READ,
        "reach_rules": _READ,
        "directory_state": _READ,
        "alembic_version": _READ,
        "kiosk_event": _ADD,
    },
}
"""Of each table what each may do; what is not named here they may not."""

TABLES = frozenset(MAY[Role.STAFF])
"""All that are ours."""

_OF_SOMEBODY_SEEN = "EXISTS (SELECT FROM profile WHERE profile.id = {0}.profile_id)"

SEEN_BY_KIOSKS: Mapping[str, LiteralString] = {
    "profile": "published",
    "fact": f"{IS_SHOWN} AND {_OF_SOMEBODY_SEEN}",
    "profile_digest": _OF_SOMEBODY_SEEN,
    "whole_digest": "false",
    "reach": _OF_SOMEBODY_SEEN,
}
"""Which rows of a table a kiosk sees: what clients may see of whom; ``{0}`` is the table."""

PATIENCE = {
    Role.STAFF: {"statement_timeout": "10min", "idle_in_transaction_session_timeout": "10min"},
    Role.KIOSK: {"statement_timeout": "5s", "idle_in_transaction_session_timeout": "60s"},
}
"""How long the server works or waits for each; a kiosk asks for a little at a time."""

SILENT = {
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}
"""What keeps values out of the server's own log."""

_SECRET_BYTES = 24
_POLICIES = """
SELECT tablename, policyname FROM pg_policies
WHERE schemaname = 'public' AND tablename = ANY (%(tables)s)
"""
_SET = """
SELECT setrole::regrole::text, setconfig FROM pg_db_role_setting
JOIN pg_database ON pg_database.oid = setdatabase
WHERE setrole <> 0 AND datname = current_database()
"""
_OF_OTHERS = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname = ANY (%(tables)s)
AND relowner <> (SELECT oid FROM pg_roles WHERE rolname = %(owner)s)
"""
_OWNS = """
SELECT bool_and(pg_has_role(owner, 'USAGE')) FROM (
    SELECT datdba FROM pg_database WHERE datname = current_database()
    UNION ALL
    SELECT nspowner FROM pg_namespace WHERE nspname = 'public'
) AS thing (owner)
"""
_Driven = psycopg.Connection[Any]


def init_roles(address: str) -> Mapping[Role, str]:
    """Make the tables, and who may do what with them; what is there already is put right.

    Parameters
    ----------
    address
        Of somebody who may make roles and to whom the database belongs.

    Returns
    -------
    Mapping
        The password of each role that is new and one comes by: nobody else knows it.

    Raises
    ------
    StoreError
        When the server cannot be asked, or does not let this one do it: nothing was changed then.
    """
    location = locate(address)
    engine = open_engine(location)
    try:
        with _in_words(location), _making(engine) as (connection, driven):
            new = _make_roles(driven)
            _take_over(driven)
            TooMuch(driven, [*Role], TABLES).take_back()
            _run(driven, "SET LOCAL ROLE {}", Identifier(Role.OWNER))
            bring_up_to_date_within(connection, location)
            _run(driven, "LOCK TABLE directory_state IN EXCLUSIVE MODE")
            _grant(driven)
            # Whose policy somebody dropped would see nobody, and note that nobody is seen anywhere.
            put_reach_right(connection)
            part_digests(connection)
    finally:
        engine.dispose()
    return new


def left_too_much(address: str) -> tuple[str, ...]:
    """Return what is otherwise than written above, and `init_roles` may not put right.

    Each is the line by which whoever may do anything on the server does it.
    """
    location = locate(address)
    engine = open_engine(location)
    try:
        with _in_words(location), _changing(engine) as driven:
            more = TooMuch(driven, [*Role], TABLES).left()
            unset = [line.as_string(driven) for line in _patience_to_set(driven)]
            return (*more, *(f"{line};" for line in unset))
    finally:
        engine.dispose()


def address_of(address: str, role: Role, secret: str) -> str:
    """Return where a directory is for a role: as somebody else's address, with another name."""
    url = locate(address).server
    assert url is not None
    return url.set(username=role, password=secret).render_as_string(hide_password=False)


def silence(address: str) -> tuple[str, ...]:
    """Keep values out of the server's log, and return the names of the settings that did not take.

    Only who may do anything on a server may set them; else they belong in its ``postgresql.conf``.
    They hold for whoever connects from then on.
    """
    location = locate(address)
    engine = open_engine(location)
    try:
        with _in_words(location):
            return tuple(name for name in SILENT if not _is_set(engine, name))
    finally:
        engine.dispose()


def _is_set(engine: Engine, name: str) -> bool:
    words = "ALTER DATABASE {} SET {} = {}"
    try:
        with _changing(engine) as driven:
            database, value = Identifier(driven.info.dbname), Literal(SILENT[name])
            _run(driven, words, database, Identifier(name), value)
    except psycopg.errors.InsufficientPrivilege:
        return False
    return True


def _make_roles(driven: _Driven) -> Mapping[Role, str]:
    if driven.execute(_OWNS).fetchone() != (True,):
        # The server itself would only warn that no right was taken from anybody.
        raise psycopg.errors.InsufficientPrivilege
    new: dict[Role, str] = {}
    there = {name for (name,) in driven.execute("SELECT rolname FROM pg_roles")}
    for role in Role:
        if role in there:
            continue
        if role == Role.OWNER:
            _run(driven, "CREATE ROLE {}", Identifier(role))
        else:
            new[role] = token_urlsafe(_SECRET_BYTES)
            # The server is told a hash alone, so that no log of it could hold more.
            hidden = driven.pgconn.encrypt_password(new[role].encode(), role.encode())
            words = "CREATE ROLE {} LOGIN PASSWORD {}"
            _run(driven, words, Identifier(role), Literal(hidden.decode()))
    # Whoever is not all-powerful has to be one of the owners to act as one.
    _run_if_let(driven, _quoted("GRANT {} TO CURRENT_USER", [Identifier(Role.OWNER)]))
    database = Identifier(driven.info.dbname)
    _run(driven, "REVOKE ALL ON DATABASE {} FROM {} CASCADE", database, _everybody())
    _run(driven, "REVOKE ALL ON SCHEMA public FROM {} CASCADE", _everybody())
    _run(driven, "GRANT CREATE ON SCHEMA public TO {}", Identifier(Role.OWNER))
    for role in Role:
        _run(driven, "GRANT CONNECT ON DATABASE {} TO {}", database, Identifier(role))
        _run(driven, "GRANT USAGE ON SCHEMA public TO {}", Identifier(role))
    for line in _patience_to_set(driven):
        _run_if_let(driven, line)
    return new


def _take_over(driven: _Driven) -> None:
    """Let tables that somebody made alone, before there were roles, be the owner's from now on."""
    asked = {"tables": [*TABLES], "owner": str(Role.OWNER)}
    for (name,) in driven.execute(_OF_OTHERS, asked).fetchall():
        table = Identifier("public", name)
        _run(driven, "ALTER TABLE {} OWNER TO {}", table, Identifier(Role.OWNER))


def _patience_to_set(driven: _Driven) -> Iterator[Composed]:
    """Say in the server's words what is not set as it is written above."""
    found = {(role, each) for role, config in driven.execute(_SET).fetchall() for each in config}
    database = Identifier(driven.info.dbname)
    words = "ALTER ROLE {} IN DATABASE {} SET {} = {}"
    for role, settings in PATIENCE.items():
        for name, value in settings.items():
            if (role, f"{name}={value}") not in found:
                parts = Identifier(role), database, Identifier(name), Literal(value)
                yield _quoted(words, parts)


def _run_if_let(driven: _Driven, statement: Composed) -> None:
    """Leave it as it is where the server does not let this one do it: it is told in the end."""
    with suppress(psycopg.errors.InsufficientPrivilege), driven.transaction():
        driven.execute(statement)


def _grant(driven: _Driven) -> None:
    """Let each do what is written above, and nothing else."""
    others = _everybody(Role.STAFF, Role.KIOSK)
    for name in sorted(TABLES):
        _run(driven, "REVOKE ALL ON {} FROM {} CASCADE", Identifier(name), others)
    _forget_policies(driven)
    for role, tables in MAY.items():
        for name, verbs in tables.items():
            allowed = SQL(", ").join(map(SQL, sorted(verbs)))
            _run(driven, "GRANT {} ON {} TO {}", allowed, Identifier(name), Identifier(role))
    for name, seen in SEEN_BY_KIOSKS.items():
        table = Identifier(name)
        _run(driven, "ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table)
        _run(driven, "ALTER TABLE {} FORCE ROW LEVEL SECURITY", table)
        for role in Role:
            policy = Identifier(f"for_{role}")
            rows = _quoted(seen if role == Role.KIOSK else "true", [table])
            words = "CREATE POLICY {} ON {} TO {} USING ({})"
            _run(driven, words, policy, table, Identifier(role), rows)


def _forget_policies(driven: _Driven) -> None:
    for table, policy in driven.execute(_POLICIES, {"tables": [*TABLES]}).fetchall():
        _run(driven, "DROP POLICY {} ON {}", Identifier(policy), Identifier(table))


def _everybody(*roles: Role) -> Composed:
    """Name who is to be told anew what they may: these, or all of ours, and whoever else comes."""
    return SQL(", ").join([SQL("PUBLIC"), *map(Identifier, roles or Role)])


def _run(driven: _Driven, words: LiteralString, *parts: Composable) -> None:
    driven.execute(_quoted(words, parts))


def _quoted(words: LiteralString, parts: Sequence[Composable]) -> Composed:
    """Put names and values into words of ours, each quoted as the server reads it."""
    return SQL(words).format(*parts)


@contextmanager
def _in_words(location: Location) -> Iterator[None]:
    """Put into words what the driver has to say, with SQLAlchemy or without."""
    try:
        with in_words(location):
            yield
    except psycopg.Error as error:
        raise StoreError(message_of(error, location)) from None


@contextmanager
def _changing(engine: Engine) -> Iterator[_Driven]:
    with _making(engine) as (_, driven):
        yield driven


@contextmanager
def _making(engine: Engine) -> Iterator[tuple[Connection, _Driven]]:
    """Give the driver's own connection beside it: SQLAlchemy has no words for roles."""
    with (
        engine.connect().execution_options(**{WRITES: Writes.MAKES}) as connection,
        connection.begin(),
    ):
        driven = connection.connection.driver_connection
        assert isinstance(driven, psycopg.Connection)
        yield connection, driven
