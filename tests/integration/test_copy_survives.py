"""Whenever the making of a copy is killed, a sitting opens the one before or the new one."""

import sys
from pathlib import Path

import pytest
from support.killed_copies import kill_makers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="makers are forked")

_KILLS_UNGUARDED = 60


def _assert_one_opens(found: dict[str, int]) -> None:
    print(f"\n{found}")
    wrong = {name: found[name] for name in ("none", "lost", "invented", "refused", "left")}
    assert not any(wrong.values()), wrong


def test_copy_when_its_making_is_killed_then_the_old_or_the_new_one_opens(tmp_path: Path) -> None:
    _assert_one_opens(kill_makers(tmp_path, 25))


@pytest.mark.long
@pytest.mark.timeout(600)
def test_copy_when_its_making_is_killed_a_thousand_times_then_one_always_opens(
    tmp_path: Path,
) -> None:
    found = kill_makers(tmp_path, 1000)

    _assert_one_opens(found)
    assert min(found["old"], found["new"]) > 0


def test_copy_when_the_old_one_goes_before_the_new_one_is_there_then_that_is_noticed(
    tmp_path: Path,
) -> None:
    assert kill_makers(tmp_path, _KILLS_UNGUARDED, early=True)["none"] > 0
