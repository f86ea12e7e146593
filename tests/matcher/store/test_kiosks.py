from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from support.stores import new_directory

from matcher.directory.kiosk_event import KioskEvent, KioskStanding, KioskWord
from matcher.errors import StoreError
from matcher.store import Database
from matcher.store.sql import run

_NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
_LONG = timedelta(days=90)


@pytest.fixture
def database(engine: None) -> Iterator[Database]:
    with new_directory() as database:
        with database.adding() as work:  # another test may have the same database
            work.connection.exec_driver_sql("DELETE FROM kiosk_event")
            work.commit()
        yield database


def _event(number: int, what: KioskWord, ago: timedelta = timedelta()) -> KioskEvent:
    return KioskEvent(f"{number:032x}", _NOW - ago, what)


def _add(database: Database, kiosk: str, *events: KioskEvent) -> None:
    with database.adding() as work:
        work.kiosks.add(kiosk, events)
        work.commit()


def _standing(database: Database, until: datetime = _NOW) -> list[KioskStanding]:
    with database.reading() as work:
        return work.kiosks.standing(until - _LONG, until)


def test_events_when_sent_twice_then_they_are_there_once_as_they_were_first(
    database: Database,
) -> None:
    began = _event(1, KioskWord.STARTED, timedelta(hours=2))
    with database.reading() as work:
        stamp = work.stamp
    _add(database, "Hall", began)
    _add(database, "Attic", began, _event(2, KioskWord.STAFF))

    with database.reading() as work:
        rows = work.connection.exec_driver_sql("SELECT id, kiosk FROM kiosk_event ORDER BY id")
        assert [*map(tuple, rows)] == [(began.id, "Hall"), (f"{2:032x}", "Attic")]
        assert work.stamp == stamp, "no copy of the directory is made anew for it"


def test_clock_when_asked_for_then_it_is_that_of_the_server_or_else_ones_own(
    database: Database,
) -> None:
    with database.reading() as work:
        there = work.kiosks.clock(_NOW)

    if database.location.server is None:
        assert there == _NOW
    else:
        assert abs(there - datetime.now(UTC)) < timedelta(hours=1)


def test_kiosks_when_they_told_much_then_each_is_known_by_what_was_last(
    database: Database,
) -> None:
    hour = timedelta(hours=1)
    _add(
        database,
        "Hall",
        _event(1, KioskWord.STARTED, 9 * hour),
        _event(2, KioskWord.COPIED, 8 * hour),
        _event(3, KioskWord.STAFF, 3 * hour),
        _event(4, KioskWord.CURRENT, 2 * hour),
    )
    _add(database, "Attic", _event(5, KioskWord.ENDED, hour))

    assert _standing(database) == [
        KioskStanding("Attic", _NOW - hour, None, KioskWord.ENDED, _NOW - hour),
        KioskStanding("Hall", _NOW - 2 * hour, _NOW - 2 * hour, KioskWord.STAFF, _NOW - 3 * hour),
    ]


def test_kiosks_when_they_told_that_their_copy_is_current_and_no_more_then_that_is_known(
    database: Database,
) -> None:
    _add(database, "Hall", _event(1, KioskWord.CURRENT))

    assert _standing(database) == [KioskStanding("Hall", _NOW, _NOW)]


def test_kiosks_when_they_told_that_they_wait_then_it_is_known_since_when_until_a_newer_copy(
    database: Database,
) -> None:
    hour = timedelta(hours=1)
    _add(
        database,
        "Hall",
        _event(1, KioskWord.WAITS, 9 * hour),
        _event(2, KioskWord.COPIED, 8 * hour),
        _event(3, KioskWord.WAITS, 3 * hour),
        _event(4, KioskWord.WAITS, hour),
    )
    _add(database, "Attic", _event(5, KioskWord.WAITS, hour))
    _add(database, "Porch", _event(6, KioskWord.WAITS, hour), _event(7, KioskWord.CURRENT))

    found = {each.name: each.waits_since for each in _standing(database)}

    assert found == {"Attic": _NOW - hour, "Hall": _NOW - 3 * hour, "Porch": None}


def test_kiosks_when_what_they_told_is_too_old_or_yet_to_come_then_it_hides_nothing(
    database: Database,
) -> None:
    _add(database, "Hall", _event(1, KioskWord.STARTED), _event(2, KioskWord.AWAY, -2 * _LONG))
    _add(database, "Gone", _event(3, KioskWord.STARTED, 2 * _LONG))

    assert _standing(database) == [KioskStanding("Hall", _NOW, None, KioskWord.STARTED, _NOW)]


def test_kiosks_when_a_moment_is_only_of_the_form_of_one_then_it_is_left_out(
    database: Database,
) -> None:
    _add(database, "Hall", _event(1, KioskWord.STARTED))
    _insert(database, at="2026-11-20T99:99:99.999999+00:00", kiosk="Other")

    assert [each.name for each in _standing(database)] == ["Hall"]


def _insert(database: Database, **values: str) -> None:
    """Add a line by hand, as whoever knows the password of kiosks could."""
    usual = {
        "id": "x",
        "at": "2026-11-23T10:00:00.000000+00:00",
        "kiosk": "Hall",
        "what": "started",
    }
    with database.adding() as work:
        statement = "INSERT INTO kiosk_event (id, at, kiosk, what) VALUES (:id, :at, :kiosk, :what)"
        run(work.connection, statement, usual | values)
        work.commit()


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"id": "f" * 33}, id="a long id"),
        pytest.param({"kiosk": "x" * 61}, id="a long name"),
        pytest.param({"at": "now"}, id="no moment"),
        pytest.param({"at": ""}, id="empty"),
        pytest.param({"at": "2026-11-23T10:00:00.000000+00:00 and more"}, id="a moment and more"),
        pytest.param({"what": "new words"}, id="another word"),
    ],
)
def test_kiosks_when_somebody_else_writes_what_is_not_of_the_form_then_the_database_refuses(
    database: Database, values: dict[str, str]
) -> None:
    _insert(database, kiosk="ñ" * 60)
    with pytest.raises(StoreError):
        _insert(database, **{"id": "y"} | values)

    assert [each.name for each in _standing(database)] == ["ñ" * 60]
