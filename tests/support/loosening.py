"""What somebody could give a kiosk on a server by mistake, and what it may then."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, create_engine
from support.servers import Server, database_of, of_role

from matcher.store.roles import Role

_SEEN = "SELECT count(*) FROM profile WHERE NOT published"
_ATTRIBUTES = """
SELECT bool_or(rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
               OR NOT rolinherit OR rolcanlogin AND rolname = 'rapport_owner')
FROM pg_roles WHERE starts_with(rolname, 'rapport_')
"""
_MEMBERS = """
SELECT count(*) FROM pg_auth_members JOIN pg_roles ON pg_roles.oid = member
WHERE starts_with(roleid::regrole::text, 'rapport_') AND rolname <> 'rapport'
"""
_MAY = "SELECT has_{}_privilege({}, '{}')"
_IF_THERE = "SELECT coalesce(has_{}_privilege({}, '{}'), false)"


def _asked(query: str) -> Callable[[Connection], Any]:
    return lambda connection: connection.exec_driver_sql(query).scalar_one()


_ON_DATABASE = _asked(_MAY.format("database", "current_database()", "TEMP"))

LOOSENINGS: Mapping[str, tuple[str, Callable[[Connection], Any]]] = {
    "hidden people by a policy": (
        "CREATE POLICY everybody ON profile TO rapport_kiosk USING (true)",
        _asked(_SEEN),
    ),
    "hidden people by an attribute": ("ALTER ROLE rapport_kiosk BYPASSRLS", _asked(_SEEN)),
    "everything by an attribute": ("ALTER ROLE rapport_kiosk SUPERUSER", _asked(_SEEN)),
    "hidden people by a view": (
        "CREATE VIEW everybody AS TABLE profile; GRANT SELECT ON everybody TO rapport_kiosk",
        _asked(_IF_THERE.format("table", "to_regclass('everybody')", "SELECT")),
    ),
    "hidden people by a column of a view": (
        "CREATE VIEW all_names AS TABLE profile; GRANT SELECT (id) ON all_names TO PUBLIC",
        _asked(_IF_THERE.format("any_column", "to_regclass('all_names')", "SELECT")),
    ),
    "hidden people by a function": (
        """CREATE FUNCTION told(name text) RETURNS SETOF profile LANGUAGE sql SECURITY DEFINER
        AS 'TABLE profile'""",
        _asked(_IF_THERE.format("function", "to_regprocedure('told(text)')", "EXECUTE")),
    ),
    "hidden people in another schema": (
        """CREATE SCHEMA beside; CREATE VIEW beside.everybody AS TABLE profile;
        GRANT USAGE ON SCHEMA beside TO rapport_kiosk;
        GRANT SELECT ON beside.everybody TO PUBLIC""",
        _asked(
            "SELECT coalesce(bool_or(has_schema_privilege(oid, 'USAGE')), false)"
            " FROM pg_namespace WHERE nspname = 'beside'"
        ),
    ),
    "hidden people as staff": ("GRANT rapport_staff TO rapport_kiosk", _asked(_SEEN)),
    "another's membership": (
        "CREATE ROLE passer_by; GRANT rapport_staff TO passer_by",
        _asked(_MEMBERS),
    ),
    "attributes": (
        "ALTER ROLE rapport_kiosk CREATEROLE REPLICATION; ALTER ROLE rapport_owner NOINHERIT LOGIN",
        _asked(_ATTRIBUTES),
    ),
    "tables of its own": (
        "GRANT CREATE ON SCHEMA public TO rapport_kiosk",
        _asked(_MAY.format("schema", "'public'", "CREATE")),
    ),
    "tables of everybody": (
        "GRANT CREATE ON SCHEMA public TO PUBLIC",
        _asked(_MAY.format("schema", "'public'", "CREATE")),
    ),
    "large objects": (
        "GRANT EXECUTE ON FUNCTION lo_from_bytea(oid, bytea) TO rapport_kiosk",
        _asked(_MAY.format("function", "'lo_from_bytea(oid, bytea)'", "EXECUTE")),
    ),
    "large objects of everybody": (
        "GRANT EXECUTE ON FUNCTION lowrite(integer, bytea) TO PUBLIC",
        _asked(_MAY.format("function", "'lowrite(integer, bytea)'", "EXECUTE")),
    ),
    "tables that pass": ("GRANT TEMP ON DATABASE {} TO rapport_kiosk", _ON_DATABASE),
    "tables of everybody that pass": ("GRANT ALL ON DATABASE {} TO PUBLIC", _ON_DATABASE),
    "handed on by another": (
        """CREATE ROLE passer_by; GRANT USAGE ON SCHEMA public TO passer_by;
        GRANT SELECT ON staff_secret TO passer_by WITH GRANT OPTION;
        SET ROLE passer_by; GRANT SELECT ON staff_secret TO rapport_kiosk""",
        _asked(_MAY.format("table", "'staff_secret'", "SELECT")),
    ),
}
"""By what it is: the statement of who may do anything, and what a kiosk is asked then."""


def loosen(server: Server, address: str, name: str) -> None:
    """Give that."""
    database = database_of(address)
    server.execute(LOOSENINGS[name][0].replace("{}", database), database)


def is_loose(address: str, name: str) -> bool:
    """Tell whether a kiosk has it, by what it gets."""
    engine = create_engine(of_role(address, Role.KIOSK))
    try:
        with engine.connect() as connection:
            return bool(LOOSENINGS[name][1](connection))
    finally:
        engine.dispose()


def forget_passers_by(server: Server, address: str) -> None:
    """Take out who was made for it."""
    server.execute("DROP OWNED BY passer_by; DROP ROLE passer_by", database_of(address))
