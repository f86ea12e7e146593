"""Which state of itself a directory is in, told without reading it."""

from uuid import uuid4

from sqlalchemy import Connection, insert, select, update

from matcher.store.tables import DIRECTORY_STATE

_ONLY = 1
"""The id of the one row there is."""


def begin_counting(connection: Connection) -> None:
    """Give a new directory its first state."""
    first = insert(DIRECTORY_STATE).values(id=_ONLY, change=0, token=uuid4().hex)
    connection.execute(first)


def note_change(connection: Connection) -> None:
    """Give the directory a new state, in the transaction that changes it.

    The number rises; the token is drawn anew, so that two copies of one database that went
    separate ways never call different states by one name.
    """
    change = DIRECTORY_STATE.c.change + 1
    connection.execute(update(DIRECTORY_STATE).values(change=change, token=uuid4().hex))


def stamp_of(connection: Connection) -> str:
    """Return the name of the state this transaction sees, as ``token:change``."""
    state = connection.execute(select(DIRECTORY_STATE.c.token, DIRECTORY_STATE.c.change)).first()
    return "" if state is None else f"{state.token}:{state.change}"
