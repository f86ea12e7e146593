"""Staff at a kiosk, its closed page, and how it begins and ends, on a bare screen."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from importlib.resources import as_file
from pathlib import Path

import pytest
from support.kiosk_process import Kiosk, is_alive, running_kiosk, wait_until
from support.screen import bare_screen
from support.source import ROOT

from matcher.bootstrap import Places, build_services
from matcher.bundled import bundled
from matcher.i18n import Catalogue
from ui.supervisor.supervisor import SCREEN_GONE

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]

_PIN = "482915"
_CLOSE, _LEAVE = (1174, 32), (1012, 32)
_BEGIN, _BACK = (1079, 757), (174, 757)
_OPEN, _BESIDE = (920, 764), (800, 764)
_STEPS_TO_STAFF = 4


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a data folder with people and a PIN."""
    services = build_services(Places(tmp_path))
    services.staff.set_up(_PIN, "Ana", "violet kettle under seven ladders")
    with as_file(bundled("sample_directory", "directory.csv")) as file:
        services.directory.import_files([file])
    services.close()
    return tmp_path


def _ask_for_staff(kiosk: Kiosk, front: int) -> int:
    """Press *For staff* on the first page, and return the process that asks for the PIN."""
    kiosk.press(*["shift+Tab"] * _STEPS_TO_STAFF, "Return")
    return _wait_for_door(kiosk, front)


def _wait_for_door(kiosk: Kiosk, front: int) -> int:
    """Wait until digits can be typed: only then there is a button to open with."""
    staff = kiosk.wait_for_front(other_than=front)
    wait_until(lambda: kiosk.picture().getpixel(_OPEN) != kiosk.picture().getpixel(_BESIDE), 10)
    return staff


def test_staff_when_asked_for_then_only_the_pin_ends_the_sitting_and_leads_out(
    bare_x_screen: Mapping[str, str], data: Path
) -> None:
    with running_kiosk(bare_x_screen, data, is_sample=False) as kiosk:
        sitting = kiosk.wait_for_front()
        first = kiosk.still_picture()
        kiosk.click(*_BEGIN)
        begun = kiosk.still_picture(first)
        kiosk.click(*_BACK)
        first = kiosk.still_picture(begun)

        staff = _ask_for_staff(kiosk, sitting)
        kiosk.click(*_CLOSE)
        assert kiosk.wait_for_front(other_than=staff) == sitting
        assert not is_alive(staff)
        # Whoever is here after staff begins where a person begins.
        kiosk.still_picture(first)
        staff = _ask_for_staff(kiosk, sitting)
        asks = kiosk.still_picture()
        kiosk.press(*_PIN)
        asks = kiosk.still_picture(asks)
        kiosk.press("Return")

        wait_until(lambda: not is_alive(sitting), 10)
        assert kiosk.front == staff
        opened = kiosk.still_picture(asks)
        kiosk.click(*_LEAVE)
        kiosk.still_picture(opened)
        kiosk.press("Tab", "Return")
        assert kiosk.process.wait(10) == 0
        assert kiosk.windows == []


@pytest.mark.long
def test_kiosk_when_its_directory_cannot_be_read_then_it_says_whom_to_ask_and_help_stays(
    bare_x_screen: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "directory.sqlite").write_bytes(b"no database" * 1000)

    with running_kiosk(bare_x_screen, tmp_path, is_sample=False) as kiosk:
        front = kiosk.wait_for_front()
        closed = kiosk.still_picture()
        kiosk.press("F1")
        kiosk.still_picture(closed)
        kiosk.press("Escape")
        wait_until(lambda: kiosk.picture().tobytes() == closed, 5)

        kiosk.press("shift+Tab", "Return")
        kiosk.wait_for_front(other_than=front)
        assert kiosk.windows[-1].title.endswith("Staff")


def _run(folder: Path, **environment: str) -> "subprocess.Popen[str]":
    """Run the command itself; left to itself, where nobody sees it."""
    return subprocess.Popen(
        [sys.executable, "-m", "ui", "kiosk", "--sample", "--data-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.long
def test_kiosk_when_a_second_one_is_started_then_a_sentence_says_why_not(data: Path) -> None:
    first = _run(data)
    try:
        wait_until((data / "sittings").exists, 20)

        second = _run(data)
        _, said = second.communicate(timeout=20)
        assert second.returncode == 1
        assert said.splitlines()[-1] == Catalogue().text("screen.kiosk.running", folder=str(data))

        first.terminate()
        first.communicate(timeout=10)
        assert first.returncode == 128 + signal.SIGTERM
    finally:
        first.kill()
        first.communicate()


def test_kiosk_when_staff_has_no_pin_then_a_sentence_says_so(tmp_path: Path) -> None:
    kiosk = _run(tmp_path)
    _, said = kiosk.communicate(timeout=20)

    assert kiosk.returncode == 1
    assert Catalogue().text("doctor.kiosk_pin.none") in said
    assert "Traceback" not in said


def test_kiosk_when_its_supervisor_is_killed_then_the_sittings_end_with_it(
    bare_x_screen: Mapping[str, str], tmp_path: Path
) -> None:
    with running_kiosk(bare_x_screen, tmp_path) as kiosk:
        kiosk.wait_for_front()
        children = kiosk.children

        kiosk.process.kill()
        kiosk.process.wait()

        wait_until(lambda: not any(map(is_alive, children)), 2)
        wait_until(lambda: not kiosk.windows, 2)


def test_kiosk_when_no_window_can_be_opened_then_a_sentence_says_so(data: Path) -> None:
    kiosk = _run(data, QT_QPA_PLATFORM="xcb", DISPLAY=":65432")
    _, said = kiosk.communicate(timeout=60)

    named = "DISPLAY=:65432 QT_QPA_PLATFORM=xcb"
    assert kiosk.returncode == 1
    assert said.splitlines()[-1].startswith(
        Catalogue().text("doctor.kiosk_screen.shut", screen=named)
    )
    assert "qt.qpa" not in said


def test_kiosk_when_its_screen_dies_then_it_ends_so_that_the_session_begins_anew(
    bare_x_screen: Mapping[str, str], data: Path
) -> None:
    with bare_screen(data) as environment:
        kiosk = _run(data, **environment)
        with_spare = Path(f"/proc/{kiosk.pid}/task/{kiosk.pid}/children")
        wait_until(lambda: len(with_spare.read_text(encoding="ascii").split()) == 2, 60)

    _, said = kiosk.communicate(timeout=60)
    assert kiosk.returncode == SCREEN_GONE
    assert said.count("the screen is gone") == 1
