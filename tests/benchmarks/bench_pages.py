"""From the wish for a page until it is painted, for every page; and the memory all of them hold.

The first time a page is made; from then on it is shown again. Nothing that is learned is loaded.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager

from PySide6.QtWidgets import QApplication
from support.opening import memory_mb
from support.source import ROOT
from support.walking import open_filled
from support.window import settle

from ui.app import Wiring
from ui.settings import Settings

_TURNS = 5
_PROMISED_MS = 100
_ASIDES = ("welcome", "looks", "help", "paper", "helper", "youth")

# In a process of its own: this one holds what the tests stand on.
_HOLD = "from benchmarks.bench_pages import tell_memory; tell_memory()"


def bench_page_changes() -> None:
    with _filled() as wiring:
        pages = [*_pages(wiring)]
        first = {page: _change(wiring, page) for page in pages}
        again: dict[str, list[float]] = {page: [] for page in pages}
        for page in pages * _TURNS:
            again[page].append(_change(wiring, page))
        _tell("made", first)
        _tell("shown again", {page: statistics.median(times) for page, times in again.items()})


def bench_memory_of_pages() -> None:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    subprocess.run([sys.executable, "-c", _HOLD], env=environment, check=True)


def tell_memory() -> None:
    """Print the most memory held up to some pages, with nothing that is learned."""
    with _filled() as wiring:
        held = {}
        for page in _pages(wiring):
            wiring.window.go(page)
            settle()
            held[page] = memory_mb()
        assert "sklearn" not in sys.modules
    marks = ", ".join(f"{page} {held[page]:.0f}" for page in ("welcome", "review", "results"))
    print(f"memory in MB up to: {marks}; every page {max(held.values()):.0f}; promised: 200")


def _filled() -> AbstractContextManager[Wiring]:
    # Without a field for one's own words nothing that is learned is wanted on the way.
    return open_filled(Settings(own_words=False))


def _pages(wiring: Wiring) -> Iterator[str]:
    yield from _ASIDES
    yield from wiring.pages_on_the_way()
    yield "more"
    yield from wiring.pages_beyond_the_way()


def _change(wiring: Wiring, page: str) -> float:
    """Return the milliseconds until a page is painted."""
    begin = time.perf_counter()
    wiring.window.go(page)
    QApplication.processEvents()
    wiring.window.repaint()
    taken = (time.perf_counter() - begin) * 1000
    settle()
    return taken


def _tell(what: str, times: dict[str, float]) -> None:
    slow = {page: f"{ms:.0f}" for page, ms in times.items() if ms > _PROMISED_MS}
    print(
        f"\n{len(times)} pages {what}: median {statistics.median(times.values()):.0f} ms, "
        f"most {max(times.values()):.0f} ms ({max(times, key=times.__getitem__)}); "
        f"over {_PROMISED_MS} ms: {slow or 'none'}"
    )
