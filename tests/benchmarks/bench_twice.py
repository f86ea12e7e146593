"""How long the window is away while 100,000 people are compared, and where pairs are turned.

Run by ``make bench``; prints figures and asserts nothing on time.
"""

import gc
import os
import time
from collections.abc import Callable
from pathlib import Path

from support.heartbeat import Heartbeat
from support.large_directories import large_directory
from support.upkeep import signed_in, twice_controller
from support.window import english, restore_looks, settle, show

from matcher.services.directory.stored_directory import DirectoryService
from ui.staff.twice_page import TwicePage

_PROFILES = int(os.environ.get("RAPPORT_BENCH_PEOPLE", "100000"))
_STALL_MS = 50
_TURNS = 5


def bench_pairs(tmp_path: Path, qapp: object) -> None:
    """Look for pairs, twice, and go through some of them."""
    ready = os.environ.get("RAPPORT_BENCH_PEOPLE_FILE")
    if not ready:
        large_directory(tmp_path / "large.sqlite", _PROFILES).close()
    restore_looks()
    session, heart = signed_in(), Heartbeat()
    directory = DirectoryService(ready or str(tmp_path / "large.sqlite"))
    controller = twice_controller(directory, session)
    page = TwicePage(english(), controller, session)
    show(page, 1280, 800)
    settle()
    gc.freeze()  # as the program does when its directory is open
    listed: list[bool] = []
    controller.listed.connect(lambda: listed.append(True))

    def measure(what: str, action: Callable[[], object]) -> None:
        listed.clear()
        start = time.process_time()
        pause = heart.longest_pause(action, lambda: bool(listed), 600)
        settle()
        print(
            f"{what}: {time.process_time() - start:.1f} s of the processor, "
            f"longest pause {pause:.0f} ms, {heart.busiest:.0f} of the processor "
            f"(most {_STALL_MS})"
        )

    print(f"\n{_PROFILES:,} people")
    measure("looked for pairs", page.enter)
    print(f"{controller.count:,} pairs")
    measure("looked for pairs again", page.enter)
    for _ in range(_TURNS):
        measure("turned", page.later.click)
    page.close()
    settle()
