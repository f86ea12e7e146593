"""The repository of what kiosks tell of themselves."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from matcher.directory.kiosk_event import OF_COPIES, KioskEvent, KioskStanding, KioskWord
from matcher.store.sql import insert_into
from matcher.store.tables import KIOSK_EVENT

_KIOSK, _AT, _WHAT = KIOSK_EVENT.c.kiosk, KIOSK_EVENT.c.at, KIOSK_EVENT.c.what
_BETWEEN = " "
_COPIES = tuple(word.value for word in OF_COPIES)
_TOLD_LAST = tuple(word.value for word in KioskWord if word is not KioskWord.CURRENT)


class Kiosks:
    """What kiosks told, as an open transaction sees it.

    Parameters
    ----------
    connection
        Belongs to the unit of work, which ends the transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kiosk: str, events: Sequence[KioskEvent]) -> None:
        """Add what a kiosk told; what is there already stays as it is, once."""
        rows = [
            {"id": each.id, "at": _written(each.at), "kiosk": kiosk, "what": each.what.value}
            for each in events
        ]
        # Without naming what it could meet: who may only add may not look for it either.
        statement = insert_into(self._connection, KIOSK_EVENT).on_conflict_do_nothing()
        self._connection.execute(statement, rows)

    def clock(self, own: datetime) -> datetime:
        """Return what moment it is by the server's clock; of a file, by one's own."""
        if self._connection.dialect.name == "sqlite":
            return own
        there = self._connection.scalar(select(func.now()))
        return there.astimezone(UTC) if isinstance(there, datetime) else own

    def standing(self, since: datetime, until: datetime) -> list[KioskStanding]:
        """Return what is known of each kiosk that told something between two moments, by name."""
        looked_at = and_(_written(since) <= _AT, _written(until) >= _AT)
        copied = func.max(case((_WHAT.in_(_COPIES), _AT)))
        # The database holds moments to one length: the greatest text begins with the last of them.
        told = func.max(case((_WHAT.in_(_TOLD_LAST), _AT + _BETWEEN + _WHAT)))
        query = select(_KIOSK, func.max(_AT), copied, told).where(looked_at)
        rows = self._connection.execute(query.group_by(_KIOSK).order_by(_KIOSK))
        found = ((name, *map(_read, times), _read_told(last)) for name, *times, last in rows)
        waits = self._waits(looked_at)
        return [
            KioskStanding(name, heard, current, what, at, waits.get(name))
            for name, heard, current, (what, at) in found
            if heard is not None
        ]

    def _waits(self, looked_at: ColumnElement[bool]) -> Mapping[str, datetime | None]:
        """Return since when each waits that told so, and nothing of a newest copy since."""
        copied = func.max(_AT).label("copied")
        query = select(_KIOSK, copied).where(looked_at, _WHAT.in_(_COPIES)).group_by(_KIOSK)
        newest = query.subquery()
        waits = (
            select(_KIOSK, func.min(_AT))
            .outerjoin(newest, newest.c.kiosk == _KIOSK)
            .where(looked_at, _WHAT.in_([KioskWord.WAITS.value]))
            .where(or_(newest.c.copied.is_(None), newest.c.copied < _AT))
            .group_by(_KIOSK)
        )
        return {name: _read(since) for name, since in self._connection.execute(waits)}


def _written(at: datetime) -> str:
    """Return a moment as a text that is sorted as moments are."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _read(at: str | None) -> datetime | None:
    try:
        return None if at is None else datetime.fromisoformat(at)
    except ValueError:  # of the form, and no moment
        return None


def _read_told(told: str | None) -> tuple[KioskWord | None, datetime | None]:
    at, _, what = (told or "").partition(_BETWEEN)
    return (KioskWord(what), _read(at)) if told else (None, None)
