"""The one way changes come into the directory: within an act that notes each of them.

What is put down here is what is done: merging and undoing put their changes down first and then
carry them out; taking files over writes facts itself, for speed, and notes them beside.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert

from matcher.directory.trail import HIDDEN, MERGED, PUBLISHED, Change, Deed, Word
from matcher.store.change import note_change
from matcher.store.digests import changed_outside, in_act, renew
from matcher.store.tables import ACT


@contextmanager
def act(connection: Connection, deed: Deed) -> Iterator[int]:
    """Open an act and give its number; one that changed nothing after all leaves no trace."""
    act_id = _begin(connection, deed)
    yield act_id
    connection.exec_driver_sql(_FORGET_WHAT_CAME_BACK, (act_id,))
    if connection.exec_driver_sql(_HAS_CHANGES, (act_id,)).first():
        note_change(connection)
    else:
        connection.exec_driver_sql("DELETE FROM act WHERE id = ?", (act_id,))


def is_kept(connection: Connection, act_id: int) -> bool:
    """Tell whether an act that has ended changed something; the number of another is free again."""
    query = "SELECT 1 FROM act WHERE id = ?"
    return connection.exec_driver_sql(query, (act_id,)).first() is not None


def note(connection: Connection, deed: Deed, number: int | None = None) -> int:
    """Note an act that concerns the directory as a whole, and no place in it."""
    act_id = _begin(connection, deed, number)
    note_change(connection)
    return act_id


def _begin(connection: Connection, deed: Deed, number: int | None = None) -> int:
    numbered = {} if number is None else {"id": number}
    new = insert(ACT).values(
        **numbered,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        who=deed.who,
        what=deed.kind.value,
        detail=deed.detail,
    )
    (act_id,) = connection.execute(new).inserted_primary_key or (0,)
    return int(act_id)


def put_down(connection: Connection, act_id: int, changes: Iterable[Change]) -> None:
    """Note changes; of several in one place, what stood before the first is kept."""
    if rows := [_row_of(act_id, change) for change in changes]:
        connection.exec_driver_sql(_PUT_DOWN, rows)


def carry_out(connection: Connection, act_id: int) -> None:
    """Make the directory what the changes of an act say it is after them."""
    concerned = in_act(act_id)
    changed_outside_before = [*changed_outside(connection, concerned)]
    for statement in _CARRY_OUT:
        connection.exec_driver_sql(statement, {"act": act_id})
    renew(connection, concerned, but=changed_outside_before)


def standing_of(published: bool, day: date | None) -> Word:
    """Return a profile's own word, as changes note it."""
    return Word(PUBLISHED if published else HIDDEN, day)


def merged_into(profile_id: str) -> Word:
    """Return the word of a profile that has gone into another."""
    return Word(f"{MERGED}{profile_id}", None)


def _row_of(act_id: int, change: Change) -> tuple[int | str | None, ...]:
    before, after = change.before, change.after
    return (act_id, *change.place, before.value, _iso(before.day), after.value, _iso(after.day))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


_PUT_DOWN = """
    INSERT INTO act_change VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (act_id, profile_id, field, source)
    DO UPDATE SET after_value = excluded.after_value, after_day = excluded.after_day
"""
_FORGET_WHAT_CAME_BACK = """
    DELETE FROM act_change
    WHERE act_id = ? AND before_value IS after_value AND before_day IS after_day
"""
_HAS_CHANGES = "SELECT 1 FROM act_change WHERE act_id = ? LIMIT 1"

# Who comes, comes before their facts; who goes, goes after them.
_CARRY_OUT = (
    """
    INSERT INTO profile (id, published, published_on)
    SELECT profile_id, after_value = 'published', after_day FROM act_change
    WHERE act_id = :act AND field = '' AND after_value IN ('published', 'hidden')
    ON CONFLICT (id)
    DO UPDATE SET published = excluded.published, published_on = excluded.published_on
    """,
    """
    INSERT INTO fact (profile_id, field, source, value, confirmed_on)
    SELECT profile_id, field, source, after_value, after_day FROM act_change
    WHERE act_id = :act AND field NOT IN ('', 'apart')
    AND (after_value, after_day) IS NOT (NULL, NULL)
    ON CONFLICT (profile_id, field, source)
    DO UPDATE SET value = excluded.value, confirmed_on = excluded.confirmed_on
    """,
    """
    DELETE FROM fact WHERE (profile_id, field, source) IN (
        SELECT profile_id, field, source FROM act_change
        WHERE act_id = :act AND field != '' AND (after_value, after_day) IS (NULL, NULL)
    )
    """,
    """
    DELETE FROM profile WHERE id IN (
        SELECT profile_id FROM act_change
        WHERE act_id = :act AND field = ''
        AND (after_value IS NULL OR after_value NOT IN ('published', 'hidden'))
    )
    """,
    """
    DELETE FROM merged WHERE old_id IN (
        SELECT profile_id FROM act_change WHERE act_id = :act AND field = ''
    )
    """,
    """
    INSERT INTO merged (old_id, kept_id)
    SELECT profile_id, substr(after_value, length('merged:') + 1) FROM act_change
    WHERE act_id = :act AND field = '' AND after_value LIKE 'merged:%'
    """,
    """
    DELETE FROM not_the_same WHERE (profile_id, other_id) IN (
        SELECT profile_id, source FROM act_change
        WHERE act_id = :act AND field = 'apart' AND after_value IS NULL
    )
    """,
    """
    INSERT OR IGNORE INTO not_the_same (profile_id, other_id)
    SELECT profile_id, source FROM act_change
    WHERE act_id = :act AND field = 'apart' AND after_value IS NOT NULL
    """,
)
