"""The repository of what lets staff in: hashes, and how often each was tried in vain."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    insert,
    select,
    update,
)

from matcher.store.tables import STAFF_SECRET


class SecretKind(StrEnum):
    """What a secret opens."""

    PIN = "pin"
    ACCOUNT = "account"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class StaffSecret:
    """One row: never the secret itself."""

    kind: SecretKind
    hash: str
    folded: str = ""
    name: str = ""
    tries: int = 0


class StaffSecrets:
    """What lets staff in, as an open transaction sees it.

    Parameters
    ----------
    connection
        Belongs to the unit of work, which ends the transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[StaffSecret]:
        """Return every row, accounts by name."""
        query = select(STAFF_SECRET).order_by(STAFF_SECRET.c.kind, STAFF_SECRET.c.folded)
        return [
            StaffSecret(SecretKind(row.kind), row.hash, row.folded, row.name, row.tries)
            for row in self._connection.execute(query)
        ]

    def get(self, kind: SecretKind, folded: str = "") -> StaffSecret | None:
        """Return one row, or ``None``."""
        return next((row for row in self.all() if (row.kind, row.folded) == (kind, folded)), None)

    def put(self, secret: StaffSecret) -> None:
        """Keep a row in place of the one that was there."""
        self.remove(secret)
        row = {name: getattr(secret, name) for name in secret.__slots__}
        self._connection.execute(insert(STAFF_SECRET).values(**row))

    def remove(self, secret: StaffSecret) -> None:
        """Forget a row, if there is one."""
        self._connection.execute(delete(STAFF_SECRET).where(_is(secret)))

    def clear(self) -> None:
        """Forget all of them."""
        self._connection.execute(delete(STAFF_SECRET))

    def count_try(self, secret: StaffSecret) -> None:
        """Count one try more."""
        more = update(STAFF_SECRET).where(_is(secret)).values(tries=STAFF_SECRET.c.tries + 1)
        self._connection.execute(more)

    def forget_tries(self, secret: StaffSecret) -> None:
        """Count from nothing again, unless the secret is another one by now."""
        same = and_(_is(secret), STAFF_SECRET.c.hash == secret.hash)
        self._connection.execute(update(STAFF_SECRET).where(same).values(tries=0))


def _is(secret: StaffSecret) -> ColumnElement[bool]:
    return and_(STAFF_SECRET.c.kind == secret.kind, STAFF_SECRET.c.folded == secret.folded)
