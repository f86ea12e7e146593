from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.builders import make_statement
from support.kiosk_events import tell_of_kiosks

from matcher.directory.kiosk_event import KioskStanding, KioskWord
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.kiosks.kiosks_service import KiosksService, has_old_copy, is_behind, is_quiet
from matcher.store.kiosks import Kiosks

_NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
_DAY = timedelta(days=1)


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[DirectoryService]:
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        directory.database(create=True)
        with directory.changing() as work:
            work.profiles.apply([make_statement("p-1", city="Aue")])
        yield directory


def _standing(directory: DirectoryService) -> list[KioskStanding]:
    return [*KiosksService(directory, lambda: _NOW).standing()]


def test_kiosks_when_there_is_no_directory_then_none_is_known_and_none_is_made(
    tmp_path: Path,
) -> None:
    path = tmp_path / "none.sqlite"
    with closing(DirectoryService(str(path))) as directory:
        assert _standing(directory) == []
    assert not path.exists()


def test_kiosks_when_they_told_lately_then_they_are_known_and_those_of_long_ago_are_not(
    directory: DirectoryService,
) -> None:
    assert _standing(directory) == []
    told = {
        "Hall": [(0.0, KioskWord.COPIED)],
        "Attic": [(89.0, KioskWord.STARTED)],
        "Gone": [(91.0, KioskWord.STARTED)],
        "Ahead": [(-0.5, KioskWord.STARTED)],
        "Far ahead": [(-400.0, KioskWord.STARTED), (1.0, KioskWord.AWAY)],
    }
    tell_of_kiosks(directory, told, _NOW)

    found = {each.name: each for each in _standing(directory)}

    assert [*found] == ["Ahead", "Attic", "Far ahead", "Hall"]
    assert found["Far ahead"].heard_at == _NOW - _DAY


@pytest.mark.parametrize("days", [-400, -2, 2, 400])
def test_kiosks_when_the_clock_here_is_days_wrong_then_none_is_hidden_or_called_quiet_for_it(
    directory: DirectoryService, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    told = {"Hall": [(0.1, KioskWord.COPIED), (0.0, KioskWord.WAITS)]}
    tell_of_kiosks(directory, told, _NOW)
    monkeypatch.setattr(Kiosks, "clock", lambda *_: _NOW)
    here = _NOW + days * _DAY

    (hall,) = KiosksService(directory, lambda: here).standing()

    assert hall.heard_at == hall.waits_since == hall.last_at == here
    assert hall.current_at == here - 0.1 * _DAY
    assert not is_quiet(hall, here)


def test_kiosks_when_somebody_wrote_a_name_that_steers_then_it_is_shown_as_one_line(
    directory: DirectoryService,
) -> None:
    tell_of_kiosks(directory, {"Ha\x1b[2Jll\n\u202ex": [(0, KioskWord.STARTED)]}, _NOW)

    (kiosk,) = _standing(directory)

    assert kiosk.name == "Ha[2Jll x"


def test_kiosks_when_no_name_can_be_read_then_it_is_not_that_of_the_computer_that_looks(
    directory: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.node", lambda: "desk-of-staff")
    tell_of_kiosks(directory, {"\u202e\x07": [(0, KioskWord.STARTED)]}, _NOW)

    (kiosk,) = _standing(directory)

    assert kiosk.name == "kiosk"


@pytest.mark.parametrize("last", [KioskWord.STARTED, KioskWord.ENDED, None])
def test_kiosk_when_silent_for_a_day_then_it_is_quiet_unless_it_was_ended(
    last: KioskWord | None,
) -> None:
    runs = last is not KioskWord.ENDED
    assert is_quiet(KioskStanding("Hall", _NOW - _DAY, last=last), _NOW) is runs
    assert not is_quiet(KioskStanding("Hall", _NOW - _DAY / 2, last=last), _NOW)
    assert not is_quiet(KioskStanding("Hall", _NOW + _DAY, last=last), _NOW)
    assert has_old_copy(KioskStanding("Hall", _NOW, _NOW - 14 * _DAY, last), _NOW) is runs
    assert not has_old_copy(KioskStanding("Hall", _NOW, _NOW - 13 * _DAY, last), _NOW)
    assert not has_old_copy(KioskStanding("Hall", _NOW, None, last), _NOW)


@pytest.mark.parametrize(
    ("heard", "current", "last", "expected"),
    [
        pytest.param(0, 0.1, KioskWord.WAITS, True, id="heard_without_a_new_list"),
        pytest.param(0, None, KioskWord.STARTED, True, id="none_yet"),
        pytest.param(3, 4, None, False, id="quiet_since"),
        pytest.param(0, 14, KioskWord.BACK, False, id="old"),
        pytest.param(0, 3, KioskWord.ENDED, False, id="ended"),
    ],
)
def test_kiosk_when_it_told_that_it_waits_and_nothing_worse_is_known_then_it_is_behind(
    heard: float, current: float | None, last: KioskWord | None, expected: bool
) -> None:
    copied = None if current is None else _NOW - current * _DAY
    waits = KioskStanding("Hall", _NOW - heard * _DAY, copied, last, waits_since=_NOW)

    assert is_behind(waits, _NOW) is expected
    assert not is_behind(replace(waits, waits_since=None), _NOW)
