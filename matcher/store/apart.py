"""Two people who look like one: somebody said that they are not."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from matcher.directory.trail import APART, NOTHING, YES, Change, Deed, DeedKind, Place, Word
from matcher.errors import Message, StoreError
from matcher.store.merging import moved_ids
from matcher.store.recorder import act, carry_out, put_down
from matcher.store.tables import NOT_THE_SAME, PROFILE


def set_apart(connection: Connection, one: str, other: str, who: str = "") -> int:
    """Note that two profiles are two people, in a transaction that the caller ends.

    Returns
    -------
    int
        The act.

    Raises
    ------
    StoreError
        When one of the two is not there, they are the same, or it was noted before.
    """
    if one == other:
        raise StoreError(Message("error.store.apart_same", id=one))
    for profile_id in (one, other):
        if not connection.execute(select(PROFILE.c.id).where(PROFILE.c.id == profile_id)).first():
            raise StoreError(Message("error.store.no_profile", id=profile_id))
    if (one, other) in pairs_apart(connection):
        raise StoreError(Message("error.store.apart_known", one=one, other=other))
    with act(connection, Deed(DeedKind.APART, who)) as act_id:
        places = (Place(one, APART, other), Place(other, APART, one))
        changes = [Change(place, NOTHING, Word(YES, None)) for place in places]
        put_down(connection, act_id, changes)
        carry_out(connection, act_id)
    return act_id


def pairs_apart(connection: Connection) -> frozenset[tuple[str, str]]:
    """Return the ids of who was said to be two people, each pair in both orders.

    What was said of a profile that went into another holds for the other, too.
    """
    return frozenset(_pairs(connection))


def _pairs(connection: Connection) -> Iterator[tuple[str, str]]:
    moved = moved_ids(connection)
    for one, other in connection.execute(select(NOT_THE_SAME)):
        yield moved.get(one, one), moved.get(other, other)
