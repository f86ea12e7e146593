"""One person who was in the directory twice."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, select

from matcher.directory.field import UNSORTED
from matcher.directory.partly_read import words_of_both
from matcher.directory.trail import HIDDEN, NOTHING, Change, Deed, DeedKind, Place, Word
from matcher.errors import Message, StoreError
from matcher.store.digests import changed_outside
from matcher.store.recorder import act, carry_out, merged_into, put_down, standing_of
from matcher.store.tables import FACT, MERGED, PROFILE


def merge(connection: Connection, keep: str, drop: str, who: str = "") -> int:
    """Let one profile go into another, in a transaction that the caller ends.

    Each source's word on each field stays its word; where one source spoke of both, its newer word
    holds, and of equal dates that on the profile that is kept. What one states holds, however old,
    where the other is silent: of an empty cell nobody knows whether it was meant. Words that no
    field takes are those of both. Where clients do not see one of the two, they see neither.

    Returns
    -------
    int
        The act.

    Raises
    ------
    StoreError
        When one of the two is not there or was changed outside the program, or they are the same.
    """
    if keep == drop:
        raise StoreError(Message("error.store.merge_same", id=keep))
    kept, dropped = _standing(connection, keep), _standing(connection, drop)
    if kept is None or dropped is None:
        raise StoreError(Message("error.store.no_profile", id=keep if kept is None else drop))
    for profile_id in changed_outside(connection, PROFILE.c.id.in_((keep, drop))):
        raise StoreError(Message("error.store.changed_outside", id=profile_id))
    with act(connection, Deed(DeedKind.MERGE, who)) as act_id:
        put_down(connection, act_id, [Change(Place(drop), dropped, merged_into(keep))])
        if dropped.value == HIDDEN and (kept.value != HIDDEN or dropped.is_newer_than(kept)):
            put_down(connection, act_id, [Change(Place(keep), kept, dropped)])
        changes = _moved(keep, _words(connection, keep), drop, _words(connection, drop))
        put_down(connection, act_id, changes)
        carry_out(connection, act_id)
    return act_id


def moved_ids(connection: Connection) -> Mapping[str, str]:
    """Return, by the id of each profile that went into another, the id it has in the end."""
    rows = connection.execute(select(MERGED.c.old_id, MERGED.c.kept_id))
    into: dict[str, str] = {old: kept for old, kept in rows}  # noqa: C416 - rows are no pairs
    return {old: _end_of(old, into) for old in into}


def _end_of(profile_id: str, into: Mapping[str, str]) -> str:
    for _ in into:  # no way is longer than all there are
        profile_id = into.get(profile_id, profile_id)
    return profile_id


def _standing(connection: Connection, profile_id: str) -> Word | None:
    query = select(PROFILE.c.published, PROFILE.c.published_on).where(PROFILE.c.id == profile_id)
    row = connection.execute(query).first()
    return None if row is None else standing_of(*row)


def _words(connection: Connection, profile_id: str) -> dict[tuple[str, str], Word]:
    query = select(FACT.c.field, FACT.c.source, FACT.c.value, FACT.c.confirmed_on)
    rows = connection.execute(query.where(FACT.c.profile_id == profile_id))
    return {(field, source): Word(value, day) for field, source, value, day in rows}


def _moved(
    keep: str,
    kept: Mapping[tuple[str, str], Word],
    drop: str,
    dropped: Mapping[tuple[str, str], Word],
) -> Iterator[Change]:
    for voice, word in dropped.items():
        yield Change(Place(drop, *voice), word, NOTHING)
        held = kept.get(voice, NOTHING)
        if voice[0] == UNSORTED and word.value and held.value:
            said = (*kept.items(), *dropped.items())
            lists = ((name, each.day) for (name, by), each in said if by == voice[1] and each.value)
            both = (held.value, held.day), (word.value, word.day)
            word = Word(*words_of_both(*both, lists))
        elif not _outweighs(word, held):
            continue
        yield Change(Place(keep, *voice), held, word)


def _outweighs(word: Word, held: Word) -> bool:
    if (word.value is None) != (held.value is None):
        return held.value is None
    return word.is_newer_than(held)
