"""Killed at any moment while it writes, a store keeps every change it said was kept, whole."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.figures import Note
from support.kill_loop import kill_writers
from support.numbered_stores import ASSURED

_BAD = ("lost", "torn", "corrupt", "invented")
_CONTROL = 20

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ANOTHER SYSTEM KNOWS NO SIGKILL")


@pytest.mark.lasting
@pytest.mark.parametrize("store", ASSURED)
def test_store_when_killed_while_it_writes_then_all_it_called_kept_is_there(
    store: str,
    in_memory: Path,
    size: Callable[[int, int], int],
    figure: Note,
) -> None:
    done = kill_writers(store, in_memory, size(60, 1000))
    (in_memory / "early").mkdir()
    control = kill_writers(store, in_memory / "early", _CONTROL, early=True)
    found = {name: done[name] for name in _BAD}
    tried = {name: done[name] for name in ("kills", "commits")}
    said_early = {"lost_where_it_is_called_kept_too_early": control["lost"]}
    figure("T1a", store, tried, found, {"kills": _CONTROL} | said_early)

    assert not any(found.values())
    assert done["commits"] > done["kills"] // 2
    assert control["lost"] > 0
