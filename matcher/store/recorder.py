"""The one way changes come into the directory: within an act that notes each of them.

What is put down here is what is done: merging and undoing put their changes down first and then
carry them out; taking files over writes facts itself, for speed, and notes them beside.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import Connection, delete, func, insert, select

from matcher.directory.trail import HIDDEN, MERGED, PUBLISHED, Change, Deed, Word
from matcher.store.change import note_change
from matcher.store.digests import changed_outside, in_act, renew
from matcher.store.reach import renew_reach
from matcher.store.sql import run, run_many
from matcher.store.tables import ACT


@contextmanager
def act(connection: Connection, deed: Deed) -> Iterator[int]:
    """Open an act and give its number; one that changed nothing after all leaves no trace."""
    act_id = _begin(connection, deed)
    yield act_id
    run(connection, _FORGET_WHAT_CAME_BACK, {"act": act_id})
    if run(connection, _HAS_CHANGES, {"act": act_id}).first():
        note_change(connection)
    else:
        connection.execute(delete(ACT).where(ACT.c.id == act_id))


def is_kept(connection: Connection, act_id: int) -> bool:
    """Tell whether an act that has ended changed something; the number of another is free again."""
    return connection.execute(select(ACT.c.id).where(ACT.c.id == act_id)).first() is not None


def note(connection: Connection, deed: Deed, number: int | None = None) -> int:
    """Note an act that concerns the directory as a whole, and no place in it."""
    act_id = _begin(connection, deed, number)
    note_change(connection)
    return act_id


def _begin(connection: Connection, deed: Deed, number: int | None = None) -> int:
    last = connection.execute(select(func.max(ACT.c.id))).scalar() or 0
    act_id: int = last + 1 if number is None else number
    new = insert(ACT).values(
        id=act_id,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        who=deed.who,
        what=deed.kind.value,
        detail=deed.detail,
    )
    connection.execute(new)
    return act_id


def put_down(connection: Connection, act_id: int, changes: Iterable[Change]) -> None:
    """Note changes; of several in one place, what stood before the first is kept."""
    if rows := [_row_of(act_id, change) for change in changes]:
        run_many(connection, _PUT_DOWN, rows)


def carry_out(connection: Connection, act_id: int) -> None:
    """Make the directory what the changes of an act say it is after them."""
    concerned = in_act(act_id)
    changed_outside_before = [*changed_outside(connection, concerned)]
    for statement in _CARRY_OUT:
        run(connection, statement, {"act": act_id})
    renew(connection, concerned, but=changed_outside_before)
    renew_reach(connection, concerned)


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
    INSERT INTO act_change VALUES (
        :act, :profile, :field, :source, :before_value, :before_day, :after_value, :after_day
    )
    ON CONFLICT (act_id, profile_id, field, source)
    DO UPDATE SET after_value = excluded.after_value, after_day = excluded.after_day
"""
_FORGET_WHAT_CAME_BACK = """
    DELETE FROM act_change
    WHERE act_id = :act
    AND (before_value, before_day) IS NOT DISTINCT FROM (after_value, after_day)
"""
_HAS_CHANGES = "SELECT 1 FROM act_change WHERE act_id = :act LIMIT 1"

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
    AND (after_value IS NOT NULL OR after_day IS NOT NULL)
    ON CONFLICT (profile_id, field, source)
    DO UPDATE SET value = excluded.value, confirmed_on = excluded.confirmed_on
    """,
    """
    DELETE FROM fact WHERE (profile_id, field, source) IN (
        SELECT profile_id, field, source FROM act_change
        WHERE act_id = :act AND field != '' AND after_value IS NULL AND after_day IS NULL
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
    INSERT INTO not_the_same (profile_id, other_id)
    SELECT profile_id, source FROM act_change
    WHERE act_id = :act AND field = 'apart' AND after_value IS NOT NULL
    ON CONFLICT DO NOTHING
    """,
)
