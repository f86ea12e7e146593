"""What somebody gave on a server beyond what is written down: found, and taken back."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Composed, Identifier

OWNER_NAME = "rapport_owner"
"""To whom the tables belong on a server; nobody comes by it."""

_ATTRIBUTES = """
SELECT rolname, word FROM pg_roles CROSS JOIN LATERAL (VALUES
    ('NOSUPERUSER', rolsuper), ('NOBYPASSRLS', rolbypassrls), ('NOCREATEROLE', rolcreaterole),
    ('NOCREATEDB', rolcreatedb), ('NOREPLICATION', rolreplication), ('INHERIT', NOT rolinherit),
    ('NOLOGIN', rolcanlogin AND rolname = %(owner)s)
) AS kept (word, is_else) WHERE is_else AND rolname = ANY (%(ours)s) ORDER BY 1, 2
"""
"""What a role is and should not be, by the word that makes it so."""

# Who may do anything needs no membership. Who makes roles may hand them on, which the server itself
# notes since version 16: without it they could not be made again. Before, there is no such column,
# so that it is looked for as JSON.
_MEMBERS = """
SELECT given.rolname, member.rolname, giver.rolname
FROM pg_auth_members AS link
JOIN pg_roles AS given ON given.oid = link.roleid
JOIN pg_roles AS member ON member.oid = link.member
LEFT JOIN pg_roles AS giver ON giver.oid = link.grantor
WHERE member.rolname = ANY (%(ours)s) OR (
    given.rolname = ANY (%(ours)s)
    AND member.rolname <> current_user
    AND NOT member.rolsuper
    AND NOT (
        link.grantor = 10 AND to_jsonb(link) @> '{"set_option": false, "inherit_option": false}'
    )
)
ORDER BY 1, 2
"""

# What the owner of a table of ours gave is taken back when rights are given anew; what is left came
# from somebody else. What is not ours may show what is, as a view or a function does that runs as
# its owner: unless it came with an extension, nobody comes to it by these names. Nor do they come
# into another schema at all, whatever it holds. Large objects lie beside all tables, and the server
# itself lets everybody make them: they are none of ours.
_RIGHTS = """
SELECT kind, string_agg(DISTINCT name, ', ' ORDER BY name), giver.rolname,
    coalesce(quote_ident(member.rolname), 'PUBLIC')
FROM (
    SELECT 'DATABASE', quote_ident(datname), datdba, datacl, true
    FROM pg_database WHERE datname = current_database()
    UNION ALL
    SELECT 'SCHEMA', quote_ident(nspname), nspowner, nspacl, nspname = 'public'
    FROM pg_namespace
    WHERE nspname <> 'information_schema' AND NOT starts_with(nspname, 'pg_') AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE classid = 'pg_namespace'::regclass AND objid = oid AND deptype = 'e'
    )
    UNION ALL
    SELECT 'TABLE', format('public.%%I', relname), relowner, acl, relname = ANY (%(tables)s)
    FROM pg_class JOIN (
        SELECT oid, relacl FROM pg_class UNION ALL SELECT attrelid, attacl FROM pg_attribute
    ) AS given (oid, acl) USING (oid)
    WHERE relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE classid = 'pg_class'::regclass AND objid = oid AND deptype = 'e'
    )
    UNION ALL
    SELECT 'ROUTINE', format('public.%%I(%%s)', proname, pg_get_function_identity_arguments(oid)),
        proowner, coalesce(proacl, acldefault('f', proowner)), false
    FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prosecdef AND EXISTS (
        SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND relname = ANY (%(tables)s) AND has_table_privilege(proowner, pg_class.oid, 'SELECT')
    )
    UNION ALL
    SELECT 'FUNCTION',
        format('pg_catalog.%%I(%%s)', proname, pg_get_function_identity_arguments(oid)),
        proowner, coalesce(proacl, acldefault('f', proowner)), false
    FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = ANY (%(writing_objects)s)
) AS thing (kind, name, owner, acl, is_ours)
CROSS JOIN aclexplode(acl)
JOIN pg_roles AS giver ON giver.oid = grantor
LEFT JOIN pg_roles AS member ON member.oid = grantee
WHERE (grantor <> owner OR NOT is_ours) AND grantee <> owner
    AND (grantee = 0 OR member.rolname = ANY (%(ours)s))
GROUP BY 1, 3, 4 ORDER BY 1, 2, 3, 4
"""
_WRITING_OBJECTS = [
    "lo_creat", "lo_create", "lo_export", "lo_from_bytea", "lo_import", "lo_put", "lo_truncate",
    "lo_truncate64", "lowrite",
]  # fmt: skip
"""What makes or writes a large object, or a file of the server."""


_Driven = psycopg.Connection[Any]


@dataclass(frozen=True, slots=True)
class TooMuch:
    """What those may of whom it is written down what they may, and is not written there.

    Attributes
    ----------
    driven
        The driver's connection, in a transaction.
    names
        What they are called.
    tables
        The tables that are ours.
    """

    driven: _Driven
    names: Sequence[str]
    tables: Collection[str]

    def take_back(self) -> None:
        """Undo it, so far as who is connected may."""
        for undoing in self._undoings():
            try:
                with self.driven.transaction():
                    self.driven.execute(undoing)
            except psycopg.errors.InsufficientPrivilege:
                continue  # it is still there when somebody asks

    def left(self) -> tuple[str, ...]:
        """Return what there is, each as the line by which somebody who may undoes it."""
        return tuple(f"{undoing.as_string(self.driven)};" for undoing in self._undoings())

    def _undoings(self) -> list[Composed]:
        return [*self._attributes(), *self._memberships(), *self._rights()]

    def _attributes(self) -> Iterator[Composed]:
        for name, word in self._found(_ATTRIBUTES):
            yield SQL("ALTER ROLE {} {}").format(Identifier(name), SQL(word))

    def _memberships(self) -> Iterator[Composed]:
        for given, member, giver in self._found(_MEMBERS):
            words = SQL("REVOKE {} FROM {}").format(Identifier(given), Identifier(member))
            if giver is not None:
                words += SQL(" GRANTED BY {}").format(Identifier(giver))
            yield words + SQL(" CASCADE")

    def _rights(self) -> Iterator[Composed]:
        for kind, name, giver, member in self._found(_RIGHTS):
            words = SQL("SET ROLE {}; REVOKE ALL ON {} {} FROM {} CASCADE; RESET ROLE")
            yield words.format(Identifier(giver), SQL(kind), SQL(name), SQL(member))

    def _found(self, query: LiteralString) -> list[tuple[Any, ...]]:
        asked = {
            "ours": [*self.names],
            "tables": [*self.tables],
            "owner": OWNER_NAME,
            "writing_objects": _WRITING_OBJECTS,
        }
        return self.driven.execute(query, asked).fetchall()
