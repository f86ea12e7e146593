import os
import signal
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.in_child import told_by_child

from matcher.directory.kiosk_event import KioskWord
from matcher.errors import StoreError
from matcher.services.kiosks.event_queue import QUEUE, EventQueue
from matcher.services.kiosks.sending import send, send_last
from matcher.store import Database
from matcher.store.kiosks import Kiosks

_TOLD = [KioskWord.STARTED, KioskWord.COPIED, KioskWord.STAFF]


@pytest.fixture
def address(tmp_path: Path) -> str:
    path = tmp_path / "directory.sqlite"
    Database(str(path), create=True).close()
    return str(path)


@pytest.fixture
def queue(tmp_path: Path) -> EventQueue:
    queue = EventQueue(tmp_path)
    for word in _TOLD:
        queue.tell(word)
    return queue


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    with closing(Database(address)) as database:
        yield database


def _sent(database: Database) -> list[tuple[str, str]]:
    with database.reading() as work:
        query = "SELECT kiosk, what FROM kiosk_event ORDER BY at"
        return [(kiosk, what) for kiosk, what in work.connection.exec_driver_sql(query)]


def test_events_when_sent_then_the_server_has_them_and_none_waits(
    queue: EventQueue, database: Database
) -> None:
    send(queue, database, "Hall")
    assert queue.is_empty
    assert _sent(database) == [("Hall", word) for word in _TOLD]

    send(queue, database, "Hall")
    assert len(_sent(database)) == 3


@pytest.mark.parametrize(
    ("ahead", "is_noted"),
    [
        pytest.param(timedelta(minutes=59), timedelta(0), id="a little"),
        pytest.param(timedelta(days=-2), timedelta(days=-2), id="this one is days ahead"),
        pytest.param(timedelta(days=9999), timedelta(days=9999), id="this one lost its time"),
    ],
)
def test_events_when_the_clock_here_is_wrong_then_they_are_noted_by_the_servers(
    queue: EventQueue,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    ahead: timedelta,
    is_noted: timedelta,
) -> None:
    told = [event.at for event in queue.waiting()]
    monkeypatch.setattr(Kiosks, "clock", lambda _, own: own + ahead)

    send(queue, database, "Hall")

    with database.reading() as work:
        rows = work.connection.exec_driver_sql("SELECT at FROM kiosk_event ORDER BY at")
        noted = [datetime.fromisoformat(at) for (at,) in rows]
    moved = [at - before for at, before in zip(noted, told, strict=True)]
    assert all(abs(each - is_noted) < timedelta(seconds=1) for each in moved)


def test_events_when_they_cannot_be_noted_by_another_clock_then_they_are_sent_as_they_are(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = EventQueue(tmp_path, lambda: datetime(1, 1, 2, tzinfo=UTC))
    queue.tell(KioskWord.STARTED)
    monkeypatch.setattr(Kiosks, "clock", lambda _, own: own - timedelta(days=9999))

    send(queue, database, "Hall")

    assert queue.is_empty
    assert len(_sent(database)) == 1


def test_events_when_every_line_is_torn_then_none_waits_any_more(
    database: Database, tmp_path: Path
) -> None:
    (tmp_path / QUEUE).write_bytes(b'{"id": "0\n{"at"')
    queue = EventQueue(tmp_path)
    assert not queue.is_empty

    send(queue, database, "Hall")

    assert queue.is_empty
    assert _sent(database) == []


@pytest.mark.parametrize("moment", ["before", "between", "after"])
def test_events_when_the_process_is_killed_while_it_sends_then_each_is_there_once(
    queue: EventQueue, address: str, database: Database, moment: str
) -> None:
    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def be_killed() -> None:
        with closing(Database(address)) as own, pytest.MonkeyPatch.context() as patch:
            if moment == "before":  # all is written, and nothing is made to last
                patch.setattr("matcher.store.unit_of_work.UnitOfWork.commit", die)
            elif moment == "between":
                patch.setattr(queue, "take_out", die)
            send(queue, own, "Hall")
            die()

    with pytest.raises(RuntimeError):
        told_by_child(be_killed)
    assert queue.is_empty is (moment == "after")
    assert len(_sent(database)) == (0 if moment == "before" else 3)

    send(queue, database, "Hall")

    assert _sent(database) == [("Hall", word) for word in _TOLD]
    assert queue.is_empty


def test_events_when_the_server_refuses_them_then_they_wait_on(
    queue: EventQueue, database: Database
) -> None:
    with database.adding() as work:
        work.connection.exec_driver_sql("DROP TABLE kiosk_event")
        work.commit()

    with pytest.raises(StoreError):
        send(queue, database, "Hall")

    assert [event.what for event in queue.waiting()] == _TOLD


def test_kiosk_when_it_ends_then_what_waits_is_sent_and_nobody_is_asked_where_nothing_does(
    queue: EventQueue, address: str, database: Database, tmp_path: Path
) -> None:
    send_last(queue, address, lambda: "Hall", 5.0)
    assert len(_sent(database)) == 3

    send_last(queue, str(tmp_path / "none.sqlite"), pytest.fail, 5.0)
