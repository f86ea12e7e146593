from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock
from support.importing import say
from support.kiosk_events import tell_of_kiosks

from matcher.directory.kiosk_event import KioskWord
from matcher.kiosk_lock import LOCK
from matcher.services.check import Check, Status
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.directory.waiting import begin_waiting, note_room, sittings_folder
from matcher.services.kiosks.copy_checks import checks_of_copies
from matcher.services.kiosks.copy_standing import CopyDates

_NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
_DAY = timedelta(days=1)


@pytest.fixture
def address(tmp_path: Path) -> str:
    return str(tmp_path / "directory.sqlite")


@pytest.fixture
def notes(tmp_path: Path, address: str) -> Iterator[CopyDates]:
    """Give what a kiosk that runs notes."""
    folder = sittings_folder(tmp_path, address)
    folder.mkdir(parents=True)
    with FileLock(tmp_path / LOCK):
        yield CopyDates(folder)


@pytest.fixture
def directory(address: str) -> Iterator[DirectoryService]:
    with closing(DirectoryService(address)) as directory:
        directory.database(create=True)
        yield directory


def _checks(address: str, folder: Path) -> list[Check]:
    return [*checks_of_copies(address, folder, _NOW)]


def _of(check: Check) -> tuple[str, Status, bool]:
    return check.message.key.partition(".")[2], check.status, check.remedy is not None


def test_doctor_when_no_kiosk_runs_and_none_told_anything_then_nothing_is_said(
    address: str, directory: DirectoryService, tmp_path: Path
) -> None:
    assert _checks(address, tmp_path) == []
    assert _checks(str(tmp_path / "none.sqlite"), tmp_path) == []
    assert not (tmp_path / "none.sqlite").exists()


_COPIES = (
    ((0, None), ("kiosk_copy.ok", Status.OK, False)),
    ((1, 0.5), ("kiosk_copy.unreached", Status.KIOSK, True)),
    ((None, 0.5), ("kiosk_copy.no_copy", Status.KIOSK, True)),
    ((14, 14), ("kiosk_copy.old", Status.WARNING, True)),
    ((-3, None), ("kiosk_copy.ok", Status.OK, False)),
)


@pytest.mark.parametrize(("ages", "expected"), _COPIES)
def test_doctor_when_a_kiosk_runs_here_then_it_says_how_old_its_copy_is(
    notes: CopyDates,
    address: str,
    tmp_path: Path,
    ages: tuple[float | None, float | None],
    expected: tuple[str, Status, bool],
) -> None:
    age, away = ages
    if age is not None:
        notes.note_current(_NOW - age * _DAY)
    if away is not None:
        notes.note_unreached(_NOW - away * _DAY)

    (check,) = _checks(address, tmp_path)

    assert _of(check) == expected
    said = say(check.message)
    at = _NOW - (age if age is not None else away or 0) * _DAY
    assert all(f"{at.astimezone():%Y-%m-%d %H:%M}" in text for text in said.values())
    if check.remedy:
        assert say(check.remedy)


def test_doctor_when_a_newer_state_waits_here_then_it_says_since_when(
    notes: CopyDates, address: str, tmp_path: Path
) -> None:
    begin_waiting(sittings_folder(tmp_path, address))

    (check,) = _checks(address, tmp_path)

    assert _of(check) == ("kiosk_state.waits", Status.KIOSK, True)

    note_room(sittings_folder(tmp_path, address), is_full=True)
    (check,) = _checks(address, tmp_path)
    assert _of(check) == ("kiosk_state.full", Status.KIOSK, True)
    assert check.remedy is not None
    assert say(check.message)["en"] != say(check.remedy)["en"]

    notes.note_unreached(_NOW)
    (check,) = _checks(address, tmp_path)
    assert _of(check) == ("kiosk_copy.no_copy", Status.KIOSK, True), "the disk is not to blame"


def test_doctor_when_kiosks_elsewhere_are_well_then_it_says_how_many(
    address: str, directory: DirectoryService, tmp_path: Path
) -> None:
    told = {
        "Attic": [(0.1, KioskWord.COPIED)],
        "Cellar": [(30, KioskWord.COPIED), (29, KioskWord.ENDED_BY_STAFF)],
    }
    tell_of_kiosks(directory, told, _NOW)

    (check,) = _checks(address, tmp_path)

    assert _of(check) == ("kiosks.ok", Status.OK, False)
    assert "2" in say(check.message)["en"]


def test_doctor_when_kiosks_elsewhere_are_quiet_or_have_old_lists_then_it_names_them(
    address: str, directory: DirectoryService, tmp_path: Path
) -> None:
    told = {
        "Attic": [(1, KioskWord.COPIED)],
        "Hall": [(15, KioskWord.COPIED), (0, KioskWord.STAFF)],
        "Porch": [(2, KioskWord.COPIED), (1.5, KioskWord.WAITS), (0, KioskWord.WAITS)],
        "Roof": [(15, KioskWord.COPIED)],
    }
    tell_of_kiosks(directory, told, _NOW)

    quiet, old, behind = _checks(address, tmp_path)

    assert _of(quiet) == ("kiosks.quiet", Status.WARNING, True)
    assert "Attic, Roof" in say(quiet.message)["en"]
    assert _of(old) == ("kiosks.old", Status.WARNING, True)
    assert "Hall, Roof" in say(old.message)["es"]
    assert _of(behind) == ("kiosks.behind", Status.WARNING, True)
    since = (_NOW - 1.5 * _DAY).astimezone()
    assert f"Porch ({since:%Y-%m-%d %H:%M})" in say(behind.message)["es"]
