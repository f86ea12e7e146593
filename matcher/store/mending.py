"""A profile that was changed outside the program is put right."""

from datetime import date

from sqlalchemy import Connection, delete, select

from matcher.directory.trail import HIDDEN, PUBLISHED
from matcher.store.change import note_change
from matcher.store.tables import ACT_CHANGE, FACT


def clear(connection: Connection, profile_id: str) -> None:
    """Remove all that is stated of a profile, readable or not; the caller writes it anew.

    The directory is another one then, even when every word of it stays: the profile is back in it.
    """
    connection.execute(delete(FACT).where(FACT.c.profile_id == profile_id))
    note_change(connection)


def noted_standing(connection: Connection, profile_id: str) -> tuple[bool, date | None] | None:
    """Return whether a profile was last published and since when, as the acts tell it."""
    query = (
        select(ACT_CHANGE.c.after_value, ACT_CHANGE.c.after_day)
        .where(ACT_CHANGE.c.profile_id == profile_id, ACT_CHANGE.c.field == "")
        .order_by(ACT_CHANGE.c.act_id.desc())
    )
    last = connection.execute(query).first()
    if last is None or last.after_value not in {PUBLISHED, HIDDEN}:
        return None
    return last.after_value == PUBLISHED, last.after_day
