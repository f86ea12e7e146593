"""The longest stall of the window on the list of a large directory, action by action.

Run by ``make bench``; prints figures beside the limit and asserts nothing on time. Each action is
measured on the real event loop: from the moment it is asked for until everything it led to is
shown.
"""

import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from support.heartbeat import Heartbeat
from support.large_directories import large_directory
from support.sittings import sample_answers
from support.window import settle

from matcher.services.directory.directory import Directory
from ui.app import Wiring
from ui.application import make_application
from ui.controllers.directory_source import DirectorySource
from ui.pages.results_page import ResultsPage
from ui.settings import Settings

PROFILES = 10_000
STALL_MS = 50
REORDER_MS = 16
_STEPS = 40


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    directory = large_directory(Path(tmp_path_factory.mktemp("large")) / "large.sqlite", PROFILES)
    directory.snapshot  # noqa: B018 - opened before anything is measured
    return directory


def _opened(directory: Directory) -> Wiring:
    wiring = Wiring(make_application(), Settings(), DirectorySource(lambda: directory))
    wiring.window.show()
    wiring.source.open()
    settle()
    gc.freeze()  # as the program does when its directory is open
    wiring.sitting.take(sample_answers())
    return wiring


def _page(wiring: Wiring) -> ResultsPage:
    page = wiring.window.page
    assert isinstance(page, ResultsPage)
    return page


def _has_come(wiring: Wiring) -> bool:
    page = wiring.window.page
    is_there = isinstance(page, ResultsPage) and wiring.results.match is not None
    return is_there and _page(wiring).shelves.is_complete and not wiring.firmness.busy


def _scroll(page: ResultsPage) -> Callable[[], None]:
    bar = page.room.scroll_bar

    def step() -> None:
        bar.setValue(min(bar.maximum(), bar.value() + bar.pageStep() // 2))

    return step


def bench_list_of_a_large_directory(directory: Directory) -> None:
    wiring, heart = _opened(directory), Heartbeat()
    wiring.window.go("results")
    wiring.clear()
    wiring.sitting.take(sample_answers())
    settle()
    _delete_forgotten()

    def measured(what: str, action: Callable[[], object], *, is_list: bool = True) -> None:
        pause = heart.longest_pause(action, lambda: not is_list or _has_come(wiring))
        _print(what, pause, heart.busiest)

    print(f"\n{PROFILES:,} profiles: longest pause of the event loop")
    measured("the list is shown", lambda: wiring.window.go("results"))
    page = _page(wiring)
    measured("Show more", page.shelves.shelves[0].more.click)
    measured("Others are opened", lambda: page.shelves.others.set_open(is_open=True))
    scroll = _scroll(page)
    pauses = [
        (heart.longest_pause(scroll, lambda: _has_come(wiring)), heart.busiest)
        for _ in range(_STEPS)
    ]
    _print("scrolling, half a page at a time", *map(max, zip(*pauses, strict=True)))
    measured("Show the numbers", page.head.numbers.click)
    slider = page.rail.weights.rows["style"].slider
    measured("a slider moves a step", lambda: slider.setValue(slider.value() - 1))
    measured("a slider moves to its end", lambda: slider.setValue(100))
    measured("Back to my answers", page.rail.weights.back.click)
    measured("an answer changes", lambda: _answer_again(wiring))
    wiring.window.open("looks")
    settle()
    measured("larger text", lambda: wiring.appearance.set_text_size(125), is_list=False)
    measured("back to the list", wiring.window.go_back)
    wiring.close()
    settle()


def bench_reordering_by_a_slider(directory: Directory) -> None:
    wiring = _opened(directory)
    wiring.window.go("results")
    settle()
    times: list[float] = []
    busy: list[float] = []
    for points in range(10, 10 + _STEPS):
        before = wiring.results.match
        start, start_busy = time.perf_counter(), time.thread_time()
        wiring.weights.set_points("style", points)
        assert wiring.results.match is not before
        times.append((time.perf_counter() - start) * 1000)
        busy.append((time.thread_time() - start_busy) * 1000)
        settle()
    print(
        f"\n{PROFILES:,} profiles: from a slider's step to the new order in the list "
        f"{statistics.median(times):.1f} ms, {statistics.median(busy):.1f} of the processor   "
        f"limit {REORDER_MS} ms"
    )
    wiring.close()
    settle()


def _print(what: str, pause: float, busy: float) -> None:
    print(f"{what:<36} {pause:6.1f} ms, {busy:6.1f} of the processor   limit {STALL_MS} ms")


def _answer_again(wiring: Wiring) -> None:
    wiring.sitting.set_double(("culture",))
    wiring.sitting.respond("style_steer", 2)
    wiring.results.request()


def _delete_forgotten() -> None:
    """Delete what the window let go of, as its own event loop does at once."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
