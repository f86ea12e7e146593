"""Take an act back: where nobody said anything since, what stood before stands again."""

from collections.abc import Iterator

from sqlalchemy import Connection, select, update

from matcher.directory.trail import Deed, DeedKind, Place, Undone
from matcher.errors import Message, StoreError
from matcher.store.recorder import act, carry_out
from matcher.store.sql import run
from matcher.store.tables import ACT

HIGHEST = 2**63 - 1
"""The highest number that an entry can have."""


def undo(connection: Connection, act_id: int, who: str = "") -> Undone:
    """Undo an act, in a transaction that the caller ends.

    A profile the act brought goes again, with all its facts, unless one of them was changed since
    or another profile went into it. To undo an undoing is to do the act again, which can then be
    undone once more.

    Raises
    ------
    StoreError
        When there is no such act, it is undone already, or nothing of it could be undone.
    """
    _check(connection, act_id)
    with act(connection, Deed(DeedKind.UNDO, who, str(act_id))) as undoing:
        marks = {"act": act_id, "undo": undoing}
        for statement in _PUT_DOWN:
            run(connection, statement, marks)
        carry_out(connection, undoing)
        left = (*_left(connection, marks),)
        if left and (later := run(connection, _BUILT_ON, marks).scalar()):
            raise StoreError(Message("error.store.built_on", act=act_id, later=later))
        restored = run(connection, _RESTORED, {"undo": undoing}).scalar() or 0
        if not restored:
            raise StoreError(Message("error.store.nothing_to_undo", act=act_id))
        run(connection, _BACK_IN_FORCE, {"act": act_id})
        connection.execute(update(ACT).where(ACT.c.id == act_id).values(undone_by=undoing))
    return Undone(undoing, restored, left)


def _check(connection: Connection, act_id: int) -> None:
    if act_id > HIGHEST:
        raise StoreError(Message("error.store.no_act", act=str(act_id)[:40]))
    row = connection.execute(select(ACT.c.undone_by).where(ACT.c.id == act_id)).first()
    if row is None:
        raise StoreError(Message("error.store.no_act", act=act_id))
    if row.undone_by is not None:
        raise StoreError(Message("error.store.undone", act=act_id, by=row.undone_by))


def _left(connection: Connection, marks: dict[str, int]) -> Iterator[Place]:
    for row in run(connection, _LEFT, marks):
        yield Place(*row)


# A profile that would go is touched when the first later change of one of its facts has not been
# taken back: what stood before that change is what the act in question had left. But a profile
# that went and was brought anew had nothing there, and what it was brought with is not noted. Who
# has others in it may go into somebody in turn, but not go for good.
_STANDINGS = """
    WITH done AS (
        SELECT act_change.*, published_on AS day, CASE
            WHEN published THEN 'published'
            WHEN id IS NOT NULL THEN 'hidden'
            WHEN kept_id IS NOT NULL THEN 'merged:' || kept_id
        END AS value
        FROM act_change LEFT JOIN profile ON id = profile_id LEFT JOIN merged ON old_id = profile_id
        WHERE act_id = :act AND field = ''
    ),
    going AS (
        SELECT profile_id FROM done
        WHERE before_value IS NULL OR before_value NOT IN ('published', 'hidden')
    ),
    firsts AS (
        SELECT profile_id, field, source, min(act_id) AS first FROM act_change
        WHERE act_id > :act AND act_id < :undo AND field NOT IN ('', 'apart')
        AND profile_id IN (SELECT profile_id FROM going)
        GROUP BY profile_id, field, source
    ),
    later AS (
        SELECT firsts.*, before_value, before_day
        FROM firsts JOIN act_change USING (profile_id, field, source) WHERE act_id = first
    ),
    anew AS (
        SELECT profile_id, min(act_id) AS brought FROM act_change
        WHERE act_id > :act AND act_id < :undo AND field = '' AND before_value IS NULL
        AND profile_id IN (SELECT profile_id FROM going)
        GROUP BY profile_id
    ),
    touched AS (
        SELECT profile_id
        FROM later LEFT JOIN anew USING (profile_id)
        LEFT JOIN fact USING (profile_id, field, source)
        WHERE (value, confirmed_on) IS DISTINCT FROM (
            CASE WHEN brought < first THEN NULL ELSE before_value END,
            CASE WHEN brought < first THEN NULL ELSE before_day END
        )
        UNION
        SELECT kept_id FROM merged JOIN done ON done.profile_id = kept_id
        WHERE before_value IS NULL
    )
    INSERT INTO act_change
    SELECT :undo, profile_id, '', '', after_value, after_day, before_value, before_day
    FROM done
    WHERE (value, day) IS NOT DISTINCT FROM (after_value, after_day)
    AND profile_id NOT IN (SELECT profile_id FROM touched)
"""
_FACTS = """
    INSERT INTO act_change
    SELECT :undo, profile_id, field, source, after_value, after_day, before_value, before_day
    FROM act_change LEFT JOIN fact USING (profile_id, field, source)
    WHERE act_id = :act AND field NOT IN ('', 'apart')
    AND (value, confirmed_on) IS NOT DISTINCT FROM (after_value, after_day)
    AND ((before_value IS NULL AND before_day IS NULL)
        OR EXISTS (SELECT 1 FROM profile WHERE id = profile_id)
        OR EXISTS (
            SELECT 1 FROM act_change AS coming
            WHERE coming.act_id = :undo AND coming.profile_id = act_change.profile_id
            AND coming.field = '' AND coming.after_value IN ('published', 'hidden')
        )
    )
"""
_FACTS_OF_WHO_GOES = """
    INSERT INTO act_change
    SELECT :undo, profile_id, field, source, value, confirmed_on, NULL, NULL
    FROM fact WHERE profile_id IN (
        SELECT profile_id FROM act_change
        WHERE act_id = :undo AND field = ''
        AND (after_value IS NULL OR after_value NOT IN ('published', 'hidden'))
    )
    ON CONFLICT DO NOTHING
"""
_APART = """
    INSERT INTO act_change
    SELECT :undo, act_change.profile_id, field, source,
        after_value, after_day, before_value, before_day
    FROM act_change LEFT JOIN not_the_same AS mark
        ON mark.profile_id = act_change.profile_id AND other_id = source
    WHERE act_id = :act AND field = 'apart' AND (other_id IS NULL) = (after_value IS NULL)
"""
_PUT_DOWN = (_STANDINGS, _FACTS, _FACTS_OF_WHO_GOES, _APART)

_LEFT = """
    SELECT profile_id, field, source FROM act_change AS done
    WHERE act_id = :act AND NOT EXISTS (
        SELECT 1 FROM act_change AS undone
        WHERE undone.act_id = :undo AND undone.profile_id = done.profile_id
        AND undone.field = done.field AND undone.source = done.source
    )
    ORDER BY profile_id, field, source
"""
_BUILT_ON = """
    SELECT max(later.id) FROM act_change AS done
    JOIN act_change AS since ON since.profile_id = done.profile_id
        AND since.field = done.field AND since.source = done.source
    JOIN act AS later ON later.id = since.act_id
    JOIN act AS merging ON merging.id = done.act_id
    WHERE done.act_id = :act AND merging.what = 'merge'
    AND later.id > :act AND later.what = 'merge' AND later.undone_by IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM act_change AS undone
        WHERE undone.act_id = :undo AND undone.profile_id = done.profile_id
        AND undone.field = done.field AND undone.source = done.source
    )
"""
_RESTORED = "SELECT count(*) FROM act_change WHERE act_id = :undo"
_BACK_IN_FORCE = "UPDATE act SET undone_by = NULL WHERE undone_by = :act"
