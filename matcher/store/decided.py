"""What was decided when profiles went into others, as far as nobody took it back since."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from matcher.directory.trail import APART, DeedKind, Word
from matcher.store.tables import ACT, ACT_CHANGE

Key = tuple[str, str, str]
"""Profile id, field, source."""


class Decided(NamedTuple):
    """What files that were there before would only say once more.

    Attributes
    ----------
    filled
        By the place on a profile that was kept: its silence there, and the word that came in.
    known
        By the place on a profile, be it kept or gone: what stood there, a silence too.
    """

    filled: dict[Key, tuple[Word, Word]]
    known: dict[Key, list[Word]]

    def has_filled(self, key: Key, silence: Word, held: Word) -> bool:
        """Tell whether a silence was known when the word that is held took its place."""
        known, _ = self.filled.get(key, (None, None))
        return (
            known is not None and self.has_brought(key, held) and not silence.is_newer_than(known)
        )

    def has_brought(self, key: Key, held: Word) -> bool:
        """Tell whether the word that is held came in where there was none."""
        return key in self.filled and self.filled[key][1] == held

    def has_lent(self, key: Key, held: Word, old_id: str) -> bool:
        """Tell whether the word that is held came from who is gone."""
        known = self.known.get((old_id, *key[1:]), ())
        return self.has_brought(key, held) and any(each.value == held.value for each in known)

    def gave_up(self, key: Key, word: Word, old_id: str) -> bool:
        """Tell whether a word, or a silence, was known when what it names went into another."""
        _, field, source = key
        known = self.known.get((old_id, field, source), ())
        return any(word.value == each.value and not word.is_newer_than(each) for each in known)


def decided_about(connection: Connection, ids: Collection[str]) -> Decided:
    """Return what was decided about profiles, be they kept or gone."""
    decided = Decided({}, {})
    for key, before, after in changes_by_merging(connection, ids):
        decided.known.setdefault(key, []).append(before)
        if after.value is not None and before.value is None:
            decided.filled[key] = (before, after)
        elif key in decided.filled:
            decided.filled[key] = (decided.filled[key][0], after)
    return decided


def changes_by_merging(
    connection: Connection, ids: Collection[str]
) -> Iterator[tuple[Key, Word, Word]]:
    """Give what stood in places of profiles before and after they became one, in order."""
    for change in connection.execute(_CHANGES.where(ACT_CHANGE.c.profile_id.in_(ids))):
        yield (
            (change.profile_id, change.field, change.source),
            Word(change.before_value, change.before_day),
            Word(change.after_value, change.after_day),
        )


_CHANGES = (
    select(*ACT_CHANGE.c)
    .join(ACT, ACT.c.id == ACT_CHANGE.c.act_id)
    .where(
        ACT.c.what == DeedKind.MERGE.value,
        ACT.c.undone_by.is_(None),
        ACT_CHANGE.c.field.not_in(["", APART]),
    )
    .order_by(ACT.c.id)
)
