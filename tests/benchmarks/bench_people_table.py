"""The table of all people, with 100,000 of them: times, and the longest stall of the window.

Run by ``make bench``; prints figures beside the limits and asserts nothing on time. Each action is
measured on the real event loop: from the moment it is asked for until everybody found is shown.
The peers do the same with plain SQL on the same file, and with Qt's own proxy on the same model.
"""

import gc
import os
import sqlite3
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt
from support.heartbeat import Heartbeat
from support.large_directories import large_directory
from support.opening import memory_mb
from support.window import english, settle, show

from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.kiosks.kiosks_service import KiosksService
from matcher.services.people.people_wish import PeopleColumn, PeopleWish
from ui.controllers.kiosks_controller import KiosksController
from ui.controllers.people_controller import PeopleController
from ui.controllers.staff_session import StaffSession
from ui.models.people_model import COLUMNS
from ui.staff.people_page import PeoplePage

PROFILES = int(os.environ.get("RAPPORT_BENCH_PEOPLE", "100000"))
STALL_MS = 50
_TODAY = date(2026, 11, 21)
_TURNS = 5
_STEPS = 40
_MINUTES = 600
_WORD = "lindley"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ready = os.environ.get("RAPPORT_BENCH_PEOPLE_FILE")
    if ready:
        return Path(ready)
    path = Path(tmp_path_factory.mktemp("large")) / "large.sqlite"
    large_directory(path, PROFILES).close()
    return path


def _page(directory: DirectoryService, controller: PeopleController) -> PeoplePage:
    kiosks = KiosksController(KiosksService(directory))
    return PeoplePage(english(), controller, StaffSession(), kiosks)


class _Bench:
    """The page on a directory, and a heart to measure it by."""

    def __init__(self, path: Path) -> None:
        self.heart = Heartbeat()
        self.directory = DirectoryService(str(path))
        self.controller = PeopleController(self.directory, lambda: _TODAY)
        self.page = _page(self.directory, self.controller)
        show(self.page, 1280, 800)
        settle()

    def measure(self, what: str, action: Callable[[], object], turns: int = 1) -> None:
        """Do it and print how long it took, and how long the event loop was away."""
        times, pauses, busy = [], [], []
        for _ in range(turns):
            start = time.perf_counter()
            pauses.append(
                self.heart.longest_pause(action, lambda: not self.controller.busy, _MINUTES)
            )
            busy.append(self.heart.busiest)
            times.append((time.perf_counter() - start) * 1000)
        print(
            f"{what:<32} {statistics.median(times):8.1f} ms   longest pause {max(pauses):6.1f} ms, "
            f"{max(busy):6.1f} of the processor   limit {STALL_MS} ms"
        )


def bench_people_table(path: Path, qapp: object) -> None:
    before, bench = memory_mb(), _Bench(path)
    page, controller = bench.page, bench.controller
    print(f"\n{PROFILES:,} people: until shown, and the longest pause of the event loop")
    bench.measure("opened for the first time", page.enter)
    print(f"most memory held {memory_mb():,.0f} MB, before it was opened {before:,.0f}")
    gc.freeze()  # as the program does when its directory is open
    bench.measure("entered again", page.enter, _TURNS)
    for word in (_WORD, "mar li", "1", "nobody of this name"):
        bench.measure(f"search: {word}", lambda word=word: _search(page, word), _TURNS)
    page.search.clear()
    settle()
    for column, code in ((PeopleColumn.AGE, "old"), (PeopleColumn.ACCEPTING, "yes")):
        button = page.filters.choices[column]
        bench.measure(f"filter: {column} {code}", lambda b=button, c=code: b.chosen.emit(c))
        button.chosen.emit("")
        settle()
    for column in COLUMNS:
        bench.measure(f"sort: {column}", lambda c=column: _sort(controller, c), 2)
    bench.measure("to the end of the table", lambda: page.table.choose_row(PROFILES - 1), _TURNS)
    _bench_reading_again(bench)
    page.close()
    settle()


def _bench_reading_again(bench: _Bench) -> None:
    page = bench.page
    _change(bench.directory)
    bench.measure("read again after a change", page.enter)
    bench.measure("scrolled by a page", lambda: _scroll(page), _TURNS)
    _change(bench.directory)
    page.enter()
    pauses = [bench.heart.longest_pause(lambda: _scroll(page), lambda: True) for _ in range(_STEPS)]
    print(f"scrolled while it is read again: longest pause {max(pauses):.1f} ms")


def bench_peer_sql(path: Path) -> None:
    """Print what plain SQL takes for the same questions, asked with `LIKE` and `ORDER BY`."""
    connection = sqlite3.connect(path)
    names = "(SELECT profile_id, value AS name FROM fact WHERE field = 'name')"
    for what, question in {
        "search by LIKE": f"SELECT profile_id FROM {names} WHERE name LIKE '%{_WORD}%'",
        "sort by ORDER BY": f"SELECT profile_id, name FROM {names} ORDER BY name",
    }.items():
        start = time.perf_counter()
        found = len(connection.execute(question).fetchall())
        print(f"peer, {what:<30} {(time.perf_counter() - start) * 1000:8.1f} ms   {found:,} found")
    connection.close()


def bench_peer_proxy(path: Path, qapp: object) -> None:
    """Print what Qt's own proxy takes for the same on the same model, all on the GUI thread."""
    directory = DirectoryService(str(path))
    controller = PeopleController(directory, lambda: _TODAY)
    page = _page(directory, controller)
    page.enter()
    settle()
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(page.model)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    for what, action in {
        "search": lambda: proxy.setFilterFixedString(_WORD),
        "everybody again": lambda: proxy.setFilterFixedString(""),
        "sort": lambda: proxy.sort(0, Qt.SortOrder.DescendingOrder),
    }.items():
        start = time.perf_counter()
        action()
        proxy.rowCount()  # only now it looks
        pause = (time.perf_counter() - start) * 1000
        print(f"peer, QSortFilterProxyModel {what:<16} {pause:8.1f} ms, all of them a pause")


def _search(page: PeoplePage, word: str) -> None:
    page.search.setText("")
    page.search.setText(word)


def _sort(controller: PeopleController, column: PeopleColumn) -> None:
    wish = controller.wish
    is_same = wish.sorted_by is column
    controller.set_wish(PeopleWish(sorted_by=column, reverse=is_same and not wish.reverse))
    assert replace(wish, reverse=False).is_for_all


def _change(directory: DirectoryService) -> None:
    from matcher.directory.profile import Source
    from matcher.directory.statement import Statement

    day = date.fromordinal(_TODAY.toordinal() + int(time.time()) % 10_000)
    with directory.changing() as work:
        work.profiles.apply([Statement("p-0000001", Source.CLINIC, day, {"title": str(day)})])


def _scroll(page: PeoplePage) -> None:
    bar = page.table.verticalScrollBar()
    bar.setValue((bar.value() + 30) % bar.maximum())
    page.table.viewport().repaint()
