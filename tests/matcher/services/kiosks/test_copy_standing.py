import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from support.copies import make_ready

from matcher.directory.copy_file import COPY
from matcher.kiosk_lock import LOCK
from matcher.services.directory.sample_directory import sample_directory
from matcher.services.directory.waiting import begin_waiting, sittings_folder, waits_since
from matcher.services.kiosks.copy_standing import (
    CopyDates,
    CopyStanding,
    copy_mark,
    copy_standing,
    is_old,
)

_NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
_ADDRESS = "postgresql+psycopg://rapport_kiosk@localhost/clinic"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = sittings_folder(tmp_path, _ADDRESS)
    folder.mkdir(parents=True)
    return folder


def test_copy_when_a_kiosk_runs_then_it_is_known_how_old_it_is(
    tmp_path: Path, folder: Path
) -> None:
    notes = CopyDates(folder)
    notes.note_current(_NOW)
    notes.note_unreached(_NOW + timedelta(minutes=1))
    assert copy_standing(tmp_path, _ADDRESS) == CopyStanding(), "what one that ended left"

    with FileLock(tmp_path / LOCK):
        standing = copy_standing(tmp_path, _ADDRESS)
        assert copy_standing(tmp_path, "other.sqlite") == CopyStanding()
        notes.note_reached()
        assert copy_standing(tmp_path, _ADDRESS) == CopyStanding(_NOW)
        begin_waiting(folder)
        assert copy_standing(tmp_path, _ADDRESS).waits_since is not None

    assert standing == CopyStanding(_NOW, _NOW + timedelta(minutes=1))
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert {path.stat().st_size for path in folder.iterdir()} == {0}


_EARLIER = _NOW - timedelta(days=2)


@pytest.mark.parametrize(
    ("standing", "as_of"),
    [
        pytest.param(CopyStanding(), None, id="nothing known"),
        pytest.param(CopyStanding(_NOW), _NOW, id="of a server"),
        pytest.param(CopyStanding(waits_since=_NOW), _NOW, id="of a file"),
        pytest.param(CopyStanding(_NOW, None, _EARLIER), _EARLIER, id="waits for long"),
        pytest.param(CopyStanding(_EARLIER, _NOW, _NOW), _EARLIER, id="away for long"),
    ],
)
def test_copy_when_something_is_known_of_it_then_it_is_as_of_the_earliest(
    standing: CopyStanding, as_of: datetime | None
) -> None:
    assert standing.as_of == as_of


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        pytest.param(timedelta(days=14), True, id="14 days"),
        pytest.param(timedelta(days=13, hours=23, minutes=59), False, id="not yet"),
        pytest.param(timedelta(0), False, id="now"),
        pytest.param(timedelta(days=-400), False, id="the clock was set back"),
    ],
)
def test_copy_when_it_is_two_weeks_old_then_it_is_old(age: timedelta, expected: bool) -> None:
    assert is_old(_NOW - age, _NOW) is expected
    assert is_old(None, _NOW) is False


def test_copy_when_it_is_current_then_it_is_noted_once_a_minute_and_told_once_an_hour(
    folder: Path,
) -> None:
    notes = CopyDates(folder)
    told, noted = [], set()
    for second in range(0, 7200 + 1, 20):
        now = _NOW + timedelta(seconds=second)
        if notes.note_current(now):
            told.append(second)
        noted.add((folder / "directory.current").stat().st_mtime)

    assert told == [0, 3600, 7200]
    assert len(noted) == 121
    assert not CopyDates(folder).note_current(_NOW + timedelta(hours=2, minutes=1)), "begun anew"


def test_copy_when_something_newer_is_waited_for_then_it_is_told_after_an_hour_and_every_hour(
    folder: Path,
) -> None:
    notes = CopyDates(folder)
    notes.note_current(_EARLIER)
    told = {}
    for second in range(0, 7200 + 1, 20):
        as_of = notes.note_behind(_NOW + timedelta(seconds=second))
        if as_of is not None:
            told[second] = as_of

    assert told == {3600: _NOW, 7200: _NOW + timedelta(hours=2)}
    then = _NOW + timedelta(seconds=7220)
    assert notes.note_current(then), "it was told to be waited for"
    assert not notes.note_current(then)


def test_copy_when_it_is_waited_for_anew_then_it_is_told_as_of_when_that_began(
    folder: Path,
) -> None:
    notes = CopyDates(folder)
    for began in (_EARLIER, _NOW):
        assert notes.note_behind(began) is None
        then = began + timedelta(hours=1)
        assert notes.note_behind(then) == began
        notes.note_current(then)


def test_copy_when_the_clock_is_set_back_while_it_waits_then_that_is_told_by_the_new_one(
    folder: Path,
) -> None:
    notes = CopyDates(folder)
    notes.note_behind(_NOW)

    told = [notes.note_behind(_EARLIER + timedelta(minutes=minutes)) for minutes in (0, 59, 60)]

    assert told == [_EARLIER, None, _EARLIER + timedelta(hours=1)]


def test_copy_when_the_clock_is_set_back_then_it_is_noted_by_the_new_one(folder: Path) -> None:
    notes = CopyDates(folder)
    notes.note_current(_NOW)

    assert notes.note_current(_EARLIER)

    assert (folder / "directory.current").stat().st_mtime == _EARLIER.timestamp()


def test_copy_when_nothing_can_be_noted_then_that_is_borne(tmp_path: Path) -> None:
    notes = CopyDates(tmp_path / "none")

    assert notes.note_current(_NOW)
    assert notes.note_behind(_NOW) is None
    notes.note_unreached(_NOW)
    notes.note_reached()

    assert not notes.is_unreached


def test_copy_when_it_is_made_anew_then_it_has_another_mark(folder: Path) -> None:
    assert copy_mark(folder) is None
    make_ready(sample_directory(), folder)
    first = copy_mark(folder)
    os.utime(folder / COPY, (0, 0))

    assert None not in {first, copy_mark(folder)}
    assert copy_mark(folder) != first


def test_copy_when_found_to_be_the_newest_then_nothing_newer_is_waited_for(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    begin_waiting(folder)

    CopyDates(folder).note_current(_NOW)

    assert waits_since(folder) is None
