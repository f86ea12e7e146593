"""A SHA-256 of all that is stored of a profile, so that what no act of the program did is noticed.

SQLite reads a row whose bits have changed on the disk as if it had been written so. What is stored
of one profile is put together by SQLite as one piece of bytes, whatever those bytes are by now;
they are taken apart only once they are known to be the ones that were written.

A kiosk on a server gets nothing of what staff alone see. There is a digest of the rest for it.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import chain, groupby
from operator import itemgetter

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Row,
    Select,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from matcher.directory.field import FOR_STAFF
from matcher.store.sql import Written, as_bytes, digest_of, insert_into, run_many
from matcher.store.tables import ACT_CHANGE, DIGEST, FACT, PROFILE, WHOLE_DIGEST

UNIT, RECORD, WITHDRAWN = "\x1f", "\x1e", "\x15"
"""What stands between the parts of a fact, after each fact, and in place of no value."""

# The facts come in the order of their key: there is no other way to them. How many there are, and
# of which types, tells what a text that holds such signs itself would hide.
STORED = Written(
    sqlite="""
    CAST(profile.id || char(31) || quote(profile.published) || char(31)
        || quote(profile.published_on) || char(30) || (
            SELECT ifnull(group_concat(
                field || char(31) || source || char(31) || ifnull(confirmed_on, '') || char(31)
                || ifnull(value, char(21)) || char(30), ''
            ), '') || count(*) || char(31) || count(value) || char(31) || typeof(max(field))
            || typeof(max(source)) || typeof(max(value)) || typeof(max(confirmed_on))
            FROM fact WHERE fact.profile_id = profile.id
        ) AS BLOB)
    """,
    postgresql="""
    convert_to(profile.id || chr(31) || profile.published::int || chr(31)
        || coalesce(quote_literal(profile.published_on), 'NULL') || chr(30) || (
            SELECT coalesce(string_agg(
                field || chr(31) || source || chr(31) || coalesce(confirmed_on::text, '') || chr(31)
                || coalesce(value, chr(21)) || chr(30), '' ORDER BY field, source
            ), '') || count(*) || chr(31) || count(value) || chr(31)
            || repeat(CASE count(*) WHEN 0 THEN 'null' ELSE 'text' END, 2)
            || CASE count(value) WHEN 0 THEN 'null' ELSE 'text' END
            || CASE count(confirmed_on) WHEN 0 THEN 'null' ELSE 'text' END
            FROM fact WHERE fact.profile_id = profile.id
        ), 'UTF8')
    """,
)

IS_SHOWN = " AND ".join(f"field <> '{name}'" for name in FOR_STAFF)
"""Asks for the facts that are not for staff alone."""

_COLUMNS = ["profile_id", "digest"]
_FACTS = "fact.profile_id = profile.id"
_SHOWN: ColumnElement[bytes] = Written(
    **{
        name: words.replace(_FACTS, f"{_FACTS} AND {IS_SHOWN}")
        for name, words in STORED.words.items()
    }
)
_HAS_MORE = (
    select(FACT.c.profile_id)
    .where(FACT.c.profile_id == PROFILE.c.id, FACT.c.field.in_(FOR_STAFF))
    .correlate(PROFILE)
    .exists()
)

FactRow = tuple[str, str, str, str | None, str | None]
"""Profile, field, source, value and day of a fact, as they are stored."""

_CHUNK = 1_000
_DIGEST = cast(func.coalesce(WHOLE_DIGEST.c.digest, DIGEST.c.digest), LargeBinary)
_HAS_WHOLE = WHOLE_DIGEST.c.profile_id == DIGEST.c.profile_id


def digest(stored: bytes | None) -> bytes:
    """Return the digest of what is stored of a profile; SQL knows it as ``rapport_digest``."""
    return sha256(stored or b"").digest()


StoredRow = Row[bytes, bytes, bytes] | tuple[bytes, bytes, bytes]
"""Id, what is stored, and its digest, each whatever its bytes are by now."""


def what_is_stored(which: ColumnElement[bool]) -> Select[bytes, bytes, bytes]:
    """Ask for what is stored of profiles, as `StoredRow`."""
    return (
        select(as_bytes(PROFILE.c.id), STORED, _DIGEST)
        .outerjoin_from(PROFILE, DIGEST, DIGEST.c.profile_id == PROFILE.c.id)
        .outerjoin(WHOLE_DIGEST, _HAS_WHOLE)
        .where(which)
    )


def all_that_is_stored(*which: ColumnElement[bool]) -> Select[bytes, bytes, bytes]:
    """Ask for what is stored of all profiles the program wrote, sorted by id.

    Digests lead to the profiles: one that is gone, or that has the id of another by now, is missed.
    """
    return (
        select(as_bytes(DIGEST.c.profile_id), STORED, _DIGEST)
        .outerjoin_from(DIGEST, PROFILE, DIGEST.c.profile_id == PROFILE.c.id)
        .outerjoin(WHOLE_DIGEST, _HAS_WHOLE)
        .where(*which)
        .order_by(DIGEST.c.profile_id)
    )


HAS_NO_DIGEST = PROFILE.c.id.not_in(select(DIGEST.c.profile_id))
"""Asks for the profiles that something else brought."""


def is_true(row: StoredRow) -> bool:
    """Tell whether what is stored of a profile is what the program wrote."""
    _, stored, true = row
    return digest(stored) == true


def id_of(row: StoredRow) -> str:
    """Return the id of a profile, as far as it can be read."""
    return str(row[0] or b"", "utf-8", "replace")


def changed_outside(connection: Connection, which: ColumnElement[bool]) -> Iterator[str]:
    """Give the ids of profiles there are that are not what the program wrote."""
    options = {"yield_per": _CHUNK}
    with connection.execute(what_is_stored(which), execution_options=options) as rows:
        for row in rows:
            if not is_true(row):
                yield id_of(row)


def in_act(act_id: int) -> ColumnElement[bool]:
    """Ask for the profiles that an act has changes of."""
    named = select(ACT_CHANGE.c.profile_id).where(ACT_CHANGE.c.act_id == act_id)
    return PROFILE.c.id.in_(named)


def renew(connection: Connection, which: ColumnElement[bool], but: Collection[str] = ()) -> None:
    """Note that profiles are as the program wrote them.

    Parameters
    ----------
    which
        Of which profiles.
    but
        Those of them that were not before: an act that changes one thing says nothing of the rest.
    """
    if but:
        which = which & PROFILE.c.id.not_in(but)
    now = select(PROFILE.c.id, digest_of(_SHOWN)).where(which)
    new = insert_into(connection, DIGEST).from_select(_COLUMNS, now)
    put = new.on_conflict_do_update(
        index_elements=[DIGEST.c.profile_id], set_={"digest": new.excluded.digest}
    )
    connection.execute(put)
    ids = select(PROFILE.c.id).where(which)
    connection.execute(delete(WHOLE_DIGEST).where(WHOLE_DIGEST.c.profile_id.in_(ids)))
    whole = select(PROFILE.c.id, digest_of(STORED)).where(which, _HAS_MORE)
    connection.execute(insert(WHOLE_DIGEST).from_select(_COLUMNS, whole))


def note_digests_of_all(connection: Connection) -> None:
    """Note one digest of each profile, of all that is stored, as there was no other once."""
    now = select(PROFILE.c.id, digest_of(STORED))
    connection.execute(insert(DIGEST).from_select(_COLUMNS, now))


def part_digests(connection: Connection) -> None:
    """Note what kiosks see of profiles that are true, and of which there is one digest of all."""
    of_all = (
        select(PROFILE.c.id, DIGEST.c.digest)
        .join_from(PROFILE, DIGEST, DIGEST.c.profile_id == PROFILE.c.id)
        .where(_HAS_MORE, PROFILE.c.id.not_in(select(WHOLE_DIGEST.c.profile_id)))
        .where(DIGEST.c.digest == digest_of(STORED))
    )
    connection.execute(insert(WHOLE_DIGEST).from_select(_COLUMNS, of_all))
    shown = select(digest_of(_SHOWN)).where(PROFILE.c.id == DIGEST.c.profile_id).scalar_subquery()
    is_of_all = select(WHOLE_DIGEST).where(_HAS_WHOLE, WHOLE_DIGEST.c.digest == DIGEST.c.digest)
    connection.execute(update(DIGEST).values(digest=shown).where(is_of_all.exists()))


def note_new(
    connection: Connection,
    standings: Iterable[tuple[str, bool, date | None]],
    facts: Iterable[FactRow],
) -> None:
    """Note the digests of profiles that were just written for the first time.

    Parameters
    ----------
    standings
        Id, whether it is published, and since when.
    facts
        All facts of them and maybe of others, sorted.
    """
    stated = {id_: [*group] for id_, group in groupby(facts, key=itemgetter(0))}
    rows, whole = [], []
    for standing in standings:
        said = stated.get(standing[0], [])
        shown = [each for each in said if each[1] not in FOR_STAFF]
        rows.append((standing[0], digest(_put_together(*standing, shown))))
        if len(shown) < len(said):
            whole.append((standing[0], digest(_put_together(*standing, said))))
    for table, noted in ((DIGEST, rows), (WHOLE_DIGEST, whole)):
        if noted:
            run_many(connection, _NOTE.format(table), noted)


def _put_together(
    profile_id: str, published: bool, day: date | None, facts: Collection[FactRow]
) -> bytes:
    """Return what `STORED` would be, so that SQLite need not look what it was just given."""
    since = "NULL" if day is None else f"'{day.isoformat()}'"
    _, fields, sources, values, days = zip(*facts, strict=True) if facts else ((),) * 5
    said = len(values) - values.count(None)
    types = ("text" * 2 if facts else "null" * 2, "text" if said else "null")
    is_dated = days.count(None) < len(days)
    parts = chain(
        (profile_id, UNIT, str(int(published)), UNIT, since, RECORD),
        [
            f"{field}{UNIT}{source}{UNIT}{on or ''}{UNIT}{WITHDRAWN if value is None else value}"
            f"{RECORD}"
            for field, source, value, on in zip(fields, sources, values, days, strict=True)
        ],
        (str(len(facts)), UNIT, str(said), UNIT, *types, "text" if is_dated else "null"),
    )
    return "".join(parts).encode()


_NOTE = """
    INSERT INTO {} (profile_id, digest) VALUES (:profile_id, :digest)
    ON CONFLICT (profile_id) DO UPDATE SET digest = excluded.digest
"""
