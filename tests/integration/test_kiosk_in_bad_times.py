"""A kiosk whose disk is full, and one whose computer loses the date."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.copies import open_ready
from support.kiosk_process import running_kiosk, wait_until
from support.small_disk import can_mount, small_disk

from matcher.errors import SnapshotError
from matcher.services.directory.waiting import had_no_room, sittings_folder, waits_since

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]

_BEGIN = (1079, 757)
_TOO_SMALL = 96

_LOSE_THE_DATE = """
import os, time
usual = time.time
time.time = lambda: usual() - 86400 * os.path.exists({flag!r})
"""


def _is_whole(folder: Path) -> bool:
    try:
        return open_ready(folder).is_sample
    except SnapshotError:
        return False


def test_kiosk_when_the_disk_is_full_then_it_says_so_and_opens_once_there_is_room(
    bare_x_screen: Mapping[str, str], tmp_path: Path
) -> None:
    if not can_mount(tmp_path):
        pytest.skip("no disk of its own can be mounted here")
    data = tmp_path / "disk"
    sittings = sittings_folder(data, "", is_sample=True)
    with (
        small_disk(data, _TOO_SMALL) as make_room,
        running_kiosk(bare_x_screen, data) as kiosk,
    ):
        closed = kiosk.wait_for_front()
        seen = kiosk.still_picture()
        assert not _is_whole(sittings)
        assert waits_since(sittings) is not None
        assert had_no_room(sittings)

        make_room()

        kiosk.wait_for_front(other_than=closed, seconds=60)
        assert kiosk.still_picture(seen) != seen
        assert _is_whole(sittings)
        assert waits_since(sittings) is None


def test_sitting_when_the_date_is_set_back_then_it_ends_all_the_same_when_nobody_is_there(
    bare_x_screen: Mapping[str, str], tmp_path: Path
) -> None:
    flag = tmp_path / "date is lost"
    first = _LOSE_THE_DATE.format(flag=os.fspath(flag))
    with running_kiosk(bare_x_screen, tmp_path / "data", idle=(5.0, 1.0), first=first) as kiosk:
        begun = kiosk.wait_for_front()
        attract = kiosk.still_picture()
        kiosk.click(*_BEGIN)
        kiosk.still_picture(attract)

        flag.touch()

        kiosk.wait_for_front(other_than=begun, seconds=60)
        wait_until(lambda: kiosk.picture().tobytes() == attract, 20)
