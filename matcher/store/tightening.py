"""What somebody gave on a server beyond what is written down: found, and taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg.sql import SQL, Composed, Identifier

_ATTRIBUTES = """
SELECT rolname, word FROM pg_roles CROSS JOIN LATERAL (VALUES
    ('NOSUPERUSER', rolsuper), ('NOBYPASSRLS', rolbypassrls), ('NOCREATEROLE', rolcreaterole),
    ('NOCREATEDB', rolcreatedb), ('NOREPLICATION', rolreplication), ('INHERIT', NOT rolinherit)
) AS kept (word, is_else) WHERE is_else AND rolname = ANY (%(ours)s) ORDER BY 1, 2
"""
"""What a role is and should not be, by the word that makes it so."""

# Who makes roles may hand them on, which the server itself notes since version 16: without it
# they could not be made again. Before, there is no such column, so that it is looked for as JSON.
_MEMBERS = """
SELECT given.rolname, member.rolname, giver.rolname
FROM pg_auth_members AS link
JOIN pg_roles AS given ON given.oid = link.roleid
JOIN pg_roles AS member ON member.oid = link.member
LEFT JOIN pg_roles AS giver ON giver.oid = link.grantor
WHERE member.rolname = ANY (%(ours)s) OR given.rolname = ANY (%(ours)s)
    AND member.rolname <> current_user
    AND NOT (
        link.grantor = 10 AND to_jsonb(link) @> '{"set_option": false, "inherit_option": false}'
    )
ORDER BY 1, 2
"""

# What an owner gave is taken back as a whole before; what is left came from somebody else.
_RIGHTS = """
SELECT DISTINCT kind, name, giver.rolname, coalesce(member.rolname, '') FROM (
    SELECT 'DATABASE', datname, datdba, datacl FROM pg_database WHERE datname = current_database()
    UNION ALL
    SELECT 'SCHEMA', nspname, nspowner, nspacl FROM pg_namespace WHERE nspname = 'public'
    UNION ALL
    SELECT 'TABLE', relname, relowner, relacl FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'TABLE', relname, relowner, attacl FROM pg_attribute JOIN pg_class ON oid = attrelid
    WHERE relnamespace = 'public'::regnamespace
) AS thing (kind, name, owner, acl)
CROSS JOIN aclexplode(acl)
JOIN pg_roles AS giver ON giver.oid = grantor
LEFT JOIN pg_roles AS member ON member.oid = grantee
WHERE grantor <> owner AND (grantee = 0 OR member.rolname = ANY (%(ours)s))
ORDER BY 1, 2, 3, 4
"""

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
    """

    driven: _Driven
    names: Sequence[str]

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
            words = SQL("SET LOCAL ROLE {}; REVOKE ALL ON {} {} FROM {} CASCADE; RESET ROLE")
            whom = Identifier(member) if member else SQL("PUBLIC")
            yield words.format(Identifier(giver), SQL(kind), Identifier(name), whom)

    def _found(self, query: LiteralString) -> list[tuple[Any, ...]]:
        return self.driven.execute(query, {"ours": [*self.names]}).fetchall()
