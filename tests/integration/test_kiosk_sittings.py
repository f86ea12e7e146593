"""Sittings of a kiosk, one after the other, as processes on a screen without a window manager."""

import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from support.canaries import count_bytes_in_memory
from support.copies import large_files_of, open_ready
from support.kiosk_process import Kiosk, is_alive, running_kiosk, wait_until

from matcher.errors import SnapshotError
from matcher.services.directory.waiting import sittings_folder

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]

_CANARY = "zqxjkv"
_NEXT = (1079, 757)
_TEXT_SIZE = (1020, 60)
_PAGES_TO_A_FIELD = 3
_BRING_BACK = ("ctrl+z", "ctrl+shift+z", "ctrl+v", "shift+Insert", "ctrl+z")

_NOT_KNOWN = ("Qt6", "sqlite", "sqlalchemy", "cryptography")

_GONE_WITHIN = 2.0
"""Seconds in which somebody else is in front when a sitting breaks."""


@pytest.fixture(scope="module")
def kiosk(bare_x_screen: Mapping[str, str]) -> Iterator[Kiosk]:
    """Give a kiosk that soon takes somebody for gone."""
    with running_kiosk(
        bare_x_screen, Path(bare_x_screen["HOME"], "data"), idle=(6.0, 1.0)
    ) as kiosk:
        kiosk.wait_for_front()
        kiosk.wait_for_spare()
        yield kiosk


def _go_to_field(kiosk: Kiosk) -> bytes:
    """Go to the first page with a field to write in, and return what is seen there."""
    seen = kiosk.still_picture()
    for _ in range(_PAGES_TO_A_FIELD):
        kiosk.click(*_NEXT)
        seen = kiosk.still_picture(seen)
    return seen


def _shows(kiosk: Kiosk, expected: bytes) -> None:
    """Wait until the screen shows this, in whatever phase the cursor of a field is."""
    wait_until(lambda: kiosk.picture().tobytes() == expected, 5)


def _files(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*")}


def test_sitting_when_it_follows_another_then_it_shows_nothing_of_it(
    kiosk: Kiosk, bare_x_screen: Mapping[str, str]
) -> None:
    home = Path(bare_x_screen["HOME"])
    files = _files(home)
    first = kiosk.wait_for_front()
    attract = kiosk.still_picture()
    field = _go_to_field(kiosk)
    kiosk.press(*_BRING_BACK)
    nothing = kiosk.still_picture()
    kiosk.press("q")
    one_letter = kiosk.still_picture(nothing)
    kiosk.press("BackSpace")
    kiosk.write(_CANARY)
    kiosk.press("ctrl+a", "ctrl+c", "shift+Home")
    before = kiosk.still_picture(one_letter)
    kiosk.click(*_TEXT_SIZE)
    before = kiosk.still_picture(before)
    kiosk.press("Right")  # the next size of text
    assert kiosk.still_picture(before) != before

    second = kiosk.wait_for_front(other_than=first)

    _shows(kiosk, attract)
    wait_until(lambda: not is_alive(first), 2)
    assert {window.title for window in kiosk.windows} == {"Rapport"}
    wait_until(lambda: not kiosk.copied, 2)
    kiosk.press("Escape", "BackSpace", "ctrl+z")
    _shows(kiosk, attract)
    _go_to_field(kiosk)
    _shows(kiosk, field)
    kiosk.press(*_BRING_BACK)
    _shows(kiosk, nothing)
    kiosk.press("q")
    _shows(kiosk, one_letter)
    assert kiosk.front == second
    assert _files(home) == files
    assert kiosk.process.poll() is None


def test_sitting_when_it_is_killed_then_the_next_one_is_shown(kiosk: Kiosk) -> None:
    kiosk.wait_for_spare()
    front = kiosk.front
    began = time.monotonic()

    os.kill(front, signal.SIGKILL)
    kiosk.wait_for_front(other_than=front)

    took = time.monotonic() - began
    print(f"\nkilled; the next one in front after {took:.2f} s")
    assert took < _GONE_WITHIN


def test_sitting_when_it_hangs_then_it_is_ended_and_the_next_one_is_shown(kiosk: Kiosk) -> None:
    kiosk.wait_for_spare()
    front = kiosk.front

    os.kill(front, signal.SIGSTOP)
    kiosk.wait_for_front(other_than=front)

    wait_until(lambda: not is_alive(front))


def _is_whole(folder: Path) -> bool:
    try:
        return open_ready(folder).is_sample
    except SnapshotError:
        return False


def test_directory_when_its_files_are_damaged_then_they_are_made_anew_without_staff(
    kiosk: Kiosk, bare_x_screen: Mapping[str, str]
) -> None:
    data = Path(bare_x_screen["HOME"], "data")
    folder = sittings_folder(data, "", is_sample=True)
    kiosk.wait_for_spare()
    _, profiles = large_files_of(folder)
    damaged = folder / "damaged"
    damaged.write_bytes(b"\0" + profiles.read_bytes()[1:-1] + b"\0")
    damaged.replace(profiles)
    assert not _is_whole(folder)
    front = kiosk.front

    os.kill(front, signal.SIGKILL)

    wait_until(lambda: _is_whole(folder), 20)
    kiosk.wait_for_front(other_than=front)
    kiosk.wait_for_spare()


def test_supervisor_when_looked_into_then_it_knows_neither_qt_nor_a_database(kiosk: Kiosk) -> None:
    mapped = Path(f"/proc/{kiosk.process.pid}/maps").read_text(encoding="utf-8")
    assert not [name for name in _NOT_KNOWN if name in mapped]

    assert len([*Path(f"/proc/{kiosk.process.pid}/task").iterdir()]) == 1


def test_key_when_a_kiosk_runs_then_neither_supervisor_nor_sittings_hold_it(
    kiosk: Kiosk, bare_x_screen: Mapping[str, str]
) -> None:
    key = Path(bare_x_screen["HOME"], "data", "copy.key").read_bytes()
    forms = (key, key.hex().encode())
    kiosk.wait_for_spare()
    try:
        processes = (kiosk.process.pid, *kiosk.children)
        found = {pid: count_bytes_in_memory(pid, forms) for pid in processes}
    except PermissionError:
        pytest.skip("MEMORY OF OTHER PROCESSES MAY NOT BE READ HERE: run it as root")

    assert len(found) >= 3
    assert count_bytes_in_memory(os.getpid(), forms)
    assert not any(found.values())
