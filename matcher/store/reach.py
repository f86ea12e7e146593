"""In which states people can see whom, kept where a database finds them without reading facts."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, true

from matcher.directory.reach import ANYWHERE, REACH_FIELDS, reach_of, reach_rules
from matcher.store.digests import FactRow
from matcher.store.sql import as_bytes, run_many
from matcher.store.stored import Stored
from matcher.store.tables import DIGEST, FACT, PROFILE, REACH, REACH_RULES

_CHUNK = 1_000


def seen_in(areas: Collection[str]) -> ColumnElement[bool]:
    """Ask for the profiles that people in these areas can see, or may for all that is known.

    What is kept tells it: ask `is_of_these_rules` before.
    """
    there = select(REACH.c.profile_id).where(REACH.c.area.in_([ANYWHERE, *areas]))
    return DIGEST.c.profile_id.in_(there)


def those_seen_in(areas: Collection[str], stored: Iterable[Stored]) -> Iterator[Stored]:
    """Give the same profiles without what is kept: all facts of everybody are read."""
    wanted = {ANYWHERE, *areas}
    for each in stored:
        said = [(field, word.value) for field, _, word in each.words if field in REACH_FIELDS]
        if not wanted.isdisjoint(reach_of((field, text) for field, text in said if text)):
            yield each


def is_of_these_rules(connection: Connection) -> bool:
    """Tell whether what is kept was made by the rules of this program."""
    return connection.scalar(select(REACH_RULES.c.digest)) == reach_rules()


def put_reach_right(connection: Connection) -> None:
    """Make anew what is kept, where other rules made it, before anything is added by these."""
    if is_of_these_rules(connection):
        return
    renew_reach(connection, true())
    connection.execute(delete(REACH_RULES))
    connection.execute(insert(REACH_RULES).values(digest=reach_rules()))


def renew_reach(connection: Connection, which: ColumnElement[bool]) -> None:
    """Note in which states people can see profiles, as their facts are now."""
    ids = select(PROFILE.c.id).where(which)
    connection.execute(delete(REACH).where(REACH.c.profile_id.in_(ids)))
    tells = and_(
        FACT.c.profile_id == PROFILE.c.id,
        FACT.c.field.in_(REACH_FIELDS),
        FACT.c.value.is_not(None),
    )
    stated = (
        select(PROFILE.c.id, FACT.c.field, as_bytes(FACT.c.value))
        .outerjoin_from(PROFILE, FACT, tells)
        .where(which)
        .order_by(PROFILE.c.id)
    )
    rows: list[tuple[str, str]] = []
    with connection.execute(stated, execution_options={"yield_per": _CHUNK}) as found:
        for profile_id, words in groupby(found, key=itemgetter(0)):
            known = [(field, str(value, "utf-8", "replace")) for _, field, value in words if field]
            rows.extend((area, profile_id) for area in reach_of(known))
            if len(rows) >= _CHUNK:
                _put(connection, rows)
                rows = []
    _put(connection, rows)


def note_new_reach(connection: Connection, ids: Iterable[str], facts: Iterable[FactRow]) -> None:
    """Note in which states people can see profiles that were just written for the first time.

    Parameters
    ----------
    ids
        Of the profiles, sorted.
    facts
        All facts of them and maybe of others, sorted.
    """
    _put(connection, [*_rows(ids, facts)])


def _rows(ids: Iterable[str], facts: Iterable[FactRow]) -> Iterator[tuple[str, str]]:
    telling = [each for each in facts if each[1] in REACH_FIELDS and each[3] is not None]
    words = {
        id_: [(field, value or "") for _, field, _, value, _ in group]
        for id_, group in groupby(telling, key=itemgetter(0))
    }
    for profile_id in ids:
        for area in reach_of(words.get(profile_id, ())):
            yield area, profile_id


def _put(connection: Connection, rows: list[tuple[str, str]]) -> None:
    if rows:
        run_many(connection, "INSERT INTO reach (area, profile_id) VALUES (:area, :id)", rows)
