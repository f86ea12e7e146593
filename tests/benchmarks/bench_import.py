"""Rows a second of an NPPES file: read alone, beside a bare csv reader, and into a directory.

``RAPPORT_BENCH_ROWS`` sets how many rows are streamed; a million without it.
"""

import csv
import os
import resource
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from support.children import watched
from support.nppes_file import write_nppes

from matcher.importers.formats import ImportFormat, read
from matcher.importers.reading_order import ReadingOrder
from matcher.importers.row import ReadOptions
from matcher.services.directory.stored_directory import DirectoryService
from matcher.services.intake.importing import Watch
from matcher.services.intake.limited_reading import read_limited

_ROWS = int(os.environ.get("RAPPORT_BENCH_ROWS", "1000000"))
_IMPORTED = 20_000
_AIM_ROWS, _AIM_MB = 50_000, 300


def _rates(rows: int, work: Callable[[], object]) -> tuple[float, float]:
    """Return rows a second, and rows a second of the processor, children's work included."""
    begin, busy = time.perf_counter(), sum(os.times()[:4])
    work()
    return rows / (time.perf_counter() - begin), rows / (sum(os.times()[:4]) - busy)


def _peak_mb(who: int = resource.RUSAGE_SELF) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def _say_peaks(before: float, alone: float) -> None:
    """Print the most memory of either process.

    What Linux counts of a child begins with what its parent held when it was started; what the
    child itself took is asked of it while it lives, and is not known elsewhere.
    """
    here, children = _peak_mb(), _peak_mb(resource.RUSAGE_CHILDREN)
    print(f"  memory here: peak {here:.0f} MB, {here - before:.0f} MB of it grown (most {_AIM_MB})")
    own = f"{alone:.0f} MB" if alone else "not known"
    print(f"  memory of the process that reads: peak {own} alone, {children:.0f} MB as counted")


def _bare(path: Path) -> int:
    with path.open(newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))


def _taken(path: Path, options: ReadOptions) -> int:
    return sum(row.statement is not None for row in read(path, ImportFormat.NPPES, options))


class _Apart:
    """Reads in processes of their own, and sees how much memory they ever held."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._children = watched(monkeypatch)
        self.peak_mb = 0.0

    def taken(self, path: Path, options: ReadOptions) -> int:
        count = 0
        for portion in read_limited(ReadingOrder((path,), options=options)):
            count += len(portion.statements)
            self.look()
        return count

    def look(self) -> None:
        status = Path(f"/proc/{self._children[-1].pid}/status") if self._children else Path()
        lines = status.read_text("ascii").splitlines() if status.is_file() else []
        held = [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")]
        self.peak_mb = max(self.peak_mb, *held, 0.0)


def bench_streaming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stream a file as long as a state's part of the monthly one, filtered and whole."""
    apart = _Apart(monkeypatch)
    path = tmp_path / "many.csv"
    kept = write_nppes(path, _ROWS)
    before = _peak_mb()

    bare = _rates(_ROWS, lambda: _bare(path))
    filters = {
        "no row kept": ReadOptions(state="WA"),
        "few kept": ReadOptions(state="RI", taxonomy="106H"),
    }
    rates = {"bare csv reader": bare}
    for name, options in filters.items():
        rates[name] = _rates(_ROWS, partial(_taken, path, options))
        rates[f"{name}, in a limited process"] = _rates(_ROWS, partial(apart.taken, path, options))

    size = path.stat().st_size / 1e9
    print(f"\n{_ROWS:,} NPPES rows of 330 columns, {size:.1f} GB, {kept:,} in mental health")
    for name, (rate, of_core) in rates.items():
        print(
            f"  {name}: {rate:,.0f} rows/s, {of_core:,.0f} rows/s of the processor, "
            f"{bare[1] / of_core:.2f} times as much as bare"
        )
    print(f"  aim {_AIM_ROWS:,} rows/s")
    _say_peaks(before, apart.peak_mb)


def bench_into_a_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take over a small file with everybody in it."""
    apart, before = _Apart(monkeypatch), _peak_mb()
    path = tmp_path / "few.csv"
    kept = write_nppes(path, _IMPORTED)
    watch = Watch(lambda *_: apart.look())
    with closing(DirectoryService(str(tmp_path / "directory.sqlite"))) as directory:
        rate, of_core = _rates(_IMPORTED, lambda: directory.import_files([path], watch=watch))
        assert directory.count() == kept
    print(f"\n{_IMPORTED:,} NPPES rows, {kept:,} people into SQLite: {rate:,.0f} rows/s")
    print(f"  {of_core:,.0f} rows/s of the processor")
    _say_peaks(before, apart.peak_mb)
