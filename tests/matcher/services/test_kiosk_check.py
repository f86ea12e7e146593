"""What a kiosk needs before it starts: all of it said, and nothing of it made."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from support.builders import make_statement
from support.doctor_words import faults
from support.importing import say
from support.kept_directories import kept_directory
from support.staff import PIN, make_staff, quick_services

from matcher.services import kiosk_check
from matcher.services.check import Check, Status
from matcher.services.kiosk_check import (
    KioskStart,
    checks_for_doctor,
    gone,
    kiosk_checks,
    look_apart,
)
from matcher.services.settings.program_settings import ProgramSettings
from matcher.services.settings.settings_file import SettingsFile
from matcher.services.staff.accounts import StaffService, StaffStanding


@pytest.fixture(autouse=True)
def printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiosk_check, "printer_names", lambda: ("Desk", "Office"))
    monkeypatch.setattr(kiosk_check, "can_leave_network", lambda: True)
    monkeypatch.setattr(kiosk_check, "screen_answers", lambda environ: "gone" not in environ)


@pytest.fixture
def start(tmp_path: Path) -> KioskStart:
    """Give a start for which nothing is done yet."""
    folder = tmp_path / "data"
    address = str(folder / "directory.sqlite")
    return KioskStart(address, folder / "settings.toml", environ={"DISPLAY": ":0"})


@pytest.fixture
def ready(start: KioskStart) -> KioskStart:
    """Give one for which all is done."""
    start.settings.parent.mkdir()
    kept_directory(start.settings.parent, [make_statement("p-1", name="Ana Vidal")]).close()
    with closing(quick_services(start.settings.parent)) as services:
        services.staff.set_pin(PIN)
        services.places.file.change_all({"region": "at", "printer": "Desk"})
    return start


def _found(start: KioskStart) -> dict[str, Check]:
    checks = {check.id: check for check in kiosk_checks(start)}
    for check in checks.values():
        assert say(check.message)
        assert (check.remedy is None) == (check.status is Status.OK)
        if check.remedy:
            assert say(check.remedy)
    return checks


def _of(start: KioskStart, status: Status) -> set[str]:
    return {check.id for check in _found(start).values() if check.status is status}


def test_kiosk_when_all_is_done_then_nothing_keeps_it_from_starting(ready: KioskStart) -> None:
    before = {path: path.read_bytes() for path in ready.settings.parent.iterdir()}

    assert {check.status for check in _found(ready).values()} == {Status.OK}
    assert {path: path.read_bytes() for path in ready.settings.parent.iterdir()} == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_directory_when_it_is_a_pipe_then_that_is_said_and_nobody_is_taken_for_missing(
    start: KioskStart,
) -> None:
    start.settings.parent.mkdir()
    os.mkfifo(start.address)

    found = _found(start)

    for id_ in ("kiosk_pin", "kiosk_directory"):
        assert found[id_].status is Status.PROBLEM
        assert found[id_].message.key == "error.store.no_plain_file"


def test_pin_when_it_is_locked_then_a_kiosk_starts_and_it_is_said_how_to_unlock_it(
    ready: KioskStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = StaffStanding(has_pin=True, is_pin_locked=True)
    monkeypatch.setattr(StaffService, "standing", lambda _staff: locked)

    assert _of(ready, Status.WARNING) == {"kiosk_pin"}
    check = _found(ready)["kiosk_pin"]
    assert check.remedy is not None
    assert "rapport staff set-pin" in say(check.remedy)["en"]


@pytest.mark.parametrize("look", [kiosk_checks, lambda s: checks_for_doctor(s.address, s.settings)])
def test_settings_when_looked_at_then_they_are_read_once(
    ready: KioskStart,
    look: Callable[[KioskStart], Iterator[Check]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[Path] = []
    values = SettingsFile.values

    def note(file: SettingsFile) -> ProgramSettings:
        read.append(file.path)
        return values(file)

    monkeypatch.setattr(SettingsFile, "values", note)

    assert [*look(ready)]
    assert read == [ready.settings]


def test_kiosk_when_nothing_is_done_yet_then_all_of_it_is_said_and_nothing_made(
    start: KioskStart,
) -> None:
    bare = replace(start, environ={})

    assert _of(bare, Status.PROBLEM) == {"kiosk_pin", "kiosk_directory", "kiosk_screen"}
    assert _of(bare, Status.WARNING) == {"kiosk_region"}
    assert not start.settings.parent.exists()


def test_kiosk_when_the_screen_takes_no_connections_then_it_is_named(ready: KioskStart) -> None:
    start = replace(ready, environ={"DISPLAY": ":7", "gone": ""})

    assert _of(start, Status.PROBLEM) == {"kiosk_screen"}
    assert "DISPLAY=:7" in say(_found(start)["kiosk_screen"].message)["en"]


def test_kiosk_when_it_shows_invented_people_then_it_needs_a_pin_and_no_directory(
    start: KioskStart,
) -> None:
    sample = replace(start, is_sample=True)
    assert _of(sample, Status.PROBLEM) == {"kiosk_pin"}

    start.settings.parent.mkdir()
    make_staff(start.settings.parent).set_pin(PIN)
    assert _of(sample, Status.PROBLEM) == set()
    assert _of(start, Status.PROBLEM) == {"kiosk_directory"}


def test_states_when_nobody_is_seen_in_them_then_it_is_said_at_the_start_and_by_doctor(
    start: KioskStart,
) -> None:
    start.settings.parent.mkdir()
    office = {"country": "US", "postcode": "97201", "licensed_areas": "US-OR"}
    kept_directory(start.settings.parent, [make_statement("p-1", **office)]).close()
    file = SettingsFile(start.settings)

    file.change_all({"states": ("US-OR",)})
    assert "kiosk_states" not in _found(start)
    file.change_all({"states": ("US-ME", "US-VT")})

    assert _found(start)["kiosk_states"].status is Status.WARNING
    (check,) = [
        each
        for each in checks_for_doctor(start.address, start.settings)
        if each.id == "kiosk_states"
    ]
    assert check.status is Status.KIOSK
    assert all("US-ME" in said for said in say(check.message).values())


def test_settings_when_there_is_no_file_yet_then_it_is_not_said_to_be_read(
    ready: KioskStart,
) -> None:
    assert _found(ready)["settings"].message.key == "doctor.settings.ok"

    ready.settings.unlink()

    assert _found(ready)["settings"].message.key == "doctor.settings.usual"


def test_kiosk_when_the_settings_are_wrong_then_it_does_not_start(ready: KioskStart) -> None:
    ready.settings.write_text("[kiosk]\nregion = 'moon'\n")

    assert _of(ready, Status.PROBLEM) == {"settings"}
    assert "moon" not in say(_found(ready)["settings"].message)["en"]


def test_kiosk_when_the_database_is_no_directory_then_it_starts_closed_and_says_so(
    ready: KioskStart,
) -> None:
    Path(ready.address).write_bytes(b"not a database" * 99)

    found = look_apart(ready)
    assert found.refused == ()
    assert len(found.noted) == 1, found.noted
    assert "is not a directory of Rapport" in found.noted[0]
    assert "starts all the same" in found.noted[0]


def test_kiosk_when_its_directory_is_damaged_then_it_starts_and_says_why_it_is_closed(
    ready: KioskStart,
) -> None:
    path = Path(ready.address)
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))

    assert _of(ready, Status.PROBLEM) == set()
    assert _of(ready, Status.WARNING) == {"kiosk_pin", "kiosk_directory"}
    assert _found(ready)["kiosk_directory"].message.key == "error.store.damaged"


def test_kiosk_when_its_directory_is_gone_then_only_one_that_has_run_starts_without_it(
    ready: KioskStart,
) -> None:
    Path(ready.address).unlink()

    assert _of(ready, Status.PROBLEM) == {"kiosk_pin", "kiosk_directory"}
    assert _of(replace(ready, has_run=True), Status.PROBLEM) == set()
    assert _of(replace(ready, has_run=True), Status.WARNING) == {"kiosk_directory"}


def test_kiosk_when_it_has_run_then_what_keeps_its_list_from_it_is_said_last_with_what_to_do(
    ready: KioskStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_check, "printer_names", lambda: ())
    start = replace(ready, has_run=True)
    path = Path(ready.address)

    path.write_bytes(b"not a database" * 99)
    damaged = look_apart(start)
    path.unlink()
    missing = look_apart(start)

    assert damaged.refused == missing.refused == ()
    for found, said in ((damaged, "is damaged. Put back a copy"), (missing, "is missing")):
        first, last = found.noted
        assert "printer" in first
        assert said in last
        assert ready.address in last
        assert "starts all the same" in last
        assert "Name another" not in last
    assert "rapport restore" in missing.noted[1]
    assert "rapport import" not in missing.noted[1]


def test_doctor_when_the_directory_of_a_kiosk_is_gone_then_no_new_pin_is_asked_for(
    ready: KioskStart,
) -> None:
    Path(ready.address).unlink()

    def ids(*, has_run: bool) -> set[str]:
        checks = checks_for_doctor(ready.address, ready.settings, has_run=has_run)
        return {check.id for check in checks}

    assert "kiosk_pin" not in ids(has_run=True)
    assert "kiosk_pin" in ids(has_run=False)


def test_directory_when_it_is_gone_from_a_server_then_no_password_is_told() -> None:
    message = gone("postgresql+psycopg://rosa:zqxjkv@db.example.org/rapport")

    assert "zqxjkv" not in str(say(message))


def test_kiosk_when_it_has_run_but_has_no_pin_now_then_it_does_not_start(ready: KioskStart) -> None:
    Path(ready.address).unlink()
    kept_directory(ready.settings.parent, [make_statement("p-1", name="Ana Vidal")]).close()

    assert _of(replace(ready, has_run=True), Status.PROBLEM) == {"kiosk_pin"}


@pytest.mark.parametrize(
    ("names", "wanted", "how"),
    [
        (("Desk",), "Desk", "chosen"),
        (("Desk",), "", "usual"),
        (("Office",), "Desk", "gone"),
        ((), "", "none"),
        (None, "Desk", "unknown"),
    ],
)
def test_printer_when_it_is_there_or_not_then_a_kiosk_starts_in_any_case(
    ready: KioskStart,
    monkeypatch: pytest.MonkeyPatch,
    names: tuple[str, ...] | None,
    wanted: str,
    how: str,
) -> None:
    monkeypatch.setattr(kiosk_check, "printer_names", lambda: names)
    ready.settings.write_text(f"[kiosk]\nregion = 'at'\nprinter = '{wanted}'\n")

    assert _found(ready)["kiosk_printer"].message.key == f"doctor.kiosk_printer.{how}"
    assert _of(ready, Status.PROBLEM) == set()


@pytest.mark.parametrize(("can", "how"), [(False, "refused"), (None, "elsewhere")])
def test_network_when_a_sitting_cannot_be_cut_off_then_it_is_said(
    ready: KioskStart, monkeypatch: pytest.MonkeyPatch, can: bool | None, how: str
) -> None:
    monkeypatch.setattr(kiosk_check, "can_leave_network", lambda: can)
    monkeypatch.setattr(kiosk_check, "what_would_allow", tuple)

    assert _found(ready)["kiosk_network"].message.key == f"doctor.kiosk_network.{how}"
    assert _of(ready, Status.WARNING) == {"kiosk_network"}


def test_network_when_a_switch_forbids_it_then_the_remedy_is_that_switch(
    ready: KioskStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk_check, "can_leave_network", lambda: False)
    monkeypatch.setattr(kiosk_check, "what_would_allow", lambda: ("user.some = 1",))

    remedy = _found(ready)["kiosk_network"].remedy

    assert remedy is not None
    assert all("user.some = 1" in sentence for sentence in say(remedy).values())


def test_doctor_when_no_kiosk_is_wanted_then_nothing_of_it_is_a_problem(start: KioskStart) -> None:
    found = {check.id: check.status for check in checks_for_doctor(start.address, start.settings)}

    assert found["settings"] is Status.OK
    assert found["kiosk_pin"] is found["kiosk_region"] is Status.KIOSK
    assert Status.PROBLEM not in found.values()


def test_doctor_when_a_kiosk_lacks_something_then_it_says_all_that_the_page_lists(
    start: KioskStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: set[str] = set()

    def look(printers: tuple[str, ...] | None, screen: str, *, can: bool | None) -> None:
        monkeypatch.setattr(kiosk_check, "printer_names", lambda: printers)
        monkeypatch.setattr(kiosk_check, "can_leave_network", lambda: can)
        monkeypatch.setenv("DISPLAY", screen)
        checks = checks_for_doctor(start.address, start.settings)
        said.update(each.message.key for each in checks if each.status is Status.KIOSK)

    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    look(None, "", can=None)
    start.settings.parent.mkdir()
    office = {"country": "US", "postcode": "97201", "licensed_areas": "US-OR"}
    kept_directory(start.settings.parent, [make_statement("p-1", **office)]).close()
    locked = StaffStanding(has_pin=True, is_pin_locked=True)
    monkeypatch.setattr(StaffService, "standing", lambda _staff: locked)
    monkeypatch.setenv("gone", "")
    look((), ":7", can=False)
    SettingsFile(start.settings).change_all({"states": ("US-ME",), "printer": "Desk"})
    look((), ":7", can=True)

    told_elsewhere = ("doctor.kiosk_state.", "doctor.kiosk_copy.")  # of the copy that sittings read
    listed = {key for key in faults() if key.startswith("doctor.kiosk_")}
    assert said == {key for key in listed if not key.startswith(told_elsewhere)}


def test_doctor_when_the_directory_cannot_be_read_then_it_is_said_once_and_not_to_ask_doctor(
    ready: KioskStart,
) -> None:
    Path(ready.address).write_bytes(b"not a database" * 99)

    found = [*checks_for_doctor(ready.address, ready.settings)]

    (told,) = [each for each in found if each.message.key.startswith("error.")]
    assert told.remedy is not None
    assert all("rapport doctor" not in sentence for sentence in say(told.remedy).values())
    assert "rapport doctor" in look_apart(ready).noted[0]


def test_look_when_done_apart_then_it_gives_sentences_and_the_database_stays_out(
    start: KioskStart,
) -> None:
    found = look_apart(replace(start, environ={}))

    assert len(found.refused) == 3
    assert found.refused[0].startswith("There is no staff PIN yet")
    assert "rapport staff" in found.refused[0]
    assert len(found.noted) == 1
    assert look_apart(start, "es").refused[0].startswith("Todavía no hay PIN")


def test_look_when_its_process_fails_then_the_kiosk_does_not_start(
    start: KioskStart, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(_start: KioskStart) -> None:
        raise RuntimeError

    monkeypatch.setattr(kiosk_check, "kiosk_checks", fail)

    assert len(look_apart(start).refused) == 1
    capfd.readouterr()
