"""Numbers of acts that mean one thing each, though a copy brings acts of its own."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from matcher.directory.trail import DeedKind
from matcher.store.sql import run
from matcher.store.tables import ACT
from matcher.store.undoing import HIGHEST


class ActMark(NamedTuple):
    """What tells an act from another of the same number."""

    at: str
    who: str
    what: str
    detail: str


def marks_of(connection: Connection) -> dict[int, ActMark]:
    """Return what tells each act from others, by its number."""
    query = select(ACT.c.id, ACT.c.at, ACT.c.who, ACT.c.what, ACT.c.detail).order_by(ACT.c.id)
    rows = connection.execute(query)
    return {row[0]: ActMark(*row[1:]) for row in rows}


def make_room(connection: Connection, known: Mapping[int, ActMark]) -> None:
    """Give acts other numbers from the first on that has one by which another act is known.

    Whoever has the other before their eyes, in a window or on paper, would take this one back.

    Parameters
    ----------
    known
        The acts of the directory that this one takes the place of.
    """
    own = marks_of(connection)
    last = max([*known, *own], default=0)
    others = [number for number in known.keys() & own.keys() if known[number] != own[number]]
    gone = [number for number in own.keys() - known.keys() if number <= max(known, default=0)]
    first = min([*others, *gone], default=None)
    if first is None or last + len(own) > HIGHEST:
        return
    values = {"first": first, "last": last, "undo": DeedKind.UNDO.value}
    for statement in _RENUMBER:
        run(connection, statement, values)


# New numbers are above all there are, so that none is met twice on the way.
_RENUMBER = (
    """
    CREATE TEMP TABLE renumbered AS
    SELECT id AS old, :last + row_number() OVER (ORDER BY id) AS new FROM act WHERE id >= :first
    """,
    "CREATE UNIQUE INDEX ix_renumbered_old ON renumbered (old)",
    """
    UPDATE act SET detail = CAST(new AS TEXT) FROM renumbered
    WHERE what = :undo AND detail = CAST(old AS TEXT)
    """,
    "UPDATE act SET undone_by = new FROM renumbered WHERE undone_by = old",
    """
    INSERT INTO act (id, at, who, what, detail, undone_by)
    SELECT new, at, who, what, detail, undone_by FROM act JOIN renumbered ON id = old
    """,
    "UPDATE act_change SET act_id = new FROM renumbered WHERE act_id = old",
    "DELETE FROM act WHERE id IN (SELECT old FROM renumbered)",
    "DROP TABLE renumbered",
)
