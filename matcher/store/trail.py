"""The repository of acts: what was done, to whom, and how to take it back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from matcher.directory.profile import Source
from matcher.directory.trail import MERGED as MERGED_INTO
from matcher.directory.trail import Act, Change, Deed, DeedKind, Place, Undone, Word
from matcher.store.recorder import merged_into, note
from matcher.store.renumbering import ActMark, make_room, marks_of
from matcher.store.tables import ACT, ACT_CHANGE, FACT, MERGED
from matcher.store.undoing import HIGHEST, undo


class Trail:
    """Acts as an open transaction sees them.

    Parameters
    ----------
    connection
        Belongs to the unit of work, which ends the transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def acts(self, limit: int) -> list[Act]:
        """Return the last acts, the newest first."""
        query = _ACTS.order_by(ACT.c.id.desc()).limit(limit)
        return [_act_of(row) for row in self._connection.execute(query)]

    def of_profile(self, profile_id: str) -> Iterator[tuple[Act, tuple[Change, ...]]]:
        """Give the acts that changed a profile, the newest first, each with what it did there.

        That another is part of it now is told too.
        """
        into = select(MERGED.c.old_id).where(MERGED.c.kept_id == profile_id)
        about = or_(
            ACT_CHANGE.c.profile_id == profile_id,
            and_(
                ACT_CHANGE.c.profile_id.in_(into),
                ACT_CHANGE.c.after_value == merged_into(profile_id).value,
            ),
        )
        changes: dict[int, list[Change]] = {}
        rows = self._connection.execute(_CHANGES.where(about)).all()
        told = self._with_who_withdrew([_change_of(row[1:]) for row in rows])
        for row, change in zip(rows, told, strict=True):
            changes.setdefault(row[0], []).append(change)
        query = _ACTS.where(ACT.c.id.in_([*changes])).order_by(ACT.c.id.desc())
        for act in map(_act_of, self._connection.execute(query)):
            yield act, (*changes[act.id],)

    def of_act(self, act_id: int, limit: int) -> list[Change]:
        """Return what an act changed, profiles before what is stated on them; no more than told."""
        query = _ALL_CHANGES.where(ACT_CHANGE.c.act_id == act_id)
        ordered = query.order_by(
            ACT_CHANGE.c.field != "", ACT_CHANGE.c.profile_id, ACT_CHANGE.c.field
        )
        rows = self._connection.execute(ordered.limit(limit))
        return [*self._with_who_withdrew([_change_of(row[1:]) for row in rows])]

    def subjects(self, act_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Return whom each act concerned, for those that concerned one or two profiles."""
        whom = ACT_CHANGE.c.profile_id
        query = (
            select(ACT_CHANGE.c.act_id, func.min(whom), func.max(whom))
            .where(ACT_CHANGE.c.act_id.in_([*act_ids]))
            .group_by(ACT_CHANGE.c.act_id)
            .having(func.count(whom.distinct()) <= _FEW)
        )
        found = {row[0]: {row[1], row[2]} for row in self._connection.execute(query)}
        # Who is kept may have nothing new from who went.
        words = select(ACT_CHANGE.c.act_id, ACT_CHANGE.c.before_value, ACT_CHANGE.c.after_value)
        query = words.where(ACT_CHANGE.c.act_id.in_([*found]), ACT_CHANGE.c.field == "")
        for act_id, *standings in self._connection.execute(query):
            found[act_id] |= {
                word.removeprefix(MERGED_INTO)
                for word in standings
                if word and word.startswith(MERGED_INTO)
            }
        return {act_id: (*sorted(ids),) for act_id, ids in found.items() if len(ids) <= _FEW}

    def last_names(self, profile_ids: Iterable[str]) -> dict[str, str]:
        """Return what profiles that may be gone were called last, of those of whom it is noted."""
        query = select(
            ACT_CHANGE.c.profile_id, ACT_CHANGE.c.before_value, ACT_CHANGE.c.after_value
        ).where(ACT_CHANGE.c.profile_id.in_([*profile_ids]), ACT_CHANGE.c.field == "name")
        names: dict[str, str] = {}
        for profile_id, before, after in self._connection.execute(
            query.order_by(ACT_CHANGE.c.act_id)
        ):
            if name := after or before:
                names[profile_id] = name
        return names

    def _with_who_withdrew(self, changes: Sequence[Change]) -> Iterator[Change]:
        """Tell of words that others withdrew with their own on the same day."""
        ids = {change.place.profile_id for change in changes if _has_withdrawn(change)}
        taken_back: set[tuple[str, str, date]] = set()
        for words in (FACT, ACT_CHANGE) if ids else ():
            value, day = (words.c[each] for each in _WORD_OF[words.name])
            query = select(words.c.profile_id, words.c.field, day).where(
                words.c.profile_id.in_(ids),
                words.c.source == Source.THERAPIST.value,
                value.is_(None),
                day.is_not(None),
            )
            taken_back.update((row[0], row[1], row[2]) for row in self._connection.execute(query))

        def who(place: Place, word: Word) -> str:
            is_own = not place.field or place.source == Source.THERAPIST
            if is_own or word.value is not None or word.day is None:
                return ""
            key = (place.profile_id, place.field, word.day)
            return Source.THERAPIST.value if key in taken_back else ""

        for change in changes:
            place = change.place
            yield replace(
                change,
                before_by=who(place, change.before),
                after_by=who(place, change.after),
            )

    @property
    def last(self) -> int:
        """The highest number of an act; 0 before the first."""
        return self._connection.execute(select(func.max(ACT.c.id))).scalar() or 0

    @property
    def marks(self) -> Mapping[int, ActMark]:
        """What tells each act from others, by its number."""
        return marks_of(self._connection)

    def make_room(self, known: Mapping[int, ActMark]) -> None:
        """Renumber what other acts are known by: see `matcher.store.renumbering.make_room`."""
        make_room(self._connection, known)

    def act(self, act_id: int) -> Act | None:
        """Return the act with this number, or ``None``."""
        row = self._connection.execute(_ACTS.where(ACT.c.id == act_id)).first()
        return None if row is None else _act_of(row)

    def note(self, deed: Deed, after: int = 0) -> int:
        """Note something that was done to the directory as a whole, and return its number.

        Parameters
        ----------
        deed
            What was done.
        after
            A number that somebody may know an act by already, as in what a copy replaces: this
            one and all that follow have higher ones.
        """
        is_used = self.last <= after < HIGHEST
        return note(self._connection, deed, after + 1 if is_used else None)

    def undo(self, act_id: int, who: str = "") -> Undone:
        """Take an act back: see `matcher.store.undoing.undo`."""
        return undo(self._connection, act_id, who)


def _act_of(row: Row[*tuple[Any, ...]]) -> Act:
    deed = Deed(DeedKind(row.what), row.who, row.detail)
    return Act(row.id, datetime.fromisoformat(row.at), deed, row.undone_by, row.changes)


def _change_of(row: Sequence[Any]) -> Change:
    return Change(Place(*row[:3]), Word(*row[3:5]), Word(*row[5:]))


def _has_withdrawn(change: Change) -> bool:
    return any(
        word.value is None and word.day is not None for word in (change.before, change.after)
    )


_FEW = 2
"""So many people can be named beside what was done to them."""

_WORD_OF = {"fact": ("value", "confirmed_on"), "act_change": ("after_value", "after_day")}
"""Where a word stands in a table: its value and its day."""

_COUNT = (
    select(func.count())
    .select_from(ACT_CHANGE)
    .where(ACT_CHANGE.c.act_id == ACT.c.id)
    .scalar_subquery()
    .label("changes")
)
_ACTS: Select[*tuple[Any, ...]] = select(
    ACT.c.id, ACT.c.at, ACT.c.who, ACT.c.what, ACT.c.detail, ACT.c.undone_by, _COUNT
)
_ALL_CHANGES: Select[*tuple[Any, ...]] = select(*ACT_CHANGE.c)
_CHANGES: Select[*tuple[Any, ...]] = _ALL_CHANGES.order_by(
    ACT_CHANGE.c.act_id, ACT_CHANGE.c.field, ACT_CHANGE.c.source
)
