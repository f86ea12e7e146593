from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from matcher.directory.kiosk_event import KioskWord
from matcher.errors import Message, StoreError
from matcher.services.directory.waiting import waits_since
from matcher.services.kiosks import kiosk_report
from matcher.services.kiosks.copy_standing import CopyDates
from matcher.services.kiosks.event_queue import EventQueue
from matcher.services.kiosks.kiosk_report import Clocks, KioskReport
from matcher.store import Database

_BEGIN = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)


class _Kiosk:
    """A kiosk whose watcher looks every two seconds, by a clock of the test's own."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.seconds = 0.0
        self.queue = EventQueue(folder, self.now)
        self.notes = CopyDates(folder)
        self.alive = 0
        self._database = database
        self.begin_anew()

    def now(self) -> datetime:
        return _BEGIN + timedelta(seconds=self.seconds)

    def begin_anew(self) -> None:
        clocks = Clocks(self.now, lambda: self.seconds)
        self._report = KioskReport(self.queue, self.notes, lambda: "Hall", self._live, clocks)

    def _live(self) -> None:
        self.alive += 1

    def look(self, seconds: float, *, answers: bool = True, is_newest: bool = True) -> None:
        end = self.seconds + seconds
        while self.seconds < end:
            self.seconds += 2
            self._report.look()
            if answers:
                self._report.answered(self._database, is_newest=is_newest)
            else:
                self._report.unreached()

    @property
    def sent(self) -> list[str]:
        with self._database.reading() as work:
            query = "SELECT what FROM kiosk_event WHERE kiosk = 'Hall' ORDER BY at"
            return [*work.connection.exec_driver_sql(query).scalars()]

    @property
    def known(self) -> tuple[datetime, datetime | None]:
        """When staff elsewhere last heard of it, and since when it waits."""
        with self._database.reading() as work:
            (known,) = work.kiosks.standing(_BEGIN, self.now())
        return known.heard_at, known.waits_since


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[_Kiosk]:
    with closing(Database("sqlite://", create=True)) as database:
        yield _Kiosk(tmp_path, database)


def test_watcher_when_the_server_answers_then_what_waits_is_sent_and_the_hour_is_told(
    kiosk: _Kiosk,
) -> None:
    kiosk.queue.tell(KioskWord.STARTED)

    kiosk.look(2 * 3600)

    assert kiosk.sent == [KioskWord.STARTED, *[KioskWord.CURRENT] * 2]
    assert kiosk.queue.is_empty
    assert kiosk.alive == 3600


def test_watcher_when_the_copy_is_of_an_older_state_then_nobody_is_told_that_it_is_current(
    kiosk: _Kiosk,
) -> None:
    kiosk.look(3600, is_newest=False)

    assert KioskWord.CURRENT not in kiosk.sent


def test_watcher_when_a_newer_state_is_waited_for_for_long_then_that_is_told_every_hour(
    kiosk: _Kiosk,
) -> None:
    kiosk.look(2)
    since = kiosk.now() + timedelta(seconds=2)
    kiosk.look(3600, is_newest=False)
    assert kiosk.sent == [KioskWord.CURRENT]

    kiosk.look(3602, is_newest=False)
    assert kiosk.sent == [KioskWord.CURRENT, *[KioskWord.WAITS] * 2]
    assert kiosk.known == (since + timedelta(hours=2), since)

    kiosk.look(2)
    assert kiosk.known == (kiosk.now(), None)


def test_watcher_when_a_newer_state_is_seen_then_it_is_noted_as_waited_for_until_it_is_there(
    kiosk: _Kiosk, tmp_path: Path
) -> None:
    kiosk.look(2)
    assert waits_since(tmp_path) is None

    kiosk.look(2, is_newest=False)
    since = waits_since(tmp_path)
    kiosk.look(60, is_newest=False)

    assert since is not None
    assert waits_since(tmp_path) == since, "however often it is seen"
    kiosk.look(2)
    assert waits_since(tmp_path) is None


def test_watcher_when_the_server_is_away_for_less_than_a_minute_then_nothing_is_told(
    kiosk: _Kiosk,
) -> None:
    kiosk.look(58, answers=False)
    kiosk.look(2, is_newest=False)
    kiosk.look(58, answers=False)
    kiosk.look(2, is_newest=False)

    assert kiosk.sent == []
    assert not kiosk.notes.is_unreached


def test_watcher_when_the_server_is_away_for_long_then_that_is_told_once_and_so_is_its_return(
    kiosk: _Kiosk,
) -> None:
    kiosk.look(600, answers=False)
    assert kiosk.notes.is_unreached
    kiosk.begin_anew()  # as when a watcher died meanwhile
    kiosk.look(600, answers=False)
    assert [event.what for event in kiosk.queue.waiting()] == [KioskWord.AWAY]

    kiosk.look(2, is_newest=False)

    assert kiosk.sent == [KioskWord.AWAY, KioskWord.BACK]
    assert not kiosk.notes.is_unreached


def test_watcher_when_the_server_is_away_then_it_is_noted_since_when(kiosk: _Kiosk) -> None:
    kiosk.look(600, answers=False)

    noted = kiosk.notes._unreached.stat().st_mtime

    assert noted == (_BEGIN + timedelta(seconds=2)).timestamp()


@pytest.mark.parametrize("fault", [StoreError(Message("error.store.not_allowed")), OSError()])
def test_watcher_when_the_server_refuses_what_is_told_then_it_waits_and_all_else_goes_on(
    kiosk: _Kiosk, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    tried: list[float] = []

    def refuse(*_: object) -> None:
        tried.append(kiosk.seconds)
        raise fault

    with monkeypatch.context() as patch:
        patch.setattr(kiosk_report, "send", refuse)
        kiosk.queue.tell(KioskWord.STARTED)
        kiosk.look(300)

    assert len(tried) == 5, "not at each look"
    assert len(kiosk.queue.waiting()) == 2
    kiosk.look(60)
    assert kiosk.sent == [KioskWord.STARTED, KioskWord.CURRENT]
